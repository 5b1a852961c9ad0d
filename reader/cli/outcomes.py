"""What came of reading many files: outcomes in, the articles out, and everything else that is to be known on stderr."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.cli.console import complain
from reader.library.analyses import Analysed, Outcome, Unread


def articles_of(outcomes: Iterable[Outcome]) -> Iterator[Analysed]:
    """The articles that could be read; the others are named with the reason, and guesses and cuts are told."""
    for outcome in outcomes:
        if isinstance(outcome, Analysed):
            for notice in outcome.notices:
                complain(about(outcome.article_id, notice))
            yield outcome
        else:
            complain(not_read(outcome))


def about(article_id: str, notice: str) -> str:
    """What is to be known of one article, in one line."""
    return f"{article_id}: {notice}"


def not_read(file: Unread) -> str:
    """That and why a file could not be read, in one line."""
    return f"not read: {file.path}: {file.reason}"
