"""Who is quoted where, and how often: speakers and listings in, counts, sums and the articles' dates out.  Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.library.listing import Listing
from reader.quotations import Speaker, SpeakerKind
from reader.ui.panes.speakers_order import is_reported

UNDATED = "no date"
_MONTH = 3
"""Letters of a month without its year."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A speaker in an article."""

    speaker: Speaker
    article_id: str


class Tally:
    """Rows are speakers, those quoted most first; columns are articles with quotations, the oldest first."""

    def __init__(self, speakers: Iterable[Speaker], listings: Iterable[Listing], reported: bool = False) -> None:
        """`reported`: count reported speech, too.  Articles without a date are the last columns."""
        everybody = list(speakers)
        listed = {listing.entry.id: listing for listing in listings}
        said = [(s.id, q.article_id) for s in everybody for q in s.quotations if reported or not is_reported(q)]
        self._counts = Counter(pair for pair in said if pair[1] in listed)
        self._by_speaker: Counter[str] = Counter()
        self._by_article: Counter[str] = Counter()
        for (speaker_id, article_id), count in self._counts.items():
            self._by_speaker[speaker_id] += count
            self._by_article[article_id] += count
        self.articles: Sequence[Listing] = sorted((listed[article_id] for article_id in self._by_article), key=_age)
        self.speakers: Sequence[Speaker] = sorted((s for s in everybody if self._by_speaker[s.id]), key=self._rank)

    def count(self, row: int, column: int) -> int:
        return self._counts[self.speakers[row].id, self.articles[column].entry.id]

    def of_speaker(self, row: int) -> int:
        return self._by_speaker[self.speakers[row].id]

    def in_article(self, column: int) -> int:
        return self._by_article[self.articles[column].entry.id]

    @property
    def total(self) -> int:
        return sum(self._by_speaker.values())

    def quoted_in(self, row: int) -> list[int]:
        """The columns in which a speaker is quoted."""
        return [column for column in range(len(self.articles)) if self.count(row, column)]

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.speakers[row], self.articles[column].entry.id)

    def day(self, column: int) -> str:
        """The day of the month on which an article was published."""
        published = self.articles[column].published
        return str(published.day) if published else "–"

    def month(self, column: int) -> str:
        published = self.articles[column].published
        return published.strftime("%b %Y") if published else UNDATED

    def _rank(self, speaker: Speaker) -> tuple[bool, int, str]:
        nobody = speaker.kind is SpeakerKind.UNATTRIBUTED
        return nobody, -self._by_speaker[speaker.id], speaker.name.casefold()


def _age(listing: Listing) -> tuple[bool, str, str]:
    return listing.published is None, str(listing.published), listing.entry.id


def months_over(tally: Tally, columns: range, width: int) -> str:
    """The months above `columns` of `width` cells each: every month once, where it begins, as far as there is room."""
    row = ""
    for n, column in enumerate(columns):
        month = tally.month(column)
        if n == 0 or month != tally.month(column - 1):
            same = (other for other in columns[n:] if tally.month(other) != month)
            room = (next(same, columns.stop) - column) * width
            row = row.ljust(n * width + 1) + (month if len(month) < room else _shortest(month)[: room - 1])
    return row.ljust(len(columns) * width)


def _shortest(month: str) -> str:
    return "" if month == UNDATED else month[:_MONTH]
