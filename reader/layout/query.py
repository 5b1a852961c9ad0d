"""What is searched for: words as somebody typed them in, a compiled pattern out; knows nothing of articles."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from reader.text import Span


class BadQuery(ValueError):
    """What was typed is no regular expression; says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Query:
    """Capitals count only if `words` has some (smart case); a blank matches any white space."""

    words: str
    regex: bool = False
    """`words` is a regular expression, as Python writes them."""
    whole: bool = False
    """Only where `words` are not part of a longer word."""

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    @property
    def ignores_case(self) -> bool:
        """True unless a capital was typed; `\\S` and its like are none."""
        written = re.sub(r"\\.", "", self.words) if self.regex else self.words
        return not any(character.isupper() for character in written)

    @property
    def is_valid(self) -> bool:
        """False if `pattern` would raise."""
        try:
            self.pattern()
        except BadQuery:
            return False
        return True

    def pattern(self) -> re.Pattern[str]:
        """Matches in displayed words.  Raises BadQuery."""
        expression = self.words if self.regex else loosely(self.words)
        if self.whole:
            expression = rf"(?<!\w){expression}(?!\w)"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what a future Python may read otherwise is no mistake of the user's
                return re.compile(expression, re.IGNORECASE if self.ignores_case else 0)
        except re.error as problem:
            raise BadQuery(problem.msg) from None
        except (OverflowError, RecursionError):
            raise BadQuery("too large") from None


def matches_in(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Where `pattern` matches, one after the other; matches of nothing are left out."""
    return (Span(*match.span()) for match in pattern.finditer(text) if match[0])


def loosely(words: str) -> str:
    """An expression for `words` with any white space where they have some."""
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))
