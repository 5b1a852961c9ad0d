from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from reader.sources import read
from reader.text.safe import safe
from tests.hostile import FILE_NAMES, PAYLOADS

Run = Callable[..., Any]


def test_one_person_is_one_entry_across_the_folder(run: Run, news: Path) -> None:
    assert (
        run("quotes", news).out
        == """\
Ann Lee · mayor · 2 quotations · also Lee
  “It was a close vote,”
      Council votes ¶2
  “We will build the dam before winter comes,”
      Dam will be built ¶2

Bo Karlsson · farmer · 1 quotation
  “Nobody asked the farmers about it,”
      Dam will be built ¶3
"""
    )


def test_json_lines_have_a_row_for_each_article_with_exact_places(run: Run, news: Path) -> None:
    rows = [json.loads(line) for line in run("quotes", news, "--format", "jsonl").out.splitlines()]
    assert [row["id"] for row in rows] == ["council/vote.md", "dam.txt", "rain.txt"]
    assert [len(row["quotes"]) for row in rows][:2] == [1, 2]
    for row in rows:
        text = read(news / row["id"]).text
        for quote in row["quotes"]:
            assert quote["text"] == text[quote["start"] : quote["end"]]
            assert quote["speaker"]["text"] == text[quote["speaker"]["start"] : quote["speaker"]["end"]]


@pytest.mark.parametrize("form", ["text", "markdown", "jsonl", "csv"])
def test_two_runs_are_the_same_to_the_byte(run: Run, news: Path, form: str) -> None:
    first = run("quotes", news, "--format", form).out
    assert first
    assert run("quotes", news, "--format", form).out == first


def test_several_paths_have_ids_from_the_folder_that_holds_them_and_no_article_twice(run: Run, news: Path) -> None:
    out = run("quotes", news / "dam.txt", news / "council", news / "council" / "vote.md", "--format", "jsonl").out
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["council/vote.md", "dam.txt"]


def test_only_the_kinds_that_are_asked_for_are_shown(run: Run, news: Path) -> None:
    def kinds(*options: str) -> set[str]:
        return {
            row["kind"] for row in csv.DictReader(run("quotes", news, "--format", "csv", *options).out.splitlines())
        }

    (news / "mixed.txt").write_text(
        "Talks end\n\nAnn Lee spoke to reporters on Monday after the vote and called the talks “long and fruitful”.\n\n"
        "Ann Lee said that the dam would be built before the winter.\n",
        "utf-8",
    )
    assert kinds() == {"direct", "mixed"}
    assert kinds("--kind", "direct") == {"direct"}
    assert kinds("--kind", "direct", "--kind", "mixed") == {"direct", "mixed"}


def test_a_file_that_cannot_be_read_is_named_with_the_reason(run: Run, news: Path) -> None:
    (news / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    answer = run("quotes", news)
    assert answer.status == 0
    assert "Ann Lee" in answer.out
    assert answer.err.startswith(f"reader: not read: {news}/picture.txt: a picture, not shown\n")


def test_a_guess_about_a_file_is_told(run: Run, news: Path) -> None:
    (news / "old.txt").write_bytes(b"Caf\xe9\n\n\x93We will open the caf\xe9 in May,\x94 said Ann Lee, the mayor.\n")
    answer = run("quotes", news)
    assert "“We will open the café in May,”" in answer.out
    assert answer.err.startswith("reader: old.txt: ")
    assert "windows-1252" in answer.err.lower()


def test_nothing_readable_is_a_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(200))
    answer = run("quotes", tmp_path)
    assert (answer.status, answer.out) == (1, "")


def test_an_empty_folder_is_not(run: Run, tmp_path: Path) -> None:
    answer = run("quotes", tmp_path)
    assert (answer.status, answer.out, answer.err) == (0, "", "")


@pytest.mark.parametrize("form", ["text", "markdown", "jsonl", "csv"])
def test_names_and_texts_cannot_steer_the_terminal(run: Run, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, payload in zip(cycle(FILE_NAMES), PAYLOADS.values(), strict=False):
        text = f"Title {payload} here\n\nIt was “a long and {payload} happy day,” said Ann {payload} Lee.\n"
        (folder / f"{len(list(folder.iterdir()))}{name}").write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / os.fsdecode(b"bad \xff bytes.txt")).write_text(
        "Title\n\n“A long and happy day,” said Ann Lee.\n", "utf-8"
    )
    answer = run("quotes", folder, "--format", form)
    assert answer.status == 0
    assert safe(answer.out) == answer.out
    assert "Ann" in answer.out


def test_output_goes_to_a_file(run: Run, news: Path, tmp_path: Path) -> None:
    printed = run("quotes", news).out
    answer = run("quotes", news, "-o", tmp_path / "out.txt")
    assert (answer.status, answer.out) == (0, "")
    assert (tmp_path / "out.txt").read_text("utf-8") == printed


def test_explanations_are_given_when_asked_for(run: Run, news: Path) -> None:
    lines = run("quotes", news, "--explain").out.splitlines()
    after = lines[lines.index("  “We will build the dam before winter comes,”") + 2]
    assert after.startswith("      direct: ")
    assert "“Ann Lee”" in after
    assert "“said”" in after


def test_jsonl_quotes_exactly_what_the_file_holds_and_prints_nothing_that_steers(tmp_path: Path) -> None:
    text = "“We \x85quote\x1b[31m,” said Ann Lee, who is the mayor of the town.\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    command = [sys.executable, "-m", "reader", "quotes", "--format", "jsonl", str(tmp_path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (quotation,) = json.loads(printed)["quotes"]
    assert quotation["text"] == text[quotation["start"] : quotation["end"]]
    assert "\x1b" not in printed and "\x85" not in printed


def test_rows_of_every_format_tell_which_statement_of_several_articles_they_are(run: Run, news: Path) -> None:
    (news / "late.txt").write_text(
        "Dam\n\n“We will build a dam before winter comes,” the mayor's office said.\n", "utf-8"
    )
    rows = list(csv.DictReader(io.StringIO(run("quotes", news, "--format", "csv").out)))
    groups = {row["quotation"]: row["same_as"] for row in rows}
    one, other = (groups[f"We will build {which} dam before winter comes,"] for which in ("the", "a"))
    assert one == other != ""
    assert groups["It was a close vote,"] == ""
    lines = [json.loads(line) for line in run("quotes", news, "--format", "jsonl", "--same-as").out.splitlines()]
    assert {quote["words"]: quote["same_as"] or "" for line in lines for quote in line["quotes"]} == groups
    assert "**the**" in run("quotes", news, "--format", "markdown").out
