"""What is in marks but no quotation: titles of works, names of documents, scare quotes; and direct or mixed."""

from __future__ import annotations

import re
from functools import cache

from reader.quotations.lexicon import Tag, tags, words_of
from reader.quotations.marks import Stretch
from reader.quotations.place import Attribution
from reader.quotations.prose import Prose
from reader.quotations.quotation import QuotationKind
from reader.quotations.tokens import Line
from reader.quotations.verbs import has_finite

_WORD = re.compile(r"[^\W_][\w'.-]*")
_SMALL = words_of("prepositions") | words_of("conjunctions") | words_of("determiners") | {"is", "are", "not", "it"}
_ENOUGH = 160
"""Characters that are looked at: no title is longer."""
_LONGEST_TITLE = 14
"""Words of a text that is too long for a title."""
_SPEAKING = Tag.SAYING | Tag.UTTERING
_TOO_WEAK = frozenset({"none inside", "carried far inside", "sentence before inside", "subject before inside"})
"""Rules that are wrong more often than right: what only they can place is a phrase in marks, nobody's words."""
_STRONG = ("after", "carried", "continued", "colon", "signed", "introducing", "headline", "trailing", "label", "none")
_NO_WORDS_OF_ANYBODY = frozenset({"so-called", "headed"})
_BEFORE_UTTERANCE = frozenset(',:.?!\n—)”"')
_TOLD = frozenset({"told", "tells", "telling"})
_BEFORE_TITLE = words_of("title_leads")


def is_quotation(line: Line, prose: Prose, token: int, stretch: Stretch, found: Attribution) -> bool:
    """False for words that are marked for another reason than being somebody's."""
    plain, start, end = prose.plain, stretch.inner_start, stretch.inner_end
    looked_at = min(end, start + _ENOUGH)
    if found.rule in _TOO_WEAK or (stretch.second_style and len(line) <= 2):
        return False
    if line.lower[token - 1] in _NO_WORDS_OF_ANYBODY or not _WORD.search(plain, start, looked_at):
        return False
    strong = _is_strong(found.rule)
    titled = _is_capitalised(plain, start, looked_at)
    if strong and not titled:
        return True
    words = len(_WORD.findall(plain, start, looked_at))
    titled = titled and words < _LONGEST_TITLE and not _in_headline(line)
    if titled and _leads_to_title(line, token):
        return False
    if strong or (titled and words > 2 and (line.lower[token - 1] == "as" or _is_uttered(line, token))):
        return True
    if titled and words > 1 and plain[start:end].rstrip()[-1:] not in "?!":
        return False
    return words > 2 or _is_reported(line, prose, token, stretch, found)


@cache
def _is_strong(rule: str) -> bool:
    """True for the rules that need no second look."""
    return rule.startswith(_STRONG) and not rule.endswith("inside")


def _is_capitalised(plain: str, start: int, end: int) -> bool:
    """True if every word of `plain[start:end]` that is not small begins with a capital or a digit."""
    capitals = False
    for match in _WORD.finditer(plain, start, end):
        word = match[0]
        if word.lower() not in _SMALL:
            if not (word[0].isupper() or word[0].isdigit()):
                return False
            capitals = True
    return capitals


def _leads_to_title(line: Line, token: int) -> bool:
    """True behind "the film", "NBC’s", "an interview on"."""
    i = token - 1
    if i >= 0 and line.lower[i] == ",":
        i -= 1
        return i >= 0 and line.lower[i] in _BEFORE_TITLE and not line.tags[i] & Tag.PREPOSITION
    return i >= 0 and (line.lower[i] in _BEFORE_TITLE or line.lower[i] in _TOLD or line.lower[i].endswith("'s"))


def _in_headline(line: Line) -> bool:
    """True where every word is capitalised, so that capitals inside the marks mean nothing."""
    words = [word for word in line.words if word[0].isalpha() and len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _is_uttered(line: Line, token: int) -> bool:
    """True right behind a verb of the voice, where capitals are a slogan's: chanting “Save Our River”."""
    return token > 0 and bool(line.tags[token - 1] & _SPEAKING)


def _is_reported(line: Line, prose: Prose, token: int, stretch: Stretch, found: Attribution) -> bool:
    """True for one or two marked words that stand right behind a cue, or inside the clause that it reports."""
    if found.cue is None or found.cue[1] > stretch.start:
        return False
    if tags().get(prose.plain[slice(*found.cue)].lower(), 0) & Tag.LEADING:
        return False
    between = prose.plain[found.cue[1] : stretch.start].split()
    if len(between) <= (2 if between[:1] == ["to"] else 6):
        return True
    if not found.rule.startswith("before") or found.rule in ("before naming", "before leading") or between[0] == "to":
        return False
    return has_finite(line, max(0, token - len(between)), token, 0)


def kind_of_quotation(prose: Prose, stretch: Stretch, found: Attribution) -> QuotationKind:
    """Direct if the marks hold a whole utterance, mixed if they hold words inside the reporter's sentence."""
    plain, start = prose.plain, stretch.start
    first = plain[stretch.inner_start : stretch.inner_start + _ENOUGH].lstrip()[:1]
    if not (first.isupper() or first.isdigit()):
        return QuotationKind.MIXED
    before = plain[max(0, start - 3) : start].rstrip()
    return QuotationKind.DIRECT if not before or before[-1] in _BEFORE_UTTERANCE else QuotationKind.MIXED
