"""A colour for a highlight or a tag: a few letters of its name, or the arrows; answers with the name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.ui.dialogs.choice_prompt import ChoicePrompt
from reader.ui.dialogs.matching import best_matches
from reader.ui.looks import ANNOTATION_COLORS


class ColorPrompt(ChoicePrompt):
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

    def options(self, typed: str) -> list[Option]:
        names = best_matches(typed, list(ANNOTATION_COLORS))
        return [Option(_label(name, self._asides.get(name, "")), id=name) for name in names]


def _label(name: str, aside: str) -> Content:
    return Content.assemble(("    ", f"on $annotation-{name}"), f"  {name:<8}", (aside, "$foreground 60%"))
