"""How a line reads: its number of words, whether it is prose, whether it could be a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reader.text.scripts import FIRST_UNSPACED

PROSE = 18
"""Words that a line needs to be prose; it needs a full stop too."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_JOINTS = frozenset("'’-")
_SHAPES = bytes.maketrans(
    bytes(range(128)),
    bytes(ord("w" if chr(code).isalnum() else "-" if chr(code) in "'-" else " ") for code in range(128)),
)
"""One sign for all that words of ASCII consist of, one for joints, one for the rest."""
_BEGINNINGS = (b" w", b" -w", b"--w")
"""Where words begin in such a text: a single joint behind another word goes on with it."""
_PRINTED_MARKS = (("’", "'"), ("‘", " "), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("\u00a0", " "))
# The negated range compiles five times faster than the one from there to the end of Unicode.
_SIGN_OR_BEYOND = re.compile(f"[^\0-{chr(ord(FIRST_UNSPACED) - 1)}]")
_SENTENCE_END = re.compile(r"""[.!?…][)\]"'”’»]*(?:\s|$)|[。！？]""")
_TWO_SENTENCES = re.compile(r"""[.!?][)\]"'”’»]*\s+\S+\s+\S|[。！？].""")
_CLOSING = "\"'”’»)]"
_FULL_STOPS = (".", "。")
_ENDS = (*_FULL_STOPS, "!", "?", "！", "？", "…")
# Long enough to look telling, and in every article.
_COMMON_WORDS = """
about after also been before could does down even from have here into just know like make more most much only other
over said says some such than that their them then there these they this those very want well were what when where
which while will with would your
"""
_COMMON = frozenset(_COMMON_WORDS.split())
# In a longer line spaces are counted instead of words: it is a paragraph either way.
_LONG = 200
_LONGEST_AVERAGE_WORD = 12


def size(text: str) -> int:
    """The number of words, roughly; two Chinese or Japanese signs count as one."""
    if len(text) > _LONG:
        spaces = text.count(" ")
        if spaces * _LONGEST_AVERAGE_WORD < len(text) and not text.isascii():
            return size(text[:_LONG]) * len(text) // _LONG
        return spaces + 1
    plain = text if text.isascii() else _with_plain_marks(text)
    if plain.isascii():
        shape = b" " + plain.encode().translate(_SHAPES)
        return sum(map(shape.count, _BEGINNINGS))
    return len(_spelled(text)) + len(_signs(text)) // 2


def is_prose(text: str, words: int) -> bool:
    """Is this a paragraph of running text?"""
    # A full stop at the end or before a space is what a search would find in nearly every paragraph, and far sooner.
    return words >= PROSE and (text.endswith(".") or ". " in text or _SENTENCE_END.search(text) is not None)


def is_sentence(text: str, words: int) -> bool:
    """Could this be a short paragraph: “No,” she said."""
    return words >= 3 and text.rstrip(_CLOSING).endswith(_ENDS) and not text.endswith(" …")


def telling_words(text: str) -> list[str]:
    """The words that say what a text is about, in lower case: long and not too common, or pairs of signs."""
    words = [word for word in _spelled(text.lower()) if len(word) > 3 and word not in _COMMON]
    return words + [first + second for first, second in pairwise(_signs(text))]


def shared_words(title: str, body: Sequence[str]) -> float:
    """The share of the telling words of `title` that stand in one of the texts of `body`, too."""
    words = telling_words(title)
    texts = [text.lower() for text in body]
    if any(map(_may_have_signs, texts)):
        known = {word for text in texts for word in telling_words(text)}
        found = sum(word in known for word in words)
    else:  # looking for a few words is far less work than listing all
        found = sum(any(_holds(text, word) for text in texts) for word in words)
    return found / len(words) if words else 0.0


def _holds(text: str, word: str) -> bool:
    """Does `word` stand in `text` by itself, as no part of a longer word?"""
    start = text.find(word)
    while start >= 0:
        behind = start + len(word)
        if not _goes_on(text[max(0, start - 2) : start][::-1]) and not _goes_on(text[behind : behind + 2]):
            return True
        start = text.find(word, behind)
    return False


def _goes_on(beyond: str) -> bool:
    """Do the two characters at an end of a word make it longer: by a letter, or by a letter behind a hyphen?"""
    return beyond[:1].isalnum() or (beyond[:1] in _JOINTS and beyond[1:].isalnum())


def title_case(text: str) -> float:
    """The share of longer words that begin with a capital."""
    words = [word for word in _spelled(text) if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def is_headline_like(text: str, words: int, longest: int = 16) -> bool:
    """Could this line, standing alone, be a headline of at most `longest` words?"""
    if not 1 <= words <= longest or len(text) > 160:
        return False
    if text.endswith((",", "，", ";", "；", "、", "…", ":", "：")) or text.startswith(("(", "（", "[", "@", "*")):
        return False
    if text.rstrip(_CLOSING).endswith(_FULL_STOPS) and title_case(text) < 0.8:
        return False
    if words > 12 and _TWO_SENTENCES.search(text):
        return False
    return not text[0].islower() and any(map(str.isalpha, text))


def is_quotation(text: str) -> bool:
    """Does the line begin with quoted words?"""
    return text.startswith(('"', "“", "«", "„", "‘", "「", "『"))


def _with_plain_marks(text: str) -> str:
    """`text` with signs of ASCII for the marks that newspapers print, as far as words are concerned."""
    for printed, plain in _PRINTED_MARKS:
        text = text.replace(printed, plain)
    return text


def _spelled(text: str) -> list[str]:
    """The words that are spelled with letters."""
    return (_among_signs()[0] if _may_have_signs(text) else _WORD).findall(text)


def _signs(text: str) -> list[str]:
    """The signs of Chinese and Japanese."""
    return _among_signs()[1].findall(text) if _may_have_signs(text) else []


def _may_have_signs(text: str) -> bool:
    return not text.isascii() and _SIGN_OR_BEYOND.search(text) is not None


@cache
def _among_signs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A spelled word, a sign.  Compiled for the first text that has signs: that takes 6 ms, too long for all others."""
    return re.compile(rf"[^\W_{_CJK}]+(?:['’-][^\W_{_CJK}]+)*"), re.compile(f"[{_CJK}]")
