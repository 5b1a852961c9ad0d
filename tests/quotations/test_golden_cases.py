"""Every kind of quotation that we know of, with the answer marked inside the text."""

from __future__ import annotations

import pytest

from reader.quotations import Quotation, QuotationKind, analyse
from tests.quotations.golden import Answer, Case, article, cases

CASES = list(cases())


def told(quotation: Quotation | None) -> tuple[str, str, str] | None:
    """Words, speaker and sources of a quotation as a case writes them."""
    if quotation is None:
        return None
    sources = ", ".join(source.text for source in quotation.sources)
    return quotation.text, quotation.speaker.text if quotation.speaker else "", sources


def expected(answer: Answer) -> tuple[str, str, str]:
    return answer.words, answer.speaker, answer.source


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_marked_quotations_are_found_with_their_speakers(case: Case) -> None:
    found = {quotation.span.start: quotation for quotation in analyse(article(case.text)).quotations}
    wanted = {answer.start: answer for answer in case.answers.values()}
    marked = {start for start, quotation in found.items() if quotation.kind is not QuotationKind.REPORTED}
    assert {start: told(found.get(start)) for start in wanted} == {s: expected(a) for s, a in wanted.items()}
    assert sorted(marked - wanted.keys()) == []
    for start, answer in wanted.items():
        assert answer.resolved in ("", found[start].resolved)
        assert answer.kind in ("quote", found[start].kind.value)


def test_there_are_enough_cases_and_each_has_its_own_title() -> None:
    assert len(CASES) >= 200
    assert len({case.title for case in CASES}) == len(CASES)
