"""Keys in, commands out."""

from __future__ import annotations

import pytest

from reader.settings import SettingsError
from reader.ui.commands import COMMANDS, Place
from reader.ui.keymap import Keymap, spelled
from reader.ui.presets import is_key, keymap
from reader.ui.screens.help_screen import key_table


def meant(keys: str, place: Place) -> str | None:
    """The id of the command that a row of key presses comes to."""
    keymap = Keymap()
    pressed = None
    for key in keys.split():
        pressed = keymap.press(key, place)
    return pressed.command.id if pressed and pressed.command else None


@pytest.mark.parametrize(
    ("keys", "place", "command"),
    [
        ("h", Place.READING, "highlight"),
        ("h", Place.CARET, "caret-left"),
        ("H", Place.SELECTION, "highlight-last-tag"),
        ("u", Place.READING, "half-page-up"),
        ("u", Place.CARET, "undo-caret"),
        ("b", Place.READING, "page-up"),
        ("b", Place.SELECTION, "word-back"),
        ("d", Place.READING, "half-page-down"),
        ("d d", Place.CARET, "delete-caret"),
        ("right_square_bracket h", Place.READING, "next-highlight"),
        ("right_square_bracket right_square_bracket", Place.CARET, "next-heading"),
        ("i quotation_mark", Place.CARET, "select-quotation"),
        ("a", Place.READING, "note"),
        ("a", Place.SELECTION, "note"),
        ("a p", Place.CARET, "select-around-paragraph"),
        ("a a", Place.CARET, "note-caret"),
        ("slash", Place.READING, "search"),
        ("slash", Place.LIBRARY, "filter"),
        ("x", Place.ANNOTATIONS, "delete-in-list"),
        ("x", Place.READING, "delete"),
        ("space", Place.ANNOTATIONS, "mark"),
        ("space", Place.SPEAKERS, "page-down"),
        ("x", Place.LIBRARY, None),
        ("right_square_bracket z", Place.READING, None),
    ],
)
def test_a_key_means_what_the_key_map_says_for_its_place(keys: str, place: Place, command: str | None) -> None:
    assert meant(keys, place) == command


def test_the_first_key_of_a_chord_waits_and_says_what_may_follow() -> None:
    pressed = Keymap().press("right_square_bracket", Place.READING)
    assert pressed.command is None
    assert pressed.pending == "]"
    assert ("h", "Next highlight") in pressed.choices


def test_a_key_that_does_not_go_on_drops_the_chord_and_the_next_key_counts_alone() -> None:
    keymap = Keymap()
    keymap.press("right_square_bracket", Place.READING)
    assert keymap.press("z", Place.READING).command is None
    pressed = keymap.press("h", Place.READING)
    assert pressed.command is not None and pressed.command.id == "highlight"


def test_escape_can_drop_a_chord() -> None:
    keymap = Keymap()
    keymap.press("right_square_bracket", Place.READING)
    assert keymap.drop()
    assert not keymap.drop()


def test_a_command_that_takes_a_key_is_told_which_one() -> None:
    pressed = Keymap().press("3", Place.READING)
    assert pressed.command is not None
    assert (pressed.command.id, pressed.key) == ("highlight-with-tag", "3")


def test_an_override_replaces_the_keys_of_a_command() -> None:
    keymap = Keymap(overrides={"highlight": ("f9",)})
    pressed = keymap.press("f9", Place.READING)
    assert pressed.command is not None and pressed.command.id == "highlight"
    assert keymap.press("h", Place.READING).command is None


@pytest.mark.parametrize("place", list(Place))
def test_no_two_commands_want_the_same_key_in_one_place(place: Place) -> None:
    claims = [keys for command in COMMANDS if place in command.where for keys in command.keys]
    assert sorted(claims) == sorted(set(claims))


def test_command_ids_are_unique() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("keys", "spelling"),
    [("right_square_bracket h", "]h"), ("ctrl+o", "ctrl+o"), ("question_mark", "?"), ("alt+left", "alt+←")],
)
def test_keys_are_spelled_as_a_person_writes_them(keys: str, spelling: str) -> None:
    assert spelled(keys) == spelling


