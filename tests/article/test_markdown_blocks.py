"""Markdown source becomes blocks with exact pieces, however it is cut into chunks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Block, Kind
from reader.article.markdown import batches
from tests.article.making import markdown, markdown_texts


def read(text: str, start: int = 0) -> list[Block]:
    return [block for batch in batches(text, start) for block in batch]


def outline(text: str) -> list[str]:
    """A line for each block: its containers' signs, its kind and its content."""
    lines = []
    for block in read(text):
        around = "".join(
            c.marker if c.opens and c.marker else {"quote": ">"}.get(c.kind, ".") for c in block.containers
        )
        kind = f"{block.kind}{block.level or ''}"
        lines.append(" ".join(filter(None, (around, kind, "/".join(piece.of(text) for piece in block.pieces)))))
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\ntext", ["title1 Title", "paragraph text"]),
        ("text\n\n# Later", ["paragraph text", "heading1 Later"]),
        ("## A ##\n### # B # #\n#", ["heading2 A", "heading3 # B #", "heading1"]),
        ("Set\next\n===\n\nTwo\n---", ["title1 Set/ext", "heading2 Two"]),
        ("one\ntwo  \nthree", ["paragraph one/two  /three"]),
        ("  lead\n    more", ["paragraph lead/more"]),
        ("- a\n- b\n\n  c", ["• paragraph a", "• paragraph b", ". paragraph c"]),
        ("- a\n  - b\n    - c\n      - d", ["• paragraph a", ".◦ paragraph b", "..▪ paragraph c", "...• paragraph d"]),
        ("3. a\n3. b\n\n9) c", ["3. paragraph a", "4. paragraph b", "9) paragraph c"]),
        ("- - a", ["•◦ paragraph a"]),
        ("-\n- x", ["• paragraph", "• paragraph x"]),
        ("- [x] done\n- [ ] not\n1. [X] yes", ["☑ paragraph done", "☐ paragraph not", "1. ☑ paragraph yes"]),
        ("- [ ]\n- [y] no", ["• paragraph [ ]", "• paragraph [y] no"]),
        ("[x] no list", ["paragraph [x] no list"]),
        ("> a\nlazy\n> > b", ["> paragraph a/lazy", ">> paragraph b"]),
        ("> a\n>\n> > b\n>\n> - c", ["> paragraph a", ">> paragraph b", ">• paragraph c"]),
        ("```py\nx = 1\n\n  y\n```", ["code x = 1//  y"]),
        ("    a\n\n      b\n", ["code a//  b"]),
        ("- x\n\n      code\n", ["• paragraph x", ". code code"]),
        ("> ~~~\n> a\n> ~~~", ["> code a"]),
        ("```\nnever closed", ["code never closed"]),
        ("```\n```", ["code"]),
        ("<div>\n*x*\n</div>\n\np", ["html <div>/*x*/</div>", "paragraph p"]),
        ("a\n\n***\n\nb", ["paragraph a", "rule", "paragraph b"]),
        ("| a | b |\n|---|--:|\n| c |", ["table | a | b |/|---|--:|/| c |"]),
        ("> | a |\n> |---|\n> | b |", ["> table | a |/|---|/| b |"]),
        ("- | a |\n  |---|\n  | b |", ["• table | a |/|---|/| b |"]),
        ("[^1]: note\n    more\n\n    two\n\nx[^1]", ["[1] paragraph note/more", ". paragraph two", "paragraph x[^1]"]),
        ("Term\n: one\n: two\n\nx", ["paragraph Term", ". paragraph one", ". paragraph two", "paragraph x"]),
        ("[a]: /b 'c'\ntext", ["paragraph text"]),
        ("\ttab\n", ["code tab"]),
        ("-\ttab\n", ["• paragraph tab"]),
        ("", []),
        ("\n \n\n", []),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


def test_info_of_code_is_its_language_and_terms_are_told() -> None:
    assert [block.info for block in read("```python x\na\n```\n\nTerm\n: meaning")] == ["python x", "term", ""]


def test_front_matter_before_the_start_is_not_read() -> None:
    text = "---\na: b\n---\n# T\n"
    assert [(block.kind, block.pieces[0].of(text)) for block in read(text, 13)] == [(Kind.TITLE, "T")]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("a\n\n- b\n- c\n  - d\n\ne", [1, 1, 0, 0, 1]),
        ("- a\n\n- b\n  - c", [1, 1, 0]),
        ("1. a\n2. b\n\n- c", [1, 0, 1]),
        ("T\n: d", [1, 0]),
        ("-\n- b", [1, 0]),
    ],
)
def test_gaps_follow_the_tightness_of_lists(text: str, gaps: list[int]) -> None:
    assert [block.gap for block in read(text)] == gaps


def test_what_is_nested_too_deeply_is_kept() -> None:
    for sign in ("> ", "- "):
        text = sign * 150 + "words"
        assert "words" in "".join(piece.of(text) for block in read(text) for piece in block.pieces)


def test_very_long_blocks_are_cut_between_words_and_lines() -> None:
    paragraph, code = "word " * 9000, "```\n" + "line\n" * 9000 + "```\n"
    for text, joint in ((paragraph, ""), (code, "\n")):
        blocks = read(text)
        assert len(blocks) > 2
        assert max(len(block.raw(text)) for block in blocks) <= 20_000
        assert [block.gap for block in blocks[1:]] == [0] * (len(blocks) - 1)
        assert joint.join(block.raw(text) for block in blocks) == text.removeprefix("```\n").removesuffix(
            "\n```\n"
        ).rstrip(" ")


