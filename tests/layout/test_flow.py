"""What one walks on: the words of an article, without what stands around them."""

from __future__ import annotations

from reader.article import Article, Block, Blocks, Format, Kind
from reader.layout import motions, objects
from reader.text import Span

TEXT = "Skip to content\nSubscribe now\nThe title\nOne sentence. Another one.\nShare this\nMore links\n"
KINDS = (Kind.CHROME, Kind.CHROME, Kind.TITLE, Kind.PARAGRAPH, Kind.CHROME, Kind.CHROME)


def article() -> Article:
    """Furniture of two lines above and below the words."""
    blocks, at = [], 0
    for kind, line in zip(KINDS, TEXT.splitlines(), strict=True):
        span = Span(at, at + len(line))
        blocks.append(Block(kind, span, (span,)))
        at = span.end + 1
    return Article("a.txt", TEXT, Format.PLAIN, Blocks([blocks]))


def words(span: Span | None) -> str:
    return span.of(TEXT) if span else ""


def test_the_sentence_in_focus_is_never_one_of_the_furniture() -> None:
    for offset in range(TEXT.index("The title")):
        assert words(objects.sentence(article(), offset)) == "The title"
    for offset in range(TEXT.index("Share"), len(TEXT)):
        assert words(objects.sentence(article(), offset)) == "Another one."


def test_steps_leave_furniture_out() -> None:
    assert words(motions.next_sentence(article(), 0)) == "The title"
    assert words(motions.previous_sentence(article(), len(TEXT) - 1)) == "Another one."
    assert motions.next_sentence(article(), TEXT.index("Another")) is None
    assert motions.previous_sentence(article(), TEXT.index("The title")) is None
