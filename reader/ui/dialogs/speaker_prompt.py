"""Who is it?  A few letters of a known speaker, or a new name; one answer."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.text.safe import safe_line
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.matching import best_matches
from reader.ui.dialogs.speaker_question import SpeakerQuestion

MOST_SHOWN = 50


class SpeakerPrompt(Dialog[str]):
    """Answers with a name."""

    def __init__(self, question: SpeakerQuestion) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._question.title
            box.border_subtitle = "enter takes it · ↑ ↓ choose · esc leaves"
            yield Static(Content(self._question.about), classes="passage")
            yield Input(self._question.typed, placeholder="a few letters of the name", select_on_focus=True)
            yield OptionList()

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._show(self._question.typed)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def finish(self) -> None:
        matches = self.query_one(OptionList)
        if matches.highlighted is not None:
            self._answer(matches.get_option_at_index(matches.highlighted))

    @on(OptionList.OptionSelected)
    def finish_clicked(self, event: OptionList.OptionSelected) -> None:
        self._answer(event.option)

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

    def _answer(self, option: Option) -> None:
        self.dismiss(str(option.id))

    def _show(self, typed: str) -> None:
        question, wanted = self._question, safe_line(" ".join(typed.split()))
        found = best_matches(typed, question.names, MOST_SHOWN)
        options = [Option(Content(name), id=name) for name in dict.fromkeys(found)]
        if wanted and question.new and wanted.casefold() not in (name.casefold() for name in question.names):
            options.append(Option(Content(f"+ {question.new}: “{wanted}”"), id=wanted))
        matches = self.query_one(OptionList)
        matches.clear_options()
        matches.add_options(options)
        matches.highlighted = 0 if options and (wanted or question.sure) else None
