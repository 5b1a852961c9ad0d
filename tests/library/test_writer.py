"""The writer: what can wait is done when nobody waits any more, and at the latest before closing."""

import time
from pathlib import Path

import pytest

from reader.library import Library, StoreError
from reader.text import Span


def kept_texts(news: Path) -> list[Path]:
    return sorted((news / ".reader" / "texts").rglob("*.z"))


def annotate(library: Library, article_id: str) -> None:
    library.commit(library.reading(library.read(article_id)).annotate(Span(0, 5))).result(10)


def test_earlier_texts_are_kept_without_another_change_and_without_closing(news: Path) -> None:
    with Library.open(news) as library:
        annotate(library, "rates.txt")
        annotate(library, "part 2/floods.md")
        give_up = time.monotonic() + 10
        while len(kept_texts(news)) < 2 and time.monotonic() < give_up:
            time.sleep(0.01)
        assert len(kept_texts(news)) == 2


def test_closing_waits_for_what_could_wait(news: Path) -> None:
    with Library.open(news) as library:
        for article_id in ("rates.txt", "part 2/floods.md", "part 10/fires.txt"):
            annotate(library, article_id)
    assert len(kept_texts(news)) == 3
    assert not list((news / ".reader").rglob(".tmp-*"))


def test_whoever_only_looks_leaves_no_trace(news: Path) -> None:
    with Library.open(news) as library:
        assert library.reading(library.read("rates.txt")).annotations == ()
    with Library.open(news, writable=False) as library, pytest.raises(StoreError):
        annotate(library, "rates.txt")
    assert not (news / ".reader").exists()
