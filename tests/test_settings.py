"""Settings: wishes come out of the file, and mistakes are named."""

from pathlib import Path

import pytest

from reader.settings import Settings, SettingsError, read_settings, write_default_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_there_are_the_defaults(file: Path) -> None:
    assert read_settings(file) == Settings()


def test_wishes_are_taken_from_the_file(file: Path) -> None:
    file.write_text(
        'theme = "nord"\nmeasure = 72\npreset = "vim"\nauthor = "Ada"\n[keys]\nundo = ["u", "ctrl+u"]\nopen = "o"'
    )
    assert read_settings(file) == Settings("nord", 72, "vim", {"undo": ("u", "ctrl+u"), "open": ("o",)}, "Ada")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("measure = 66\ntheme = nord", "line 2"),
        ("colour = 3", "no setting “colour”"),
        ("measure = true", "measure must be a number of columns from 20 to 160"),
        ("measure = 5", "measure must be"),
        ("theme = 1", "theme must be text"),
        ('preset = "emacs"', "one of reader, vim, plain"),
        ("keys = 1", "keys must be a table"),
        ("[keys]\nundo = [1]", "keys.undo must be"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(file: Path, text: str, says: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError, match=says) as raised:
        read_settings(file)
    assert str(file) in str(raised.value)


def test_a_file_that_is_not_text_is_named_too(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        read_settings(file)


def test_a_mistake_is_told_with_its_line(file: Path) -> None:
    file.write_text('theme = "nord"\n\nmeasure = 5\n[keys]\nundo = [1]\n')
    with pytest.raises(SettingsError, match=r"settings\.toml, line 3: measure must be"):
        read_settings(file)
    file.write_text("# nothing\n\ntheme = nord\n")
    with pytest.raises(SettingsError, match=r"settings\.toml, line 3: Invalid value$"):
        read_settings(file)
    file.write_text('[keys]\n"undo" = [1]\n')
    with pytest.raises(SettingsError, match=r"line 2: keys\.undo must be"):
        read_settings(file)


def test_a_name_that_is_nearly_right_is_proposed(file: Path) -> None:
    file.write_text("mesure = 70\n")
    with pytest.raises(SettingsError, match=r"line 1: .*did you mean “measure”"):
        read_settings(file)


def test_a_written_file_changes_nothing_and_everything_in_it_can_be_switched_on(file: Path) -> None:
    assert write_default_settings(file) == file
    assert read_settings(file) == Settings()
    lines = [line.removeprefix("# ") for line in file.read_text("utf-8").splitlines()]
    settings = [line for line in lines if " = " in line or line.startswith("[")]
    file.write_text("\n".join(settings), encoding="utf-8")
    wished = read_settings(file)
    assert wished.theme == "lamp"
    assert wished.keys == {"export": ("E", "ctrl+e", "f12"), "next-highlight": ("] h",)}


def test_a_file_that_is_there_is_never_written_over(file: Path) -> None:
    file.write_text("measure = 70\n")
    assert write_default_settings(file) is None
    assert file.read_text() == "measure = 70\n"
