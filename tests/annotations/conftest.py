"""Small articles for tests: every line is a paragraph."""

from collections.abc import Callable, Iterator

import pytest

from reader.article import Article, Block, Blocks, Format, Kind
from reader.text import Span

MakeArticle = Callable[[str], Article]


def _lines(text: str) -> Iterator[list[Block]]:
    at = 0
    for line in text.splitlines(keepends=True):
        words = Span(at, at + len(line.rstrip("\n")))
        at += len(line)
        if words.length:
            yield [Block(Kind.PARAGRAPH, words, (words,))]


@pytest.fixture
def article() -> MakeArticle:
    """Makes an article of plain text."""
    return lambda text: Article("news/rates.txt", text, Format.PLAIN, Blocks(_lines(text)))
