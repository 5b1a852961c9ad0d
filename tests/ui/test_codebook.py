"""The codebook: what a person sees of the tags, and what happens to the whole library when one of them is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from reader.annotations import Codebook, Tag
from reader.library import Library
from reader.text import Span
from reader.ui.panes.codebook_branches import branches
from reader.ui.screens import coding
from tests.ui.desk import Desk, desk, small_library


def tagged_library(folder: Path) -> Path:
    """Two articles: three highlights tagged claim, one economy/rates, one both."""
    small_library(folder)
    with Library.open(folder) as library:
        for name, found in (
            ("a-harbour.md", (("put off", ["claim"]), ("harbour wall", ["economy/rates"]))),
            ("b-ferry.md", (("in May", ["claim"]), ("ferry will", ["claim", "economy/rates"]))),
        ):
            article = library.read(name)
            for words, tags in found:
                reading = library.reading(article)
                start = article.text.index(words)
                given = [reading.tag(tag) for tag in tags]
                library.commit(reading.annotate(Span(start, start + len(words)), given)).result(10)
    return folder


async def codebook(opened: Desk) -> None:
    await opened.until(lambda: opened.screen.tag_uses.complete and bool(opened.seen().tags))
    await opened.press("enter", "B")


def rows(opened: Desk) -> list[str]:
    panel = opened.screen.codebook_panel
    lines = (panel.render_line(y).text for y in range(panel.size.height))
    return [" ".join(line.strip(" ▌▐").split()) for line in lines if line.strip()]


def asked(opened: Desk) -> str:
    """What the dialog on the screen says."""
    return " ".join(str(static.render()) for static in opened.app.screen.query(Static))


def tags_on_disk(folder: Path) -> list[list[str]]:
    """Names of the tags of each highlight of the library, as they mean today."""
    with Library.open(folder) as library:
        return sorted(sorted(library.codebook.names(a.tags)) for a in library.annotations())


def test_levels_that_are_no_tags_are_headings() -> None:
    tags = [Tag(name, name) for name in ("economy/rates/fixed", "economy/rates", "claim", "economy/prices")]
    found = branches(Codebook({tag.id: tag for tag in tags}))
    assert [(branch.name, branch.tag is not None, branch.depth) for branch in found] == [
        ("claim", True, 0),
        ("economy", False, 0),
        ("economy/prices", True, 1),
        ("economy/rates", True, 1),
        ("economy/rates/fixed", True, 2),
    ]


async def test_every_tag_shows_how_often_it_is_used_here_and_everywhere(tmp_path: Path) -> None:
    async with desk(tagged_library(tmp_path / "news")) as opened:
        await codebook(opened)
        assert rows(opened) == ["Codebook 2 here · everywhere", "claim 1 · 3", "economy", "rates 1 · 2"]
        await opened.press("slash", *"rat", "enter")
        assert rows(opened)[1:] == ["economy/rates 1 · 2"]


async def test_counts_follow_what_is_tagged_and_undone(tmp_path: Path) -> None:
    async with desk(tagged_library(tmp_path / "news")) as opened:
        await codebook(opened)
        await opened.press("tab", "G", "t", *"claim", "enter")
        assert "claim 2 · 4" in rows(opened)
        await opened.press("U")
        assert "claim 1 · 3" in rows(opened)


async def test_renaming_says_what_it_touches_and_takes_the_tags_below_along(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("j", "R", *["backspace"] * 7, *"money")
        assert "Renamed #economy to #money, with 1 below it: 2 highlights in 2 articles" in asked(opened)
        await opened.press("enter")
        assert "U undoes" in opened.seen().said
        assert [tag[0] for tag in opened.seen().tags] == ["claim", "money/rates"]
    assert tags_on_disk(folder) == [["claim"], ["claim"], ["claim", "money/rates"], ["money/rates"]]


async def test_a_name_that_cannot_be_is_refused_while_it_is_typed(tmp_path: Path) -> None:
    async with desk(tagged_library(tmp_path / "news")) as opened:
        await codebook(opened)
        await opened.press("R", *["backspace"] * 5, "slash", "enter")
        assert "a tag needs a name" in asked(opened)
        await opened.press("escape")
        assert [tag[0] for tag in opened.seen().tags] == ["claim", "economy/rates"]


async def test_merging_touches_all_articles_and_one_undo_after_a_restart_brings_everything_back(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    before = tags_on_disk(folder)
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("M")
        assert "3 highlights in 2 articles will have, instead of #claim:" in asked(opened)
        await opened.press(*"rates", "enter")
        assert [tag[0] for tag in opened.seen().tags] == ["economy/rates"]
        assert "rates 2 · 4" in rows(opened)
    assert tags_on_disk(folder) == [["economy/rates"]] * 4
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("U")
        assert [tag[:2] for tag in opened.seen().tags] == [("claim", None), ("economy/rates", None)]
    assert tags_on_disk(folder) == before


async def test_merged_highlights_take_the_colour_of_the_tag_that_stays(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("P", *"tea", "enter", "j", "j", "P", *"pin", "enter", "k", "k")
        await opened.press("M", *"rates", "enter")
        assert opened.seen().said.startswith("Merged #claim into #economy/rates")
        assert {color for color, _ in opened.seen().looks} == {"pink"}
        await opened.press("U")
        assert opened.seen().looks[0][0] == "teal"
        await opened.press("ctrl+r")
    with Library.open(folder) as library:
        assert {a.color for a in library.annotations()} == {"pink"}


async def test_where_there_are_many_highlights_a_thread_looks_for_those_of_a_merged_tag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding, "AT_ONCE", 0)
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("M", *"rates", "enter")
        await opened.until(lambda: opened.seen().said.startswith("Merged #claim into #economy/rates"))
    assert tags_on_disk(folder) == [["economy/rates"]] * 4


async def test_renaming_to_a_name_that_is_taken_makes_the_two_one(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("R", *["backspace"] * 5, *"economy/rates")
        assert "Merged #claim into #economy/rates: 3 highlights in 2 articles" in asked(opened)
        await opened.press("enter")
    assert tags_on_disk(folder) == [["economy/rates"]] * 4


async def test_deleting_asks_first_and_leaves_the_highlights(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("x")
        assert "#claim is taken off 3 highlights in 2 articles, which stay as they are." in asked(opened)
        await opened.press("escape")
        assert len(opened.seen().tags) == 2
        await opened.press("x", "enter")
        assert [tag[0] for tag in opened.seen().tags] == ["economy/rates"]
        assert len(opened.seen().highlights) == 2
    assert tags_on_disk(folder) == [[], [], ["economy/rates"], ["economy/rates"]]


async def test_a_tag_that_nothing_has_is_said_to_be_one(tmp_path: Path) -> None:
    async with desk(tagged_library(tmp_path / "news")) as opened:
        await codebook(opened)
        await opened.press("t", *"aside", "enter", "g")
        for key in ("M", "x", "P"):
            await opened.press(key)
            assert "No highlight has #aside." in asked(opened)
            await opened.press("escape")


async def test_a_tags_colour_is_its_highlights_in_all_articles_and_undone_in_one_step(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("P", *"tea", "enter")
        await opened.until(lambda: "Coloured #claim teal" in opened.seen().said)
        assert opened.seen().looks[0] == ("teal", False)
        await opened.press("U")
        assert opened.seen().looks[0] == ("yellow", False)
        await opened.press("ctrl+r")
    with Library.open(folder) as library:
        colors = {a.target.exact: a.color for a in library.annotations()}
    assert colors == {"put off": "teal", "harbour wall": "yellow", "in May": "teal", "ferry will": "teal"}


async def test_a_description_and_a_key_are_kept_over_a_restart(tmp_path: Path) -> None:
    folder = tagged_library(tmp_path / "news")
    async with desk(folder) as opened:
        await codebook(opened)
        await opened.press("n", *"Said,", "enter", *"not_shown", "ctrl+s", "4")
        assert "Said, not_shown" in rows(opened)
    async with desk(folder) as opened:
        await codebook(opened)
        assert opened.seen().tags[0] == ("claim", 4, "", "Said,\nnot_shown")
        await opened.press("j", "j", "4")
        assert "in place of #claim" in opened.seen().said
        assert [tag[1] for tag in opened.seen().tags] == [None, 4]
        await opened.press("U")
        assert [tag[1] for tag in opened.seen().tags] == [4, None]


async def test_a_new_tag_can_be_made_before_anything_carries_it(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "B", "t", *"claim", "enter", "t", *"Claim")
        assert "there is a tag “claim” already" in asked(opened)
        await opened.press("escape")
        assert [tag[:2] for tag in opened.seen().tags] == [("claim", 1)]


async def test_enter_lists_the_highlights_of_a_tag_and_of_those_below_it_in_all_articles(tmp_path: Path) -> None:
    async with desk(tagged_library(tmp_path / "news")) as opened:
        await codebook(opened)
        await opened.press("j", "enter")
        await opened.until(lambda: len(opened.screen.annotations_panel.deck.items) == 2)
        assert opened.seen().side == "annotations"


async def test_tags_are_known_at_once_in_the_next_article(tmp_path: Path) -> None:
    async with desk(tagged_library(tmp_path / "news")) as opened:
        await codebook(opened)
        article = opened.screen.library.read("c-long.md")
        opened.screen.show_article(article, 0)
        assert [tag[0] for tag in opened.seen().tags] == ["claim", "economy/rates"]