@pytest.mark.parametrize(
    ("unit", "containers"),
    [("1. An item of a list\n", ["1.", "2."]), ("- x\n", ["•", "•"]), ("> A quote\n>\n", ["", ""])],
)
def test_a_huge_list_or_quote_is_read_in_parts(unit: str, containers: list[str]) -> None:
    text = "".join(unit.replace("1.", f"{number + 1}.") for number in range(120_000 // len(unit)))
    parts = list(batches(text))
    blocks = [block for part in parts for block in part]
    assert len(parts) > 2
    assert [block.containers[0].marker for block in blocks[:2]] == containers
    assert [block.raw(text) for block in blocks] == [blocks[0].raw(text)] * text.count(unit[-6:])
    assert len({block.gap for block in blocks[1:]}) == 1


def test_a_very_long_table_goes_on_in_further_blocks() -> None:
    text = "| a | b |\n|---|--:|\n" + "| c | d |\n" * 1000
    blocks = read(text)
    assert len(blocks) > 3
    assert [block.gap for block in blocks[1:]] == [0] * (len(blocks) - 1)
    assert "\n".join(block.raw(text) for block in blocks) == text.rstrip()


chunks = st.integers(1, 120)


@settings(deadline=None)
@example("- a\n\n\n- b\n\npara\n\n[x]: /y\n'title'\n\nend", 1, 1)
@example("| a |\n|---|\n| b |\n\nTerm\n\n: d\n", 3, 3)
@given(markdown_texts, chunks, chunks)
def test_chunks_do_not_change_the_blocks(text: str, first: int, chunk: int) -> None:
    cut = [block for batch in batches(text, first=first, chunk=chunk) for block in batch]
    assert cut == read(text)


@given(markdown_texts)
def test_blocks_stand_in_order_and_hold_their_pieces(text: str) -> None:
    blocks = read(text)
    for before, after in pairwise(blocks):
        assert before.span.end <= after.span.start
    for block in blocks:
        assert block.span.end <= len(text)
        assert all(block.span.contains(piece) for piece in block.pieces)
        for piece, following in pairwise(block.pieces):
            assert piece.end < following.start
        if block.kind is not Kind.CODE:
            assert all("\n" not in piece.of(text) for piece in block.pieces)


@given(markdown_texts.map(lambda text: text.replace("]:", "] ")))
def test_every_visible_character_belongs_to_a_block(text: str) -> None:
    blocks = read(text)
    outside = "".join(
        text[before:after]
        for before, after in zip(
            [0, *(block.span.end for block in blocks)],
            [*(block.span.start for block in blocks), len(text)],
            strict=True,
        )
    )
    # empty quotes have nothing to show
    assert not outside.replace(">", "").strip()


def test_a_large_text_is_read_in_batches_and_reached_by_need() -> None:
    text = "".join(f"## Section {number}\n\n{'Some words here. ' * 20}\n\n" for number in range(3000))
    article = markdown(text)
    article.blocks.grow()
    assert 0 < article.blocks[len(article.blocks) - 1].span.end < 40_000
    article.blocks.reach(500_000)
    assert not article.blocks.done
    assert article.blocks[article.blocks.index_at(500_000)].span.start <= 500_000
    assert len(article.blocks.complete()) == 6000


HUGE = {
    "table": "| a | b |\n|---|--:|\n" + "| c | d |\n" * 9000,
    "table in a list": "1. - | a | b |\n     |---|---|\n" + "     | c | d |\n" * 9000,
    "fence": "```python\n" + "x = 1\n\n" * 9000 + "```\n",
    "fence in a quote": "> ~~~\n" + "> x = 1\n" * 9000 + "> ~~~\n",
    "code": "    x = 1\n" * 9000,
    "html": "<div>\n" + "<p>a</p>\n" * 9000,
    "paragraph": "Some words of it\n" * 9000,
    "paragraph in a quote": "> Some words of it\n" * 9000,
    "paragraph in a list": "- Some words of it\n" + "  some words of it\n" * 9000,
    "list in a list": "- a\n" + "  - b\n" * 9000,
    "loose list in a list": "7. - a\n\n" + "   - b\n\n     c\n\n" * 9000,
    "list in a footnote": "[^1]: a\n\n" + "    - b\n" * 9000,
    "definitions": "Term\n: one\n: two\n\n" * 9000,
}


@pytest.mark.parametrize("name", HUGE)
def test_no_block_is_so_large_that_one_waits_for_all_of_it(name: str) -> None:
    text = f"{HUGE[name]}\nThe end.\n"
    parts = list(batches(text))
    assert max(part[-1].span.end - part[0].span.start for part in parts if part) < 40_000
    cut, whole = (
        [block for part in parts for block in part],
        [block for part in batches(text, whole=len(text)) for block in part],
    )
    assert "\n".join(block.raw(text) for block in cut if block.pieces) == "\n".join(
        block.raw(text) for block in whole if block.pieces
    )
    assert {(block.kind, len(block.containers)) for block in cut} == {
        (block.kind, len(block.containers)) for block in whole
    }
    if "list" in name and "table" not in name and "paragraph" not in name:
        assert cut == whole
    assert cut[-1].raw(text) == "The end."


@settings(deadline=None)
@given(markdown_texts, st.integers(1, 40))
def test_blocks_that_are_read_in_parts_keep_their_words(text: str, chunk: int) -> None:
    def words(whole: int) -> str:
        parts = batches(text, first=chunk, chunk=chunk, whole=whole)
        return "".join("".join(block.raw(text).split()) for part in parts for block in part)

    assert words(1) == words(1 << 30)
