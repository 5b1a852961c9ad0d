"""The library: what is committed is on the disk, comes back, and can be taken back, whoever asks and when."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tinydb

from reader.annotations import Annotation
from reader.library import Library, LibraryError, StoreError
from reader.reading import Reading
from reader.text import Span


def reading_of(library: Library, article_id: str = "rates.txt") -> Reading:
    return library.reading(library.read(article_id))


def span_of(reading: Reading, words: str) -> Span:
    start = reading.article.text.index(words)
    return Span(start, start + len(words))


def mark(library: Library, words: str, article_id: str = "rates.txt", note: str = "") -> Annotation:
    reading = reading_of(library, article_id)
    change = reading.annotate(span_of(reading, words), note=note)
    library.commit(change).result(10)
    (edit,) = change.edits
    assert isinstance(edit.after, Annotation)
    return edit.after


def marked(library: Library, article_id: str = "rates.txt") -> list[str]:
    reading = reading_of(library, article_id)
    return [annotation.span.of(reading.article.text) for annotation in reading.annotations]


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_looking_at_a_library_leaves_nothing_in_its_folder(news: Path) -> None:
    before = files_in(news)
    with Library.open(news) as library:
        for entry in library.entries():
            assert library.reading(library.read(entry)).annotations == ()
        assert library.undo() is None
    assert files_in(news) == before


def test_what_is_committed_is_there_after_a_restart(news: Path) -> None:
    with Library.open(news) as library:
        reading = reading_of(library)
        change = reading.annotate(span_of(reading, "raised its rate"), [reading.tag("economy/rates")], note="Again?")
        library.commit(change).result(10)
        expected = reading.after(change)
        assert reading_of(library) == expected
    with Library.open(news) as library:
        assert reading_of(library) == expected
        assert list(library.annotations()) == list(expected.annotations)


def test_stock_tinydb_opens_the_files(news: Path) -> None:
    with Library.open(news) as library:
        annotation = mark(library, "no choice")
        (file,) = (library.store_folder / "annotations").iterdir()
    with tinydb.TinyDB(file) as database:
        (document,) = database.table("annotations").all()
        assert document["id"] == annotation.id
        assert document["target"]["exact"] == "no choice"
        assert database.table("meta").all()[0]["path"] == "rates.txt"


def test_each_article_has_a_file_of_its_own_that_people_can_read(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "no choice")
        mark(library, "three metres", "part 2/floods.md")
        names = sorted(path.name for path in (library.store_folder / "annotations").iterdir())
        assert [name.split(".")[0] for name in names] == ["floods", "rates"]
        text = (library.store_folder / "annotations" / names[0]).read_text(encoding="utf-8")
    assert '\n   "note": "",\n' in text


def test_the_same_records_make_the_same_bytes(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "no choice")
        (file,) = (library.store_folder / "annotations").iterdir()
        before = file.read_bytes()
        library.commit(reading_of(library).remove(()))
        mark(library, "three metres", "part 2/floods.md")
    assert file.read_bytes() == before


def test_a_removed_annotation_stays_away_and_leaves_a_tombstone(news: Path) -> None:
    with Library.open(news) as library:
        annotation = mark(library, "no choice")
        library.commit(reading_of(library).remove((annotation.id,))).result(10)
        assert marked(library) == []
        (file,) = (library.store_folder / "annotations").iterdir()
    with Library.open(news) as library:
        assert marked(library) == []
        assert list(library.annotations()) == []
    (record,) = json.loads(file.read_bytes())["annotations"].values()
    assert record["deleted"] is not None


def test_undo_and_redo_go_through_every_change_and_over_restarts(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "no choice")
        mark(library, "three metres", "part 2/floods.md")
        reading = reading_of(library)
        library.commit(reading.set_note(reading.annotations[0], "Really?")).result(10)
    with Library.open(news) as library:
        undone = [library.undo(), library.undo()]
        assert [change.label for change in undone if change] == ["Noted “no choice”", "Highlighted “three metres”"]
        assert marked(library, "part 2/floods.md") == []
        assert [a.note for a in reading_of(library).annotations] == [""]
    with Library.open(news) as library:
        assert library.undo() is not None
        assert library.undo() is None
        assert marked(library) == []
        for _ in range(3):
            assert library.redo() is not None
        assert library.redo() is None
        assert [a.note for a in reading_of(library).annotations] == ["Really?"]
        assert marked(library, "part 2/floods.md") == ["three metres"]


def test_what_undo_returns_is_what_the_screen_must_do(news: Path) -> None:
    with Library.open(news) as library:
        reading = reading_of(library)
        for words in ("no choice", "raised its rate"):
            change = reading.annotate(span_of(reading, words), [reading.tag(words)])
            library.commit(change)
            reading = reading.after(change)
        for step in (library.undo, library.undo, library.redo, library.undo, library.redo, library.redo):
            made = step()
            assert made is not None
            reading = reading.after(made)
            assert reading == reading_of(library)


def test_a_new_change_ends_what_could_be_done_again(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "no choice")
        library.undo()
        mark(library, "raised its rate")
        assert library.redo() is None
        undone = library.undo()
        assert undone is not None
        assert undone.label == "Highlighted “raised its rate”"
        assert library.undo() is None


def test_merging_tags_is_undone_like_anything_else(news: Path) -> None:
    with Library.open(news) as library:
        reading = reading_of(library)
        change = reading.annotate(span_of(reading, "no choice"), [reading.tag("prices")])
        reading = reading.after(change)
        library.commit(change)
        change = reading.new_tag("economy")
        reading = reading.after(change)
        library.commit(change)
        library.commit(reading.merge_tag(reading.tag("prices"), reading.tag("economy")))

        def names() -> tuple[str, ...]:
            now = reading_of(library)
            return now.codebook.names(now.annotations[0].tags)

        assert names() == ("economy",)
        library.undo()
        assert names() == ("prices",)


def test_two_windows_see_each_others_work_and_keep_both(news: Path) -> None:
    with Library.open(news) as one, Library.open(news) as other:
        assert reading_of(other).annotations == ()
        annotation = mark(one, "no choice")
        assert other.refresh() == {"rates.txt"}
        assert reading_of(other).annotations == (annotation,)
        mine, theirs = reading_of(one), reading_of(other)
        one.commit(mine.set_note(annotation, "from one")).result(10)
        other.commit(theirs.set_tags(annotation, [theirs.tag("economy")])).result(10)
        assert one.refresh() == {"rates.txt"}
        (merged,) = reading_of(one).annotations
        assert (merged.note, len(merged.tags), merged.rev) == ("from one", 1, 3)
        assert one.refresh() == frozenset()


def test_what_another_window_did_last_is_undone_as_it_is_now(news: Path) -> None:
    with Library.open(news) as one, Library.open(news) as other:
        annotation = mark(one, "no choice", note="first")
        assert len(reading_of(other).annotations) == 1
        one.commit(reading_of(one).set_note(annotation, "second")).result(10)
        undone = other.undo()
        assert undone is not None
        (edit,) = undone.edits
        assert isinstance(edit.before, Annotation)
        assert isinstance(edit.after, Annotation)
        assert (edit.before.note, edit.after.note) == ("second", "first")
        other.saving.result(10)
        one.refresh()
        assert reading_of(one).annotations[0].note == "first"


def test_two_notes_typed_at_once_are_both_kept(news: Path) -> None:
    with Library.open(news) as one, Library.open(news) as other:
        annotation = mark(one, "no choice", note="start")
        other.refresh()
        one.commit(reading_of(one).set_note(annotation, "one")).result(10)
        other.commit(reading_of(other).set_note(annotation, "other")).result(10)
        one.refresh()
        assert reading_of(one).annotations[0].note == "one\n\nother"


def test_an_edit_brings_back_what_another_window_deleted(news: Path) -> None:
    with Library.open(news) as one, Library.open(news) as other:
        annotation = mark(one, "no choice")
        other.refresh()
        before = reading_of(other)
        one.commit(reading_of(one).remove((annotation.id,))).result(10)
        other.commit(before.set_note(annotation, "typed for an hour")).result(10)
        one.refresh()
        assert [a.note for a in reading_of(one).annotations] == ["typed for an hour"]


def test_annotations_follow_a_file_that_is_renamed_or_moved(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "no choice")
    (news / "old").mkdir()
    (news / "rates.txt").rename(news / "old" / "central bank.txt")
    with Library.open(news) as library:
        assert marked(library, "old/central bank.txt") == ["no choice"]
    (news / "old" / "central bank.txt").write_text("So. “We had no choice,” the governor said. Prices had risen.")
    with Library.open(news) as library:
        assert marked(library, "old/central bank.txt") == ["no choice"]
        assert [a.article_id for a in library.annotations()] == ["old/central bank.txt"]


def test_annotations_follow_a_file_that_is_renamed_and_edited_at_once(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "We had no choice")
    text = (news / "rates.txt").read_text(encoding="utf-8")
    (news / "rates.txt").unlink()
    (news / "bank.txt").write_text(text.replace("Prices had risen", "Costs had risen"), encoding="utf-8")
    with Library.open(news) as library:
        assert marked(library, "part 10/fires.txt") == []
        assert marked(library, "bank.txt") == ["We had no choice"]


def test_a_passage_is_followed_through_edits_by_the_text_that_was_kept(news: Path) -> None:
    text = (news / "rates.txt").read_text(encoding="utf-8")
    with Library.open(news) as library:
        mark(library, "to nobody's surprise")
    for edited, states in (
        (text.replace("on Monday, to nobody's surprise", "on Monday evening, to nobody's great surprise"), "changed"),
        (text.replace(", to nobody's surprise", ""), "orphan"),
        (text, "exact"),
    ):
        (news / "rates.txt").write_text(edited, encoding="utf-8")
        with Library.open(news) as library:
            (annotation,) = reading_of(library).annotations
            assert annotation.anchor.state == states
            assert annotation.target.exact == "to nobody's surprise"


@pytest.mark.parametrize("first", ["rates.txt", "bank.txt"])
def test_a_new_article_in_the_place_of_a_renamed_one_takes_nothing_from_it(news: Path, first: str) -> None:
    with Library.open(news) as library:
        mark(library, "no choice")
    (news / "rates.txt").rename(news / "bank.txt")
    (news / "rates.txt").write_text("Something else\n\nNothing of this has been marked by anybody so far.\n", "utf-8")
    with Library.open(news) as library:
        reading_of(library, first)
    with Library.open(news) as library:
        assert marked(library, "bank.txt") == ["no choice"]
        mark(library, "Nothing of this", "rates.txt")
    with Library.open(news) as library:
        assert marked(library, "bank.txt") == ["no choice"]
        assert marked(library, "rates.txt") == ["Nothing of this"]


def test_without_the_text_that_was_kept_the_words_are_searched_for_behind_their_markup(news: Path) -> None:
    with Library.open(news) as library:
        mark(library, "rose **three metres** in a night", "part 2/floods.md")
        texts = library.store_folder / "texts"
    shutil.rmtree(texts)
    file = news / "part 2" / "floods.md"
    edited = (
        file.read_text(encoding="utf-8")
        .replace("**three metres** in", "three *metres* in")
        .replace("# Floods", "# Flood")
    )
    file.write_text(edited, encoding="utf-8")
    with Library.open(news) as library:
        assert marked(library, "part 2/floods.md") == ["rose three *metres* in a night"]
        (annotation,) = reading_of(library, "part 2/floods.md").annotations
        assert (annotation.anchor.method, annotation.anchor.state) == ("quote", "shifted")


def test_a_copy_of_an_article_does_not_take_its_annotations_away(news: Path) -> None:
    (news / "copy.txt").write_bytes((news / "rates.txt").read_bytes())
    with Library.open(news) as library:
        mark(library, "no choice")
        assert marked(library, "copy.txt") == []
        mark(library, "raised its rate", "copy.txt")
        assert marked(library) == ["no choice"]


def test_annotations_follow_an_edit_and_their_new_place_is_kept(news: Path) -> None:
    with Library.open(news) as library:
        annotation = mark(library, "no choice")
    (news / "rates.txt").write_text("A new first line.\n\n" + (news / "rates.txt").read_text())
    with Library.open(news) as library:
        (moved,) = reading_of(library).annotations
        assert moved.anchor.state == "shifted"
        assert moved.span == annotation.span.moved(len("A new first line.\n\n"))
        assert moved.target == annotation.target
    with Library.open(news) as library:
        assert list(library.annotations()) == [moved]


def test_a_path_that_is_not_there_is_refused(news: Path) -> None:
    with pytest.raises(LibraryError, match="No such file"):
        Library.open(news / "nothing.txt")


def test_a_library_opened_for_reading_refuses_changes(news: Path) -> None:
    with Library.open(news, writable=False) as library:
        reading = reading_of(library)
        with pytest.raises(StoreError, match="cannot be written"):
            library.commit(reading.annotate(span_of(reading, "no choice"))).result(10)
    assert not (news / ".reader").exists()


def test_what_could_not_be_written_is_written_with_the_next_change(news: Path) -> None:
    with Library.open(news) as library:
        (news / ".reader").write_text("in the way")
        reading = reading_of(library)
        refused = library.commit(reading.annotate(span_of(reading, "no choice")))
        with pytest.raises(StoreError, match="not saved"):
            refused.result(10)
        assert library.unsaved == 1
        assert marked(library) == ["no choice"]
        (news / ".reader").unlink()
        mark(library, "three metres", "part 2/floods.md")
        assert library.unsaved == 0
    with Library.open(news) as library:
        assert marked(library) == ["no choice"]
        assert library.undo() is not None
        assert library.undo() is not None


def test_unknown_keys_and_strange_records_survive_an_edit(news: Path) -> None:
    with Library.open(news) as library:
        annotation = mark(library, "no choice")
        (file,) = (library.store_folder / "annotations").iterdir()
    with tinydb.TinyDB(file) as database:
        table = database.table("annotations")
        table.update({"votes": 3, "future": {"deep": [1]}})
        table.insert({"id": "strange", "what": "not an annotation"})
    with Library.open(news) as library:
        assert len(reading_of(library).annotations) == 1
        assert any("cannot be shown" in notice for notice in library.notices)
        library.commit(reading_of(library).set_note(annotation, "hm")).result(10)
    records = {record["id"]: record for record in json.loads(file.read_bytes())["annotations"].values()}
    assert records["strange"] == {"id": "strange", "what": "not an annotation"}
    assert (records[annotation.id]["note"], records[annotation.id]["votes"]) == ("hm", 3)
    assert records[annotation.id]["future"] == {"deep": [1]}


def test_opening_and_listing_do_not_wait_for_tinydb(news: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom reader.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library: print(len(library.entries()))\n"
        "print([name for name in ('tinydb', 'platformdirs', 'rapidfuzz', 'textual') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script, news], capture_output=True, text=True, check=True)
    assert run.stdout == "3\n[]\n"
