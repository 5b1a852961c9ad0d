"""`--filter`: one language for exports and lists, on real libraries."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.text import Span

Run = Callable[..., Any]


@pytest.fixture
def marked(news: Path) -> Path:
    """The folder after somebody has read in it."""
    with Library.open(news) as library:
        for article_id, words, tags, note in (
            ("dam.txt", "Nobody asked the farmers", ("people/farmers",), ""),
            ("dam.txt", "before winter", ("time",), "Which *one*?"),
            ("council/vote.md", "a close vote", (), ""),
        ):
            reading = library.reading(library.read(article_id))
            start = reading.article.text.index(words)
            made = [reading.tag(tag) for tag in tags]
            library.commit(reading.annotate(Span(start, start + len(words)), made, note=note)).result(30)
    return news


def highlights(run: Run, folder: Path, wanted: str) -> list[str]:
    out = run("export", folder, "--format", "csv", "--filter", wanted).out
    return [row["highlight"] for row in csv.DictReader(out.splitlines())]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("tag:people", ["Nobody asked the farmers"]),
        ("note:", ["before winter"]),
        ("-note:", ["a close vote", "Nobody asked the farmers"]),
        ("speaker:lee", ["a close vote", "before winter"]),  # whoever is quoted with these words
        ("article:council", ["a close vote"]),
        ('"close vote" since:today', ["a close vote"]),
        ("until:yesterday", []),
    ],
)
def test_an_export_has_only_the_highlights_that_fit(run: Run, marked: Path, wanted: str, found: list[str]) -> None:
    assert highlights(run, marked, wanted) == found


def test_markdown_of_a_filter_has_no_quotations_that_nobody_highlighted(run: Run, marked: Path) -> None:
    out = run("export", marked, "--filter", "tag:people").out
    assert "> Nobody asked the farmers" in out
    assert "— **Bo Karlsson**, farmer · ¶3 · yellow · #people/farmers" in out
    assert "It was a close vote" not in out and "We will build the dam" not in out
    assert "annotations: 1\n" in out


@pytest.mark.parametrize("by", ["tag", "speaker"])
def test_a_filter_goes_with_every_grouping(run: Run, marked: Path, by: str) -> None:
    out = run("export", marked, "--by", by, "--filter", "note:").out
    assert [line for line in out.splitlines() if line.startswith(">")] == ["> before winter"]


def test_json_leaves_articles_out_that_have_nothing_wanted(run: Run, marked: Path) -> None:
    told = json.loads(run("export", marked, "--format", "json", "--filter", "tag:time").out)
    assert [article["id"] for article in told["articles"]] == ["dam.txt"]
    assert {said["article"] for speaker in told["speakers"] for said in speaker["quotations"]} == {"dam.txt"}


def test_highlights_that_lost_their_place_can_be_asked_for(run: Run, marked: Path) -> None:
    text = (marked / "dam.txt").read_text("utf-8")
    (marked / "dam.txt").write_text(text.replace("Nobody asked the farmers about it,", "No,"), "utf-8")
    assert highlights(run, marked, "state:orphan") == ["Nobody asked the farmers"]
    lines = run("list", marked, "--filter", "state:orphan").out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["1"] and lines[0].endswith("dam.txt")


def test_the_list_counts_what_fits_and_names_only_these_articles(run: Run, marked: Path) -> None:
    def counted(wanted: str) -> list[list[str]]:
        lines = run("list", marked, "--filter", wanted).out.splitlines()[1:]
        return [[line.split()[0], line.split()[-1]] for line in lines]

    assert counted("speaker:lee") == [["1", "council/vote.md"], ["1", "dam.txt"]]
    assert counted("tag:") == [["2", "dam.txt"]]


@pytest.mark.parametrize("command", ["export", "list"])
@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("tags:time", "reader: --filter: column 1: there is no field “tags:”; did you mean tag:?"),
        ("note: since:soon", "reader: --filter: column 13: “soon” is no time"),
        ('quote:"rate', "reader: --filter: column 7: this quotation mark is not closed"),
        ("color:gren", "reader: --filter: column 7: “gren” is no colour; did you mean green?"),
    ],
)
def test_a_mistake_is_told_with_its_column(run: Run, marked: Path, command: str, wanted: str, said: str) -> None:
    answer = run(command, marked, "--filter", wanted)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(said)


@pytest.mark.parametrize("command", ["export", "list"])
@pytest.mark.parametrize("wanted", ["tag:tmie", "-tag:tmie", "#tmie"])
def test_a_tag_that_there_is_not_is_refused_with_the_nearest(run: Run, marked: Path, command: str, wanted: str) -> None:
    answer = run(command, marked, "--filter", wanted)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "reader: --filter: no tag is called “tmie”; there is “time”\n"


@pytest.mark.parametrize("command", ["export", "list"])
@pytest.mark.parametrize("wanted", ["zebra", "tag:zeb*", "tag:time note:farmers", "until:yesterday"])
def test_scripts_can_tell_that_nothing_fits(run: Run, marked: Path, command: str, wanted: str) -> None:
    answer = run(command, marked, "--filter", wanted)
    assert answer.status == 1
    assert answer.err == f"reader: no highlight in {marked} fits the filter\n"
    assert run(command, marked, "--filter", "tag:time").status == 0


def test_an_export_of_nothing_has_the_form_of_any_other(run: Run, marked: Path) -> None:
    assert json.loads(run("export", marked, "--format", "json", "--filter", "zebra").out)["articles"] == []
    assert run("export", marked, "--format", "csv", "--filter", "zebra").out.count("\n") == 1
    assert "annotations: 0\n" in run("export", marked, "--filter", "zebra").out


def test_a_folder_without_tags_says_so(run: Run, news: Path) -> None:
    answer = run("list", news, "--filter", "tag:time")
    assert answer.status == 2
    assert "no tag is called “time”; there are no tags yet" in answer.err


@pytest.mark.parametrize("command", ["export", "list"])
def test_the_help_says_what_the_exit_status_means(run: Run, command: str) -> None:
    out = run(command, "--help").out
    assert "1  nothing fits the filter" in out and "2  arguments that make no sense, a filter with a mistake" in out


def test_the_help_says_what_a_filter_may_say(run: Run) -> None:
    out = run("export", "--help").out
    assert "tag:politics" in out and "since:7d" in out and "ambiguous, orphan" in out


@pytest.mark.parametrize("command", ["export", "list", "quotes"])
def test_scripts_can_tell_that_nothing_could_be_read(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "news").mkdir()
    assert run(command, tmp_path / "news").status == 0
    (tmp_path / "news" / "a.txt").write_bytes(b"\x00\x01\x02\x00" * 500)
    answer = run(command, tmp_path / "news")
    assert answer.status == 1 and "not read: " in answer.err
