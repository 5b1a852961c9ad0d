from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.folders import folder
from reader.library.analyses import Analysed, File, analysed
from reader.library.analysis_cache import FILE, AnalysisCache, analysis_of
from reader.library.analysis_records import Damaged, packed, sealed, unpacked
from reader.quotations import Analysis, analyse
from reader.sources import read
from tests.quotations.golden import article, cases

TEXTS = [case.text for case in cases()]
TEXT = (
    "“It will be built before winter,” said Ann Lee, the mayor, according to a transcript.\n\nShe called it “dear”.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / FILE


def kept(path: Path, *texts: str, version: str = "1", most: int = 1000) -> AnalysisCache:
    """A cache that holds the analyses of `texts`."""
    cache = AnalysisCache(path, version, most)
    for text in texts:
        cache.put(article(text), analyse(article(text)))
    return cache


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_unpacked_is_what_was_packed(text: str) -> None:
    whole = article(text)
    assert unpacked(packed(analyse(whole)), whole) == analyse(whole)


def test_an_analysis_is_found_again_by_its_text_whatever_the_file_is_called(path: Path) -> None:
    kept(path, TEXT).close()
    moved = article(TEXT, "elsewhere/moved.txt")
    assert kept(path).get(moved) == analyse(moved)


def test_another_text_another_format_and_other_rules_are_not_found(path: Path, tmp_path: Path) -> None:
    cache = kept(path, TEXT)
    assert cache.get(article(TEXT + " ")) is None
    (tmp_path / "same.md").write_text(TEXT, "utf-8")
    assert cache.get(read(tmp_path / "same.md")) is None
    assert kept(path, version="2").get(article(TEXT)) is None


def test_what_is_kept_is_not_found_out_again(path: Path) -> None:
    asked = []

    def found_out(whole: Article) -> Analysis:
        asked.append(whole.id)
        return analyse(whole)

    assert analysis_of(article(TEXT), found_out) == analysis_of(article(TEXT), found_out) == analyse(article(TEXT))
    assert len(asked) == 1


DAMAGE = [
    b"",
    b"nonsense",
    b"\0\0\0\0[[], []]",
    sealed(b"nonsense"),
    sealed(b"[]"),
    sealed(b"{}"),
    sealed(b"[[1], []]"),
    sealed(b"[" * 100_000),
    sealed(b'[[["q-1", [5, 2], "direct", "", 1, null, "", null, [], "", 0.5]], []]'),
    sealed(b'[[["q-1", [0, 9999], "direct", "", 1, null, "", null, [], "", 0.5]], []]'),
    sealed(b'[[["q-1", [0, 5], "sung", "", 1, null, "", null, [], "", 0.5]], []]'),
    sealed(b'[[["q-1", [0, 5], "direct", "", Infinity, null, "", null, [], "", 0.5]], []]'),
    sealed(b'[[], [["Ann", "person", "", [1], ""]]]'),
]


@pytest.mark.parametrize("content", DAMAGE)
def test_a_damaged_entry_is_found_out_again(path: Path, content: bytes) -> None:
    with pytest.raises(Damaged):
        unpacked(content, article(TEXT))
    cache = kept(path, TEXT)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE analyses SET content = ?", (content,))
    assert cache.get(article(TEXT)) is None
    cache.put(article(TEXT), analyse(article(TEXT)))
    assert cache.get(article(TEXT)) == analyse(article(TEXT))


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_one_wrong_byte_is_seen(at: int, byte: int) -> None:
    content = bytearray(packed(analyse(article(TEXT))))
    at %= len(content)
    content[at] ^= byte
    try:
        assert unpacked(bytes(content), article(TEXT)) == analyse(article(TEXT))
    except Damaged:
        assert byte


def test_a_file_that_is_no_database_is_replaced(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database at all " * 1000)
    assert kept(path, TEXT).get(article(TEXT)) is None
    assert kept(path, TEXT).get(article(TEXT)) == analyse(article(TEXT))


def test_without_a_place_for_it_everything_goes_on(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert kept(tmp_path / "cache" / FILE, TEXT).get(article(TEXT)) is None


def test_the_oldest_go_when_there_are_too_many(path: Path) -> None:
    kept(path, "a", "b", "c", "d").close()
    cache = kept(path, "e", most=2)
    assert [text for text in "abcde" if cache.get(article(text))] == ["d", "e"]


WRITER = """
import sys
from pathlib import Path
from reader.library.analysis_cache import AnalysisCache
from reader.quotations import analyse
from tests.quotations.golden import article
cache = AnalysisCache(Path(sys.argv[1]), "1")
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    whole = article(f"“It rained {number} times,” said Ann Lee.")
    assert cache.get(whole) is None
    cache.put(whole, analyse(whole))
    assert cache.get(whole) == analyse(whole)
"""


def test_two_programs_may_write_at_once(path: Path) -> None:
    ranges = [("0", "150"), ("150", "300")]
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), *numbers]) for numbers in ranges]
    assert [writer.wait() for writer in writers] == [0, 0]
    cache = kept(path)
    assert all(cache.get(article(f"“It rained {number} times,” said Ann Lee.")) for number in range(300))


def test_a_file_that_is_analysed_is_kept_in_the_users_cache_folder(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text("Dam\n\n“It will be built,” said Ann Lee.\n", "utf-8")
    first = analysed(File(tmp_path / "dam.txt", tmp_path))
    with sqlite3.connect(folder("cache") / FILE) as database:
        ((content,),) = database.execute("SELECT content FROM analyses").fetchall()
    assert "Ann Lee" in json.dumps(json.loads(content[4:]))
    assert isinstance(first, Analysed)
    assert analysed(File(tmp_path / "dam.txt", tmp_path)) == first
