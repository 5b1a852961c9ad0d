"""Invented pages with the answer in front of each line, and what holds for the structure of any text."""

from pathlib import Path

import pytest

from reader.article import Block, Kind
from reader.sources.structure import Structure, structure

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
CODES = {
    Kind.TITLE: "T",
    Kind.BYLINE: "B",
    Kind.DATE: "D",
    Kind.HEADING: "H",
    Kind.PARAGRAPH: "P",
    Kind.HASHTAGS: "#",
    Kind.CHROME: "C",
    Kind.RULE: "R",
}


def all_blocks(found: Structure) -> list[Block]:
    return [block for batch in found.batches for block in batch]


def labelled(text: str) -> list[str]:
    """The lines of `text` with what the structure says each is."""
    codes: dict[int, str] = {}
    for block in all_blocks(structure(text)):
        code = "-" if any(container.opens for container in block.containers) else CODES[block.kind]
        for piece in block.pieces:
            codes[text.count("\n", 0, piece.start)] = code
            code = "+"
    return [f"{codes[number]} {line}" if line else "" for number, line in enumerate(text.split("\n"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_a_page_is_what_a_reader_says_it_is(page: Path) -> None:
    marked = page.read_text("utf-8").rstrip("\n").split("\n")
    assert labelled("\n".join(line[2:] for line in marked)) == marked
