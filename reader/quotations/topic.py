"""Whom the last sentences were about: a place in an article in, the person whom a description there means out.

"The numismatist" is whoever led the sentence before, though nobody was ever called a numismatist: news writing calls
people by what they are so as not to repeat their names.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.quotations.cast import Entry
from reader.quotations.chain import Chain
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.name import Name
from reader.quotations.nominals import nominal_subject
from reader.quotations.tokens import Line

_SUBJECTS = {"he": "m", "she": "f"}
_ASKING = frozenset({"ask", "asks", "asked"})
_PASSING = frozenset({"a", "an", "one", "another"})
"""How the subject begins who is soon left again: "A reporter asked"."""
_SUBORDINATING = words_of("subordinators")
_VERB = Tag.SAYING | Tag.UTTERING | Tag.AUXILIARY


def topic(sentences: Iterable[tuple[Line, int, int]], chain: Chain) -> Entry | None:
    """The subject of the first of `sentences` (nearest first) that has a person for its subject; None if that is
    nobody with a name.  Who asks a question is not who answers it."""
    askers = set()
    for line, start, end in sentences:
        found = _subject(line, start, end, chain)
        asked = _question(line, start, end)
        if asked:
            named = [entry for _, entry in chain.named(line.order(start), line.order(asked)) if entry.personal]
            askers.add(named[-1] if named else found)
        if found and found not in askers:
            return found
        if not asked and line.lower[start] not in _PASSING and nominal_subject(line, start, end):
            return None
    return None


def _subject(line: Line, start: int, end: int, chain: Chain) -> Entry | None:
    """Who speaks or leads in `[start, end)`, by name or pronoun."""
    speaker = chain.heard(line.order(start), line.order(end))
    if speaker:
        return speaker
    begin = _main_clause(line, start, end)
    for name, entry in chain.named(line.order(begin), line.order(end)):
        leads = chain.leads(name) or (begin > start and name.heads and not name.after_of)
        if entry.personal and leads and _is_ahead_of_verbs(name, begin):
            return entry
    gender = _SUBJECTS.get(line.lower[begin])
    return chain.person(gender, line.order(begin)) if gender else None


def _question(line: Line, start: int, end: int) -> int:
    """Where "asked" stands in "Lopez asked whether it rained"; 0 if nobody asks, as in "Lopez was asked"."""
    asked = (i for i in range(start + 1, end) if line.lower[i] in _ASKING)
    return next((i for i in asked if not line.tags[i - 1] & Tag.AUXILIARY), 0)


def _main_clause(line: Line, start: int, end: int) -> int:
    """Where the main clause begins: behind the comma of "When the rain came, Lopez left"."""
    start += line.tags[start] & Tag.CONJUNCTION != 0 and line.lower[start] not in _SUBORDINATING
    if line.lower[start] not in _SUBORDINATING:
        return start
    return next((i + 1 for i in range(start, end - 1) if line.words[i] == ","), start)


def _is_ahead_of_verbs(name: Name, begin: int) -> bool:
    """False for the Lopez of "he said he found Lopez charming"."""
    return not any(tag & _VERB for tag in name.line.tags[begin : name.begin])
