"""Commands of the list of highlights for what is chosen there: all that are marked, else the one under the cursor.

However many there are, a command is one step of the history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change
from reader.annotations.together import colored, common_tags, flagged, removed, retagged, toggled
from reader.ui.commands import BY_ID

if TYPE_CHECKING:
    from reader.ui.dialogs.tag_prompt import TagsChosen
    from reader.ui.screens.reading_screen import ReadingScreen


class Handling:
    """Tagging, flagging, colouring, deleting; a note is for the one under the cursor."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def _chosen(self) -> tuple[Annotation, ...]:
        """What a command is for; where there is nothing, the user is told."""
        chosen = self.screen.annotations_panel.chosen()
        if not chosen:
            self.screen.say("no highlight here")
        return chosen

    def _apply(self, change: Change, otherwise: str) -> None:
        if change.edits:
            self.screen.reviewing.apply(change)
        else:
            self.screen.say(otherwise)

    # tags
    def action_tag_in_list(self) -> None:
        """What the prompt shows and takes is what they have in common."""
        if not (chosen := self._chosen()):
            return
        from reader.ui.dialogs.tag_prompt import TagPrompt

        codebook = self.screen.codebook
        common = [tag.name for tag in common_tags(chosen, codebook)]
        prompt = TagPrompt(_about(chosen), self.screen.tagging.likely(codebook), common)
        self.screen.app.push_screen(prompt, lambda answer: self._tag(answer, chosen))

    def _tag(self, answer: TagsChosen | None, chosen: tuple[Annotation, ...]) -> None:
        if answer is None:
            return
        from reader.ui.screens.tagging import tags_named

        codebook = self.screen.codebook
        tags = tags_named(codebook, answer.names)
        self.screen.tagging.remember(tags)
        self._apply(retagged(chosen, codebook, tags), "they have these tags already")

    def action_tag_by_key_in_list(self, key: str) -> None:
        """The tag on that key for all of them; where all have it, for none."""
        if not (chosen := self._chosen()):
            return
        tag = self.screen.codebook.pinned(int(key))
        if tag is None:
            self.screen.say(f"no tag on key {key}  · t asks for one, B puts tags on keys")
            return
        self.screen.tagging.remember((tag,))
        self.screen.reviewing.apply(toggled(chosen, self.screen.codebook, tag))

    # everything else
    async def action_note_in_list(self) -> None:
        await self.screen.perform(BY_ID["note"])

    def action_important_in_list(self) -> None:
        if chosen := self._chosen():
            self.screen.reviewing.apply(flagged(chosen, not all(annotation.important for annotation in chosen)))

    def action_color_in_list(self) -> None:
        """Ask for a colour of their own, whatever their tags have."""
        if not (chosen := self._chosen()):
            return
        from reader.ui.dialogs.color_prompt import ColorPrompt

        now = {annotation.color for annotation in chosen}
        by_tags = {self.screen.codebook.color(annotation.tags) for annotation in chosen}
        prompt = ColorPrompt(_about(chosen), _only(now), _only(by_tags))
        self.screen.app.push_screen(prompt, lambda color: self._color(color, chosen))

    def _color(self, color: str | None, chosen: tuple[Annotation, ...]) -> None:
        if color is not None:
            self._apply(colored(chosen, color), f"{color} already")

    def action_delete_in_list(self) -> None:
        if chosen := self._chosen():
            self.screen.annotations_panel.marked -= {annotation.id for annotation in chosen}
            self.screen.reviewing.apply(removed(chosen))


def _about(chosen: tuple[Annotation, ...]) -> str:
    """What a question is about."""
    return chosen[0].passage.exact if len(chosen) == 1 else f"{len(chosen)} highlights"


def _only(names: set[str]) -> str:
    """The name that all of them have, "" where there are several."""
    return next(iter(names)) if len(names) == 1 else ""
