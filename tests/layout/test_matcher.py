"""Regular expressions are matched by another process, which can be ended."""

from __future__ import annotations

import pytest

from reader.layout.matcher import GivenUp, Matcher
from reader.layout.query import Query
from reader.text import Span


async def test_each_text_is_answered_with_its_matches() -> None:
    matcher = Matcher(Query(r"\bt\w+", regex=True))
    try:
        assert await matcher.spans(["the “two” towers", "no", ""]) == [[Span(0, 3), Span(5, 8), Span(10, 16)], [], []]
        assert await matcher.spans(["\ud800 t\u2028to"]) == [[Span(4, 6)]]
    finally:
        matcher.close()


async def test_an_expression_that_would_never_end_is_given_up() -> None:
    matcher = Matcher(Query("(a+)+b", regex=True))
    with pytest.raises(GivenUp, match="too long"):
        await matcher.spans(["a" * 60], patience=0.3)


async def test_a_process_that_has_gone_is_said() -> None:
    matcher = Matcher(Query("a", regex=True))
    await matcher.spans(["a"])
    matcher.close()
    with pytest.raises(GivenUp, match="do not work"):
        await matcher.spans(["a"])
