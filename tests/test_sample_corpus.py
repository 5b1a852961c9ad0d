"""The articles that ship with the program, as a user meets them on the first screen: read, titled, varied, invented."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from reader.article import Article, Format, Kind
from reader.quotations import Analysis, QuotationKind, Speaker, analyse, gather
from reader.sources import read

CORPUS = Path(__file__).parent.parent / "sample_corpus"
WELCOME = "00-welcome.md"
LONG_READ = "nineteen-minutes.md"
REPORTS_OF_ONE_CALL = (
    "a-call-across-the-water.txt",
    "shen-calls-morlavskyy.txt",
    "strait-call-first-since-closure.txt",
    "strait-readout-meilu.md",
    "what-the-ombra-call-changes.txt",
)
NOBODY_IS_QUOTED = ("city/fish-market-before-dawn.md", "what-the-ombra-call-changes.txt")

# id: (title, byline, date of publication)
EXPECTED: dict[str, tuple[str, str, date | None]] = {
    WELCOME: ("Welcome to Close Reader", "", None),
    "Review - The Salt Ledger.txt": (
        "Five hundred pages of fish: “The Salt Ledger” is the best novel of the year",
        "Ottoline Strake",
        date(2025, 5, 3),
    ),
    "a-call-across-the-water.txt": ("A call across the water", "Aurel Whitcombe in Sorrin", date(2025, 5, 15)),
    "bank-holds-rates.md": (
        "National Bank holds rates and warns of a “summer of herring prices”",
        "Casimir Dole",
        date(2025, 5, 22),
    ),
    "city/fish-market-before-dawn.md": ("The fish market before dawn", "Wanda Ilsley", date(2025, 5, 11)),
    "city/tram-strike-day-three.txt": (
        'Tram drivers: "We are not asking for the moon, we are asking for a toilet"',
        "Nils Harcourt",
        date(2025, 5, 21),
    ),
    "cordwain-dam-seepage.txt": (
        "CORDWAIN DAM: WATER COMPANY WAS TOLD OF SEEPAGE IN FEBRUARY",
        "Tove Aldana, Upland correspondent",
        date(2025, 5, 19),
    ),
    "ferry-inquiry-opens.txt": (
        "Grey Heron inquiry: ‘We knew that seal was wrong’, engineer tells packed hall",
        "Mirela Tosk and Jonas Ferrow",
        date(2025, 5, 13),
    ),
    "how-we-read-the-tide-gauge.md": ("How we read the tide gauge", "Jonas Ferrow, Wanda Ilsley", date(2025, 5, 17)),
    "interview-keeper-of-the-tollers-light.md": (
        "“The light does not care who is out there”",
        "Ingrid Vasko",
        date(2025, 5, 31),
    ),
    LONG_READ: ("Nineteen Minutes: The Loss of the Grey Heron", "Mirela Tosk and Jonas Ferrow", date(2025, 11, 9)),
    "obituary-benedikt-roo.txt": (
        "Benedikt Roo, pilot who brought in eleven thousand ships, dies at 84",
        "",
        date(2025, 5, 12),
    ),
    "rook-i-will-not-be-the-anchor.txt": (
        "Rook: “I will not be the anchor”",
        "JONAS FERROW, PARLIAMENTARY CORRESPONDENT",
        date(2025, 5, 20),
    ),
    "shen-calls-morlavskyy.txt": (
        "Tairen’s Shen Daolu Calls Lutavia’s Morlavskyy After Weeks of Pressure",
        "Leontine Abara",
        None,
    ),
    "strait-call-first-since-closure.txt": (
        "Lutavia’s President Morlavsky and Tairen’s Shen Daolu hold first phone call since the strait was closed",
        "Mirela Tosk",
        date(2025, 5, 14),
    ),
    "strait-readout-meilu.md": (
        "Shen Dao-lu holds telephone talks with the President of Lutavia",
        "Tairen Central Dispatch",
        date(2025, 5, 14),
    ),
    "what-the-ombra-call-changes.txt": (
        "Shen and Morlavsky Talk at Last: What the Ombra Call Changes",
        "StraitWatch Analysis Desk",
        None,
    ),
}

REAL_NAMES = re.compile(
    r"\b(Zelensk\w+|Putin|Lukashenko|Xi Jinping|Trump|Biden|Obama|Macron|Merkel|Scholz|Erdogan|Netanyahu|Modi|Starmer|"
    r"Thatcher|Orban|Guterres|Musk|Bezos|Zuckerberg|Ukrain\w+|Russia\w*|China|Chinese|Taiwan\w*|America\w*|Brit(?:ain|ish)|"
    r"English|England|France|French|German\w*|Europe\w*|Kyiv|Moscow|Beijing|Washington|London|Paris|"
    r"Facebook|Twitter|Google|Telegram|Reuters|BBC|CNN)\b"
)


@cache
def article(name: str) -> Article:
    """The article of that id, with every block known."""
    found = read(CORPUS / name, CORPUS)
    assert isinstance(found, Article)
    found.blocks.complete()
    return found


@cache
def analysis(name: str) -> Analysis:
    return analyse(article(name))


@cache
def speakers() -> tuple[Speaker, ...]:
    """Everybody who speaks in the short articles."""
    return gather(analysis(name) for name in EXPECTED if name != LONG_READ)


def files() -> list[str]:
    return sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*") if path.is_file())


def words(text: str) -> int:
    """Real words: tokens with a letter in them, so that table bars and list dashes do not count."""
    return sum(any(character.isalpha() for character in token) for token in text.split())


def quoted(name: str) -> int:
    """How many quotations with marks the article has."""
    return sum(quotation.kind is not QuotationKind.REPORTED for quotation in analysis(name).quotations)


def test_the_folder_holds_the_expected_articles_and_nothing_else() -> None:
    assert files() == sorted(EXPECTED)


def test_the_welcome_is_the_first_article_in_the_list() -> None:
    assert min(files()) == WELCOME


@pytest.mark.parametrize("name", EXPECTED)
def test_an_article_is_read_with_its_own_title_byline_and_date(name: str) -> None:
    found = article(name)
    title, byline, published = EXPECTED[name]
    assert (found.id, found.title, found.title_derived) == (name, title, False)
    assert (found.byline, found.published) == (byline, published)
    assert not found.notices
    assert found.format is (Format.MARKDOWN if name.endswith(".md") else Format.PLAIN)


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - {WELCOME, LONG_READ}))
def test_an_article_has_the_length_of_a_newspaper_article(name: str) -> None:
    assert 350 <= words(article(name).text) <= 900


def test_the_welcome_can_be_read_in_two_minutes() -> None:
    assert words(article(WELCOME).text) <= 400


def test_the_links_of_the_welcome_lead_to_articles() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", article(WELCOME).text)
    assert targets
    assert set(targets) <= set(files())


def test_the_long_read_has_thirty_thousand_words_and_no_paragraph_twice() -> None:
    found = article(LONG_READ)
    assert words(found.text) >= 30_000
    paragraphs = Counter(block.raw(found.text) for block in found.blocks if block.kind is Kind.PARAGRAPH)
    assert [text for text, times in paragraphs.items() if times > 1 and words(text) > 8] == []


def test_the_long_read_has_chapters_to_move_between() -> None:
    chapters = [block for block in article(LONG_READ).blocks if block.kind is Kind.HEADING and block.level == 2]
    assert len(chapters) >= 20


@pytest.mark.parametrize("name", EXPECTED)
def test_everybody_and_every_place_is_invented(name: str) -> None:
    assert REAL_NAMES.findall(article(name).text) == []


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".txt")])
def test_what_belongs_to_the_site_is_told_from_the_article(name: str) -> None:
    found = article(name)
    chrome = {block.raw(found.text) for block in found.blocks if block.kind is Kind.CHROME}
    furniture = ("Share", "Related", "Check Also", "Leave a Reply", "Press “Enter” to skip to content", "Read also")
    assert {line for line in found.text.splitlines() if line in furniture} <= chrome


@pytest.mark.parametrize("name", NOBODY_IS_QUOTED)
def test_in_two_articles_nobody_is_quoted(name: str) -> None:
    assert quoted(name) == 0


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - {WELCOME, *NOBODY_IS_QUOTED}))
def test_in_every_other_article_somebody_is_quoted(name: str) -> None:
    assert quoted(name) >= 5


def test_five_reports_of_one_call_name_both_presidents() -> None:
    for name in REPORTS_OF_ONE_CALL:
        assert re.search(r"\bMorlavsk(y|yy|iy)\b", article(name).text)
        assert re.search(r"\bShen\b", article(name).text)


def test_one_remark_is_printed_in_four_wordings() -> None:
    spoken = [quotation.words for name in REPORTS_OF_ONE_CALL for quotation in analysis(name).quotations]
    remarks = {said for said in spoken if "umbrellas" in said}
    assert len(remarks) == 4


def test_a_president_spelled_three_ways_is_one_speaker() -> None:
    entries = [speaker for speaker in speakers() if re.search(r"\bMorlavsk", speaker.name)]
    assert len(entries) == 1
    assert {quotation.article_id for quotation in entries[0].quotations} >= {
        "a-call-across-the-water.txt",
        "shen-calls-morlavskyy.txt",
        "strait-call-first-since-closure.txt",
    }


def test_two_people_with_one_surname_are_two_speakers() -> None:
    names = {speaker.name for speaker in speakers()}
    assert {"Ilse Brandl", "Tomas Brandl"} <= names
