"""Commands that tag: the passage in focus and a few keys in, a change out; remembers which tags are likely next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change, Codebook, Tag, coding, editing
from reader.reading import Reading
from reader.text import Span
from reader.ui.looks import ANNOTATION_COLORS
from reader.ui.screens.annotating import words_of

if TYPE_CHECKING:
    from reader.ui.dialogs.tag_prompt import TagsChosen
    from reader.ui.screens.reading_screen import ReadingScreen

KEYS = range(1, 10)


class Tagging:
    """Tags by keys and by the prompt."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._recent: tuple[str, ...] = ()
        """Ids of the tags used since the start, latest first."""

    def likely(self, codebook: Codebook) -> list[Tag]:
        """All tags, the one used last first."""
        likely = (*codebook.of(self._recent), *self.screen.tag_uses.by_use(codebook))
        return list({tag.id: tag for tag in likely}.values())

    # commands
    def action_highlight_last_tag(self) -> None:
        """With the tag used last, today or in an earlier session; a plain highlight where there is none."""
        reading, uses = self.screen.reading, self.screen.tag_uses
        if reading is None:
            return
        likely = self.likely(reading.codebook)
        if likely and (self._recent or uses.touched(likely[:1], reading.codebook).annotations):
            self._put(likely[0])
        else:
            self.screen.annotating.action_highlight()

    def _put(self, tag: Tag) -> None:
        """Only the tag's own key takes it away again."""
        found = self.screen.aiming.exactly()
        if found and found[0] and tag.id in found[0].tags:
            self.screen.say(f"already #{tag.name}")
        else:
            self._toggle(tag)

    def action_highlight_with_tag(self, key: str) -> None:
        if self.screen.reading is None:
            return
        tag = self.screen.reading.codebook.pinned(int(key))
        if tag is not None:
            self._toggle(tag)
        else:
            self.screen.say(f"no tag on key {key} yet: choose the one it shall mean")
            self._ask(pin=int(key))

    def _toggle(self, tag: Tag) -> None:
        reading, found = self.screen.reading, self.screen.aiming.exactly()
        if reading is None or found is None:
            return
        marked, span = found
        self.remember((tag,))
        self.screen.changing.apply(reading.toggle_tag(marked or span, tag, self.screen.author))

    def action_tag(self) -> None:
        self._ask()

    def _ask(self, pin: int | None = None) -> None:
        """Ask for the tags of the highlight in focus, or of a new one of the passage."""
        reading, found = self.screen.reading, self.screen.aiming.meant()
        if reading is None or found is None:
            return
        marked, span = found
        chosen = reading.codebook.names(marked.tags) if marked and pin is None else ()
        from reader.ui.dialogs.tag_prompt import TagPrompt

        prompt = TagPrompt(words_of(reading, marked or span), self.likely(reading.codebook), chosen)
        self.screen.app.push_screen(prompt, lambda answer: self._tag(answer, marked, span, pin))

    def _tag(self, answer: TagsChosen | None, marked: Annotation | None, span: Span, pin: int | None) -> None:
        reading = self.screen.reading
        if answer is None or reading is None or not (answer.names or marked):
            return
        tags = tags_named(reading.codebook, answer.names, pin)
        self.remember(tags)
        if marked is not None and pin is None and tuple(tags) == reading.codebook.of(marked.tags):
            self.screen.say("its tags stay as they are")
            return
        change = self._tagged(reading, marked, span, tags, adding=pin is not None)
        if pin is not None and tags and tags[0].id in reading.codebook.tags:
            pinned = coding.pinned(reading.codebook, tags[0], pin)
            change = Change(f"{change.label}  · {pinned.label}", (*change.edits, *pinned.edits))
        self.screen.changing.apply(change)

    def _tagged(
        self, reading: Reading, marked: Annotation | None, span: Span, tags: Sequence[Tag], adding: bool
    ) -> Change:
        if marked is None:
            return reading.annotate(span, tags, creator=self.screen.author)
        before = reading.codebook.of(marked.tags) if adding else ()
        return reading.set_tags(marked, (*before, *tags))

    def remember(self, tags: Sequence[Tag]) -> None:
        """These were used last."""
        self._recent = tuple(dict.fromkeys([*(tag.id for tag in tags), *self._recent]))


def tags_named(codebook: Codebook, names: Sequence[str], pin: int | None = None) -> list[Tag]:
    """The tags of those names; new ones get a colour of their own and a free key, the first one the key `pin`."""
    tags: list[Tag] = []
    for name in names:
        tag = codebook.named(name) or _new_tag(codebook, name, None if tags else pin)
        codebook = coding.with_new(codebook, (tag,))
        tags.append(tag)
    return tags


def _new_tag(codebook: Codebook, name: str, pin: int | None) -> Tag:
    used = [tag.color for tag in codebook]
    taken = {tag.key for tag in codebook}
    free = next((key for key in KEYS if key not in taken), None)
    return replace(editing.new_tag(codebook, name, pin or free), color=min(ANNOTATION_COLORS, key=used.count))
