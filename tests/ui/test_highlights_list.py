"""The list of highlights: what it shows of one article or of all, and one command for several highlights."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from textual import events

from reader.annotations import AnchorState
from reader.library import Library
from reader.text import Span
from reader.ui.panes import annotations_list
from reader.ui.panes.annotations_order import Order
from tests.ui.desk import Desk, desk, small_library

MARKED = (
    ("a-harbour.md", "The council put off its vote", ("politics/harbour",), ""),
    ("a-harbour.md", "It will hold this winter", ("winter",), "Who measured?"),
    ("a-harbour.md", "Nobody asked us", (), ""),
    ("b-ferry.md", "We were told in May", ("politics",), ""),
    ("b-ferry.md", "will not sail on Sunday", (), "Check the timetable"),
)


def marked_library(folder: Path) -> Path:
    """Three articles, two of which somebody has worked on."""
    small_library(folder)
    with Library.open(folder) as library:
        for article_id, words, tags, note in MARKED:
            reading = library.reading(library.read(article_id))
            start = reading.article.text.index(words)
            made = [reading.tag(tag) for tag in tags]
            library.commit(reading.annotate(Span(start, start + len(words)), made, note=note)).result(30)
    return folder


def listed(opened: Desk) -> list[str]:
    """The first two words of each highlight in the list."""
    return [" ".join(one.target.exact.split()[:2]) for one in opened.screen.annotations_panel.deck.items]


def seen_rows(opened: Desk) -> str:
    """The list as it is painted."""
    panel = opened.screen.annotations_panel
    return "\n".join(panel.render_line(y).text.rstrip() for y in range(panel.size.height))


async def come_to_list(opened: Desk, *keys: str) -> None:
    await opened.until(lambda: bool(opened.screen.reading and len(opened.screen.reading.annotations) == 3))
    await opened.press("enter", "T", *keys)


async def see_all_articles(opened: Desk) -> None:
    await come_to_list(opened, "a")
    await opened.until(lambda: len(listed(opened)) == 5)


async def test_the_list_shows_this_article_or_all_of_them_in_groups(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await come_to_list(opened)
        assert listed(opened) == ["The council", "It will", "Nobody asked"]
        assert "Highlights 3" in seen_rows(opened)
        await opened.press("a")
        await opened.until(lambda: len(listed(opened)) == 5)
        assert listed(opened)[3:] == ["We were", "will not"]
        await opened.until(lambda: re.search("Ferry company answers +2", seen_rows(opened)) is not None)
        assert "Highlights 5 · all" in seen_rows(opened)
        await opened.press("a")
        assert len(listed(opened)) == 3


async def test_a_highlight_of_another_article_is_opened_in_it(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("G", "enter")
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
        assert opened.seen().focus == "ReadingPane"


async def test_typing_filters_with_the_language_and_mistakes_are_told(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("tag:politics")
        assert listed(opened) == ["The council", "We were"]
        await opened.press("enter")
        assert "Highlights 2 of 5" in seen_rows(opened)
        assert "/ tag:politics" in seen_rows(opened)
        await opened.press("escape")
        assert len(listed(opened)) == 5
        await opened.press("slash")
        await opened.write("tags:x")
        assert "did you mean tag:?" in " ".join(seen_rows(opened).split())


async def test_a_filter_is_typed_as_a_line_in_a_shell_is_and_can_be_pasted(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        panel = opened.screen.annotations_panel
        await come_to_list(opened, "slash")
        await opened.write("tag:winter harb")
        await opened.press("ctrl+w")
        assert panel.wanted == "tag:winter" and listed(opened) == ["It will"]
        await opened.press("ctrl+u")
        assert panel.wanted == "" and panel.typing
        panel.post_message(events.Paste("nobody\nasked"))
        await opened.until(lambda: listed(opened) == ["Nobody asked"])
        assert panel.wanted == "nobody asked"


async def test_a_word_is_looked_for_in_notes_and_titles_too(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("timetable")
        assert listed(opened) == ["will not"]


async def test_a_tag_in_the_palette_shows_its_highlights(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await come_to_list(opened)
        await opened.press("colon")
        await opened.write("#winter")
        await opened.press("enter")
        assert listed(opened) == ["It will"]


async def test_orders_are_by_text_time_tag_and_state(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("o")
        assert opened.seen().highlights_view.order is Order.NEWEST
        assert listed(opened)[0] == "will not"
        await opened.press("o")
        assert listed(opened) == ["We were", "The council", "It will", "Nobody asked", "will not"]
        assert re.search("#politics +1", seen_rows(opened)) and re.search("No tag +2", seen_rows(opened))
        await opened.press("o")
        assert re.search("In their place +5", seen_rows(opened))


async def test_marked_highlights_of_all_articles_are_deleted_and_undone_in_one_step(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("space", "G", "space", "x")
        assert opened.seen().said.startswith("Deleted 2 highlights")
        assert listed(opened) == ["It will", "Nobody asked", "We were"]
        await opened.press("U")
        assert listed(opened) == ["The council", "It will", "Nobody asked", "We were", "will not"]


async def test_all_that_are_shown_are_tagged_in_one_step(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    async with desk(folder) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("-tag:")
        await opened.press("enter", "v", "t")
        assert opened.seen().dialog == "TagPrompt"
        await opened.write("later")
        await opened.press("enter")
        assert opened.seen().said.startswith("Tagged 2 highlights #later")
        assert listed(opened) == []
        await opened.press("escape")
        assert len(listed(opened)) == 5
    with Library.open(folder, writable=False) as library:
        assert sum(library.codebook.names(a.tags) == ("later",) for a in library.annotations()) == 2


async def test_one_that_is_marked_is_meant_and_not_the_one_under_the_cursor(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("space", "t")
        await opened.write("later")
        await opened.press("enter")
        assert opened.seen().said.startswith("Tagged “The council put off its vote” #politics/harbour #later")


async def test_a_number_gives_its_tag_to_all_that_are_marked_and_then_takes_it_away(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    async with desk(folder) as opened:
        await see_all_articles(opened)
        await opened.press("j", "t", "tab")
        await opened.write("later")
        await opened.press("enter", "v", "1")
        assert opened.seen().said.startswith("Tagged 5 highlights #later")
        await opened.press("1")
        assert opened.seen().said.startswith("Untagged 5 highlights #later")
        await opened.press("U", "9")
        assert opened.seen().said.startswith("no tag on key 9")
    with Library.open(folder, writable=False) as library:
        assert all("later" in library.codebook.names(a.tags) for a in library.annotations())


async def test_all_that_are_marked_take_a_colour_in_one_step(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        before = [one.color for one in opened.screen.annotations_panel.deck.items]
        await opened.press("v", "P")
        assert "5 highlights" in " ".join(str(part.render()) for part in opened.app.screen.query("Static"))
        await opened.press(*"pink", "enter")
        assert opened.seen().said.startswith("Coloured 5 highlights pink")
        assert {one.color for one in opened.screen.annotations_panel.deck.items} == {"pink"}
        await opened.press("U")
        assert [one.color for one in opened.screen.annotations_panel.deck.items] == before


async def test_esc_says_what_it_does_and_gives_up_the_filter_before_the_marks(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("tag:politics")
        await opened.press("enter", "v", "escape", "slash")
        await opened.write("winter")
        await opened.press("enter", "v")
        assert "3 marked" not in seen_rows(opened) and "1 marked, 2 not shown here" in seen_rows(opened)
        assert "esc shows all" in seen_rows(opened) and "esc unmarks" not in seen_rows(opened)
        await opened.press("escape")
        assert "3 marked · esc unmarks" in seen_rows(opened)
        assert len(listed(opened)) == 5
        await opened.press("escape")
        assert opened.seen().marked == 0 and opened.seen().side == "annotations"
        await opened.press("escape")
        assert opened.seen().side == ""


async def test_a_card_names_the_paragraph_where_the_highlight_stands_now(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    before = "“We were told in May"
    async with desk(folder) as opened:
        await see_all_articles(opened)
        assert re.search(r"We were told in May\s+¶1", seen_rows(opened))
    path = folder / "b-ferry.md"
    path.write_text(path.read_text("utf-8").replace(before, f"A first paragraph.\n\n{before}"), "utf-8")
    async with desk(folder) as opened:
        await see_all_articles(opened)
        await opened.until(lambda: re.search(r"We were told in May\s+¶2", seen_rows(opened)) is not None)
        await opened.press("G", "enter")  # and in the article itself
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
        await opened.press("T", "a")
        assert re.search(r"We were told in May\s+¶2", seen_rows(opened))


async def test_where_an_article_is_gone_it_is_said_and_its_highlights_can_still_be_handled(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    (folder / "b-ferry.md").unlink()
    async with desk(folder) as opened:
        await see_all_articles(opened)
        assert seen_rows(opened).count("its article is not in the") == 2
        await opened.press("G", "enter")
        assert opened.seen().said.startswith("b-ferry.md is gone  · p puts the highlight here, E exports it, x deletes")
        assert opened.seen().focus == "AnnotationsPanel"
        await opened.press("exclamation_mark", "p")
        assert opened.seen().said.startswith("Attached “will not sail on Sunday” in “Harbour vote delayed”")
        assert len(opened.seen().highlights) == 4
        await opened.press("U")
        assert len(opened.seen().highlights) == 3
        await opened.press("G", "x")
        assert listed(opened) == ["The council", "It will", "Nobody asked", "We were"]


@pytest.mark.parametrize("after", ["It will hold this winter", "It will perhaps hold this winter"])
async def test_highlights_of_a_renamed_article_are_under_its_new_name_before_anybody_opens_it(
    tmp_path: Path, after: str
) -> None:
    folder = marked_library(tmp_path / "news")
    edit(folder, "It will hold this winter", after)
    (folder / "a-harbour.md").rename(folder / "z-renamed.md")
    async with desk(folder) as opened:
        await opened.press("T", "a")
        panel = opened.screen.annotations_panel
        await opened.until(lambda: {one.article_id for one in panel.deck.items} == {"b-ferry.md", "z-renamed.md"})
        assert "not in the folder" not in seen_rows(opened)
        await opened.until(
            lambda: ("z-renamed.md", 3) in ((one.entry.id, one.highlights) for one in opened.screen.listings)
        )


async def test_the_file_may_go_while_its_highlights_are_listed(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    async with desk(folder) as opened:
        await see_all_articles(opened)
        (folder / "b-ferry.md").unlink()
        await opened.press("G", "enter")
        assert opened.seen().said.startswith("b-ferry.md is gone")
        assert opened.seen().article == "a-harbour.md"


async def test_marks_that_the_filter_hides_are_out_of_reach(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("v", "slash")
        await opened.write("note:")
        await opened.press("enter")
        assert "2 marked" in seen_rows(opened)
        await opened.press("x")
        assert opened.seen().said.startswith("Deleted 2 highlights")
        await opened.press("escape")
        assert listed(opened) == ["The council", "Nobody asked", "We were"]


async def test_the_marked_highlights_can_be_taken_away(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("space", "G", "space", "E", "down", "enter")
        out = tmp_path / "two.csv"
        assert opened.seen().dialog == "ExportDialog"
        opened.app.screen.query_one("Input").value = str(out)  # type: ignore[attr-defined]
        await opened.press("enter")
        await opened.until(out.exists)
        await opened.until(lambda: "exported to" in opened.seen().said)
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert [row["highlight"] for row in rows] == ["The council put off its vote", "will not sail on Sunday"]


async def test_highlights_are_copied_with_their_sources(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.until(lambda: bool(opened.screen.speakers))
        await opened.press("j", "space", "G", "space", "y")
        assert opened.seen().copied == (
            "> It will hold this winter\n>\n> — **Lena Brandt**, Harbour vote delayed ¶2\n\n"
            "> will not sail on Sunday\n>\n> — Ferry company answers ¶2\n"
        )


async def test_what_another_program_highlights_comes_into_the_list(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    async with desk(folder) as opened:
        await see_all_articles(opened)
        with Library.open(folder) as library:
            reading = library.reading(library.read("b-ferry.md"))
            start = reading.article.text.index("The company said nothing")
            library.commit(reading.annotate(Span(start, start + 24))).result(30)
        await opened.until(lambda: "The company" in listed(opened))


async def test_a_note_is_written_from_the_list(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("G", "n")
        await opened.write("x")
        await opened.press("ctrl+s")
        notes = [one.note for one in opened.screen.annotations_panel.deck.items]
        assert notes[-1] != "Check the timetable" and "Check the timetable" in notes[-1]


def edit(folder: Path, before: str, after: str) -> None:
    path = folder / "a-harbour.md"
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


async def test_changed_words_are_shown_and_accepted_and_that_is_undone(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    edit(folder, "It will hold this winter", "It will probably hold this winter")
    async with desk(folder) as opened:
        await come_to_list(opened, "slash")
        await opened.write("state:changed")
        await opened.press("enter")
        assert listed(opened) == ["It will"]
        await opened.press("D")
        shown = " ".join(str(part.render()) for part in opened.app.screen.query("Static"))
        assert "It will {probably} hold this winter" in shown
        await opened.press("A")
        assert opened.seen().said.startswith("Accepted “It will hold this winter”")
        assert listed(opened) == []
        await opened.press("U")
        assert listed(opened) == ["It will"]


async def test_highlights_of_articles_that_nobody_has_opened_since_are_where_they_are_now(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    path = folder / "b-ferry.md"
    path.write_text(path.read_text("utf-8").replace("will not sail on Sunday", "will sail on Sunday"), "utf-8")
    async with desk(folder) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("state:changed")
        await opened.until(lambda: listed(opened) == ["will not"])
        await opened.press("enter", "A")
        await opened.until(lambda: opened.seen().said.startswith("Accepted “will not sail on Sunday”"))
        assert listed(opened) == []
        await opened.press("U")
        assert listed(opened) == ["will not"]


async def test_a_lost_highlight_is_put_on_the_selection(tmp_path: Path) -> None:
    folder = marked_library(tmp_path / "news")
    edit(folder, "“Nobody asked us,” said Tomas Reuel, who runs the fish market. ", "")
    async with desk(folder) as opened:
        await come_to_list(opened, "G")
        (lost,) = [one for one in opened.screen.annotations_panel.deck.items if not one.anchor.placed]
        assert "lost its place" in seen_rows(opened)
        await opened.press("enter")
        assert opened.seen().said == "it lost its place  · p puts it on the selection or the sentence in focus"
        await opened.press("right_parenthesis", "p")
        assert opened.seen().said.startswith("Attached “Nobody asked us”")
        (again,) = [one for one in opened.screen.annotations_panel.deck.items if one.id == lost.id]
        assert again.anchor.state is AnchorState.EXACT
        await opened.press("U")
        (back,) = [one for one in opened.screen.annotations_panel.deck.items if one.id == lost.id]
        assert back.anchor.state is AnchorState.ORPHAN


async def test_the_help_says_what_the_filter_understands(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await come_to_list(opened, "question_mark")
        shown = " ".join(str(part.render()) for part in opened.app.screen.query("Static"))
        assert "tag:politics" in shown and "state:moved,changed" in shown


async def test_all_that_are_marked_become_important_and_then_none(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("v", "exclamation_mark")
        assert opened.seen().said.startswith("Marked 5 highlights as important")
        assert all(one.important for one in opened.screen.annotations_panel.deck.items)
        await opened.press("exclamation_mark")
        assert not any(one.important for one in opened.screen.annotations_panel.deck.items)


async def test_a_filter_for_a_speaker_fills_the_list_when_it_is_known_who_speaks(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("speaker:brandt")
        await opened.until(lambda: listed(opened) == ["It will", "We were"])


async def test_a_list_too_long_for_one_frame_is_arranged_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotations_list, "AT_ONCE", 3)
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("slash")
        await opened.write("tag:")
        await opened.until(lambda: listed(opened) == ["The council", "It will", "We were"])
        await opened.press("enter", "x")
        await opened.until(lambda: listed(opened) == ["It will", "We were"])
        await opened.press("escape", "a")
        await opened.until(lambda: listed(opened) == ["It will", "Nobody asked"])


async def test_the_list_opens_at_the_highlight_in_focus(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await come_to_list(opened)
        await opened.press("T", "right_square_bracket", "h", "right_square_bracket", "h", "T")
        assert opened.screen.annotations_panel.current is not None
        assert opened.screen.annotations_panel.current.target.exact == "It will hold this winter"


async def test_the_highlight_under_the_cursor_is_shown_in_its_article(tmp_path: Path) -> None:
    async with desk(marked_library(tmp_path / "news")) as opened:
        await see_all_articles(opened)
        await opened.press("G")
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
        assert opened.seen().focus == "AnnotationsPanel"
        await opened.press("g")
        await opened.until(lambda: opened.seen().article == "a-harbour.md")


async def test_commands_mean_the_highlight_that_was_chosen_in_the_list_also_where_others_overlap_it(
    tmp_path: Path,
) -> None:
    folder = marked_library(tmp_path / "news")
    with Library.open(folder) as library:
        reading = library.reading(library.read("b-ferry.md"))
        start = reading.article.text.index("The ferry will")
        library.commit(reading.annotate(Span(start, start + len("The ferry will not sail")))).result(30)
    async with desk(folder) as opened:
        await come_to_list(opened, "a")
        await opened.until(lambda: len(listed(opened)) == 6)
        for words in ("The ferry will not sail", "will not sail on Sunday"):
            where = [one.target.exact for one in opened.screen.annotations_panel.deck.items].index(words)
            await opened.press("g", *["j"] * where, "enter")
            await opened.until(lambda: opened.seen().article == "b-ferry.md" and len(opened.seen().highlights) == 3)
            await opened.press("exclamation_mark")
            assert opened.seen().said.startswith(f"Marked as important “{words}”")
            await opened.press("T")
