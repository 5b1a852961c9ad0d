"""Whole articles of many kinds: who says what is right as often as it was when they were measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.quotations import analyse
from reader.sources.plain import plain
from reader.sources.source import Source
from tests.quotations.golden import unframed
from tests.quotations.scoring import Score, score

GOLDEN = Path(__file__).parents[1] / "golden"
ARTICLES = GOLDEN / "articles"
UNSEEN = GOLDEN / "unseen"
"""Articles that no rule was made from, and whose errors nobody looks at: what to expect of texts of other people."""

FLOORS = {ARTICLES: (96.4, 89.5), UNSEEN: (93.2, 85.0)}
"""By folder: F1 of the right speaker and per cent of the right person, a little below what was measured when this was
last changed."""


def scores_of(folder: Path) -> dict[str, Score]:
    """The score of every kind of article in `folder`."""
    kinds: dict[str, Score] = {}
    for path in sorted(folder.glob("*/*.txt")):
        case = unframed(path.stem, path.read_text(encoding="utf-8"))
        found = analyse(plain(Source(path.name, path.stem, case.text))).quotations
        kind = path.parent.name
        kinds[kind] = kinds.get(kind, Score()) + score(case.text, case.answers.values(), found)
    return kinds


@pytest.fixture(scope="module", params=[ARTICLES, UNSEEN], ids=lambda folder: folder.name)
def measured(request: pytest.FixtureRequest) -> tuple[Path, dict[str, Score]]:
    """A folder of articles and its scores."""
    return request.param, scores_of(request.param)


def test_the_right_speaker_is_found_in_articles_of_all_kinds(measured: tuple[Path, dict[str, Score]]) -> None:
    folder, scores = measured
    by_kind = {kind: round(one.f1, 1) for kind, one in sorted(scores.items(), key=lambda item: item[1].f1)}
    assert sum(scores.values(), Score()).f1 >= FLOORS[folder][0], by_kind


def test_the_right_person_is_meant_in_articles_of_all_kinds(measured: tuple[Path, dict[str, Score]]) -> None:
    folder, scores = measured
    by_kind = {kind: round(one.persons, 1) for kind, one in sorted(scores.items(), key=lambda item: item[1].persons)}
    assert sum(scores.values(), Score()).persons >= FLOORS[folder][1], by_kind


def test_there_are_many_kinds_with_enough_quotations(measured: tuple[Path, dict[str, Score]]) -> None:
    folder, scores = measured
    kinds, quotations = (60, 1200) if folder == ARTICLES else (20, 400)
    assert len(scores) >= kinds
    assert sum(one.marked for one in scores.values()) >= quotations
