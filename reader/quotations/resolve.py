"""Whom a mention means in its article: "He", "Lopez", "the spokeswoman" in, an entry of the cast or nobody out.

Pronouns follow the chain of subjects: whoever led the last sentences or spoke last, in the right gender.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from reader.quotations.cast import Cast, Entry
from reader.quotations.chain import Chain, is_doubtful
from reader.quotations.documents import head_at
from reader.quotations.kinship import surname_shared
from reader.quotations.lexicon import Tag, lines_of, words_of
from reader.quotations.name import OWNING
from reader.quotations.nominals import nominal_subject
from reader.quotations.person_names import gender_of
from reader.quotations.tagging import tag_of
from reader.quotations.tokens import Line
from reader.quotations.topic import topic

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_DEFINITE = ("the ", "his ", "her ", "their ", "that ", "this ")
_PASSING = ("a ", "an ", "one ", "another ")
"""How those begin who say one thing and are not heard of again in the next paragraph."""
_AGE = re.compile(r"\d+-year-old")
_COUNTERPARTS = frozenset({"moderator", "host", "interviewer", "anchor", "interpreter", "questioner"})
"""Those who have a part in what somebody else is the subject of."""
_RECENT = 1
"""Paragraphs that a description may reach back over."""
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_ROLES = words_of("role_nouns")
_TITLES = words_of("person_titles")
_ITSELF = frozenset({"it", "its", "itself"})


class Resolver:
    """Answers in document order, because it remembers who spoke last."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast = cast
        self._lines = lines
        self._begins = [line.begin for line in lines]
        self._chain = Chain(cast)
        self._unnamed = (-1, "")
        """Where somebody without a name spoke last, and in which words the article speaks of them."""
        self._known: dict[tuple[int, int], tuple[int, Entry | str]] = {}

    def meant(self, words: str, start: int, end: int) -> Entry | str:
        """The member of the cast that the mention `words` at `[start, end)` means, or what somebody who has no name is
        called; "" if nobody is known."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._find(words, start, end)
        order, found = known
        if isinstance(found, Entry):
            if len(found.words) == 1:
                found.words += surname_shared(found, self._chain)
            self._chain.spoke(found, order)
        elif found or self._is_nominal(words):
            self._unnamed = (order, found or words)
        return found

    def _find(self, words: str, start: int, end: int) -> tuple[int, Entry | str]:
        """The order of the mention's first token, and whom `words` mean."""
        line = self._lines[bisect_right(self._begins, start) - 1]
        token = line.token_at(start)
        first, lower = line.order(token), words.lower()
        if lower in _GENDER:
            return first, self._by_chain(_GENDER[lower], first)
        if lower in _ITSELF:
            return first, self._chain.organisation(first) or ""
        if lower in ("who", "which", "that"):
            name, entry = next(self._chain.before(first), (None, None))
            return first, entry if name and name.heads and entry else ""
        last = first if line.end(token) >= end else line.order(line.token_at(end - 1))
        named = self._named(first, last) or self._apposed(first) or self._apposed_behind(lower, last)
        return first, named or self._by_role(words, first) or ""

    def _named(self, first: int, last: int) -> Entry | None:
        """The name that the mention ends with, or that it begins with before "of", a comma or a parenthesis."""
        inside = self._chain.between(first, last)
        if not inside:
            return None
        if inside[-1].last >= last and not inside[-1].after_of:
            return self._cast.entry_of[inside[-1].order]
        if inside[0].after_of or not inside[0].heads:
            return None
        return self._cast.entry_of[inside[0].order]

    def _apposed(self, first: int) -> Entry | None:
        """For "Maria Lopez, chief executive of the fund, said": the name right before the comma."""
        line = self._lines[bisect_right(self._begins, first) - 1]
        token = first - line.begin
        if token < 2 or line.lower[token - 1] != ",":
            return None
        name = next((name for name in self._chain.between(first - 12, first - 2) if name.last == first - 2), None)
        entry = self._cast.entry_of[name.order] if name else None
        return entry if entry and entry.personal and name and not name.after_of and not is_doubtful(entry) else None

    def _apposed_behind(self, lower: str, last: int) -> Entry | None:
        """For "the leader of the council, Frances Toye, said": the name behind the comma."""
        line = self._lines[bisect_right(self._begins, last) - 1]
        comma = last - line.begin + 1
        if line.words[comma : comma + 1] != [","]:
            return None
        words = lower.split()
        if words[head_at(words)] not in _ROLES:
            return None
        name = next((name for name in self._chain.between(last + 2, last + 6) if not name.possessive), None)
        if name is None or name.line is not line or line.lower[name.end] not in ("", ",", ".", ";", ":"):
            return None
        entry = self._cast.entry_of[name.order]
        return entry if entry.personal else None

    def _by_chain(self, gender: str, order: int) -> Entry | str:
        """Whom a pronoun of `gender` means: a person without a name if the sentence is about one, else a named one."""
        for line, start, end in self._sentences_before(order):
            found = nominal_subject(line, start, end)
            if self._chain.led_since(line.order(start), line.order(end)):
                break
            if found:
                words = line.plain[line.start(found[0]) : line.end(found[1] - 1)]
                if self._fits(words, gender):
                    return self._by_role(words, line.order(start)) or words
                break
        spoke_at, unnamed = self._unnamed
        passing = (
            unnamed.lower().startswith(_PASSING) and spoke_at < self._begins[bisect_right(self._begins, order) - 1]
        )
        if unnamed and not passing and self._fits(unnamed, gender) and not self._chain.named_since(spoke_at, order):
            return unnamed
        person = self._chain.person(gender, order)
        if person is None:
            return ""
        person.take_for(gender)  # from now on no "she" can mean whom a "he" has meant
        return person

    def _sentences_before(self, order: int) -> Iterator[tuple[Line, int, int]]:
        """The sentence that holds `order`, as far as it goes before it, and the one before that."""
        at = bisect_right(self._begins, order) - 1
        line = self._lines[at]
        token = order - line.begin
        start, _ = line.sentence_at(token)
        yield line, start, token
        if start:
            yield (line, *line.sentence_at(start - 1))
        elif at and self._lines[at - 1].sentences:
            line = self._lines[at - 1]
            yield (line, *line.sentences[-1])

    def _is_nominal(self, words: str) -> bool:
        """True for "his mother", which is a person without a name here."""
        return words.lower().split()[-1] in _ROLES

    def _fits(self, words: str, gender: str) -> bool:
        return gender_of((), "", words) in ("", gender)

    def _by_role(self, words: str, order: int) -> Entry | None:
        """ "the congresswoman": the nearest person before it who was given that title or role."""
        lower = words.lower()
        if not lower.startswith(_DEFINITE):
            return None
        tokens = lower.split()
        owner = any(token.endswith(OWNING) for token in tokens)  # "the secretary of state's website" is a website
        head = tokens[-1 if owner else head_at(tokens)].partition("-of-")[0]
        if _AGE.fullmatch(head):
            return self._aged(head.partition("-")[0], order)
        if head not in _ROLES and not (tag_of(head) & Tag.GROUP and lower.startswith("the ")):
            return None
        alike = _synonyms().get(head, frozenset((head,)))
        holders = [entry for _, entry in self._chain.before(order) if entry.personal and alike & entry.offices]
        if holders:
            wanted = set(lower.split()[1:-1])
            return max(holders, key=lambda entry: len(wanted & entry.offices))  # of several, the nearest
        named_later = min((self._first_holders[word] for word in alike & self._first_holders.keys()), default=None)
        if named_later is not None:
            return self._cast.entries[named_later]
        if head.startswith("spokes"):
            return None
        gender = gender_of((), "", head)
        if self._introduced.get(head, order) < order:
            return None
        found = self._described(words, head, gender, order)
        return found or (self._chain.person(gender, order) if head in _TITLES else None)

    def _described(self, words: str, head: str, gender: str, order: int) -> Entry | None:
        """Whom "the striker" means, but no "Northgate striker" of several: the one the last sentences were about."""
        told_apart = any(word[0].isupper() and not tag_of(word) & Tag.GROUP for word in words.split()[1:])
        if told_apart or head in _COUNTERPARTS or not words.lower().startswith("the "):
            return None
        found = topic(self._recent_sentences(order), self._chain)
        likely = self._chain.person(gender, order)
        if likely and (found is None or found.offices) and not likely.offices and self._is_recent(likely, order):
            return likely
        return found if found and found.gender in ("", gender or found.gender) else None

    def _is_recent(self, entry: Entry, order: int) -> bool:
        """True if `entry` leads a sentence of this paragraph or the one before."""
        line = self._lines[max(0, bisect_right(self._begins, order) - 2)]
        return self._chain.led_since(line.begin, order, entry)

    def _recent_sentences(self, order: int) -> Iterator[tuple[Line, int, int]]:
        """The sentences before the one that holds `order`, nearest first, from its paragraph and the one before."""
        at = bisect_right(self._begins, order) - 1
        line = self._lines[at]
        start, _ = line.sentence_at(order - line.begin)
        yield from ((line, *sentence) for sentence in reversed(line.sentences) if sentence[0] < start)
        for line in reversed(self._lines[max(0, at - _RECENT) : at]):
            yield from ((line, *sentence) for sentence in reversed(line.sentences))

    def _aged(self, years: str, order: int) -> Entry | None:
        """ "the 74-year-old": whose age was told, else whom the last paragraph was about."""
        told = next((entry for name, entry in self._chain.before(order) if name.age == years), None)
        return told or topic(self._recent_sentences(order), self._chain)

    @cached_property
    def _introduced(self) -> dict[str, int]:
        """Where each word first stands behind "an": the "engineer" of "an electrical engineer", who has no name."""
        found: dict[str, int] = {}
        for line in self._lines:
            for i, word in enumerate(line.lower):
                if word in _INDEFINITE:
                    for head in line.lower[i + 1 : i + 5]:
                        found.setdefault(head, line.order(i))
        return found

    @cached_property
    def _first_holders(self) -> dict[str, int]:
        """By the word of an office, the number of the first member of the cast who has it."""
        found: dict[str, int] = {}
        for number, entry in enumerate(self._cast.entries):
            for office in entry.offices:
                found.setdefault(office, number)
        return found


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in lines_of("title_synonyms"):
        group = frozenset(line.split())
        for word in group:
            table[word] = table.get(word, frozenset()) | group
    return table
