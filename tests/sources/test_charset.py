"""Bytes become the text that their writer meant, or say that they are no text, or that the answer is a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import Unreadable
from reader.sources.charset import decode

GERMAN = "Der Präsident sagte: „Wir gehen nicht zurück“, und die Straße war natürlich für alle Bürger offen.\n" * 4
RUSSIAN = "Президент сказал, что переговоры начнутся завтра утром в столице.\n" * 4
CHINESE = "总统在电话中表示，海峡将于六月一日重新开放。两国领导人同意继续对话。\n" * 4
JAPANESE = "大統領は電話で、海峡は六月一日に再び開かれると述べた。両首脳は対話を続ける。\n" * 4


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "utf-7"]
)
def test_an_encoding_that_shows_itself_is_read_rightly(encoding: str) -> None:
    text = "plain enough: a telephone call, three readouts\n" * 5
    decoded = decode(text.encode(encoding))
    assert decoded.text == text


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_settle_the_encoding(mark: str) -> None:
    decoded = decode((GERMAN + CHINESE).encode(mark))
    assert decoded.text == GERMAN + CHINESE
    assert decoded.notice == ""


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", GERMAN),
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("gb18030", CHINESE),
        ("shift_jis", JAPANESE),
        ("utf-16-le", GERMAN),
        ("utf-16-be", GERMAN),
    ],
)
def test_a_guess_is_right_and_called_a_guess(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.notice.endswith("(a guess)")


def test_a_guess_looks_where_the_strange_bytes_are() -> None:
    text = "plain words\n" * 20_000 + RUSSIAN
    assert decode(text.encode("cp1251")).text == text


def test_an_encoding_can_be_chosen() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), encoding="koi8-r").text == RUSSIAN
    with pytest.raises(Unreadable, match="encoding that does not exist"):
        decode(b"x", encoding="no-such-thing")


def test_damaged_utf8_stays_utf8() -> None:
    data = CHINESE.encode()
    decoded = decode(data[:50] + b"\xff" + data[50:])
    assert "\ufffd" in decoded.text
    assert decoded.text.endswith(CHINESE[-40:])
    assert decoded.notice.startswith("damaged")


def test_a_character_cut_off_by_the_cap_is_no_damage() -> None:
    data = CHINESE.encode()[:-2]
    decoded = decode(data, complete=False)
    assert decoded.text == CHINESE[:-2]
    assert decoded.notice == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%...", "a PDF file, not shown"),
        (b"PK\x03\x04rest", "a zip archive, not shown"),
        (b"\x89PNG\r\n\x1a\n", "a picture, not shown"),
        (b"\x00\x01\x02\x03" * 100, "binary, not shown"),
        (bytes(range(256)) * 10, "binary, not shown"),
        (b"text \x01\x02\x03\x04" * 100, "binary, not shown"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.reason == reason


def test_terminal_colours_do_not_make_a_text_binary() -> None:
    assert decode(b"\x1b[31mred\x1b[0m and more\n" * 50).text.startswith("\x1b[31m")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_becomes_one(newline: str) -> None:
    assert decode(f"one{newline}two{newline}{newline}three".encode()).text == "one\ntwo\n\nthree"


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_become_text_or_a_reason(data: bytes, complete: bool) -> None:
    try:
        assert "\r" not in decode(data, complete).text
    except Unreadable as refused:
        assert refused.reason


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_comes_through_unchanged(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
