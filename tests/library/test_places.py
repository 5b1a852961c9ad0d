"""Where annotations are kept: beside the articles if that can be, else in the user's own folder; the user is told."""

import subprocess
from pathlib import Path

import pytest

from reader.folders import bundled
from reader.library import Library
from reader.library.places import place_of


def test_a_folder_keeps_its_annotations_in_itself(news: Path) -> None:
    place = place_of(news)
    assert (place.root, place.below, place.store, place.notice) == (news, news, news / ".reader", "")


def test_a_single_file_is_a_library_of_its_own(news: Path, own_folders: Path) -> None:
    with Library.open(news / "rates.txt") as library:
        assert [entry.id for entry in library.entries()] == ["rates.txt"]
        assert library.store_folder.is_relative_to(own_folders)
        assert any(str(library.store_folder) in notice for notice in library.notices)


def test_a_file_or_folder_inside_a_library_belongs_to_it(news: Path) -> None:
    (news / ".reader" / "annotations").mkdir(parents=True)
    for path, ids in ((news / "part 2" / "floods.md", ["part 2/floods.md"]), (news / "part 10", ["part 10/fires.txt"])):
        with Library.open(path) as library:
            assert library.root == news
            assert library.store_folder == news / ".reader"
            assert [entry.id for entry in library.entries()] == ids
            assert library.notices == (f"part of the library {news}",)


def test_what_was_begun_with_one_file_is_there_when_the_folder_is_opened(news: Path) -> None:
    with Library.open(news / "rates.txt") as library:
        reading = library.reading(library.read("rates.txt"))
        library.commit(reading.annotate(reading.article.blocks.complete()[1].span)).result(10)
    with Library.open(news) as library:
        assert len(library.reading(library.read("rates.txt")).annotations) == 1
        assert any("annotations are kept in" in notice for notice in library.notices)


def test_the_sample_corpus_is_left_as_it_is(own_folders: Path) -> None:
    place = place_of(bundled("sample_corpus"))
    assert place.store.is_relative_to(own_folders)
    assert "sample corpus" in place.notice


def test_a_folder_that_cannot_be_written_keeps_its_annotations_elsewhere(news: Path, own_folders: Path) -> None:
    made_so = subprocess.run(["chattr", "+i", news], capture_output=True)  # permissions do not stop root
    if made_so.returncode:
        news.chmod(0o555)
    try:
        place = place_of(news)
        if place.store == news / ".reader":
            pytest.skip("this user can write everywhere")
        assert place.store.is_relative_to(own_folders)
        assert place.notice.startswith("this folder cannot be written to: annotations are kept in ")
    finally:
        subprocess.run(["chattr", "-i", news], capture_output=True)
        news.chmod(0o755)
