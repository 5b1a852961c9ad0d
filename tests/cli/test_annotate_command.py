"""`reader annotate`: highlights made by scripts, in libraries that other programs have open, too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.annotations import Annotation
from reader.library import Library
from reader.text import Span

Run = Callable[..., Any]


def stored(folder: Path) -> list[Annotation]:
    with Library.open(folder, writable=False) as library:
        return list(library.annotations())


def names_of(folder: Path, annotation: Annotation) -> tuple[str, ...]:
    with Library.open(folder, writable=False) as library:
        return library.codebook.names(annotation.tags)


@pytest.fixture
def library(news: Path) -> Path:
    """The folder of articles after something has been kept in it, so that its files belong to it."""
    with Library.open(news) as opened:
        reading = opened.reading(opened.read("rain.txt"))
        opened.commit(reading.annotate(Span(0, 4))).result(30)
    return news


def annotate(run: Run, folder: Path, *arguments: str) -> Any:
    return run("annotate", folder / "dam.txt", *arguments)


def of_dam(folder: Path) -> list[Annotation]:
    return [annotation for annotation in stored(folder) if annotation.article_id == "dam.txt"]


def test_words_are_highlighted_with_tags_and_a_note_and_the_id_is_printed(run: Run, library: Path) -> None:
    answer = annotate(
        run, library, "--quote", "before winter comes", "--tag", "time", "--tag", "dam/plans", "--note", "Why?"
    )
    (made,) = of_dam(library)
    assert (answer.status, answer.out) == (0, f"{made.id}\n")
    assert (made.target.exact, made.note, made.important) == ("before winter comes", "Why?", False)
    assert names_of(library, made) == ("time", "dam/plans")


def test_marks_and_line_ends_of_the_quotation_do_not_count(run: Run, library: Path) -> None:
    assert annotate(run, library, "--quote", '"We will build\n  the dam', "--important").status == 0
    (made,) = of_dam(library)
    assert made.target.exact == "“We will build the dam" and made.important


def test_words_are_found_behind_markup_and_over_paragraphs(run: Run, library: Path) -> None:
    (library / "bold.md").write_text("# Title\n\nThe *whole* council\n\nmet **again** today.\n", "utf-8")
    assert run("annotate", library / "bold.md", "--quote", "whole council met again").status == 0
    assert [a.target.exact for a in stored(library) if a.article_id == "bold.md"] == ["whole council\n\nmet again"]


def test_the_same_command_again_changes_nothing(run: Run, library: Path) -> None:
    wish = ("--quote", "before winter", "--tag", "time", "--note", "Why?", "--color", "green")
    first = annotate(run, library, *wish)
    before = {path: path.read_bytes() for path in library.rglob("*.json*")}
    again = annotate(run, library, *wish)
    assert (again.status, again.out) == (0, first.out)
    assert {path: path.read_bytes() for path in library.rglob("*.json*")} == before


def test_what_is_missing_is_added_to_the_highlight_that_is_there(run: Run, library: Path) -> None:
    first = annotate(run, library, "--quote", "before winter", "--tag", "time", "--note", "Why?")
    again = annotate(run, library, "--quote", "before winter", "--tag", "Time", "--tag", "dam", "--note", "And how?")
    (made,) = of_dam(library)
    assert first.out == again.out == f"{made.id}\n"
    assert (names_of(library, made), made.note) == (("time", "dam"), "Why?\n\nAnd how?")


def test_what_a_script_did_can_be_undone(run: Run, library: Path) -> None:
    annotate(run, library, "--quote", "before winter", "--tag", "time")
    with Library.open(library) as opened:
        assert opened.undo() is not None
    assert of_dam(library) == []


def test_words_in_several_places_are_refused_with_a_list_of_them(run: Run, library: Path) -> None:
    answer = annotate(run, library, "--quote", "Ann Lee")
    assert (answer.status, answer.out) == (3, "")
    assert "stand in 2 places of dam.txt; --nth, --before or --after choose one" in answer.err
    assert "reader:   2  ¶2  …the dam before winter comes,” [Ann Lee] said." in answer.err
    assert of_dam(library) == []


@pytest.mark.parametrize(
    ("choice", "after"),
    [
        (["--nth", "1"], ", the mayor"),
        (["--nth", "2"], " said."),
        (["--before", "winter comes"], " said."),
        (["--after", "The mayor"], ", the mayor"),
        (["--after", "said"], " said."),
    ],
)
def test_one_of_several_places_can_be_chosen(run: Run, library: Path, choice: list[str], after: str) -> None:
    assert annotate(run, library, "--quote", "Ann Lee", *choice).status == 0
    (made,) = of_dam(library)
    assert made.target.suffix.startswith(after)


def test_places_that_were_not_meant_are_told(run: Run, library: Path) -> None:
    answer = annotate(run, library, "--quote", "Ann Lee", "--before", "who is")
    assert (answer.status, of_dam(library)) == (1, [])
    assert "they stand here, but not so:" in answer.err and "[Ann Lee], the mayor" in answer.err


def test_parts_of_words_are_found_where_no_whole_word_is_meant(run: Run, library: Path) -> None:
    assert annotate(run, library, "--quote", "farmer").status == 0  # not "farmers"
    assert annotate(run, library, "--quote", "Karls").status == 0
    assert [a.target.exact for a in of_dam(library)] == ["farmer", "Karls"]


def test_words_that_are_not_there_are_told_with_the_nearest(run: Run, library: Path) -> None:
    answer = annotate(run, library, "--quote", "before the winter came")
    assert (answer.status, answer.out) == (1, "")
    assert "these words are not in dam.txt: “before the winter came”" in answer.err
    assert "nearest to them:" in answer.err and "before winter comes]" in answer.err


def test_the_words_around_a_place_are_those_of_the_file_and_whole(run: Run, library: Path) -> None:
    answer = annotate(run, library, "--quote", "said Bo Karlson, farmer")
    assert "  1  ¶3  …asked the farmers about it,” [said Bo Karlsson, a farmer].…\n" in answer.err
    answer = annotate(run, library, "--quote", "before Winter came")
    assert "  1  ¶2  …vote. “We will build the dam [" in answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--quote", "Ann Lee", "--nth", "3"], "--nth 3: the words stand in 2 places"),
        (["--quote", "dam", "--nth", "1", "--tag", " / "], "a tag needs a name"),
        (["--quote", "winter", "--color", "gren"], "“gren” is no colour; did you mean green?"),
        ([], "--quote"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, library: Path, arguments: list[str], said: str) -> None:
    answer = annotate(run, library, *arguments)
    assert (answer.status, of_dam(library)) == (2, [])
    assert said in answer.err


def test_folders_and_missing_files_are_refused(run: Run, library: Path) -> None:
    assert run("annotate", library, "--quote", "x").status == 2
    assert run("annotate", library / "none.txt", "--quote", "x").status == 2


def test_an_app_that_has_the_library_open_sees_it_and_keeps_its_own(run: Run, library: Path) -> None:
    with Library.open(library) as opened:
        reading = opened.reading(opened.read("dam.txt"))
        opened.commit(reading.annotate(Span(0, 3))).result(30)
        assert annotate(run, library, "--quote", "before winter").status == 0
        assert "dam.txt" in opened.refresh()
        seen = opened.reading(reading.article)
        assert [a.target.exact for a in seen.annotations] == ["Dam", "before winter"]
        opened.commit(seen.set_note(seen.annotations[1], "Seen")).result(30)
    assert [(a.target.exact, a.note) for a in of_dam(library)] == [("Dam", ""), ("before winter", "Seen")]


def test_what_the_disk_refuses_is_no_success(run: Run, library: Path) -> None:
    newer = next((library / ".reader" / "annotations").glob("rain.*.json"))
    newer.write_text(newer.read_text("utf-8").replace('"schema": 1,', '"schema": 99,'), "utf-8")
    answer = run("annotate", library / "rain.txt", "--quote", "three days")
    assert (answer.status, answer.out) == (4, "")
    assert "not saved" in answer.err
