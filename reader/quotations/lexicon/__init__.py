"""Word lists: plain text files in, one table from word to what the word can be out.

Each list is a file with a one-line head that says what it holds.  They are read once, on first use.
"""

from __future__ import annotations

from enum import IntFlag
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


class Tag(IntFlag):
    """What a token can be; a word may be several things at once."""

    NONE = 0
    DETERMINER = 1
    PREPOSITION = 2
    CONJUNCTION = 4
    PRONOUN = 8
    AUXILIARY = 16
    ADVERB = 32
    SAYING = 64
    NAMING = 128
    VERB = 256
    """A verb form of any kind, auxiliaries left out."""
    ING = 512
    CUE_NOUN = 1024
    DAY = 2048
    CAPITAL = 4096
    NUMBER = 8192
    QUOTE = 16384
    PUNCTUATION = 32768
    BASE = 65536
    """A verb's plain form, which a finite past tense cannot be."""
    TITLE = 131072
    RELATIVE = 262144
    PARTICIPLE = 524288
    """A form in -ed: past tense or participle."""


def lines_of(name: str) -> list[str]:
    """The lines of list `name` without its head and without empty ones."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines[1:] if line.strip()]


@cache
def words_of(name: str) -> frozenset[str]:
    """Every word of list `name`, in lower case."""
    return frozenset(word.lower() for line in lines_of(name) for word in line.split())


@cache
def tags() -> dict[str, int]:
    """Lower-case word to its tags."""
    table: dict[str, int] = {}

    def add(words: frozenset[str] | list[str], tag: int) -> None:
        for word in words:
            table[word] = table.get(word, 0) | tag

    add(words_of("determiners"), Tag.DETERMINER)
    add(words_of("prepositions"), Tag.PREPOSITION)
    add(words_of("conjunctions"), Tag.CONJUNCTION)
    add(words_of("pronouns"), Tag.PRONOUN)
    add(words_of("auxiliaries"), Tag.AUXILIARY)
    add(words_of("adverbs"), Tag.ADVERB)
    add(words_of("cue_nouns"), Tag.CUE_NOUN)
    add(words_of("weekdays_months"), Tag.DAY)
    add(words_of("person_titles"), Tag.TITLE)
    add(["who", "which", "that", "whose", "whom", "where"], Tag.RELATIVE)
    for name, tag in (("saying_verbs", Tag.SAYING), ("naming_verbs", Tag.NAMING), ("common_verbs", Tag.NONE)):
        for line in lines_of(name):
            for form, extra in verb_forms(line).items():
                add([form], Tag.VERB | tag | extra)
    return table


def verb_forms(line: str) -> dict[str, int]:
    """The forms of the verb on one line of a list, each with ING, BASE or PARTICIPLE where it is one.

    "admit+" -> admit, admits, admitted, admitting; "say says said saying" is taken as written.
    """
    written = line.split()
    if len(written) > 1:
        forms = dict.fromkeys(written, int(Tag.PARTICIPLE))
        forms[written[1]] = 0
        forms[written[-1]] = Tag.ING
        forms[written[0]] = Tag.BASE
        return forms
    base = written[0].rstrip("+")
    doubled = base + base[-1] if written[0].endswith("+") else base
    vowel_y = base.endswith("y") and base[-2] not in "aeou"
    stem = base[:-1] if base.endswith("e") or vowel_y else doubled
    third = base[:-1] + "ies" if vowel_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = stem + ("ied" if vowel_y else "ed")
    ing = base + "ing" if vowel_y or base.endswith("ee") else stem + "ing"
    return {base: Tag.BASE, third: 0, past: Tag.PARTICIPLE, ing: Tag.ING}
