"""Articles for tests, and strategies for texts that are hard to lay out."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from reader.article import Article, Block, Blocks, Format, Kind
from reader.article.markdown import batches
from reader.text import Span

HARD = "\t \u200b\u200d\ufe0f\u0301\u3000世界。、「」한글אבגابج👩👨👧🏽🇩🇪❤“”’–…éß\u00ad\u00a0"
"""Wide, combining, joining, zero-width, right-to-left and merely typographic characters."""

MARKUP = "*_`~[]()<>!#&\\|:-+>1.^\n\n  \t"


def markdown(text: str) -> Article:
    return Article("test.md", text, Format.MARKDOWN, Blocks(batches(text)))


def plain(text: str, kind: Kind = Kind.PARAGRAPH) -> Article:
    """Plain text whose paragraphs are parted by blank lines."""
    blocks = []
    for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        lines = [line.span() for line in re.finditer(r"[^\n]+", found[0])]
        pieces = tuple(Span(*line).moved(found.start()) for line in lines)
        blocks.append(Block(kind, Span(*found.span()), pieces))
    return Article("test.txt", text, Format.PLAIN, Blocks([blocks]))


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
hard_words = st.text(HARD, min_size=1, max_size=8)
letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)
hard_texts = st.lists(st.one_of(letters, letters, hard_words, words, st.just("\n"), st.just("\n\n")), max_size=40).map(
    " ".join
)
"""Paragraphs, some hard-wrapped, of ordinary and hard words."""

_BLOCKS = "- ¦1. ¦> ¦# ¦## ¦    ¦```\n¦| a | b |\n|---|---|\n¦| x \\| y | *z* |\n¦***\n¦---\n¦\n¦\n\n¦- [x] ¦<div>\n"
_WORDS = "**bold**¦*em*¦***¦`code`¦[link](to)¦[ref]¦![alt](src)¦<b>¦&amp;¦&#27;¦\\*¦  \n¦\\\n¦[^1]¦~~gone~~¦http://a.b"
_DEFINITIONS = "[ref]: /to\n¦[^1]: note\n¦Term\n: meaning\n"
_fragments = st.sampled_from("¦".join((_BLOCKS, _WORDS, _DEFINITIONS)).split("¦"))
markdown_texts = st.lists(
    st.one_of(_fragments, _fragments, letters, hard_words, st.text(MARKUP, max_size=4), st.just(" ")), max_size=40
).map("".join)
"""Markdown of every construct, whole and broken."""
