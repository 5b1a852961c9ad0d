"""What must hold for any text at all: it never raises, offsets are exact, and time grows no faster than the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Blocks, Format
from reader.article.markdown import batches
from reader.quotations import Quotation, QuotationKind, analyse, gather
from reader.quotations.lexicon import tags
from tests.quotations.counting_steps import steps
from tests.quotations.golden import article, cases

TEXTS = [case.text for case in cases()]
PIECES = [*"“”\"'‘’«»,.?:—()*\n\u00a0\u200bé\x00\ud800", "``", "''", "\n\n", "漢字", "[x](y)", "'s", "U.S.", "Lopez"]
PIECES += ["Maria Lopez", "she", "said", "saying", "according to", "that", "called", "the mayor", "who", "was"]
PIECES += sorted(tags())[::5]
any_text = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))


def markdown(text: str) -> Article:
    return Article(id="golden.md", text=text, format=Format.MARKDOWN, blocks=Blocks(batches(text)))


def assert_exact(whole: Article, quotation: Quotation) -> None:
    """Every place that a quotation names holds the words it names."""
    assert quotation.text == quotation.span.of(whole.text)
    assert 0 <= quotation.confidence <= 1
    for mention in filter(None, (quotation.speaker, quotation.cue, *quotation.sources)):
        assert mention.text
        if whole.format is Format.PLAIN:
            assert mention.text.split() == mention.span.of(whole.text).split()


@given(any_text)
@settings(max_examples=300, deadline=None)
def test_any_plain_text_is_analysed_with_exact_offsets(text: str) -> None:
    whole = article(text)
    analysis = analyse(whole)
    for quotation in analysis.quotations:
        assert_exact(whole, quotation)
    spans = [quotation.span for quotation in analysis.quotations]
    assert all(one.end <= other.start for one, other in pairwise(spans))


BROKEN_OFF = [
    "The court heard that Maria Lopez, of Ashby Lane, wrote “a note” later, Ann Brown, her lawyer, said",
    "The court heard that Maria Lopez, of Ashby Lane, wrote",
    "“The port is lost,” the party’s leader Maria Lopez told a hastily called meeting",
    "The plan is “a mistake”, the agency quoted Maria Lopez, the mayor, as saying",
    "“A mistake” is what Maria Lopez, who has been the mayor since last May, called it on Monday night",
]


@pytest.mark.parametrize("sentence", BROKEN_OFF)
def test_a_sentence_may_break_off_behind_any_word(sentence: str) -> None:
    words = sentence.split()
    for length in range(1, len(words) + 1):
        whole = article(" ".join(words[:length]))
        for quotation in analyse(whole).quotations:
            assert_exact(whole, quotation)


@given(any_text)
@settings(max_examples=150, deadline=None)
def test_any_markdown_is_analysed_with_exact_offsets(text: str) -> None:
    whole = markdown(text)
    for quotation in analyse(whole).quotations:
        assert_exact(whole, quotation)


@given(st.lists(st.sampled_from(TEXTS), max_size=5), any_text)
@settings(max_examples=60, deadline=None)
def test_every_quotation_of_a_folder_stands_under_exactly_one_speaker(texts: list[str], noise: str) -> None:
    analyses = [analyse(article(text, f"{n}.txt")) for n, text in enumerate([*texts, noise])]
    said = [q for speaker in gather(analyses) for q in speaker.quotations]
    assert sorted(q.id + q.article_id for q in said) == sorted(
        q.id + q.article_id for a in analyses for q in a.quotations
    )


def test_the_same_text_always_gives_the_same_analysis() -> None:
    for text in TEXTS:
        assert analyse(article(text)) == analyse(article(text))


def straightened(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


@pytest.mark.parametrize("text", [text for text in TEXTS if "‘" not in text and "„" not in text])
def test_straight_marks_say_the_same_as_curly_ones(text: str) -> None:
    curly, straight = analyse(article(text)).quotations, analyse(article(straightened(text))).quotations
    assert [brief(quotation) for quotation in straight] == [brief(quotation) for quotation in curly]


def brief(quotation: Quotation) -> tuple[object, ...]:
    speaker = quotation.speaker
    return quotation.span, quotation.kind, speaker and speaker.span, straightened(quotation.resolved), quotation.rule


def test_a_plain_article_in_markdown_says_the_same() -> None:
    text = "“We are ready,” said Maria Lopez, a captain.\n\nShe called the port “a wonder of the world.”\n"
    plain, marked = analyse(article(text)).quotations, analyse(markdown(text)).quotations
    assert [replace(q, article_id="") for q in plain] == [replace(q, article_id="") for q in marked]
    assert [quotation.kind for quotation in plain] == [QuotationKind.DIRECT, QuotationKind.MIXED]


ADVERSARIES = [
    '"',
    "“",
    "‘",
    "'",
    "“a” ",
    "“a, ",
    '"a" b ',
    "said ",
    "Lopez said, ",
    "who, ",
    "according to ",
    "A. ",
    "(",
    "’s ",
    "Ann Lopez ran. “No,” the miner said.\n",
]


@pytest.mark.parametrize("piece", ADVERSARIES)
def test_eight_times_the_text_takes_no_more_than_about_eight_times_the_steps(piece: str) -> None:
    def analysing(size: int) -> int:
        whole = article(piece * (size // len(piece)))
        return steps(lambda: analyse(whole))

    analysing(500)  # what is made once, such as lists of words, is made before
    assert analysing(16_000) <= 8 * 1.5 * analysing(2_000)
