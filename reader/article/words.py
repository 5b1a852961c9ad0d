"""All words of an article as one text: what search and attribution read, with exact ways back to the source."""

from __future__ import annotations

from collections.abc import Collection

from reader.article.article import Article
from reader.article.block import Kind
from reader.article.builder import Builder
from reader.article.displayed import Displayed
from reader.article.inline import displayed

BREAK = "\n\n"
"""Between two blocks; it has no place in the source, so nothing that is found ever spans it unnoticed."""


def displayed_text(article: Article, kinds: Collection[Kind] | None = None) -> Displayed:
    """The displayed words of every block (of `kinds`, if given) in order, with BREAK between them.

    Takes all blocks of the article, however many there are.
    """
    builder = Builder()
    for block in article.blocks.complete():
        if kinds is None or block.kind in kinds:
            shown = displayed(article, block)
            if shown.text:
                if builder.length:
                    builder.put(BREAK)
                builder.append(shown)
    return builder.build()
