"""The tag prompt: type part of a name, take several, make new ones; likeliest tags first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.annotations import Tag
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.tag_choices import Choice, TagChoices, written
from reader.ui.looks import ANNOTATION_COLORS


@dataclass(frozen=True, slots=True)
class TagsChosen:
    """Names of the tags that the passage shall have, in order; those that no tag has are to be made."""

    names: tuple[str, ...]


class TagPrompt(Dialog[TagsChosen]):
    """Typing filters; tab or a comma takes the marked tag and goes on; enter takes it and is done."""

    def __init__(self, passage: str, tags: Sequence[Tag], chosen: Sequence[str]) -> None:
        """`tags`: likeliest first; `chosen`: names that the passage has already."""
        super().__init__()
        self._passage = passage
        self._choices = TagChoices(tags)
        self._chosen = list(chosen)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = "Tags"
            box.border_subtitle = "enter done · tab one more · backspace takes the last away"
            yield Static(Content(self._passage), classes="passage")
            yield Static(self._taken(), id="chosen")
            yield Input(placeholder="a few letters, or a key; a new name makes a new tag", select_on_focus=False)
            yield OptionList(*self._options(""))  # here and not when it is mounted: the box is laid out once

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        matches = self.query_one(OptionList)
        matches.can_focus = False
        matches.highlighted = 0 if matches.option_count else None

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        if event.value.endswith(","):
            self._take(event.value[:-1])
            event.input.value = ""
        else:
            self._offer(event.value)

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        if written(event.value) or not self._chosen:
            self._take(event.value)
        self.dismiss(TagsChosen(tuple(self._chosen)))

    @on(OptionList.OptionSelected)
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        self._add(str(event.option.id))

    def on_key(self, event: events.Key) -> None:
        field, matches = self.query_one(Input), self.query_one(OptionList)
        if event.key == "down":
            matches.action_cursor_down()
        elif event.key == "up":
            matches.action_cursor_up()
        elif event.key == "tab":
            self._take(field.value)
        elif event.key == "backspace" and not field.value and self._chosen:
            self._chosen.pop()
            self._show_chosen()
            self._offer("")
        else:
            return
        event.stop()
        event.prevent_default()

    def _take(self, typed: str) -> None:
        """The marked choice; while nothing is typed, only the first one of all."""
        matches = self.query_one(OptionList)
        if matches.highlighted is not None and (written(typed) or not self._chosen):
            self._add(str(matches.get_option_at_index(matches.highlighted).id))

    def _add(self, name: str) -> None:
        if name not in self._chosen:
            self._chosen.append(name)
        self._show_chosen()
        self.query_one(Input).value = ""
        self._offer("")

    def _show_chosen(self) -> None:
        self.query_one("#chosen", Static).update(self._taken())

    def _taken(self) -> Content:
        return Content("  ".join(f"#{name}" for name in self._chosen))

    def _offer(self, typed: str) -> None:
        options, matches = self._options(typed), self.query_one(OptionList)
        matches.clear_options()
        matches.add_options(options)
        matches.highlighted = 0 if options else None

    def _options(self, typed: str) -> list[Option]:
        return [Option(_label(choice), id=choice.name) for choice in self._choices.offered(typed, self._chosen)]


def _label(choice: Choice) -> Content:
    """Key, colour and name; what would be new says so.

    The key has no colour of its own: the chosen line lies on one that may be the same.
    """
    if choice.tag is None:
        return Content.assemble(("+", "bold"), f"   new tag “{choice.name}”")
    color = choice.tag.color if choice.tag.color in ANNOTATION_COLORS else ""
    swatch = (" ", f"on $annotation-{color}" if color else "")
    sign = "✓" if choice.taken else str(choice.tag.key or " ")
    return Content.assemble((sign, "bold"), " ", swatch, " ", choice.name)
