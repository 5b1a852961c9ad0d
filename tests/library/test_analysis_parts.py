from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reader.library.analyses import Analysed, File, Outcome, analysed
from reader.library.analysis_parts import AT_ONCE, put_together, taken_apart
from tests.quotations.golden import cases

SAYING = "“It will be built before winter, {},” said Ann Lee, the mayor, according to a transcript.\n\n"


def outcome_of(folder: Path, text: str) -> Outcome:
    (folder / "dam.txt").write_text(text, "utf-8")
    return analysed(File(folder / "dam.txt", folder))


def handed_over(outcome: Outcome) -> Outcome:
    """What comes out of a pipe into which `outcome` went."""
    pickles = [pickle.dumps(part) for part in taken_apart(outcome)]
    return put_together(iter([pickle.loads(one) for one in pickles]).__next__)


@pytest.mark.parametrize("text", [case.text for case in cases()])
def test_what_is_put_together_is_what_was_taken_apart(tmp_path: Path, text: str) -> None:
    outcome = outcome_of(tmp_path, text)
    assert handed_over(outcome) == outcome


def test_a_file_that_cannot_be_read_travels_too(tmp_path: Path) -> None:
    outcome = analysed(File(tmp_path / "gone.txt", tmp_path))
    assert handed_over(outcome) == outcome


def test_an_article_with_very_many_quotations_travels_in_parts_of_the_same_size(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, "The dam\n\n" + "".join(SAYING.format(n) for n in range(AT_ONCE + 1)))
    _, *parts = taken_apart(outcome)
    assert [len(part) for part in parts if isinstance(part, list)] == [AT_ONCE, 1, 0]
    assert handed_over(outcome) == outcome


def test_quotations_share_what_they_have_in_common(tmp_path: Path) -> None:
    outcome = handed_over(outcome_of(tmp_path, "The dam\n\n" + "".join(SAYING.format(n) for n in range(AT_ONCE + 1))))
    assert isinstance(outcome, Analysed)
    said = outcome.analysis.quotations
    for shared in ("article_id", "resolved", "rule", "confidence", "kind"):
        values = [getattr(quotation, shared) for quotation in said]
        assert len({id(value) for value in values}) == len(set(values)) < len(said), shared


def test_words_that_stand_without_marks_are_kept_once(tmp_path: Path) -> None:
    outcome = handed_over(outcome_of(tmp_path, "The dam\n\nAnn Lee said that the dam will be built before winter.\n"))
    assert isinstance(outcome, Analysed)
    (reported,) = outcome.analysis.quotations
    assert reported.words is reported.text
