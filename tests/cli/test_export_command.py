from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.export.saving import ours
from reader.library import Library
from reader.text import Span

Run = Callable[..., Any]


def highlight(folder: Path, article_id: str, words: str, *tags: str, note: str = "") -> None:
    """Marks `words` in an article of the library, as the app does."""
    with Library.open(folder) as library:
        reading = library.reading(library.read(article_id))
        start = reading.article.text.index(words)
        made = [reading.tag(tag) for tag in tags]
        change = reading.annotate(Span(start, start + len(words)), made, note=note)
        library.commit(change).result(timeout=30)


@pytest.fixture
def marked(news: Path) -> Path:
    """The folder after somebody has read in it."""
    highlight(news, "dam.txt", "Nobody asked the farmers", "farmers")
    highlight(news, "dam.txt", "before winter", "time/winter", note="Which *one*?")
    highlight(news, "council/vote.md", "a close vote")
    return news


def test_highlights_come_as_markdown_in_document_order(run: Run, marked: Path) -> None:
    answer = run("export", marked)
    assert answer.status == 0
    shown = [line for line in answer.out.splitlines() if line.startswith((">", "# ", "—"))]
    assert shown == [
        *("# Council votes", "> a close vote", "— **Ann Lee**, mayor · ¶2 · yellow"),
        *("> “It was a close vote,”", "— ¶2"),
        *("# Dam will be built", "> before winter"),
        "— **Ann Lee**, mayor · ¶2 · yellow · #time/winter",
        *("> Nobody asked the farmers", "— **Bo Karlsson**, farmer · ¶3 · yellow · #farmers"),
        *("> “We will build the dam before winter comes,”", "— ¶2"),
        *("> “Nobody asked the farmers about it,”", "— ¶3"),
    ]
    assert "\n\nWhich *one*?\n\n" in answer.out


def test_a_single_file_of_a_library_is_exported_alone(run: Run, marked: Path) -> None:
    out = run("export", marked / "dam.txt").out
    assert "> before winter" in out
    assert "a close vote" not in out
    assert "\nsource: dam.txt\n" in out


def test_groups_are_articles_tags_or_speakers(run: Run, marked: Path) -> None:
    def headings(by: str) -> list[str]:
        return [line for line in run("export", marked, "--by", by).out.splitlines() if line.startswith("# ")]

    assert headings("article") == ["# Council votes", "# Dam will be built"]
    assert headings("tag") == ["# farmers", "# time/winter", "# Without a tag"]
    assert headings("speaker") == ["# Ann Lee", "# Bo Karlsson"]


def test_the_other_forms_have_every_highlight(run: Run, marked: Path) -> None:
    told = json.loads(run("export", marked, "--format", "json").out)
    assert [len(article["annotations"]) for article in told["articles"]] == [1, 2, 0]
    page = json.loads(run("export", marked, "--format", "jsonld").out)
    assert len(page["items"]) == 3
    tags = list(csv.DictReader(run("export", marked, "--format", "codebook").out.splitlines()))
    assert [row["name"] for row in tags] == ["farmers", "time/winter"]
    rows = list(csv.DictReader(run("export", marked, "--format", "csv").out.splitlines()))
    assert [row["highlight"] for row in rows] == ["a close vote", "before winter", "Nobody asked the farmers"]


@pytest.mark.parametrize("options", [["--by", "tag"], ["--by", "speaker"], ["--format", "json"], ["--format", "csv"]])
def test_two_exports_are_the_same_to_the_byte(run: Run, marked: Path, options: list[str]) -> None:
    assert run("export", marked, *options).out == run("export", marked, *options).out


def test_highlights_of_an_article_that_is_gone_are_kept_and_reported(run: Run, marked: Path) -> None:
    (marked / "dam.txt").unlink()
    answer = run("export", marked)
    assert "reader: no text for dam.txt: its highlights are exported without a place\n" in answer.err
    lost = answer.out.partition("# dam.txt")[2]
    assert "## Lost place" in lost
    assert "> before winter" in lost
    assert "Which *one*?" in lost


def test_an_export_changes_nothing_in_the_library(run: Run, marked: Path) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in marked.rglob("*") if path.is_file()}

    before = state()
    run("export", marked)
    assert state() == before


def test_a_folder_that_is_no_library_stays_none(run: Run, news: Path) -> None:
    answer = run("export", news)
    assert answer.status == 0
    assert f"nothing is highlighted in {news} yet" in answer.err
    assert not (news / ".reader").exists()


