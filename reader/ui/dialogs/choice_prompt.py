"""One of several by a few letters or the arrows: what the prompts for a speaker and for a colour share."""

from __future__ import annotations

from textual import events, on
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.ui.dialogs.dialog import Dialog


class ChoicePrompt(Dialog[str]):
    """Answers with the id of the option chosen; subclasses compose an Input with an OptionList below it."""

    def options(self, typed: str) -> list[Option]:
        """What fits what is typed, the likeliest first; each with an id."""
        raise NotImplementedError

    def proposes(self, typed: str) -> bool:
        """Whether enter takes the first one without further choice."""
        return True

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        box = self.query_one(Input)
        box.focus()
        self._show(box.value)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

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

    def _show(self, typed: str) -> None:
        options, matches = self.options(typed), self.query_one(OptionList)
        matches.clear_options()
        matches.add_options(options)
        matches.highlighted = 0 if options and self.proposes(typed) else None
