"""Single sentences: the many ways in which English says who says it, and words in marks that nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.quotations import Quotation, QuotationKind, analyse
from tests.quotations.golden import article, unframed
from tests.quotations.scoring import same_head

GOLDEN = Path(__file__).parents[1] / "golden"


def lines(name: str) -> list[str]:
    """The sentences of a file below its head."""
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()[1:]


def marked(text: str) -> list[Quotation]:
    return [q for q in analyse(article(text)).quotations if q.kind is not QuotationKind.REPORTED]


@pytest.mark.parametrize("framed", lines("sentences.txt"))
def test_the_sentence_tells_who_speaks(framed: str) -> None:
    case = unframed("", framed)
    found = marked(case.text)
    wanted = [case.answers[number] for number in sorted(case.answers)]
    assert [quotation.text for quotation in found] == [answer.words for answer in wanted]
    for quotation, answer in zip(found, wanted, strict=True):
        assert same_head(quotation.speaker.text if quotation.speaker else "", answer.speaker)


@pytest.mark.parametrize("sentence", lines("sentences_without.txt"))
def test_words_in_marks_are_not_always_somebodys(sentence: str) -> None:
    assert marked(sentence) == []
