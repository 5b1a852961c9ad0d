"""Which speaker or which tag?  A few letters of a known name, or a new one; one answer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.text.safe import safe_line
from reader.ui.dialogs.choice_prompt import ChoicePrompt
from reader.ui.dialogs.matching import best_matches
from reader.ui.dialogs.name_question import NameQuestion

MOST_SHOWN = 50


class NamePrompt(ChoicePrompt):
    """Answers with a name."""

    def __init__(self, question: NameQuestion) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._question.title
            box.border_subtitle = "enter takes it · ↑ ↓ choose · esc leaves"
            yield Static(Content(self._question.about), classes="passage")
            yield Input(self._question.typed, placeholder="a few letters of the name", select_on_focus=True)
            yield OptionList()

    def options(self, typed: str) -> list[Option]:
        question, wanted = self._question, _name(typed)
        found = best_matches(typed, question.names, MOST_SHOWN)
        options = [Option(Content(name), id=name) for name in dict.fromkeys(found)]
        if wanted and question.new and wanted.casefold() not in (name.casefold() for name in question.names):
            options.append(Option(Content(f"+ {question.new}: “{wanted}”"), id=wanted))
        return options

    def proposes(self, typed: str) -> bool:
        return bool(_name(typed)) or self._question.sure


def _name(typed: str) -> str:
    return safe_line(" ".join(typed.split()))
