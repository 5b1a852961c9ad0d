"""Whatever enters leaves without anything that a terminal would obey, and every offset stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safe import safe, safe_line
from tests.hostile import DECEIVING, MARKUP, PAYLOADS, STEERING, leaks

anything = st.text(st.characters() | st.sampled_from("\x1b\x00\x9b\u202e\u200e\u200dא\ud800\n\t\r"))


@pytest.mark.parametrize("payload", STEERING.values(), ids=STEERING.keys())
def test_terminal_sequences_become_visible_signs(payload: str) -> None:
    assert leaks(payload)
    assert leaks(safe(payload)) == []
    assert len(safe(payload)) == len(payload)


@pytest.mark.parametrize("payload", DECEIVING.values(), ids=DECEIVING.keys())
def test_characters_that_deceive_the_eye_are_replaced(payload: str) -> None:
    shown = safe(payload)
    assert leaks(shown) == []
    assert "\N{REPLACEMENT CHARACTER}" in shown
    assert len(shown) == len(payload)


@pytest.mark.parametrize("payload", MARKUP.values(), ids=MARKUP.keys())
def test_markup_is_text_like_any_other(payload: str) -> None:
    assert safe(payload) == payload


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\x00b", "a␀b"),
        ("a\rb", "a␍b"),
        ("a\x7fb", "a␡b"),
        ("a\x9bb", "a\ufffdb"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("“curly” — café 新闻", "“curly” — café 新闻"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_each_character_has_its_own_sign(raw: str, shown: str) -> None:
    assert safe(raw) == shown


def test_joiners_stay_because_scripts_and_emoji_need_them() -> None:
    family = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL} می\u200cخواهم"
    assert safe(family) == family


def test_direction_marks_stay_only_beside_arabic_or_hebrew() -> None:
    assert safe("שלום\u200f!") == "שלום\u200f!"
    assert safe("مرحبا\u061c\u200e") == "مرحبا\u061c\u200e"
    assert safe("hello\u200f!") == "hello\ufffd!"
    assert safe("שלום\u202eabc") == "שלום\ufffdabc"


def test_a_line_shows_its_line_breaks_and_tabs() -> None:
    assert safe_line("new\nline\tand\u2028more\x1b") == "new␊line␉and\ufffdmore␛"


@given(anything)
def test_safety_keeps_every_offset(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert leaks(shown) == []
    assert all(new == old for new, old in zip(shown, text, strict=True) if old in "\n\t" or old.isalnum())


@given(anything)
def test_what_is_safe_is_left_alone(text: str) -> None:
    assert safe(safe(text)) == safe(text)
    assert safe_line(safe_line(text)) == safe_line(text)


@given(anything)
def test_a_safe_line_is_one_line(text: str) -> None:
    assert len((safe_line(text) + ".").splitlines()) == 1


def test_every_payload_is_safe_as_a_line() -> None:
    for payload in PAYLOADS.values():
        assert leaks(safe_line(payload)) == []
