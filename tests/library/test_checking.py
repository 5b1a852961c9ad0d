"""`check`: every annotation stands on its words, or it is said which does not and why."""

from pathlib import Path

from reader.library import Library
from reader.library.checking import check
from reader.text import Span


def mark(folder: Path, article_id: str, *passages: str) -> None:
    with Library.open(folder) as library:
        for words in passages:
            reading = library.reading(library.read(article_id))
            start = reading.article.text.index(words)
            library.commit(reading.annotate(Span(start, start + len(words)))).result(10)


def problems(folder: Path) -> dict[str, str]:
    with Library.open(folder) as library:
        return {finding.annotation.target.exact: finding.problem for finding in check(library)}


def test_annotations_on_their_words_have_no_problem(news: Path) -> None:
    mark(news, "rates.txt", "no choice", "raised its rate")
    mark(news, "part 2/floods.md", "rose **three metres** in")
    assert problems(news) == {"no choice": "", "raised its rate": "", "rose three metres in": ""}


def test_each_problem_is_named(news: Path) -> None:
    mark(news, "rates.txt", "no choice", "raised its rate on Monday", "Prices had risen for a year.")
    mark(news, "part 2/floods.md", "three metres")
    text = (news / "rates.txt").read_text(encoding="utf-8")
    (news / "rates.txt").write_text(
        "New.\n\n" + text.replace("on Monday", "late on Sunday").replace(" Prices had risen for a year.", ""), "utf-8"
    )
    (news / "part 2" / "floods.md").unlink()
    assert problems(news) == {
        "no choice": "",
        "raised its rate on Monday": "the words have changed",
        "Prices had risen for a year.": "the words are no longer there",
        "three metres": "the article cannot be read: no longer there",
    }
