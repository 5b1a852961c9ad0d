"""Who says what in each of many files: files in, one outcome per file out, in the order given.

An article is read, analysed and let go; only what lists and panels show of it stays, so that a folder of any size fits
into memory and outcomes can come from another process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from reader.article import Article
from reader.quotations import Analysis
from reader.sources import Unreadable, article_id, read

EXPORT_SIGN = "<!-- Written by Close Reader "
SIGN_WITHIN = 200
"""Characters from the end in which the sign of an export stands."""


class File(NamedTuple):
    """One file, and the folder that its article's id counts from."""

    path: Path
    root: Path


class Analysed(NamedTuple):
    """An article that was read, without its text: what it says about itself, and what is said in it."""

    article_id: str
    title: str
    publisher: str
    published: date | None
    words: int
    notices: tuple[str, ...]
    """What is to be known about how it was read."""
    analysis: Analysis
    replaced: Mapping[int, str]
    """As in `Article`."""
    url: str = ""
    failure: str = ""
    """Why the analysis is empty, if it should not be: a mistake of ours."""


class Unread(NamedTuple):
    """A file that could not be read, and why."""

    article_id: str
    path: Path
    reason: str


Outcome: TypeAlias = Analysed | Unread


def analyses(files: Iterable[File]) -> Iterator[Outcome]:
    """The outcome of one file after the other, each made when it is asked for."""
    return map(analysed, files)


def analysed(file: File, *, who_says_what: bool = True) -> Outcome:
    """Read and, unless nobody asks `who_says_what`, analyse one file; one that cannot be read is an outcome, too."""
    article = article_in(file)
    if isinstance(article, Unread):
        return article
    analysis, failure = said_in(article) if who_says_what else (_nothing_said(article), "")
    return Analysed(
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        words=article.words,
        notices=(*article.notices, failure) if failure else article.notices,
        analysis=analysis,
        replaced=article.replaced,
        url=article.url,
        failure=failure,
    )


def article_in(file: File) -> Article | Unread:
    """The article, or why it could not be read."""
    try:
        return read(file.path, file.root)
    except Unreadable as problem:
        return Unread(article_id(file.path, file.root), file.path, problem.reason)


def said_in(article: Article) -> tuple[Analysis, str]:
    """Who says what in `article`, and why that is empty if it should not be: a mistake of ours."""
    try:
        return (_nothing_said(article) if _is_export(article) else _analysis(article)), ""
    except Exception as problem:  # a mistake of ours in one article must not hide all the others: it is told
        why = f"who said what could not be found out ({type(problem).__name__}: {problem})"
        return _nothing_said(article), why


def _nothing_said(article: Article) -> Analysis:
    return Analysis(article.id, article.sha256, ())


def _analysis(article: Article) -> Analysis:
    """Who says what in `article`.  Importing what finds that out takes a while: who asks for nothing does not wait."""
    from reader.library.analysis_cache import analysis_of

    def found_out(article: Article) -> Analysis:
        from reader.quotations.analysis import analyse

        return analyse(article)

    return analysis_of(article, found_out)


def _is_export(article: Article) -> bool:
    """An export of ours that was put into the library: what it quotes stands in other articles already."""
    return EXPORT_SIGN in article.text[-SIGN_WITHIN:]
