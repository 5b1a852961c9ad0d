"""Commands on tags themselves: the tag under the codebook's cursor in, a change of the whole library out.

Whatever touches highlights says beforehand how many in how many articles, and is one step of the history.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change, Codebook, Edit, Tag, coding
from reader.ui.screens.tagging import tags_named

if TYPE_CHECKING:
    from reader.ui.panes.codebook_branches import Branch
    from reader.ui.screens.reading_screen import ReadingScreen

NO_TAG = "no tag here  · R renames all below it"


class Coding:
    """Renaming, merging, deleting, describing, colouring and pinning."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    # showing
    def follow(self) -> None:
        """Tags or highlights have changed."""
        if self.screen.around.side == "codebook":
            reading = self.screen.reading
            article = reading.article.id if reading else ""
            self.screen.codebook_panel.show(self.screen.codebook, self.screen.tag_uses, article)

    def show_highlights(self, branch: Branch) -> None:
        """The highlights with that tag, or with any below it, of the whole library."""
        panel = self.screen.annotations_panel
        self.screen.around.show_side("annotations")
        panel.wanted = f'tag:"{branch.name}"'
        if not panel.view.everywhere:
            self.screen.reviewing.action_everywhere()
        panel.focus()

    # what commands apply to
    def _branch(self) -> Branch | None:
        branch = self.screen.codebook_panel.current
        if branch is None:
            self.screen.say("no tags yet")
        return branch

    def _tag(self) -> Tag | None:
        branch = self._branch()
        if branch is not None and branch.tag is None:
            self.screen.say(NO_TAG)
        return branch.tag if branch else None

    def touched(self, *tags: Tag) -> str:
        """How much a change of `tags` is about, in words."""
        uses = self.screen.tag_uses
        if not uses.complete:
            return "its highlights (still being counted)"
        found = uses.touched(tags, self.screen.codebook)
        return f"{_number(found.annotations, 'highlight')} in {_number(found.articles, 'article')}"

    # commands
    def action_new_tag(self) -> None:
        codebook = self.screen.codebook
        self._ask_line("New tag", "", lambda name: _new(codebook, name))

    def action_rename_tag(self) -> None:
        """With all that stands below it; a name that another tag has makes the two one."""
        if (branch := self._branch()) is None:
            return
        codebook = self.screen.codebook
        about = f": {self.touched(*codebook.below(branch.name))}"
        self._ask_line(f"Rename #{branch.name}", branch.name, lambda name: _renamed(codebook, branch, name), about)

    def action_merge_tag(self) -> None:
        if (tag := self._tag()) is None:
            return
        from reader.ui.dialogs.speaker_prompt import SpeakerPrompt
        from reader.ui.dialogs.speaker_question import SpeakerQuestion

        codebook = self.screen.codebook
        names = [other.name for other in self.screen.tagging.likely(codebook) if other.id != tag.id]
        about = f"{self.touched(tag)} will have, instead of #{tag.name}:"
        prompt = SpeakerPrompt(SpeakerQuestion(f"Merge #{tag.name} into", about, names, new=""))

        def answered(name: str | None) -> None:
            if name is not None and (into := codebook.named(name)) is not None:
                self.screen.changing.apply(coding.merged(tag, into))

        self.screen.app.push_screen(prompt, answered)

    def action_delete_tag(self) -> None:
        if (tag := self._tag()) is None:
            return
        below = len(self.screen.codebook.below(tag.name)) - 1
        stay = f" The {_number(below, 'tag')} below it {'stays' if below == 1 else 'stay'}." if below else ""
        about = f"#{tag.name} is taken off {self.touched(tag)}, which stay as they are.{stay}"
        from reader.ui.dialogs.question import Question

        def answered(yes: bool | None) -> None:
            if yes:
                self.screen.changing.apply(coding.deleted(tag))

        self.screen.app.push_screen(Question(f"Delete #{tag.name}?", about), answered)

    def action_describe_tag(self) -> None:
        if (tag := self._tag()) is None:
            return
        from reader.ui.dialogs.note_dialog import NoteDialog

        def answered(text: str | None) -> None:
            if text is not None:
                self.screen.changing.apply(coding.described(tag, text))

        self.screen.app.push_screen(NoteDialog(f"#{tag.name}", tag.description, "What it means"), answered)

    def action_pin_tag(self, key: str) -> None:
        if (tag := self._tag()) is not None:
            self.screen.changing.apply(coding.pinned(self.screen.codebook, tag, int(key)))

    def action_unpin_tag(self) -> None:
        if (tag := self._tag()) is not None and tag.key:
            self.screen.changing.apply(coding.pinned(self.screen.codebook, tag, None))

    def action_color_tag(self) -> None:
        """Its highlights take the colour, too, but for those that have one of their own."""
        if (tag := self._tag()) is None:
            return
        from reader.ui.dialogs.color_prompt import ColorPrompt

        about = f"#{tag.name}: {self.touched(tag)}; those with a colour of their own keep it"
        self.screen.app.push_screen(ColorPrompt(about, tag.color), lambda color: self._color(tag, color))

    def _color(self, tag: Tag, color: str | None) -> None:
        if color and color != tag.color:
            self.screen.run_worker(lambda: self._recolor(tag, color), thread=True, group="recolour")

    def _recolor(self, tag: Tag, color: str) -> None:
        """Called in a thread, because it looks through the whole library."""
        library = self.screen.library
        with_it = coding.colored_by(library.codebook, tag, library.annotations())
        self.screen.tell(self._recolored, tag, color, with_it)

    def _recolored(self, tag: Tag, color: str, with_it: list[Annotation]) -> None:
        shown = {
            annotation.id: annotation for annotation in (self.screen.reading.annotations if self.screen.reading else ())
        }
        newest = [shown.get(annotation.id, annotation) for annotation in with_it]
        self.screen.changing.apply(coding.recolored(self.screen.codebook, tag, color, newest))

    def _ask_line(self, title: str, typed: str, change: Callable[[str], Change], about: str = "") -> None:
        """Ask for a name; what is typed is tried while it is typed, and `about` says what that would touch."""
        from reader.ui.dialogs.line_prompt import LinePrompt

        def preview(name: str) -> str:
            made = change(name)
            return f"enter → {made.label}{about}" if made.edits else "nothing changes"

        def answered(name: str | None) -> None:
            if name is not None:
                self.screen.changing.apply(change(name))

        self.screen.app.push_screen(LinePrompt(title, typed, preview), answered)


def _number(many: int, what: str) -> str:
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"


def _new(codebook: Codebook, name: str) -> Change:
    """The change that adds a tag of that name; ValueError for none and for one that is taken."""
    if (taken := codebook.named(name)) is not None:
        raise ValueError(f"there is a tag “{taken.name}” already")
    (tag,) = tags_named(codebook, [name])
    return Change(f"New tag #{tag.name}" + (f" on key {tag.key}" if tag.key else ""), (Edit(None, tag),))


def _renamed(codebook: Codebook, branch: Branch, name: str) -> Change:
    """The change that renames a tag with all below it; a single tag and one that has the name already become one."""
    other = codebook.named(name)
    alone = branch.tag is not None and len(codebook.below(branch.name)) == 1
    if branch.tag is not None and other is not None and other.id != branch.tag.id and alone:
        return coding.merged(branch.tag, other)
    return coding.renamed(codebook, branch.name, name)
