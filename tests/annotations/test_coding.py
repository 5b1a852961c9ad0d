"""Changes of the codebook: what they do to it, and to the highlights that carry its tags."""

from __future__ import annotations

import pytest

from reader.annotations import Anchor, Annotation, Change, Codebook, Tag, Target, coding
from reader.text import Span

ECONOMY = Tag("t1", "economy", color="green", key=1)
RATES = Tag("t2", "economy/rates", color="blue")
FIXED = Tag("t3", "economy/rates/fixed")
ECONOMIST = Tag("t4", "economist", key=2)
CODEBOOK = Codebook({tag.id: tag for tag in (ECONOMY, RATES, FIXED, ECONOMIST)})


def after(change: Change, codebook: Codebook = CODEBOOK) -> Codebook:
    tags = dict(codebook.tags)
    for edit in change.edits:
        if isinstance(edit.after, Tag):
            tags[edit.after.id] = edit.after
    return Codebook(tags)


def names(codebook: Codebook) -> list[str]:
    return [tag.name for tag in codebook]


def highlight(number: int, color: str, *tags: str) -> Annotation:
    target = Target("sha", Span(0, 5), "words")
    return Annotation(f"a{number}", "a.txt", target, Anchor("sha", Span(0, 5)), "then", "then", tags, color)


def colors(change: Change) -> dict[str, str]:
    return {edit.after.id: edit.after.color for edit in change.edits if isinstance(edit.after, Annotation)}


def test_tags_stand_under_the_tag_that_their_name_begins_with() -> None:
    tags = [Tag(name, name) for name in ("rates/b", "rates-of-pay", "rates", "Rates/a")]
    assert names(Codebook({tag.id: tag for tag in tags})) == ["rates", "Rates/a", "rates/b", "rates-of-pay"]


def test_a_tag_is_found_however_its_name_is_spaced_or_capitalised() -> None:
    assert CODEBOOK.named(" Economy / Rates ") is RATES


def test_renaming_a_tag_renames_what_stands_below_it_and_nothing_else() -> None:
    change = coding.renamed(CODEBOOK, "economy", "money")
    assert names(after(change)) == ["economist", "money", "money/rates", "money/rates/fixed"]
    assert change.label == "Renamed #economy to #money, with 2 below it"
    assert names(after(change.inverse, after(change))) == names(CODEBOOK)


def test_a_heading_that_is_no_tag_itself_can_be_renamed() -> None:
    codebook = Codebook({RATES.id: RATES})
    assert names(after(coding.renamed(codebook, "economy", "money"), codebook)) == ["money/rates"]


def test_a_tag_may_move_below_its_own_name_or_change_its_capitals() -> None:
    assert names(after(coding.renamed(CODEBOOK, "economy/rates", "economy/rates/old"))) == [
        *("economist", "economy", "economy/rates/old", "economy/rates/old/fixed"),
    ]
    assert names(after(coding.renamed(CODEBOOK, "economist", "Economist")))[0] == "Economist"


@pytest.mark.parametrize("name", ["", " / ", "economist", "ECONOMIST "])
def test_no_tag_loses_its_name_to_another(name: str) -> None:
    with pytest.raises(ValueError, match="tag"):
        coding.renamed(CODEBOOK, "economy", name)


def test_a_subtag_that_would_meet_one_of_its_name_stops_the_renaming() -> None:
    both = after(coding.renamed(CODEBOOK, "economist", "money/rates"))
    with pytest.raises(ValueError, match="money/rates"):
        coding.renamed(both, "economy", "money")


def test_a_key_that_is_taken_changes_hands_and_the_label_says_whose_it_was() -> None:
    change = coding.pinned(CODEBOOK, RATES, 1)
    assert change.label == "#economy/rates is on key 1 in place of #economy"
    found = after(change)
    assert found.pinned(1) == found.tags["t2"]
    assert found.tags["t1"].key is None


def test_a_tags_highlights_take_its_new_colour_but_not_those_coloured_by_hand() -> None:
    marked = [highlight(1, "green", "t1"), highlight(2, "pink", "t1"), highlight(3, "green", "t4", "t1")]
    assert colors(coding.recolored(CODEBOOK, ECONOMY, "red", marked)) == {"a1": "red"}


def test_highlights_of_a_merged_tag_take_the_new_colour_too() -> None:
    codebook = after(coding.merged(ECONOMY, RATES))
    marked = [highlight(1, "green", "t1"), highlight(2, "blue", "t2")]
    assert colors(coding.recolored(codebook, codebook.tags["t2"], "red", marked)) == {"a1": "red", "a2": "red"}


def test_merging_gives_highlights_the_new_colour_but_not_those_coloured_by_hand() -> None:
    marked = [highlight(1, "green", "t1"), highlight(2, "pink", "t1"), highlight(3, "blue", "t2", "t1")]
    assert colors(coding.merged(ECONOMY, RATES, marked, CODEBOOK)) == {"a1": "blue"}