def test_a_file_of_ours_is_replaced_and_an_edited_one_kept(run: Run, marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.md"
    assert run("export", marked, "-o", out).status == 0
    assert ours(out.read_text("utf-8"))
    assert run("export", marked, "--by", "tag", "-o", out).status == 0
    edited = out.read_text("utf-8") + "my own words\n"
    out.write_text(edited, "utf-8")
    answer = run("export", marked, "-o", out)
    assert answer.status == 2
    assert answer.err.endswith("has been edited since; --force replaces it\n")
    assert out.read_text("utf-8") == edited
    assert run("export", marked, "-o", out, "--force").status == 0
    assert "my own words" not in out.read_text("utf-8")


def test_a_place_that_cannot_be_written_to_is_named(run: Run, marked: Path, tmp_path: Path) -> None:
    answer = run("export", marked, "-o", tmp_path / "nowhere" / "notes.md")
    assert answer.status == 2
    assert answer.err == f"reader: {tmp_path}/nowhere/notes.md: No such file or directory\n"


def test_templates_of_the_users_own_are_used(run: Run, marked: Path, tmp_path: Path) -> None:
    (tmp_path / "article.md.j2").write_text("{% for s in sections %}{{ s.highlights|length }} {% endfor %}")
    assert run("export", marked, "--templates", tmp_path).out == "1 2 "
    (tmp_path / "article.md.j2").write_text("{{ oops }}")
    answer = run("export", marked, "--templates", tmp_path)
    assert (answer.status, answer.err) == (2, "reader: template article.md.j2: 'oops' is undefined\n")


def test_grouping_is_for_markdown_only(run: Run, marked: Path) -> None:
    assert run("export", marked, "--format", "csv", "--by", "tag").status == 2


def test_the_list_counts_highlights_and_quotations(run: Run, marked: Path) -> None:
    (marked / "picture.txt").write_bytes(bytes(200))
    answer = run("list", marked)
    assert [[*line.split()[:2], line.split()[-1]] for line in answer.out.splitlines()[1:]] == [
        ["1", "1", "council/vote.md"],
        ["2", "2", "dam.txt"],
        ["0", "0", "rain.txt"],
    ]
    assert answer.err.startswith(f"reader: not read: {marked}/picture.txt: ")


def test_a_folder_gets_a_file_for_each_article_that_keeps_its_name(run: Run, marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "vault"
    out.mkdir()
    assert run("export", marked, "-o", out).status == 0
    assert run("export", marked, "-o", out).status == 0
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*")) == ["council/vote.md", "dam.txt.md"]
    assert "\nsource: dam.txt\n" in (out / "dam.txt.md").read_text("utf-8")


@pytest.mark.parametrize("options", [["--by", "tag"], ["--format", "csv"]])
def test_what_is_one_document_needs_a_file(run: Run, marked: Path, tmp_path: Path, options: list[str]) -> None:
    answer = run("export", marked, *options, "-o", tmp_path)
    assert (answer.status, answer.err) == (2, f"reader: {tmp_path}: Is a directory\n")


@pytest.mark.parametrize("command", ["export", "quotes"])
def test_an_article_is_never_written_over(run: Run, marked: Path, command: str) -> None:
    before = (marked / "dam.txt").read_bytes()
    answer = run(command, marked, "-o", marked / "council" / ".." / "dam.txt", "--force")
    assert answer.status == 2
    assert answer.err.endswith("dam.txt is one of the articles\n")
    assert (marked / "dam.txt").read_bytes() == before


def test_damage_in_the_library_is_told_and_the_rest_exported(run: Run, marked: Path) -> None:
    (damaged,) = (marked / ".reader" / "annotations").glob("dam.*.json")
    damaged.write_bytes(b'{"torn')
    answer = run("export", marked)
    assert answer.status == 0
    assert "> a close vote" in answer.out
    assert damaged.name in answer.err
    assert damaged.read_bytes() == b'{"torn'


def test_the_list_counts_the_highlights_of_a_renamed_article_under_its_new_name(run: Run, marked: Path) -> None:
    before = {line.split()[-1]: line.split()[0] for line in run("list", marked).out.splitlines()[1:]}
    (marked / "dam.txt").rename(marked / "wall.txt")
    after = {line.split()[-1]: line.split()[0] for line in run("list", marked).out.splitlines()[1:]}
    assert before["dam.txt"] != "0"
    assert after["wall.txt"] == before["dam.txt"]
