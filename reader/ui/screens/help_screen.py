"""Help: the keys that work where you are, then all the others; made from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.annotations.filter_language import EXAMPLES
from reader.ui.commands import COMMANDS, Command, Place
from reader.ui.keymap import spelled
from reader.ui.stylesheets import stylesheet

KEYS_WIDTH = 26
MEANING_WIDTH = 44
"""What is left of a page on a screen of 80 columns."""
NAMES = {
    Place.READING: "text",
    Place.CARET: "text, with a caret",
    Place.SELECTION: "text, with a selection",
    Place.ANNOTATIONS: "list of highlights",
}


class HelpScreen(ModalScreen[None]):
    """One page, scrolled with the usual keys, closed by any of those that close things."""

    CSS_PATH = stylesheet("dialogs")
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close"),
        Binding("q,question_mark,f1,enter", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
        Binding("space,pagedown,f,ctrl+f", "page(1)", "Page down"),
        Binding("b,pageup,ctrl+b", "page(-1)", "Page up"),
        Binding("slash", "filter", "Filter"),
    ]

    def __init__(self, place: Place, commands: Sequence[Command]) -> None:
        """`commands`: those that have keys in `place`, with the keys that they have."""
        super().__init__()
        self._place = place
        self._commands = commands

    def compose(self) -> ComposeResult:
        with VerticalScroll() as page:
            page.border_title = f"Keys in the {NAMES.get(self._place, self._place.value)}"
            page.border_subtitle = "/ filters · esc closes · : finds any command"
            yield Input(placeholder="part of what it does, or a key", compact=True)
            yield Static(key_table(self._commands), id="keys")
            if self._place is Place.ANNOTATIONS:
                yield Static(filter_table(), id="filter")

    def on_mount(self) -> None:
        self.query_one(Input).display = False

    # the filter
    def action_filter(self) -> None:
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show the commands that match: those of this place first, then those that work elsewhere."""
        here = matching(event.value, self._commands)
        known = {command.id for command in self._commands}
        others = [command for command in COMMANDS if command.id not in known]
        found = key_table(here)
        if event.value and (elsewhere := matching(event.value, others)):
            found = Content("\n").join([found, Content("Elsewhere").stylize("bold underline"), key_table(elsewhere)])
        if event.value and not found.plain:
            found = Content(f"no command is called “{event.value}”")
        self.query_one("#keys", Static).update(found)
        self.query("#filter").set(display=not event.value)

    @on(Input.Submitted)
    def read_on(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        """The filter first, then the page."""
        typed = self.query_one(Input)
        if not typed.display:
            self.dismiss(None)
        typed.value, typed.display = "", False
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, direction: int) -> None:
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=direction * max(1, page.size.height - 2), animate=False)


def matching(words: str, commands: Sequence[Command]) -> list[Command]:
    """The commands with all of `words` in what is said of them, or with just that key."""
    wanted = words.casefold().split()
    found = []
    for command in commands:
        said = f"{command.group} {command.title} {command.help}".casefold()
        if all(word in said for word in wanted) or words.strip() in map(spelled, command.keys):
            found.append(command)
    return found


def key_table(commands: Sequence[Command]) -> Content:
    """Commands with their keys, group by group, as styled text."""
    lines: list[Content] = []
    for group in dict.fromkeys(command.group for command in commands):
        lines.append(Content(group).stylize("bold"))
        lines += [_line(command) for command in commands if command.group == group]
        lines.append(Content(""))
    return Content("\n").join(lines)


def filter_table() -> Content:
    """What the filter of the list of highlights understands."""
    lines = [Content("In the filter, all of which must hold").stylize("bold")]
    for said, meaning in EXAMPLES:
        first, *rest = wrap(meaning, MEANING_WIDTH)
        lines.append(Content.assemble((f"  {said:<{KEYS_WIDTH}}", "bold"), first))
        lines += [Content(f"  {'':<{KEYS_WIDTH}}{row}") for row in rest]
    return Content("\n").join(lines)


def _line(command: Command) -> Content:
    """Keys and title; what else there is to say stands below, indented."""
    keys = " ".join(spelled(keys) for keys in _few(command.keys))
    first, *rest = wrap(command.title, MEANING_WIDTH)
    rows = [Content.assemble((f"  {keys:<{KEYS_WIDTH}}", "bold"), first)]
    rows += [Content(f"  {'':<{KEYS_WIDTH}}{row}") for row in rest]
    asides = wrap(command.help, MEANING_WIDTH)
    rows += [Content(f"  {'':<{KEYS_WIDTH}}{row}").stylize("italic") for row in asides]
    return Content("\n").join(rows)


def _few(keys: tuple[str, ...]) -> tuple[str, ...]:
    """1–9 is said as one key."""
    return keys if len(keys) < 6 else (keys[0] + "–" + keys[-1],)
