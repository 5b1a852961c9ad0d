"""Key maps to choose from: what a preset changes in the table of commands.  Plain data.

`reader` is the table itself.  `vim` gives h, l and t back to motions and takes counts ("3j"); tags and highlights then
begin with a comma, a leader that vim leaves free.  `plain` knows arrows, function keys and control letters only.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.settings import SettingsError
from reader.ui.commands import COMMANDS, DIGITS
from reader.ui.keymap import Keymap

Keys = tuple[str, ...]

VIM: Mapping[str, Keys] = {
    "caret-left": ("h", "left"),
    "caret-right": ("l", "right"),
    "top": ("g g", "home"),
    "highlight": ("comma h",),
    "highlight-last-tag": ("comma comma", "enter"),
    "highlight-with-tag": tuple(f"comma {digit}" for digit in DIGITS),
    "tag": ("comma t",),
    "note": ("comma n",),
    "note-caret": ("comma n",),
    "speakers": ("comma s", "s"),
    "slide-left": ("alt+shift+left",),
}

_PLAIN: Mapping[str, Keys] = {
    "line-down": ("down",),
    "line-up": ("up",),
    "page-down": ("space", "pagedown"),
    "page-up": ("pageup",),
    "next-sentence": ("right",),
    "previous-sentence": ("left",),
    "next-article": ("ctrl+pagedown",),
    "previous-article": ("ctrl+pageup",),
    "select": ("f10",),
    "highlight": ("f2",),
    "highlight-last-tag": ("enter",),
    "tag": ("f3",),
    "note": ("f4",),
    "note-caret": ("f4",),
    "delete": ("delete",),
    "undo": ("ctrl+u",),
    "redo": ("ctrl+r",),
    "search": ("ctrl+f",),
    "filter": ("ctrl+f",),
    "next-hit": ("ctrl+n",),
    "speakers": ("f6",),
    "annotations": ("f7",),
    "contents": ("f8",),
    "zen": ("f9",),
    "wrap": ("alt+z",),
    "copy": ("ctrl+y",),
    "export": ("ctrl+e",),
    "open": ("enter", "right"),
    "reload": ("f5",),
    "palette": ("ctrl+p",),
    "help": ("f1",),
    "leave": ("escape",),
    "quit": ("ctrl+q",),
}


def _harmless(keys: Keys) -> Keys:
    """Keys of the table that are no letters or signs: what stays of a command that `plain` does not name."""
    return tuple(
        key for key in keys if " " not in key and ("+" in key or (len(key) > 1 and not key.endswith("_bracket")))
    )


PLAIN: Mapping[str, Keys] = {c.id: _PLAIN.get(c.id, c.keys if c.takes_key else _harmless(c.keys)) for c in COMMANDS}

PRESETS: Mapping[str, Mapping[str, Keys]] = {"reader": {}, "vim": VIM, "plain": PLAIN}
COUNTING = frozenset({"vim"})
"""Presets in which digits before a motion repeat it."""


class UnknownCommand(SettingsError):
    """The settings name a command that does not exist."""


def keymap(preset: str, wishes: Mapping[str, Keys]) -> Keymap:
    """The keymap of a preset with the user's own keys by command id; raises UnknownCommand."""
    unknown = sorted(set(wishes) - {command.id for command in COMMANDS})
    if unknown:
        raise UnknownCommand(f"settings: there is no command “{unknown[0]}” (reader keys --ids lists them)")
    return Keymap(COMMANDS, {**PRESETS[preset], **wishes}, counting=preset in COUNTING)
