"""Keys in, commands out: one dispatcher for single keys and chords.  Pure: no Textual.

Keys are looked up in the place that has the focus.  After the first key of a chord the dispatcher waits for the next
one and can say what it may be; a key that does not go on drops the chord.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.ui.commands import COMMANDS, Command, Place

Sequence = tuple[str, ...]
ANY = "*"

SIGNS = {
    "right_square_bracket": "]", "left_square_bracket": "[", "right_parenthesis": ")", "left_parenthesis": "(",
    "right_curly_bracket": "}", "left_curly_bracket": "{", "apostrophe": "'", "quotation_mark": '"', "slash": "/",
    "backslash": "\\", "less_than_sign": "<", "greater_than_sign": ">", "question_mark": "?", "colon": ":",
    "plus": "+", "minus": "-", "equals_sign": "=", "dollar_sign": "$", "asterisk": "*", "circumflex_accent": "^",
    "pagedown": "pgdn", "pageup": "pgup", "escape": "esc", "down": "↓", "up": "↑", "left": "←", "right": "→",
}  # fmt: skip


def spelled(keys: str) -> str:
    """How a person would write a key or chord: "right_square_bracket h" → "]h", "m *" → "m a"."""
    parts = keys.split()
    signs = [
        SIGNS.get(part, part.replace("left", "←").replace("right", "→") if "+" in part else part) for part in parts
    ]
    if len(parts) > 1 and parts[-1] == ANY:
        signs[-1] = "a–z"
        return " ".join(signs)
    return "".join(signs)


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a key press came to: a command to run (with the key that chose it), a chord going on, or neither."""

    command: Command | None = None
    key: str = ""
    pending: str = ""
    """The chord so far as a person would write it, "" if none is going on."""
    choices: tuple[tuple[str, str], ...] = ()
    """While pending: what may follow, as (key, title)."""


class Keymap:
    """The chord that is going on, and the table of keys for each place."""

    def __init__(self, commands: Iterable[Command] = COMMANDS, overrides: Mapping[str, tuple[str, ...]] | None = None):
        self._table: dict[Place, dict[Sequence, Command]] = {place: {} for place in Place}
        self._so_far: Sequence = ()
        for command in commands:
            for keys in (overrides or {}).get(command.id, command.keys):
                for place in command.where:
                    self._table[place].setdefault(tuple(keys.split()), command)

    def press(self, key: str, place: Place) -> Pressed:
        """Take one key.  A single key that is also the start of chords counts at once if it has a command itself."""
        table = self._table[place]
        sequence = (*self._so_far, key)
        self._so_far = ()
        command = table.get(sequence) or (table.get((*sequence[:-1], ANY)) if len(sequence) > 1 else None)
        if command is not None:
            return Pressed(command, key)
        choices = self._following(table, sequence)
        if choices:
            self._so_far = sequence
            return Pressed(pending="".join(spelled(k) for k in sequence), choices=choices)
        return Pressed()

    def drop(self) -> bool:
        """Forget a chord that is going on; True if there was one."""
        going, self._so_far = bool(self._so_far), ()
        return going

    @staticmethod
    def _following(table: Mapping[Sequence, Command], sequence: Sequence) -> tuple[tuple[str, str], ...]:
        n = len(sequence)
        return tuple(
            (spelled(keys[n]) if keys[n] != ANY else "a–z", command.title)
            for keys, command in table.items()
            if len(keys) > n and keys[:n] == sequence
        )

    def commands(self, place: Place) -> list[Command]:
        """Commands that work in a place, in the table's order."""
        return list(dict.fromkeys(self._table[place].values()))
