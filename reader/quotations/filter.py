"""What is in marks but no quotation: titles of works, names of documents, scare quotes; and direct or mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_LOOKING = frozenset({"search", "searching", "searched"})
_BEFORE_UTTERANCE = frozenset(',:.?!\n—)”"')
_BEFORE_TITLE = words_of("title_leads")
_LEADING = _BEFORE_TITLE | {"told", "tells", "telling"}


def is_quotation(line: Line, prose: Prose, token: int, stretch: Stretch, found: Attribution) -> bool:
    """False for words that are marked for another reason than being somebody's."""
    if found.rule in _TOO_WEAK or (stretch.second_style and len(line) <= 2):
        return False
    before = line.lower[token - 1] if token else ""
    if before in _NO_WORDS_OF_ANYBODY or (before == "for" and line.lower[token - 2] in _LOOKING):
        return False
    strong, leads = _is_strong(found.rule), _leads_to_title(line, token)
    if strong and not leads:
        return True
    plain, start, end = prose.plain, stretch.inner_start, stretch.inner_end
    words = _WORD.findall(plain, start, min(end, start + _ENOUGH))
    titled = _is_capitalised(words) and len(words) < _LONGEST_TITLE and not _in_headline(line)
    if strong or (titled and leads):
        return not titled
    if titled and len(words) > 2 and (before == "as" or _is_uttered(line, token)):
        return True
    if titled and len(words) > 1 and plain[start:end].rstrip()[-1:] not in "?!":
        return False
    return len(words) > 2 or _is_reported(line, prose, token, stretch, found)


@cache
def _is_strong(rule: str) -> bool:
    """True for the rules that need no second look."""
    return rule.startswith(_STRONG) and not rule.endswith("inside")


def _is_capitalised(words: Sequence[str]) -> bool:
    """True if every word that is not small begins with a capital or a digit."""
    capitals = False
    for word in words:
        if word.lower() not in _SMALL:
            if not (word[0].isupper() or word[0].isdigit()):
                return False
            capitals = True
    return capitals


def _leads_to_title(line: Line, token: int) -> bool:
    """True behind "the film", "NBC’s", "an interview on"."""
    if token == 0:
        return False
    i = token - 1
    word = line.lower[i]
    if word == ",":
        i -= 1
        return i >= 0 and line.lower[i] in _BEFORE_TITLE and not line.tags[i] & Tag.PREPOSITION
    return word in _LEADING or bool(line.tags[i] & Tag.POSSESSIVE)


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
    first = plain[stretch.inner_start]
    if first.isspace():
        first = plain[stretch.inner_start : stretch.inner_end].lstrip()[:1]
    if not (first.isupper() or first.isdigit()):
        return QuotationKind.MIXED
    before = plain[max(0, start - 3) : start].rstrip()
    return QuotationKind.DIRECT if not before or before[-1] in _BEFORE_UTTERANCE else QuotationKind.MIXED
