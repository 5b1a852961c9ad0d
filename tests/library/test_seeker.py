"""The whole library is searched by a process of its own: every article and every note, stopped by the next question."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from queue import SimpleQueue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.query import Query
from reader.layout.search import find
from reader.library.analyses import File
from reader.library.findings import MOST, Answer, Finding, Note, found_in
from reader.library.seeker import Question, Seeker, Shelf, answers
from reader.text import Span
from tests.article.making import markdown

TEXT = "# Harbour\n\nThe *old* harbour wall has moved. Nobody\nsaw the wall move.\n\n> The wall!\n"


def lines(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.before}[{one.words}]{one.behind}" for one in findings]


def test_a_finding_says_where_it_is_and_shows_its_line() -> None:
    found = found_in(markdown(TEXT), Query("wall"))
    assert found[0].opens == 3
    assert [finding.span.of(TEXT) for finding in found] == ["wall"] * 3
    assert lines(found)[0] == "The old harbour [wall] has moved. Nobody saw the wall move."
    assert lines(found)[1] == "… wall has moved. Nobody saw the [wall] move."


def test_of_very_many_only_the_first_are_kept_and_all_are_counted() -> None:
    found = found_in(markdown("word " * 500), Query("word"))
    assert (len(found), found[0].opens) == (MOST, 500)


def test_notes_are_searched_too_and_lead_to_their_passage() -> None:
    passage = Span(TEXT.index("Nobody"), TEXT.index("Nobody") + 6)
    notes = [Note("test.md", passage, "Is this\nreally so?"), Note("test.md", passage, "no")]
    found = found_in(markdown(TEXT), Query("really"), notes)
    assert [(one.span, one.in_note) for one in found] == [(passage, True)]
    assert lines(found) == ["Is this [really] so?"]


@given(
    st.lists(st.sampled_from(["wall ", "*wall* ", "Wall, ", "wa**ll** ", "\n", "\n\n", "> ", "other "]), max_size=30)
)
def test_the_library_is_searched_as_one_article_is(parts: list[str]) -> None:
    article = markdown("".join(parts))
    assert [one.span for one in found_in(article, Query("wall"))] == find(article, "wall")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.md").write_text(TEXT.replace("old", name), encoding="utf-8")
    return tmp_path


def files(folder: Path) -> list[File]:
    return [File(folder / f"{name}.md", folder) for name in ("one", "gone", "two", "three")]


async def answers_to(folder: Path, *queries: Query) -> list[list[Answer]]:
    """All answers to each of `queries`, asked one after the other."""
    seeker = Seeker(files(folder))
    got: list[list[Answer]] = [[]]
    seeker.ask(1, queries[0])
    async with aclosing(seeker.answers()) as answered:
        async for answer in answered:
            assert answer.number == len(got)
            got[-1].append(answer)
            if answer.looked_at == 4 and len(got) == len(queries):
                break
            if answer.looked_at == 4:
                got.append([])
                seeker.ask(len(got), queries[len(got) - 1])
    return got


async def test_articles_are_answered_in_their_order_and_one_that_is_gone_hides_no_other(folder: Path) -> None:
    first, second = await answers_to(folder, Query("harbour wall"), Query(r"tw\w", regex=True))
    articles = [one.article_id for answer in first for one in answer.findings if one.opens]
    assert articles == ["one.md", "two.md", "three.md"] and first[-1].unread == 1
    assert [one.words for answer in second for one in answer.findings] == ["two"]


def test_the_next_question_ends_the_answer_to_the_one_before(folder: Path) -> None:
    asked: SimpleQueue[Question | None] = SimpleQueue()
    shelf = Shelf(files(folder))
    asked.put((2, Query("x")))
    assert list(answers(shelf, (), (1, Query("wall")), asked)) == []
    shelf.read_ahead(asked)
    assert asked.get() == (2, Query("x"))


async def test_a_search_that_never_ends_is_ended_with_the_iteration(folder: Path) -> None:
    (folder / "two.md").write_text("a" * 60, encoding="utf-8")
    seeker = Seeker(files(folder))
    seeker.ask(1, Query("(a+)+b", regex=True))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5), aclosing(seeker.answers()) as answered:
            assert [answer async for answer in answered] == []
