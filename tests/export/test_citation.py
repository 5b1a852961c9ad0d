"""What `Y` copies: a Markdown quotation that says whose it is and where it stands."""

from __future__ import annotations

from datetime import date

from reader.export.citation import cited
from reader.export.sayings import NOWHERE, Source


def test_everything_that_is_known_of_the_source_is_told() -> None:
    source = Source("The *Tally*", date(2025, 5, 2), "https://example.org/vote")
    assert cited("“Yes,\n_no_.”", "Ann Lee", "A vote", 3, source) == (
        "> “Yes,  \n> \\_no\\_.”\n>\n"
        "> — **Ann Lee**, [A vote](https://example.org/vote) ¶3, The \\*Tally\\*, 2025-05-02\n"
    )


def test_nothing_is_told_that_is_not_known() -> None:
    assert cited("It rains.", "", "Rain", 0, NOWHERE) == "> It rains.\n>\n> — Rain\n"
