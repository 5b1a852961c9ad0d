"""The catalogue: every article once, in an order that people expect, without reading any."""

import os
from pathlib import Path

from reader.library.catalogue import entries, natural


def ids(folder: Path) -> list[str]:
    return [entry.id for entry in entries(folder, folder)]


def test_articles_are_found_in_all_folders_in_natural_order(news: Path) -> None:
    assert ids(news) == ["part 2/floods.md", "part 10/fires.txt", "rates.txt"]


def test_hidden_things_and_other_files_are_left_out(news: Path) -> None:
    (news / ".reader").mkdir()
    for name in (".reader/a.txt", ".hidden.txt", "picture.png"):
        (news / name).write_text("x")
    assert len(ids(news)) == 3


def test_links_that_lead_in_circles_are_not_followed(news: Path) -> None:
    (news / "part 2" / "loop").symlink_to(news, target_is_directory=True)
    assert len(ids(news)) == 3


def test_a_link_that_leads_nowhere_is_listed_with_its_problem(news: Path) -> None:
    (news / "gone.txt").symlink_to(news / "nothing")
    (gone,) = (entry for entry in entries(news, news) if entry.id == "gone.txt")
    assert gone.problem
    assert all(not entry.problem for entry in entries(news, news) if entry is not gone and entry.id != "gone.txt")


def test_names_that_are_not_text_are_listed_safely(news: Path) -> None:
    with open(os.fsencode(news) + b"/bad\xff\x1b[31m.txt", "w") as file:
        file.write("x")
    (bad,) = (entry for entry in entries(news, news) if entry.id.startswith("bad"))
    assert bad.id.isprintable()
    assert bad.path.exists()


def test_numbers_sort_by_size() -> None:
    assert sorted(["b10", "B9", "a", "1", "b"], key=natural) == ["1", "a", "b", "B9", "b10"]
