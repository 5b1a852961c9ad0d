"""What a reader corrected in the app holds for the commands, too, from wherever they look at the articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.annotations import describe
from reader.annotations.correcting import merged_speakers, reassigned, rejected
from reader.library import Library
from reader.quotations import Quotation, analyse

Run = Callable[..., Any]


def quotation(library: Library, article_id: str, words: str) -> Quotation:
    found = analyse(library.read(article_id)).quotations
    return next(said for said in found if words in said.words)


@pytest.fixture
def corrected(news: Path) -> Path:
    """The folder, where Ann Lee did not say that it was a close vote."""
    with Library.open(news) as library:
        said = quotation(library, "council/vote.md", "close vote")
        target = describe(library.read("council/vote.md"), said.span)
        library.commit(reassigned("council/vote.md", target, "Lee", "Cy Voss")).result()
    return news


def speakers(run: Run, *arguments: object) -> dict[str, str]:
    """Who said it, by the words, as the table of quotations says."""
    rows = csv.DictReader(io.StringIO(run("quotes", *arguments, "--format", "csv").out))
    return {row["quotation"].strip("“”"): row["speaker"] for row in rows}


def test_quotes_are_listed_under_the_right_speaker(run: Run, corrected: Path) -> None:
    assert speakers(run, corrected)["It was a close vote,"] == "Cy Voss"


def test_corrections_hold_for_a_folder_or_file_inside_of_the_library(run: Run, corrected: Path) -> None:
    assert speakers(run, corrected / "council") == {"It was a close vote,": "Cy Voss"}
    assert speakers(run, corrected / "council" / "vote.md") == {"It was a close vote,": "Cy Voss"}


def test_corrections_hold_where_several_folders_are_looked_at(run: Run, corrected: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "vote.md").write_text("# Vote\n\n“It was a long vote,” said Ann Lee, the mayor.\n", "utf-8")
    found = speakers(run, corrected, other)
    assert found["It was a close vote,"] == "Cy Voss"
    assert found["It was a long vote,"] == "Ann Lee"


def test_json_lines_say_who_is_right_and_why(run: Run, corrected: Path) -> None:
    rows = [json.loads(line) for line in run("quotes", corrected, "--format", "jsonl").out.splitlines()]
    [said] = rows[0]["quotes"]
    assert (said["resolved"], said["rule"], said["confidence"]) == ("Cy Voss", "corrected by the reader", 1.0)
    assert [row["id"] for row in rows] == ["council/vote.md", "dam.txt", "rain.txt"]


def test_exports_say_who_is_right(run: Run, corrected: Path) -> None:
    exported = json.loads(run("export", corrected, "--format", "json").out)
    assert {speaker["name"] for speaker in exported["speakers"]} == {"Ann Lee", "Bo Karlsson", "Cy Voss"}
    assert [q["resolved"] for article in exported["articles"] for q in article["quotations"]].count("Cy Voss") == 1


def test_merged_speakers_and_what_is_no_quotation_are_gone_everywhere(run: Run, news: Path) -> None:
    with Library.open(news) as library:
        library.commit(merged_speakers("Bo Karlsson", "Ann Lee")).result()
        said = quotation(library, "dam.txt", "Nobody asked")
        library.commit(rejected("dam.txt", describe(library.read("dam.txt"), said.span))).result()
    assert set(speakers(run, news).values()) == {"Ann Lee"}
    assert "Nobody asked the farmers about it," not in speakers(run, news)
