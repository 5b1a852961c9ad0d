from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Block, Blocks, Container, Kind
from reader.text import Span

LINES = st.lists(st.integers(1, 90), max_size=4)
MANNERS = st.tuples(
    st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.RULE]),
    st.integers(0, 6),
    st.sampled_from([(), (Container("item", "•", opens=True),), (Container("quote"), Container("item", "3."))]),
    st.integers(0, 2),
    st.sampled_from(["", "python"]),
)


@st.composite
def found(draw: st.DrawFn) -> list[list[Block]]:
    """Batches of blocks that follow each other."""
    batches: list[list[Block]] = []
    at = draw(st.integers(0, 50))
    for batch in draw(st.lists(st.lists(st.tuples(LINES, MANNERS), max_size=5), max_size=5)):
        batches.append([])
        for lines, (kind, level, containers, gap, info) in batch:
            start, pieces = at, []
            for length in lines:
                pieces.append(Span(at, at + length))
                at += length + 1
            batches[-1].append(
                Block(kind, Span(start, max(start, at - 1)), tuple(pieces), level, containers, gap, info)
            )
            at += 1
    return batches


@given(found())
def test_blocks_are_what_was_found(batches: list[list[Block]]) -> None:
    wanted = [block for batch in batches for block in batch]
    blocks = Blocks(batches)
    assert len(blocks) == 0
    assert list(blocks.complete()) == wanted
    assert [blocks[number] for number in range(len(blocks))] == wanted
    assert list(Blocks([blocks.rows()]).complete()) == wanted
    for number, block in enumerate(wanted):
        assert wanted[blocks.index_at(block.span.start)].span.start == block.span.start
        assert blocks.count(Kind.HEADING, number) == sum(one.kind is Kind.HEADING for one in wanted[:number])


def test_no_more_is_looked_for_than_somebody_asks() -> None:
    lines = [Span(start, start + 9) for start in range(0, 100, 10)]
    blocks = Blocks([Block(Kind.PARAGRAPH, line, (line,))] for line in lines)
    blocks.reach(25)
    assert len(blocks) == 3
    assert blocks.has(4)
    assert len(blocks) == 5
    with pytest.raises(IndexError):
        blocks[5]
    assert not blocks.has(10)
    assert blocks.done