def presses(keymap: Keymap, keys: str, place: Place) -> tuple[str, int]:
    """Command and count that a row of keys comes to."""
    pressed = [keymap.press(key, place) for key in keys.split()][-1]
    return (pressed.command.id if pressed.command else "", pressed.count)


def test_the_vim_preset_counts_and_gives_h_and_l_back_to_the_caret() -> None:
    vim = keymap("vim", {})
    assert presses(vim, "1 2 j", Place.READING) == ("line-down", 12)
    assert presses(vim, "j", Place.READING) == ("line-down", 1)
    assert presses(vim, "h", Place.CARET) == ("caret-left", 1)
    assert presses(vim, "comma 3", Place.READING) == ("highlight-with-tag", 1)
    assert presses(vim, "g g", Place.READING) == ("top", 1)


def test_the_plain_preset_has_no_letters() -> None:
    plain = keymap("plain", {})
    assert presses(plain, "j", Place.READING) == ("", 1)
    assert presses(plain, "f2", Place.READING) == ("highlight", 1)
    assert presses(plain, "down", Place.READING) == ("line-down", 1)


def test_keys_in_the_settings_may_be_written_as_on_the_keyboard() -> None:
    mine = keymap("reader", {"next-highlight": ("] n",), "help": (";",)})
    assert presses(mine, "right_square_bracket n", Place.READING) == ("next-highlight", 1)
    assert presses(mine, "semicolon", Place.READING) == ("help", 1)


def test_a_command_that_does_not_exist_is_named() -> None:
    with pytest.raises(SettingsError, match=r"highlihgt.*did you mean “highlight”"):
        keymap("reader", {"highlihgt": ("h",)})


def test_a_key_of_ones_own_is_taken_away_from_what_had_it() -> None:
    mine = keymap("reader", {"zen": ("j",)})
    assert presses(mine, "j", Place.READING) == ("zen", 1)
    assert presses(mine, "down", Place.READING) == ("line-down", 1)


def test_signs_that_no_command_has_can_be_keys() -> None:
    mine = keymap("reader", {"zen": ("^", "ctrl+f9")})
    assert presses(mine, "circumflex_accent", Place.READING) == ("zen", 1)


def test_one_key_for_two_wishes_is_a_mistake() -> None:
    with pytest.raises(SettingsError, match=r"wished for “(undo|zen)”, too"):
        keymap("reader", {"zen": ("f9",), "undo": ("f9",)})


@pytest.mark.parametrize("keys", ["ctlr+z", "escpae", "ctrl+", "] hh"])
def test_a_key_that_no_keyboard_has_is_named(keys: str) -> None:
    with pytest.raises(SettingsError, match="there is no key"):
        keymap("reader", {"zen": (keys,)})


def test_every_key_of_the_table_is_a_key() -> None:
    keys = {key for command in COMMANDS for keys in command.keys for key in keys.split()}
    assert [key for key in sorted(keys) if not is_key(key)] == []


def test_help_shows_the_keys_that_one_really_has() -> None:
    def shown(preset: str, wishes: dict[str, tuple[str, ...]]) -> list[str]:
        """The first words of every line."""
        lines = key_table(keymap(preset, wishes).commands(Place.READING)).plain.splitlines()
        return [line.split("  ")[1] for line in lines if line.startswith("  ") and line[2] != " "]

    assert {"h", "3j"}.isdisjoint(shown("vim", {})) and ",h" in shown("vim", {})
    assert "F2" in [keys.upper() for keys in shown("plain", {})]
    assert "j ↓" in shown("reader", {})
    mine = shown("reader", {"zen": ("j",)})
    assert "↓" in mine and "j" in mine and "j ↓" not in mine


def test_a_command_that_has_lost_its_keys_can_still_be_found() -> None:
    mine = keymap("reader", {"zen": ("f5", "r")})
    reload = next(command for command in mine.all if command.id == "reload")
    assert reload.keys == ()
    assert reload not in mine.commands(Place.READING)
