"""Key maps to choose from: what a preset changes in the table of commands.  Plain data.

`reader` is the table itself.  `vim` gives h, l and t back to motions and takes counts ("3j"); tags and highlights then
begin with a comma, a leader that vim leaves free.  `plain` knows arrows, function keys and control letters only.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.settings import mistake, nearest
from reader.ui.commands import COMMANDS, DIGITS
from reader.ui.keymap import NAMES, SIGNS, Keymap

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
    "tag-by-key-in-list": tuple(f"comma {digit}" for digit in DIGITS),
    "pin-tag": tuple(f"comma {digit}" for digit in DIGITS),
    "unpin-tag": ("comma 0",),
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
    "codebook": ("ctrl+t",),
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
MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
LONG_NAMES = frozenset(
    {*SIGNS, *NAMES.values(), "space", "enter", "tab", "backspace", "delete", "insert", "home", "end"}
    | {f"f{number}" for number in range(1, 25)}
)
"""Keys that are not called by a single sign."""
COUNTING = frozenset({"vim"})
"""Presets in which digits before a motion repeat it."""


def keymap(preset: str, wishes: Mapping[str, Keys]) -> Keymap:
    """The keymap of a preset with the user's own keys by command id.

    Raises SettingsError for a command that does not exist, a key that no keyboard has, and one key for two commands.
    """
    commands = {command.id: command for command in COMMANDS}
    for command_id, keys in wishes.items():
        setting = f"keys.{command_id}"
        if command_id not in commands:
            meant = nearest(command_id, commands, "reader keys --ids lists them")
            raise mistake(setting, f"there is no command “{command_id}” ({meant})")
        for key in keys:
            if strange := [part for part in key.split() if not is_key(part)]:
                raise mistake(setting, f"there is no key “{strange[0]}”")
    made = Keymap(COMMANDS, {**PRESETS[preset], **wishes}, counting=preset in COUNTING, wished=wishes)
    for command_id, keys in wishes.items():
        command = commands[command_id]
        others = [made.meaning(key, place) for key in keys for place in command.where]
        if taken := [other for other in others if other is not None and other.id != command_id]:
            raise mistake(f"keys.{command_id}", f"the key is wished for “{taken[0].id}”, too")
    return made


def is_key(key: str) -> bool:
    """Whether a keyboard may have it: "q", "?", "f12", "ctrl+pagedown"."""
    *modifiers, last = key.split("+") if len(key) > 1 and not key.endswith("+") else [key]
    return set(modifiers) <= MODIFIERS and (len(last) == 1 or last in LONG_NAMES)
