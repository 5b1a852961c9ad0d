"""Code and the name of its language in, spans that look different out.

Pygments knows the languages.  It takes longer to import than a page takes to show: nothing on the way to the first
text may call this, and whoever calls it does so in a thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from time import monotonic
from typing import Protocol, TypeAlias

from reader.text import Span

Coloured: TypeAlias = tuple[Span, str]
"""Code points of the code, and the role that they play."""

LONGEST_LINE = 2_000
"""Code points; what has longer lines was not made for people, and some languages take quadratic time for it."""
PATIENCE = 0.5
"""Seconds for one piece of code; what lies behind stays plain."""

_ROLES = {
    "Token.Keyword": "code-keyword",
    "Token.Operator.Word": "code-keyword",
    "Token.Keyword.Constant": "code-number",
    "Token.Literal.Number": "code-number",
    "Token.Literal.String": "code-string",
    "Token.Comment": "code-comment",
    "Token.Name.Attribute": "code-name",
    "Token.Name.Builtin": "code-name",
    "Token.Name.Class": "code-name",
    "Token.Name.Decorator": "code-name",
    "Token.Name.Function": "code-name",
    "Token.Name.Tag": "code-name",
    "Token.Generic.Heading": "code-name",
    "Token.Generic.Subheading": "code-name",
    "Token.Generic.Inserted": "code-inserted",
    "Token.Generic.Deleted": "code-deleted",
}
"""By the parser's kind of word; what is not named here has the role of the nearest kind above it, or none."""


def language_of(info: str) -> str:
    """The language that the line above a piece of code names: "Python title=x", "{.python}" → "python"; "" for none."""
    words = info.strip("{} \t").split(maxsplit=1)
    return words[0].lstrip(".").lower() if words else ""


def coloured(code: str, language: str) -> list[Coloured]:
    """The spans of `code` that look different, in order; none for a language that nobody knows."""
    lexer = _lexer(language)
    if lexer is None or max(map(len, code.split("\n"))) > LONGEST_LINE:
        return []
    return list(_before(monotonic() + PATIENCE, lexer, code))


class _Lexer(Protocol):
    """What is used of Pygments' own class, which has no types."""

    def get_tokens_unprocessed(self, text: str) -> Iterable[tuple[int, object, str]]:
        """(start, kind, words) of one word after the other."""


def _before(deadline: float, lexer: _Lexer, code: str) -> Iterator[Coloured]:
    """What is found before the deadline; neighbours that look the same are one."""
    start = end = 0
    role = ""
    for at, kind, words in lexer.get_tokens_unprocessed(f"{code}\n"):  # some know a line only by its end
        if monotonic() > deadline:
            break
        its_role = _role(str(kind))
        if its_role != role or at != end:
            if role:
                yield Span(start, end), role
            start, role = at, its_role
        end = min(at + len(words), len(code))
    if role and start < end:
        yield Span(start, end), role


@lru_cache(maxsize=64)
def _lexer(language: str) -> _Lexer | None:
    """Reads one language; None for what nobody knows."""
    if not language:
        return None
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
    from pygments.util import ClassNotFound  # type: ignore[import-untyped]

    try:
        lexer: _Lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return None
    return lexer


@lru_cache(maxsize=512)
def _role(kind: str) -> str:
    while kind and kind not in _ROLES:
        kind = kind.rpartition(".")[0]
    return _ROLES.get(kind, "")
