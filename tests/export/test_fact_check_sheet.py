"""A fact-check sheet: who said what, in which article's words, and what the articles disagree about."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from reader.export.analyses_as_jsonl import analyses_to_jsonl
from reader.export.as_markdown import sayings_to_markdown, to_markdown
from reader.export.grouping import Grouping
from reader.export.sayings import Sayings, Source, sayings
from reader.export.sayings_as_csv import sayings_to_csv
from reader.quotations import Analysis, analyse, gather
from reader.reading import Reading

MakeReading = Callable[..., Reading]

TALLY = """“The harbour needs two new cranes,” said Omar Tandy.
“The strait is a door with two handles, and a bell,” said Maria Lopez, the foreign minister.
“It rains,” she added.
"""
GAZETTE = """“The harbour needs two new cranes,” said Omar Tandy.
“The strait is a gate with two handles, and a bell,” the foreign ministry said.
"""
GATE = (
    "<https://gazette.example/gate#:~:text=The%20strait%20is%20a%20gate%20with%20two%20handles%2C%20and%20a%20bell%2C>"
)


@pytest.fixture
def articles(reading: MakeReading) -> list[Reading]:
    one = reading(TALLY, name="tally.txt", title="A door", publisher="The *Tally*", published=date(2024, 3, 2))
    two = reading(GAZETTE, name="gazette.txt", title="A gate", url="https://gazette.example/gate")
    return [one, two]


def analysed(articles: list[Reading]) -> list[Analysis]:
    return [analyse(one.article) for one in articles]


@pytest.fixture
def found(articles: list[Reading]) -> Sayings:
    analyses = analysed(articles)
    texts = [one.article for one in articles]
    sources = {text.id: Source(text.publisher, text.published, text.url) for text in texts}
    return sayings(gather(analyses), analyses, {text.id: text.title for text in texts}, sources=sources)


def section(text: str, name: str) -> list[str]:
    """The lines of one speaker's part that are not empty."""
    part = text.partition(f"## {name}")[2].partition("\n## ")[0]
    return [line for line in part.splitlines()[1:] if line]


def test_every_version_stands_below_the_speaker_with_its_source_and_its_own_words(found: Sayings) -> None:
    lines = section(sayings_to_markdown(found), "Maria Lopez, foreign minister")
    statement, *rest = [line for line in lines if not line.startswith("Also")]
    assert statement == "### One statement in 2 articles"
    assert rest == [
        "> “The strait is a **door** with two handles, and a bell,”",
        "☐ A door ¶2 · fullest · The \\*Tally\\* · 2024-03-02",
        "> “The strait is a **gate** with two handles, and a bell,”",
        f"☐ A gate [¶2]({GATE}) · other words · said by the foreign ministry",
        "### In one article each",
        "> “It rains,”",
        "☐ A door ¶3 · as “she” · The \\*Tally\\* · 2024-03-02",
    ]


def test_the_sheet_of_one_speaker_still_compares_with_all_others(found: Sayings) -> None:
    lopez = next(speaker for speaker in found.speakers if speaker.name == "Maria Lopez")
    text = sayings_to_markdown(found, only=lopez.id)
    assert "said by the foreign ministry" in text
    assert "cranes" not in text


def test_the_sheet_says_what_it_is_about_and_where_that_is_from(found: Sayings) -> None:
    text = sayings_to_markdown(found)
    assert text.startswith("# Fact-check sheet: who said what\n\n5 quotations of 3 speakers in 2 articles.\n")
    assert section(text, "Articles") == [
        "- A gate · <https://gazette.example/gate> · gazette.txt",
        "- A door · The \\*Tally\\* · 2024-03-02 · tally.txt",
    ]


def test_the_sheet_says_what_is_in_doubt_and_what_has_been_checked(reading: MakeReading) -> None:
    """A doubt, part of an utterance, and whom it was heard from stand beside the quotation."""
    first_line = "The ministry said that Maria Lopez told them the plan was “ripe and ready”."
    article = reading(
        f"{first_line}\nOmar Tandy frowned. “It rained for days.”", name="tally.txt", title="A door"
    ).article
    analysis = analyse(article)
    first, second = analysis.quotations
    checked = replace(analysis, quotations=(first, replace(second, confidence=1.0, rule="confirmed by the reader")))
    sheets = [
        sayings_to_markdown(sayings(gather([said]), [said], {article.id: article.title}))
        for said in (analysis, checked)
    ]
    assert "☐ A door ¶1 · in part · via “The ministry”" in sheets[0]
    assert f"☐ A door ¶2 · ? speaker {second.confidence:.0%} sure" in sheets[0]
    assert "2 quotations of 2 speakers in 1 article, 1 of them with a speaker in doubt" in sheets[0]
    assert "☑ A door ¶2\n" in sheets[1]
    assert "2 quotations of 2 speakers in 1 article.\n" in sheets[1]


def test_rows_with_one_id_report_one_statement(found: Sayings) -> None:
    rows = list(csv.DictReader(sayings_to_csv(found).splitlines()))
    door, gate = (next(row for row in rows if word in row["quotation"]) for word in ("door", "gate"))
    assert door["same_as"] == gate["same_as"] != ""
    assert (door["version"], door["differing"]) == ("fullest", "door")
    assert (gate["version"], gate["differing"]) == ("other words", "gate")
    assert (door["publisher"], door["published"]) == ("The *Tally*", "2024-03-02")
    assert gate["url"] == "https://gazette.example/gate"
    assert [row["same_as"] for row in rows if row["quotation"] == "It rains,"] == [""]


def test_json_lines_name_the_statement_when_asked(articles: list[Reading], found: Sayings) -> None:
    analyses = analysed(articles)
    lines = [json.loads(line) for line in analyses_to_jsonl(analyses, found.titles, same_as=found.same_as)]
    told = {quote["words"]: quote["same_as"] for line in lines for quote in line["quotes"]}
    assert told["It rains,"] is None
    assert len({one for one in told.values() if one}) == 2
    plain = json.loads(next(iter(analyses_to_jsonl(analyses, found.titles))))
    assert "same_as" not in plain["quotes"][0]


def test_an_export_of_highlights_by_speaker_is_such_a_sheet_too(articles: list[Reading]) -> None:
    read = [Reading(one.article, analysis=analysis) for one, analysis in zip(articles, analysed(articles), strict=True)]
    speakers = gather(analysed(articles))
    text = to_markdown(read, speakers, by=Grouping.SPEAKER, exported=date(2025, 1, 1))
    assert "> “The strait is a **gate** with two handles, and a bell,”" in text
    assert f"☐ A gate [¶2]({GATE}) · other words · said by the foreign ministry" in text


def test_the_same_folder_gives_the_same_sheet_in_whatever_order_it_was_read(
    articles: list[Reading], found: Sayings
) -> None:
    again = gather(reversed(analysed(articles)))
    backwards = sayings(reversed(again), [], dict(sorted(found.titles.items(), reverse=True)), sources=found.sources)
    assert sayings_to_markdown(backwards) == sayings_to_markdown(found)
    assert sayings_to_csv(backwards) == sayings_to_csv(found)
