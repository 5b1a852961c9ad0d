"""JSON that is safe to print and stands on one line if it is asked to: values in, text out, nothing lost."""

from __future__ import annotations

import json
from typing import Any

from reader.text.safe import safe_line


def json_line(value: Any) -> str:
    """One line without its newline.  Characters that steer terminals or break lines are written as `\\u` escapes."""
    return _escaped(json.dumps(value, ensure_ascii=False))


def json_pages(value: Any) -> str:
    """The same, indented for people, with a newline at the end."""
    return "\n".join(map(_escaped, json.dumps(value, ensure_ascii=False, indent=2).split("\n"))) + "\n"


def _escaped(line: str) -> str:
    if safe_line(line) == line:
        return line
    return "".join(sign if safe_line(sign) == sign else json.dumps(sign)[1:-1] for sign in line)
