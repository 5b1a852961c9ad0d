"""A colour for a highlight or a tag: a few letters of its name, or the arrows; answers with the name."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.matching import best_matches
from reader.ui.looks import ANNOTATION_COLORS


class ColorPrompt(Dialog[str]):
    """Ten colours by name."""

    def __init__(self, about: str, now: str, by_tags: str = "") -> None:
        """`now`: the present colour, `by_tags`: the one that its tags give a highlight; "" for none."""
        super().__init__()
        self._about = about
        self._asides = {by_tags: "as its tags have it", now: "now"}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = "Colour"
            box.border_subtitle = "enter takes it · ↑ ↓ choose · esc leaves"
            yield Static(Content(self._about), classes="passage")
            yield Input(placeholder="a letter or two of it", select_on_focus=False)
            yield OptionList()

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._offer("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._offer(event.value)

    @on(Input.Submitted)
    def finish(self) -> None:
        matches = self.query_one(OptionList)
        if matches.highlighted is not None:
            self.dismiss(matches.get_option_at_index(matches.highlighted).id)

    @on(OptionList.OptionSelected)
    def finish_clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def on_key(self, event: events.Key) -> None:
        matches = self.query_one(OptionList)
        if event.key not in ("down", "up"):
            return
        if event.key == "down":
            matches.action_cursor_down()
        else:
            matches.action_cursor_up()
        event.stop()
        event.prevent_default()

    def _offer(self, typed: str) -> None:
        matches = self.query_one(OptionList)
        matches.clear_options()
        matches.add_options(
            Option(_label(name, self._asides.get(name, "")), id=name)
            for name in best_matches(typed, list(ANNOTATION_COLORS))
        )
        matches.highlighted = 0 if matches.option_count else None


def _label(name: str, aside: str) -> Content:
    return Content.assemble(("    ", f"on $annotation-{name}"), f"  {name:<8}", (aside, "$foreground 60%"))
