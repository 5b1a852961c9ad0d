"""What is in marks but no quotation: titles of works, names of documents, scare quotes; and direct or mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotations.lexicon import words_of
from reader.quotations.marks import Stretch
from reader.quotations.prose import Prose
from reader.quotations.quotation import QuotationKind
from reader.quotations.place import Attribution
from reader.quotations.tokens import Line

_WORD = re.compile(r"[^\W_][\w'-]*")
_SMALL = words_of("prepositions") | words_of("conjunctions") | words_of("determiners")


def is_quotation(prose: Prose, lines: Sequence[Line], stretch: Stretch, found: Attribution) -> bool:
    """False for words that are marked for another reason than being somebody's."""
    inside = prose.plain[stretch.inner_start : stretch.inner_end]
    words = _WORD.findall(inside)
    if not words:
        return False
    if found.rule.startswith(("after", "carried", "continued", "colon", "trailing")):
        return True
    if _is_title(inside, words):
        return False
    return not (len(words) < 3 and (found.cue is None or not _touches(prose, stretch, found)))


def _is_title(inside: str, words: Sequence[str]) -> bool:
    """Every long word capitalised, and no sentence."""
    long = [word for word in words if word.lower() not in _SMALL]
    return (
        len(words) < 14
        and len(long) >= 2
        and all(word[0].isupper() or word[0].isdigit() for word in long)
        and inside.rstrip()[-1:] not in "?!"
    )


def _touches(prose: Prose, stretch: Stretch, found: Attribution) -> bool:
    """True if nothing but a few words stands between the cue and the marks."""
    assert found.cue is not None
    between = prose.plain[found.cue[1] : stretch.start]
    return found.cue[1] <= stretch.start and len(between.split()) <= 6


def kind_of_quotation(prose: Prose, stretch: Stretch, found: Attribution) -> QuotationKind:
    """Direct if the marks hold a whole utterance, mixed if they hold words inside the reporter's sentence."""
    inside = prose.plain[stretch.inner_start : stretch.inner_end].strip()
    before = prose.plain[max(0, stretch.start - 3) : stretch.start].rstrip()
    whole = inside[:1].isupper() or inside[:1].isdigit()
    begins = not before or before[-1] in ',:.?!\n—)”"'
    return QuotationKind.DIRECT if whole and begins else QuotationKind.MIXED
