"""The searches before this one: offered in every bar where something is searched, kept over restarts."""

from __future__ import annotations

from reader.layout.query import Query
from reader.memory import Memory


class History:
    """What was searched for, latest first; remembered from one run to the next."""

    KEPT = 50

    def __init__(self) -> None:
        self._memory = Memory()
        self.queries = [query for kept in self._memory.searches() if (query := _query(kept))]

    def add(self, query: Query) -> None:
        if query and self.queries[:1] != [query]:
            self.queries = [query, *(one for one in self.queries if one != query)][: self.KEPT]
            self._memory.remember_searches([[one.words, one.regex, one.whole] for one in self.queries])


def _query(kept: object) -> Query | None:
    match kept:
        case [str(words), bool(regex), bool(whole)]:
            return Query(words, regex, whole)
    return None
