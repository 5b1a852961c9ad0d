"""Commands on tags themselves: the tag under the codebook's cursor in, a change of the whole library out.

Whatever touches highlights says beforehand how many in how many articles, and is one step of the history.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change, Codebook, Edit, Tag, coding
from reader.text.counting import counted
from reader.ui.screens.tagging import tags_named

if TYPE_CHECKING:
    from reader.ui.panes.codebook_branches import Branch
    from reader.ui.screens.reading_screen import ReadingScreen

AT_ONCE = 2000
"""Highlights that are looked through before the next frame."""
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
        """How much a change of `tags` is about, in words; "" for nothing."""
        uses = self.screen.tag_uses
        if not uses.complete:
            return "its highlights (still being counted)"
        found = uses.touched(tags, self.screen.codebook)
        if not found.annotations:
            return ""
        return f"{counted(found.annotations, 'highlight')} in {counted(found.articles, 'article')}"

    # commands
    def action_new_tag(self) -> None:
        codebook = self.screen.codebook
        self._ask_line("New tag", "", lambda name: _new(codebook, name))

    def action_rename_tag(self) -> None:
        """With all that stands below it; a name that another tag has makes the two one."""
        if (branch := self._branch()) is None:
            return
        codebook = self.screen.codebook
        touched = self.touched(*codebook.below(branch.name))
        about = f": {touched}" if touched else ""

        def rename(name: str) -> None:
            if (other := _joining(codebook, branch, name)) is not None and branch.tag is not None:
                self._merge(branch.tag, other)
            else:
                self.screen.changing.apply(_renamed(codebook, branch, name))

        preview = partial(_renamed, codebook, branch)
        self._ask_line(f"Rename #{branch.name}", branch.name, preview, about, rename)

    def action_merge_tag(self) -> None:
        if (tag := self._tag()) is None:
            return
        from reader.ui.dialogs.name_prompt import NamePrompt
        from reader.ui.dialogs.name_question import NameQuestion

        codebook = self.screen.codebook
        names = [other.name for other in self.screen.tagging.likely(codebook) if other.id != tag.id]
        touched = self.touched(tag)
        about = f"{touched} will have, instead of #{tag.name}:" if touched else _unused(tag)
        prompt = NamePrompt(NameQuestion(f"Merge #{tag.name} into", about, names, new=""))

        def answered(name: str | None) -> None:
            if name is not None and (into := codebook.named(name)) is not None:
                self._merge(tag, into)

        self.screen.app.push_screen(prompt, answered)

    def _merge(self, tag: Tag, into: Tag) -> None:
        self._with_colored_by(tag, lambda found: coding.merged(tag, into, found, self.screen.codebook))

    def action_delete_tag(self) -> None:
        if (tag := self._tag()) is None:
            return
        below = len(self.screen.codebook.below(tag.name)) - 1
        stay = f" The {counted(below, 'tag')} below it {'stays' if below == 1 else 'stay'}." if below else ""
        touched = self.touched(tag)
        off = f"#{tag.name} is taken off {touched}, which stay as they are." if touched else _unused(tag)
        about = f"{off}{stay}"
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

        touched = self.touched(tag)
        about = f"#{tag.name}: {touched}; those with a colour of their own keep it" if touched else _unused(tag)
        self.screen.app.push_screen(ColorPrompt(about, tag.color), lambda color: self._color(tag, color))

    def _color(self, tag: Tag, color: str | None) -> None:
        if color and color != tag.color:
            self._with_colored_by(tag, lambda found: coding.recolored(self.screen.codebook, tag, color, found))

    def _with_colored_by(self, tag: Tag, change: Callable[[list[Annotation]], Change]) -> None:
        """Make the change that comes of the highlights, anywhere, that have their colour from `tag`.

        Where there are many, a thread looks for them.
        """
        many = sum(listing.highlights for listing in self.screen.listings)
        if self.screen.tag_uses.complete and many <= AT_ONCE:
            self._look_for(tag, change)
        else:
            self.screen.say(f"looking for the highlights of #{tag.name}…")
            self.screen.run_worker(lambda: self._look_for(tag, change), thread=True, group="colours of tags")

    def _look_for(self, tag: Tag, change: Callable[[list[Annotation]], Change]) -> None:
        """Called in the thread, or where there are few."""
        library = self.screen.library
        self.screen.tell(self._found, coding.colored_by(library.codebook, tag, library.annotations()), change)

    def _found(self, with_it: list[Annotation], change: Callable[[list[Annotation]], Change]) -> None:
        shown = {one.id: one for one in (self.screen.reading.annotations if self.screen.reading else ())}
        self.screen.reviewing.apply(change([shown.get(annotation.id, annotation) for annotation in with_it]))

    def _ask_line(
        self,
        title: str,
        typed: str,
        change: Callable[[str], Change],
        about: str = "",
        do: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for a name and make the change that it means, or have it done by `do`.

        What is typed is tried while it is typed, and `about` says what that would touch.
        """
        from reader.ui.dialogs.line_prompt import LinePrompt

        def preview(name: str) -> str:
            made = change(name)
            return f"enter → {made.label}{about}" if made.edits else "nothing changes"

        def answered(name: str | None) -> None:
            if name is not None and do is not None:
                do(name)
            elif name is not None:
                self.screen.changing.apply(change(name))

        self.screen.app.push_screen(LinePrompt(title, typed, preview), answered)


def _unused(tag: Tag) -> str:
    return f"No highlight has #{tag.name}."


def _new(codebook: Codebook, name: str) -> Change:
    """The change that adds a tag of that name; ValueError for none and for one that is taken."""
    if (taken := codebook.named(name)) is not None:
        raise ValueError(f"there is a tag “{taken.name}” already")
    (tag,) = tags_named(codebook, [name])
    return Change(f"New tag #{tag.name}" + (f" on key {tag.key}" if tag.key else ""), (Edit(None, tag),))


def _renamed(codebook: Codebook, branch: Branch, name: str) -> Change:
    """The change that renames a tag with all below it; a single tag and one that has the name already become one."""
    if (other := _joining(codebook, branch, name)) is not None and branch.tag is not None:
        return coding.merged(branch.tag, other)
    return coding.renamed(codebook, branch.name, name)


def _joining(codebook: Codebook, branch: Branch, name: str) -> Tag | None:
    """The tag that has the name already, if a single tag is to be called so."""
    other = codebook.named(name)
    alone = branch.tag is not None and len(codebook.below(branch.name)) == 1
    return other if alone and other is not branch.tag else None
