"""Text that cannot talk to a terminal: characters that steer one become visible signs, one for one.

Any text in, text of the same length out, so offsets survive.  Terminals obey ESC, C1 controls and direction overrides
wherever they stand, so everything that enters (files, names, metadata, error messages) passes here once.
"""

from __future__ import annotations

import re

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"

# Everything but newline and tab that a terminal may act on or that hides or reorders what is shown.
_C0 = "\x00-\x08\x0b-\x1f"
_DELETE_AND_C1 = "\x7f-\x9f"
_DIRECTION_MARKS = "\u061c\u200e\u200f"
_DIRECTION_OVERRIDES = "\u202a-\u202e\u2066-\u206f"
_SURROGATES = "\ud800-\udfff"
_TAGS = "\U000e0000-\U000e007f"
_UNSAFE = re.compile(f"[{_C0}{_DELETE_AND_C1}{_DIRECTION_MARKS}{_DIRECTION_OVERRIDES}{_SURROGATES}{_TAGS}]")
_UNSAFE_RIGHT_TO_LEFT = re.compile(f"[{_C0}{_DELETE_AND_C1}{_DIRECTION_OVERRIDES}{_SURROGATES}{_TAGS}]")
_LINE_BREAKS = re.compile("[\t\n\u2028\u2029]")
_RIGHT_TO_LEFT_LETTER = re.compile("[\u05d0-\u05f2\u0620-\u07ff\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def safe(text: str) -> str:
    """`text` with every unsafe character replaced by one visible sign; newlines and tabs stay.

    C0 controls and DEL become their Control Pictures (ESC: ␛); C1 controls, direction overrides, tag characters and
    lone surrogates become U+FFFD.  Joiners stay.  Direction marks stay where the text has Arabic or Hebrew letters.
    """
    # isprintable() is several times faster than a search and true for nearly every text.
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    right_to_left = not text.isascii() and _RIGHT_TO_LEFT_LETTER.search(text)
    return (_UNSAFE_RIGHT_TO_LEFT if right_to_left else _UNSAFE).sub(_visible, text)


def safe_line(text: str) -> str:
    """`safe()` for names, titles and messages: line breaks and tabs become visible signs too."""
    return _LINE_BREAKS.sub(_visible, safe(text))


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return _DELETE_PICTURE if character == _DELETE else _REPLACEMENT
