"""From a path to an article: names, identities, notices, and nothing hostile on the way out."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Format
from reader.library import Library
from reader.sources import SUFFIXES, Unreadable, article_id, is_article, read
from reader.text.safe import safe_line
from tests.hostile import BAD_BYTES_NAME, FILE_NAMES, PAYLOADS, leaks


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    return path


def everything_shown(article: Article) -> str:
    blocks = article.blocks.complete()
    words = [block.raw(article.text) for block in blocks]
    markers = [container.marker for block in blocks for container in block.containers]
    fields = [article.id, article.title, article.byline, article.publisher, article.url, *article.notices]
    return "\n".join(words + markers + fields)


def test_the_registry_says_what_is_an_article() -> None:
    assert set(SUFFIXES) == {".txt", ".text", ".md", ".markdown"}
    assert is_article("report.txt")
    assert is_article("REPORT.TXT")
    assert is_article("notes.Markdown")
    assert not is_article("picture.png")
    assert not is_article("txt")
    assert not is_article(".hidden.txt")
    assert not is_article(".txt")


def test_an_article_is_identified_by_its_path_below_the_library(tmp_path: Path) -> None:
    path = written(tmp_path, "news/monday/report.txt", "Words.")
    assert read(path, tmp_path).id == "news/monday/report.txt"
    assert read(path).id == "report.txt"
    assert article_id(Path("elsewhere/a.txt"), tmp_path) == "a.txt"


def test_a_suffix_decides_the_format(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.txt", "# no heading")).format is Format.PLAIN
    assert read(written(tmp_path, "a.md", "# heading")).format is Format.MARKDOWN
    assert read(written(tmp_path, "a.MARKDOWN", "# heading")).format is Format.MARKDOWN
    assert read(written(tmp_path, "README", "words")).format is Format.PLAIN


def test_newlines_and_byte_order_marks_are_normalised(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffone\r\ntwo\rthree".encode())
    assert read(path).text == "one\ntwo\nthree"


def test_a_guessed_encoding_is_a_notice_and_can_be_overruled(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Президент сказал, что переговоры начнутся завтра.\n".encode("cp1251") * 5)
    assert read(path).notices == ("decoded as windows-1251 (a guess)",)
    chosen = read(path, encoding="koi8-r")
    assert chosen.notices == ()
    assert "Президент" not in chosen.text


def test_a_file_that_is_cut_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 2_000_000)
    article = read(path)
    assert article.notices == ("first 8 MB shown",)
    assert len(article.text) == 8 << 20


def test_a_file_without_words_is_titled_by_its_name(tmp_path: Path) -> None:
    for name in ("empty-file.txt", "empty-file.md"):
        for text in ("", "\n \n", "***\n"):
            article = read(written(tmp_path, name, text))
            assert (article.title, article.title_derived) == ("empty-file", True)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_nothing_that_a_terminal_obeys_comes_out(tmp_path: Path, payload: str, suffix: str) -> None:
    text = f"---\ntitle: {payload}\n---\n{payload}\n\nBy {payload}\n\n- {payload}\n\n# {payload}\n\n"
    text += "Plain words around it. " * 400  # or the file would rightly be taken for a binary one
    article = read(written(tmp_path, "hostile" + suffix, text))
    assert leaks(article.text) == []
    assert leaks(everything_shown(article)) == []
    assert "\n" not in article.title


def test_escapes_in_front_matter_and_entities_in_headings_are_no_way_in(tmp_path: Path) -> None:
    quoted = read(written(tmp_path, "a.md", '---\ntitle: "\\e]0;x\\a \\u202e"\nauthor: "a\\nb\\x9b"\n---\n'))
    assert leaks(quoted.title + quoted.byline) == []
    heading = read(written(tmp_path, "b.md", "# &#27;[2J &#x9b;31m &#x202e;\n"))
    assert leaks(heading.title) == []


@pytest.mark.skipif(sys.platform == "win32", reason="such names do not exist there")
@pytest.mark.parametrize("name", FILE_NAMES)
def test_hostile_names_are_shown_safe(tmp_path: Path, name: str) -> None:
    article = read(written(tmp_path, name, ""), tmp_path)
    assert leaks(article.id + article.title) == []
    assert "\n" not in article.id
    stem, suffix = os.path.splitext(safe_line(name))
    assert article.id.startswith(stem) and article.id.endswith(suffix)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names do not exist there")
def test_a_name_that_is_not_utf8_can_be_read_and_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(BAD_BYTES_NAME)
    path.write_text("Words.")
    article = read(path, tmp_path)
    assert article.id.startswith("bad\ufffd\ufffdbytes")
    assert article.id.encode()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names do not exist there")
@pytest.mark.parametrize(("one", "other"), [(b"a\xfe.txt", b"a\xff.txt"), (b"a\x1b.txt", "a␛.txt".encode())])
def test_names_that_look_the_same_are_two_articles(tmp_path: Path, one: bytes, other: bytes) -> None:
    with Library.open(tmp_path) as library:
        for name in (one, other):
            (tmp_path / os.fsdecode(name)).write_text(repr(name), "utf-8")
        ids = [entry.id for entry in library.entries()]
        assert len(set(ids)) == 2
        assert {library.read(article_id).text for article_id in ids} == {repr(one), repr(other)}


def test_binary_files_are_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(bytes(range(256)) * 64)
    with pytest.raises(Unreadable) as caught:
        read(path)
    assert caught.value.reason == "binary, not shown"


@given(data=st.binary(max_size=400))
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_any_file_becomes_an_article_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        article = read(path)
    except Unreadable as refused:
        assert refused.reason
    else:
        assert article.title
        assert leaks(everything_shown(article)) == []
