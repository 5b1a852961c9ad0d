"""Anchors: right, flagged or given up, and never silently elsewhere, whatever was done to the article."""

import os
from collections import Counter

import pytest

from reader.annotations import Anchor, Anchoring, AnchorState, Target, Version
from reader.text import Span
from tests.annotations.judging import Verdict, case, verdict

FULL = bool(os.environ.get("FULL"))
"""`FULL=1 pytest tests/annotations/test_anchoring.py` judges 4,000 edited articles; otherwise 200."""
SEEDS = range(50_000, 54_000 if FULL else 50_200)

BEFORE = (
    "The bank raised its rate on Monday.\n\n“We had no choice,” the governor said. Prices had risen for a year, "
    "she added, and nobody had done anything about it.\n\nThe minister did not agree.\n"
)


def placed(before: str, words: str, after: str, keep: bool = True) -> tuple[Anchor, str]:
    """The anchor of `words` after an edit, and the words at its place; `keep` says if the old text was kept."""
    start = before.index(words)
    span = Span(start, start + len(words))
    target = Target("old", span, words, before[max(0, start - 64) : start], before[span.end :][:64])
    anchoring = Anchoring(Version(after, "new"), {"old": before}.get if keep else lambda sha256: None)
    anchor = anchoring.anchor(target, Anchor("old", span))
    return anchor, anchor.span.of(after) if anchor.placed else ""


def test_the_same_text_needs_no_search() -> None:
    anchor = Anchor("same", Span(3, 9))
    assert Anchoring(Version("whatever", "same")).anchor(Target("old", Span(0, 6), "x"), anchor) is anchor


def test_a_text_that_is_as_it_was_when_marked_puts_the_passage_back() -> None:
    lost = Anchor("between", Span(0, 0), AnchorState.ORPHAN)
    found = Anchoring(Version(BEFORE, "old")).anchor(Target("old", Span(4, 8), "bank"), lost)
    assert (found.span, found.state) == (Span(4, 8), AnchorState.EXACT)


@pytest.mark.parametrize("keep", [True, False])
@pytest.mark.parametrize(
    "after",
    [
        "Updated at noon.\n\n" + BEFORE,
        BEFORE.replace("“", '"').replace("”", '"').replace("\n\n", "\n"),
        BEFORE.replace("had no choice", "had  no\nchoice"),
        BEFORE.replace("The minister did not agree.", ""),
        BEFORE.replace("on Monday", "late on Sunday evening"),
    ],
)
def test_edits_around_a_passage_shift_it(after: str, keep: bool) -> None:
    anchor, words = placed(BEFORE, "We had no choice,” the governor", after, keep)
    assert anchor.state is AnchorState.SHIFTED
    assert " ".join(words.split()).replace('"', "”") == "We had no choice,” the governor"


def test_edits_inside_a_passage_change_it() -> None:
    after = BEFORE.replace("Prices had risen for a year", "Prices had been rising for over a year")
    anchor, words = placed(BEFORE, "Prices had risen for a year, she added, and nobody had done anything", after)
    assert anchor.state is AnchorState.CHANGED
    assert words == "Prices had been rising for over a year, she added, and nobody had done anything"


def test_a_misspelling_that_is_put_right_changes_a_short_passage() -> None:
    anchor, words = placed(BEFORE.replace("governor", "govenor"), "govenor", BEFORE)
    assert (anchor.state, words) == (AnchorState.CHANGED, "governor")


def test_a_paragraph_that_moves_takes_its_passage_along() -> None:
    first, second, third = BEFORE.strip().split("\n\n")
    anchor, words = placed(BEFORE, "The minister did not agree.", "\n\n".join((third, first, second)))
    assert words == "The minister did not agree."
    anchor, words = placed(BEFORE, "minister", "\n\n".join((third, first, second)))
    assert (anchor.state, words) == (AnchorState.MOVED, "minister")


def test_a_passage_that_is_deleted_is_given_up_with_its_old_place() -> None:
    after = BEFORE.replace(" Prices had risen for a year, she added, and nobody had done anything about it.", "")
    anchor, _ = placed(BEFORE, "Prices had risen for a year", after)
    assert anchor.state is AnchorState.ORPHAN
    assert after[anchor.suggest[0] :].startswith("The minister")


def test_the_same_words_elsewhere_are_not_the_passage() -> None:
    before = "The bank said no.\n\nThe people waited.\n\nThe bank said no."
    anchor, _ = placed(before, "The bank said no.", "The people waited.\n\nThe bank said no.")
    assert anchor.state is AnchorState.ORPHAN


def test_a_sentence_that_is_said_twice_is_ambiguous() -> None:
    anchor, _ = placed(
        BEFORE,
        "We had no choice",
        BEFORE.replace("“We had no choice,”", "“We had no choice, we had no choice. We had no choice,”"),
    )
    assert anchor.state is AnchorState.AMBIGUOUS
    assert len(anchor.suggest) > 1


def test_a_place_inside_a_word_is_kept() -> None:
    anchor, words = placed(BEFORE, "ernor said", "New. " + BEFORE)
    assert (anchor.state, words) == (AnchorState.SHIFTED, "ernor said")


def test_a_changed_passage_stays_changed_until_it_is_accepted() -> None:
    changed = Anchor("old", Span(4, 8), AnchorState.CHANGED)
    after = "New. " + BEFORE
    anchoring = Anchoring(Version(after, "new"), {"old": BEFORE}.get)
    anchor = anchoring.anchor(Target("first", Span(4, 9), "banks"), changed)
    assert (anchor.state, anchor.span.of(after)) == (AnchorState.CHANGED, "bank")


def test_ideographs_are_words_of_their_own() -> None:
    before = "央行周一提高了利率。行长说，我们别无选择。"
    anchor, words = placed(before, "别无选择", "最新消息。央行周二再次提高了利率。行长说，我们别无选择。")
    assert (anchor.state, words) == (AnchorState.SHIFTED, "别无选择")


def test_a_large_article_is_compared_by_lines_first() -> None:
    lines = [f"Line {number} says that the rate is {number * 7919 % 1000} and not more." for number in range(3000)]
    before = "\n".join(lines)
    lines[10] = "Something else stands here now."
    del lines[2000]
    after = "\n".join(lines)
    anchor, words = placed(before, "Line 2500 says that the rate", after)
    assert (anchor.state, words) == (AnchorState.SHIFTED, "Line 2500 says that the rate")
    anchor, words = placed(before, "Line 2000 says that the rate is 0 and", after)
    assert not anchor.placed


def test_edited_articles_keep_their_passages_or_say_that_they_lost_them() -> None:
    verdicts: Counter[Verdict] = Counter()
    wrong = []
    for seed in SEEDS:
        edited = case(seed)
        judged = verdict(edited, edited.anchor())
        verdicts[judged] += 1
        if judged is Verdict.WRONG:
            wrong.append((seed, edited.edits, edited.span.of(edited.old.text)))
    print({judged.value: f"{100 * number / len(SEEDS):.2f}%" for judged, number in verdicts.items()})
    assert wrong == []
    assert verdicts[Verdict.RIGHT] >= 0.92 * len(SEEDS)
