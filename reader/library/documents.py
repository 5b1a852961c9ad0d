"""A stored file document by document: its bytes in, one document after the other out.

Parsed as a whole, a file of ten megabytes becomes half a million objects before the first of its records has become a
value; they are gone soon, but the memory between what stays does not come back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from reader.library.errors import Damaged
from reader.library.tables import has_changed_bits

Document: TypeAlias = "tuple[str, str, dict[str, Any]]"
"""The name of its table, its number there (as text), and what it says."""
_parsed = json.JSONDecoder().raw_decode
_SPACE = r"[ \t\n\r]*"
_OPENS = re.compile(rf"{_SPACE}{{{_SPACE}(}}?){_SPACE}")
_COLON = re.compile(rf"{_SPACE}(:){_SPACE}")
_BEHIND = re.compile(rf"{_SPACE}([,}}]){_SPACE}")


def documents(content: bytes) -> Iterator[Document]:
    """What `tables.decode` gives at once; raises Damaged in the end where that does, so nothing counts until then."""
    if not content.strip(b"\0"):
        raise Damaged("empty")
    is_damaged = has_changed_bits(content)
    try:
        json_text = _Json(content.decode(json.detect_encoding(content), "surrogatepass"))
        del content  # it is as large as all that is made of it
        for table in json_text.members():
            for number in json_text.members():
                document = json_text.value()
                if not isinstance(document, dict):
                    raise Damaged("not a TinyDB file")
                yield table, number, document
        json_text.end()
    except ValueError as error:
        raise Damaged(f"not a TinyDB file: {error}") from error
    if is_damaged:
        raise Damaged("some of its bits have changed")


class _Json:
    """A JSON text, read from its beginning to its end; what is not as asked for raises ValueError."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def members(self) -> Iterator[str]:
        """The keys of the object that comes next; whoever takes one reads its value before the next one."""
        sign = self._pass(_OPENS)
        while sign != "}":
            key = self.value()
            self._pass(_COLON)
            if not isinstance(key, str):
                raise ValueError(f"a key that is no text, before {self._at}")
            yield key
            sign = self._pass(_BEHIND)

    def value(self) -> Any:
        """Whatever begins here, made."""
        value, self._at = _parsed(self._text, self._at)
        return value

    def end(self) -> None:
        if self._at < len(self._text):
            raise ValueError(f"more than one object, at {self._at}")

    def _pass(self, signs: re.Pattern[str]) -> str:
        """Go behind `signs`; the last of them."""
        found = signs.match(self._text, self._at)
        if found is None:
            raise ValueError(f"something else is expected at {self._at}")
        self._at = found.end()
        return found[1]
