"""The user's wishes: one TOML file in, frozen values out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.folders import folder

FILE = "settings.toml"
PRESETS = ("reader", "vim", "plain")
NARROWEST, WIDEST = 20, 160


class SettingsError(Exception):
    """The settings file cannot be used; says which file, which line of it, and why."""


@dataclass(frozen=True)
class Settings:
    """What a user may wish; `read_settings` takes the wishes from a file."""

    theme: str = ""
    """Name of a theme; "" leaves the choice to the app."""
    measure: int = 66
    """Columns of text at most."""
    preset: str = "reader"
    """Which table of keys: "reader", "vim" or "plain"."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys for commands, by command id, in place of the preset's."""
    author: str = ""
    """Whose name new annotations carry."""


def settings_file() -> Path:
    """Where the settings are; may not exist."""
    return folder("config") / FILE


def read_settings(path: Path | None = None) -> Settings:
    """The settings in `path`, by default `settings_file()`; a missing file means the defaults.

    Raises SettingsError for a file that is not TOML, for a value of a wrong kind, and for a key that does not exist.
    """
    path = path or settings_file()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error

    import tomllib

    try:
        return _settings(tomllib.loads(text), path)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_not_toml(path, str(error))) from error


def write_default_settings(path: Path | None = None) -> Path | None:
    """Write a commented file in which everything is as it is without one; None if there is a file already."""
    path = path or settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    except FileExistsError:
        return None
    return path


def mistake(key: str, why: str, path: Path | None = None) -> SettingsError:
    """What is wrong with the setting `key` ("theme", "keys.undo"), with its place in the file."""
    path = path or settings_file()
    line = _line_of(key, path)
    return SettingsError(f"{path}{f', line {line}' if line else ''}: {why}")


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A question whether the nearest of the `known` words was meant; if none is near, `otherwise` or all of them."""
    from difflib import get_close_matches

    words = list(known)
    near = get_close_matches(word, words, n=1)
    return f"did you mean “{near[0]}”?" if near else otherwise or f"known: {', '.join(words)}"


def _line_of(key: str, path: Path) -> int:
    """The line that sets `key`, from 1; 0 if it is not found."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    table = ""
    for number, line in enumerate(lines, 1):
        if header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            table = header[1].replace('"', "") + "."
        name = table.rstrip(".") if header else table + line.partition("=")[0].strip().replace('"', "")
        if name == key:
            return number
    return 0


def _not_toml(path: Path, said: str) -> str:
    """The parser's words with the place in front, as in every other message."""
    place = re.search(r" \(at line (\d+), column \d+\)", said)
    if place is None:
        return f"{path}: {said}"
    return f"{path}, line {place[1]}: {said.replace(place[0], '')}"


def _settings(wishes: dict[str, Any], path: Path) -> Settings:
    """`wishes` as Settings; raises SettingsError."""
    known: dict[str, Callable[[str, object], Any]] = {
        "theme": _text,
        "measure": _measure,
        "preset": _preset,
        "keys": _keys,
        "author": _text,
    }
    values = {}
    for key, value in wishes.items():
        if key not in known:
            raise mistake(key, f"there is no setting “{key}” ({nearest(key, known)})", path)
        try:
            values[key] = known[key](key, value)
        except _Wrong as wrong:
            raise mistake(wrong.key, str(wrong), path) from wrong
    return Settings(**values)


class _Wrong(Exception):
    """A value that makes no sense."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(f"{key} {why}")
        self.key = key


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong(key, f'must be text in quotation marks, such as {key} = "…"')
    return value


def _measure(key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not NARROWEST <= value <= WIDEST:
        raise _Wrong(key, f"must be a number of columns from {NARROWEST} to {WIDEST}")
    return value


def _preset(key: str, value: object) -> str:
    if value not in PRESETS:
        raise _Wrong(key, f"must be one of {', '.join(PRESETS)}")
    return str(value)


def _keys(key: str, value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise _Wrong(key, "must be a table of command ids, such as [keys]")
    return {command: _key_list(f"{key}.{command}", wished) for command, wished in value.items()}


def _key_list(key: str, value: object) -> tuple[str, ...]:
    wished = [value] if isinstance(value, str) else value
    if not isinstance(wished, list) or not all(isinstance(one, str) for one in wished):
        raise _Wrong(key, 'must be a key or a list of keys, such as ["h", "ctrl+h"]')
    return tuple(wished)
