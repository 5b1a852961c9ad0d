"""Bytes in, text out: byte order marks, UTF-16, UTF-8, and for everything else a guess that is said to be one."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass

from reader.sources.unreadable import Unreadable

_FALLBACK = "windows-1252"
_SNIFFED = 8192
_SAMPLE = 65536
_LOST = "\N{REPLACEMENT CHARACTER}"
# Bell to carriage return, and escape: terminals' texts have them.
_TEXT_CONTROLS = bytes([*range(7, 14), 27])
_BINARY_CONTROLS = bytes(sorted(set(range(32)) - set(_TEXT_CONTROLS)))

# Longer marks come before those that they begin with.
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

_MAGIC = {
    b"%PDF-": "a PDF file, not shown",
    b"PK\x03\x04": "a zip archive, not shown",
    b"\x1f\x8b": "compressed, not shown",
    b"\x89PNG\r\n": "a picture, not shown",
    b"\xff\xd8\xff": "a picture, not shown",
    b"GIF8": "a picture, not shown",
    b"\x7fELF": "a program, not shown",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an office document, not shown",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with `\\n` for every newline and without a byte order mark; `notice` says what had to be guessed."""

    text: str
    notice: str = ""


def decode(data: bytes, complete: bool = True, encoding: str = "") -> Decoded:
    """The text of `data`, of which the end may have been cut off inside a character unless it is `complete`.

    `encoding`, where given, is obeyed.  Raises Unreadable for data that is no text and for an unknown encoding.
    """
    if mark := _beginning(data, _MARKS):
        return Decoded(_text(data[len(mark) :], encoding or _MARKS[mark], complete))
    if encoding:
        return Decoded(_text(data, encoding, complete))
    if magic := _beginning(data, _MAGIC):
        raise Unreadable(_MAGIC[magic])
    head = data[:_SNIFFED]
    if wide := _wide(head):
        _refuse_binary(head.decode(wide, "ignore").encode())
        return Decoded(_text(data, wide, complete), f"decoded as {wide} (a guess)")
    _refuse_binary(head)
    return _eight_bit(data, complete)


def _beginning(data: bytes, known: Mapping[bytes, str]) -> bytes | None:
    """The first of the `known` beginnings that `data` has."""
    if not data.startswith(tuple(known)):
        return None
    return next(filter(data.startswith, known))


def _eight_bit(data: bytes, complete: bool) -> Decoded:
    try:
        text, _ = codecs.utf_8_decode(data, "strict", complete)
        return Decoded(_with_newlines(text))
    except UnicodeDecodeError as error:
        sample = _sample(data, error.start)
    if _is_damaged_utf8(sample):
        text = _text(data, "utf-8", complete)
        return Decoded(text, f"damaged: {text.count(_LOST)} characters could not be read")
    guess = _guess(sample)
    return Decoded(_text(data, guess, complete), f"decoded as {guess} (a guess)")


def _sample(data: bytes, first_wrong: int) -> bytes:
    """What stands around the first byte that is not UTF-8, from the start of its line where that is near."""
    start = max(data.rfind(b"\n", 0, first_wrong) + 1, first_wrong - _SAMPLE // 2)
    return data[start : start + _SAMPLE]


def _is_damaged_utf8(sample: bytes) -> bool:
    """Far more characters read than lost: UTF-8 with damage, not another encoding."""
    text = sample.decode("utf-8", "replace")
    lost = text.count(_LOST)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return beyond_ascii - lost > 10 * lost


def _guess(sample: bytes) -> str:
    import chardet  # takes 50 ms, and few files need it

    found = (chardet.detect(sample, prefer_superset=True)["encoding"] or "").lower()
    # The sample is known to be neither: such an answer comes from its first bytes alone.
    return _FALLBACK if not found or found.startswith(("utf", "ascii")) else found


def _text(data: bytes, encoding: str, complete: bool, errors: str = "replace") -> str:
    try:
        text = codecs.getincrementaldecoder(encoding)(errors).decode(data, final=complete)
    except LookupError:
        raise Unreadable("decoded with an encoding that does not exist") from None
    return _with_newlines(text)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _wide(head: bytes) -> str:
    """utf-16-le or utf-16-be where nearly every second byte that could be NUL is, and the others are not."""
    if b"\0" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.02 and even <= odd / 10:
        return "utf-16-le"
    if even > len(head) * 0.02 and odd <= even / 10:
        return "utf-16-be"
    return ""


def _refuse_binary(head: bytes) -> None:
    if not any(map(head.__contains__, _BINARY_CONTROLS)):
        return
    controls = len(head) - len(head.translate(None, _BINARY_CONTROLS))
    if head.count(0) > 1 + len(head) * 0.001 or controls > len(head) * 0.05:
        raise Unreadable("binary, not shown")
