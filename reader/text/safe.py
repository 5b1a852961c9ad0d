"""Text that cannot talk to a terminal: characters that steer one become visible signs, one for one.

Any text in, text of the same length out, so offsets survive.  Terminals obey ESC, C1 controls and direction overrides
wherever they stand, so everything that enters (files, names, metadata, error messages) passes here once.
"""

from __future__ import annotations

import re

_REPLACEMENT = 0xFFFD
_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, 0x2421

# First and last code points of what a terminal may act on, and of what hides or reorders what is shown:
# C0 but newline and tab, DEL and C1, direction overrides and isolates, surrogates, tags.
_UNSAFE = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (_DELETE, 0x9F),
    (0x202A, 0x202E),
    (0x2066, 0x206F),
    (0xD800, 0xDFFF),
    (0xE0000, 0xE007F),
)
_DIRECTION_MARKS = ((0x061C, 0x061C), (0x200E, 0x200F))


def _sign(code: int) -> int:
    """The visible sign of an unsafe code point."""
    if code < 0x20:
        return _CONTROL_PICTURES + code
    return _DELETE_PICTURE if code == _DELETE else _REPLACEMENT


def _signs(ranges: tuple[tuple[int, int], ...]) -> dict[int, int]:
    return {code: _sign(code) for first, last in ranges for code in range(first, last + 1)}


_RIGHT_TO_LEFT = _signs(_UNSAFE)
_LEFT_TO_RIGHT = _signs(_UNSAFE + _DIRECTION_MARKS)
_LINE_BREAKS = _signs(((0x09, 0x0A), (0x2028, 0x2029)))

_ORDINARY = bytes([9, 10, *range(0x20, _DELETE)])
_ANY_UNSAFE = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _UNSAFE + _DIRECTION_MARKS)}]")
_LINE_BREAK = re.compile("[\t\n\u2028\u2029]")
_RIGHT_TO_LEFT_LETTER = re.compile("[\u05d0-\u05f2\u0620-\u07ff\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def safe(text: str) -> str:
    """`text` with every unsafe character replaced by one visible sign; newlines and tabs stay.

    C0 controls and DEL become their Control Pictures (ESC: ␛); C1 controls, direction overrides, tag characters and
    lone surrogates become U+FFFD.  Joiners stay.  Direction marks stay where the text has Arabic or Hebrew letters.
    """
    # Bytes are dropped much faster than characters are looked at, and nearly all of nearly every text is ASCII.
    rare = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY)
    if not rare or not _ANY_UNSAFE.search(rare.decode("utf-8", "surrogatepass")):
        return text
    return text.translate(_RIGHT_TO_LEFT if _RIGHT_TO_LEFT_LETTER.search(text) else _LEFT_TO_RIGHT)


def safe_line(text: str) -> str:
    """`safe()` for names, titles and messages: line breaks and tabs become visible signs too."""
    shown = safe(text)
    return shown if shown.isprintable() or not _LINE_BREAK.search(shown) else shown.translate(_LINE_BREAKS)
