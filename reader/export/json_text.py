"""JSON that is safe to print and stands on one line if it is asked to: values in, text out, nothing lost."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from reader.text.safe import safe_line

json_string = encode_basestring
"""A string as JSON, not yet safe to print."""


def json_line(value: Any) -> str:
    """One line without its newline.  Characters that steer terminals or break lines are written as `\\u` escapes."""
    return safe_json(json.dumps(value, ensure_ascii=False))


def json_pages(value: Any) -> str:
    """The same, indented for people, with a newline at the end."""
    return "\n".join(map(safe_json, json.dumps(value, ensure_ascii=False, indent=2).split("\n"))) + "\n"


def safe_json(line: str) -> str:
    """One line of JSON with every character that does not belong on one as an escape."""
    # Most lines that are not printable to Python hold nothing worse than blanks at which no line breaks.
    if line.isprintable() or line.replace("\xa0", " ").isprintable() or safe_line(line) == line:
        return line
    return "".join(sign if safe_line(sign) == sign else json.dumps(sign)[1:-1] for sign in line)
