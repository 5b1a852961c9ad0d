"""What a search of the library shows of one article: each match with the words around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.layout.query import Query
from reader.library.findings import found_in
from reader.sources import read

ARTICLE = """\
---
title: "Harbour vote: a test"
author: Jane Doe
tags: [harbour, vote]
---

# What the council decided

The vote was close, Jane said.
"""


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("harbour", ["title: «Harbour» vote: a test", "tags: «harbour», vote"]),
        ("jane", ["author: «Jane» Doe", "The vote was close, «Jane» said."]),
        ("vote", ["title: Harbour «vote»: a test", "tags: harbour, «vote»", "The «vote» was close, Jane said."]),
        ("decided", ["What the council «decided»"]),
    ],
)
def test_front_matter_shows_the_one_line_that_matches_without_its_marks(
    tmp_path: Path, words: str, lines: list[str]
) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    found = found_in(read(tmp_path / "a.md"), Query(words))
    assert [f"{one.before}«{one.words}»{one.behind}" for one in found] == lines
