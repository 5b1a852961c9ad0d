"""What is remembered from one run to the next survives, and does no harm where it does not."""

from pathlib import Path

from reader.memory import Memory


def test_the_last_library_is_remembered_while_it_exists(tmp_path: Path) -> None:
    library = tmp_path / "news"
    library.mkdir()
    Memory(tmp_path / "state").remember_library(library)
    assert Memory(tmp_path / "state").last_library == library
    library.rmdir()
    assert Memory(tmp_path / "state").last_library is None


def test_a_place_is_remembered_for_each_article_of_each_library(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    memory.remember_position(tmp_path / "one", "a.txt", 120)
    memory.remember_position(tmp_path / "one", "b.txt", 7)
    memory.remember_position(tmp_path / "two", "a.txt", 3)
    again = Memory(tmp_path / "state")
    assert [again.position(tmp_path / "one", name) for name in ("a.txt", "b.txt", "c.txt")] == [120, 7, 0]
    assert again.position(tmp_path / "two", "a.txt") == 3


def test_a_damaged_or_unwritable_memory_counts_as_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    memory.remember_library(tmp_path)
    (tmp_path / "state" / "last.json").write_text('{"libr')
    assert memory.last_library is None
    (tmp_path / "file").write_text("")
    nowhere = Memory(tmp_path / "file")
    nowhere.remember_library(tmp_path)
    assert nowhere.last_library is None
