"""Every command of the app, once: its id, keys, words and the places where it works.  One file per group.

Key dispatch, footer, help, palette, `reader keys` and the README's table are all made from `COMMANDS`.
Keys are named as Textual names them; a chord is written with spaces ("] h"), `*` stands for any one character.
Plain data: importing this loads no Textual.
"""

from __future__ import annotations

from reader.ui.command import Command, Place
from reader.ui.commands.annotating import ANNOTATING, DIGITS
from reader.ui.commands.application import APPLICATION
from reader.ui.commands.coding import CODING
from reader.ui.commands.finding import FINDING
from reader.ui.commands.moving import MOVING
from reader.ui.commands.quoting import QUOTING
from reader.ui.commands.reviewing import REVIEWING
from reader.ui.commands.selecting import SELECTING
from reader.ui.commands.showing import SHOWING
from reader.ui.commands.taking_away import TAKING_AWAY

__all__ = ["BY_ID", "COMMANDS", "DIGITS", "Command", "Place"]

COMMANDS: tuple[Command, ...] = (
    *MOVING,
    *SELECTING,
    *ANNOTATING,
    *REVIEWING,
    *CODING,
    *FINDING,
    *SHOWING,
    *QUOTING,
    *TAKING_AWAY,
    *APPLICATION,
)

BY_ID = {command.id: command for command in COMMANDS}
