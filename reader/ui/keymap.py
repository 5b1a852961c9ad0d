"""Keys in, commands out: one dispatcher for single keys and chords.  Pure: no Textual.

Keys are looked up in the place that has the focus.  After the first key of a chord the dispatcher waits for the next
one and can say what it may be; a key that does not go on drops the chord.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, replace

from reader.ui.commands import COMMANDS, Command, Place

Sequence = tuple[str, ...]
ANY = "*"

SIGNS = {
    "right_square_bracket": "]", "left_square_bracket": "[", "right_parenthesis": ")", "left_parenthesis": "(",
    "right_curly_bracket": "}", "left_curly_bracket": "{", "apostrophe": "'", "quotation_mark": '"', "slash": "/",
    "backslash": "\\", "less_than_sign": "<", "greater_than_sign": ">", "question_mark": "?", "colon": ":",
    "plus": "+", "minus": "-", "equals_sign": "=", "dollar_sign": "$", "asterisk": "*", "comma": ",", "full_stop": ".",
    "semicolon": ";", "exclamation_mark": "!",
    "pagedown": "pgdn", "pageup": "pgup", "escape": "esc", "down": "↓", "up": "↑", "left": "←", "right": "→",
}  # fmt: skip


NAMES = {sign: name for name, sign in SIGNS.items() if sign != "*"} | {",": "comma", ".": "full_stop", ";": "semicolon"}
MOST = 999
"""The highest count."""


def spelled(keys: str) -> str:
    """How a person would write a key or chord: "right_square_bracket h" → "]h", "m *" → "m a–z"."""
    parts = keys.split()
    if len(parts) > 1 and parts[-1] == ANY:
        return f"{spelled(parts[0])} a–z"
    signs = ["+".join(SIGNS.get(piece, piece) for piece in part.split("+")) for part in parts]
    return ("" if all(len(sign) == 1 for sign in signs) else " ").join(signs)


def named(keys: str) -> Sequence:
    """Keys as a person writes them ("] h", "?", "ctrl+e") by the names that a terminal's keys have here."""
    return tuple(NAMES.get(part) or _name(part) for part in keys.split())


def _name(key: str) -> str:
    """A sign that is not in our own list is called what Unicode calls it, as Textual does: "^" → circumflex_accent."""
    if len(key) > 1 or key.isalnum() or key == ANY:
        return key
    import unicodedata

    return unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a key press came to: a command to run (with the key that chose it), a chord going on, or neither."""

    command: Command | None = None
    key: str = ""
    pending: str = ""
    """The chord so far as a person would write it, "" if none is going on."""
    choices: tuple[tuple[str, str], ...] = ()
    """While pending: what may follow, as (key, title)."""
    count: int = 1
    """How often to do it, where the keymap counts."""


class Keymap:
    """The chord that is going on, and the table of keys for each place."""

    def __init__(
        self,
        commands: Collection[Command] = COMMANDS,
        overrides: Mapping[str, tuple[str, ...]] | None = None,
        counting: bool = False,
        wished: Container[str] = frozenset(),
    ) -> None:
        """`overrides`: keys by command id in place of the table's; `counting`: digits before a key repeat it.

        Where two commands want one key, the one whose id is `wished` has it, else the one for fewer places.
        """
        self._table: dict[Place, dict[Sequence, Command]] = {place: {} for place in Place}
        self._so_far: Sequence = ()
        self._counting = counting
        self._count = ""
        wanted = {command.id: (overrides or {}).get(command.id, command.keys) for command in commands}
        holders: dict[tuple[Place, str], str] = {}
        for command in sorted(commands, key=lambda command: (command.id not in wished, len(command.where))):
            for keys in wanted[command.id]:
                for place in command.where:
                    holders.setdefault((place, " ".join(named(keys))), command.id)
        self.all = tuple(_with_keys(command, wanted[command.id], holders) for command in commands)
        """Every command with the keys that it has here, if any."""
        by_id = {command.id: command for command in self.all}
        for (place, keys), holder in holders.items():
            self._table[place][tuple(keys.split())] = by_id[holder]

    def press(self, key: str, place: Place) -> Pressed:
        """Take one key.  A single key that is also the start of chords counts at once if it has a command itself."""
        if self._counting and not self._so_far and key.isdigit() and (self._count or key != "0"):
            self._count += key
            return Pressed(pending=self._count)
        table = self._table[place]
        sequence = (*self._so_far, key)
        self._so_far = ()
        command = table.get(sequence) or (table.get((*sequence[:-1], ANY)) if len(sequence) > 1 else None)
        if command is None and (choices := self._following(table, sequence)):
            self._so_far = sequence
            return Pressed(pending=self._count + "".join(spelled(k) for k in sequence), choices=choices)
        count, self._count = min(MOST, int(self._count or 1)), ""
        return Pressed(command, key, count=count) if command else Pressed()

    def drop(self) -> bool:
        """Forget a chord that is going on; True if there was one."""
        going = bool(self._so_far or self._count)
        self._so_far, self._count = (), ""
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
        working = set(self._table[place].values())
        return [command for command in self.all if command in working]

    def meaning(self, keys: str, place: Place) -> Command | None:
        """The command for a key or chord."""
        return self._table[place].get(named(keys))


def _with_keys(command: Command, wanted: Sequence, holders: Mapping[tuple[Place, str], str]) -> Command:
    """`command` with those of its keys that no other command has in all of its places."""
    keys = tuple(
        key for key in wanted if any(holders[place, " ".join(named(key))] == command.id for place in command.where)
    )
    return command if keys == command.keys else replace(command, keys=keys)
