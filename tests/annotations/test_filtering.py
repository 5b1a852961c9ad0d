"""The language of filters: what is let through, and what a person is told about a mistake."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import Anchor, AnchorState, Annotation, Codebook, Tag, Target
from reader.annotations.filter_language import EXAMPLES, Filter, FilterError, parse, so_far
from reader.annotations.filtering import Names, sieve, unknown_tags
from reader.text import Span

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CODEBOOK = Codebook(
    {
        tag.id: tag
        for tag in (
            Tag("t_1", "politics"),
            Tag("t_2", "politics/budget"),
            Tag("t_3", "Politicians"),
            Tag("t_4", "old", deleted="2026-01-01", merged_into="t_2"),
            Tag("t_5", "gone", deleted="2026-01-01"),
        )
    }
)


def marked(
    words: str, days_ago: float = 0, state: AnchorState = AnchorState.EXACT, article: str = "news/a.txt", **fields: Any
) -> Annotation:
    """An annotation with a name that is its first word."""
    time = (NOW - timedelta(days=days_ago)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    target = Target("sha", Span(0, len(words)), words)
    anchor = Anchor("sha", target.span, state)
    return Annotation(words.split()[0], article, target, anchor, created=time, modified=time, **fields)


SHELF = (
    marked("one about the rate\nrise", tags=("t_1",), note="Check this: why?"),
    marked("two “No,” she said", tags=("t_2",), days_ago=3, speaker="Ana López"),
    marked("three strikes", tags=("t_3",), days_ago=10, color="green", important=True),
    marked("four", tags=("t_4", "t_5"), days_ago=40, state=AnchorState.MOVED, article="city/budget.md"),
    marked("five", tags=("t_5",), days_ago=400, state=AnchorState.ORPHAN, article="city/trams.md"),
)
NAMES = Names(CODEBOOK, {"city/trams.md": "A Strike, day three"}, lambda annotation: annotation.speaker)


def let_through(text: str) -> str:
    """Names of the annotations that a filter lets through."""
    wanted = sieve(parse(text, NOW), NAMES)
    return " ".join(annotation.id for annotation in SHELF if wanted(annotation))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "one two three four five"),
        ("strike", "three five"),  # words, and the title of an article
        ("STRIKE day", "five"),
        ('"rate rise"', "one"),  # over the end of a line
        ("rate rise", "one"),
        ('"rise rate"', ""),
        ("lopez", "two"),  # accents do not count
        ('"\u201cno,\u201d she"', ""),
        ("'no'", ""),
        ("she -rate", "two"),
        ("tag:politics", "one two four"),  # what was merged into a tag below counts as that
        ("#politics", "one two four"),
        ("tag:politics/budget", "two four"),
        ("tag:POLITICS/", "one two four"),
        ("tag:pol*", "one two three four"),
        ("tag:budget", ""),
        ("tag:politicians,politics/budget", "two three four"),
        ("tag:", "one two three four"),
        ("-tag:", "five"),
        ("-tag:politics", "three five"),
        ('quote:"rate rise"', "one"),
        ("quote:strike", "three"),
        ("quote:No,", "two"),
        ("text:strikes", "three"),
        ("note:", "one"),
        ("-note:", "two three four five"),
        ('note:"this: why"', "one"),
        ("speaker:Lopez", "two"),
        ("-speaker:", "one three four five"),
        ("color:green", "three"),
        ("colour:Green,blue", "three"),
        ("color:", "one two three four five"),
        ("important:", "three"),
        ("-important:", "one two four five"),
        ("important:no", "one two four five"),
        ("since:7d", "one two"),
        ("since:2w", "one two three"),
        ("since:2026", "one two three four"),
        ("since:2026-10 until:2026-10", "four"),
        ("before:2026-01", "five"),
        ("since:today", "one"),
        ("-since:7d", "three four five"),
        ("state:orphan", "five"),
        ("state:moved,Orphan", "four five"),
        ("-state:exact", "four five"),
        ("file:city/", "four five"),
        ("article:budget,strike", "four five"),
        ("file:strike", ""),
        ("tag:politics -state:exact since:2026", "four"),
        ("12:30", ""),
        ("https://example.org", ""),
    ],
)
def test_a_filter_lets_through_what_it_says(text: str, names: str) -> None:
    assert let_through(text) == names


def test_all_of_the_example_can_be_said_at_once() -> None:
    text = 'tag:economy quote:"rate rise" note: speaker:Lopez color: since:7d state:orphan'
    assert [term.field for term in parse(text, NOW).terms] == [
        *("tag", "quote", "note", "speaker", "color", "since", "state")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tags:economy", "column 1: there is no field “tags:”; did you mean tag:?"),
        ("-who:me", "column 2: there is no field “who:”; there are tag, quote, note"),
        ("a since:soon", "column 9: “soon” is no time; write 7d, 2w, today"),
        ("since:", "column 7: a time is missing: 7d"),
        ("since:2026-13", "column 7: “2026-13” is no time"),
        ("until:9999", "column 7: “9999” is no time"),
        ("rates state:chnged", "column 13: “chnged” is no state; there are exact, shifted, moved, changed"),
        ("state:", "column 7: state: needs a state"),
        ("color:mauve", "column 7: “mauve” is no colour; there are yellow, green, blue"),
        ("important:maybe", "column 11: important: is yes or no, not “maybe”"),
        ('tag:a quote:"rate', "column 13: this quotation mark is not closed"),
    ],
)
def test_a_mistake_is_named_with_its_column(text: str, said: str) -> None:
    with pytest.raises(FilterError) as told:
        parse(text, NOW)
    assert str(told.value).startswith(said)


def test_words_with_a_colon_are_words_in_quotation_marks() -> None:
    assert [term.values for term in parse('"who: me"', NOW).terms] == [("who: me",)]


def test_a_tag_that_nobody_has_is_told_with_the_nearest_ones() -> None:
    wanted = parse("tag:politcs tag:politics tag:zebra tag:zebra*", NOW)
    assert unknown_tags(wanted, CODEBOOK) == (
        "no tag is called “politcs”; there are “politics” and “Politicians”",
        "no tag is called “zebra”",
    )
    levels = Codebook({str(n): Tag(str(n), name) for n, name in enumerate(("economy/rates", "rats", "weather"))})
    assert unknown_tags(parse("tag:rates", NOW), levels) == (
        "no tag is called “rates”; there are “economy/rates” and “rats”",
    )
    assert unknown_tags(parse("tag:a", NOW), Codebook()) == ("no tag is called “a”; there are no tags yet",)


def test_while_it_is_typed_a_filter_counts_up_to_the_first_mistake() -> None:
    found, problem = so_far("rate since:7", NOW)
    assert found == parse("rate", NOW)
    assert problem is not None and "7d" in str(problem)
    assert so_far('quote:"rate ri', NOW) == (parse('quote:"rate ri"', NOW), None)


def test_every_example_in_the_help_is_understood() -> None:
    assert all(parse(example, NOW) != Filter() for example, _ in EXAMPLES)


@given(st.text(alphabet='ab :,-"“”#*/\n7dtagsincestate*', max_size=40))
def test_whatever_is_typed_is_understood_or_refused_with_a_column(text: str) -> None:
    found, problem = so_far(text, NOW)
    assert problem is None or 1 <= problem.column <= len(text) + 1
    wanted = sieve(found, NAMES)
    assert all(wanted(annotation) in (True, False) for annotation in SHELF)
