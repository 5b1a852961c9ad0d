"""Which rules are asked about a marked stretch: only those whose words stand before the marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.quotations.marks import marked_stretches
from reader.quotations.place import Place, place_of
from reader.quotations.prose import prose_of
from reader.quotations.sieve import RULES
from reader.quotations.tokens import lines_of_prose
from tests.quotations.golden import article, cases, unframed

SENTENCES = Path(__file__).parents[1] / "golden" / "sentences.txt"


def texts() -> list[str]:
    """Every golden case and sentence."""
    sentences = SENTENCES.read_text(encoding="utf-8").splitlines()[1:]
    return [case.text for case in cases()] + [unframed("", framed).text for framed in sentences]


def places(text: str) -> Iterator[Place]:
    """Where the marked stretches of `text` stand."""
    prose = prose_of(article(text))
    stretches = marked_stretches(prose)
    for line in lines_of_prose(prose, stretches):
        for token, index in line.quotes.items():
            yield place_of(prose, line, token, stretches[index])


def test_a_rule_finds_nothing_where_no_word_before_the_marks_is_of_a_kind_it_needs() -> None:
    asked_in_vain = [
        (rule, place)
        for text in texts()
        for place in places(text)
        if place.token > place.start
        for rule, needed in RULES
        if needed and not needed & place.before
    ]
    assert len(asked_in_vain) > 500
    assert [(rule.__name__, place.line.words) for rule, place in asked_in_vain if rule(place) is not None] == []


def test_every_rule_finds_something_in_the_golden_cases() -> None:
    found = {rule for text in texts() for place in places(text) for rule, _ in RULES if rule(place) is not None}
    assert {rule for rule, _ in RULES} - found == set()
