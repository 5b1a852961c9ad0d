"""Word lists: plain text files in, one table from word to what the word can be out.

Each list is a file with a one-line head that says what it holds.  They are read once, on first use.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


class Tag:
    """What a token can be, as bits: a word may be several things at once.  Plain integers, because rules ask often."""

    DETERMINER = 1 << 0
    PREPOSITION = 1 << 1
    CONJUNCTION = 1 << 2
    PRONOUN = 1 << 3
    AUXILIARY = 1 << 4
    ADVERB = 1 << 5
    SAYING = 1 << 6
    UTTERING = 1 << 7
    """Says something only right beside the marks: "laugh", "continue"."""
    NAMING = 1 << 8
    """Leads into a few marked words: "call", "accuse"."""
    VERB = 1 << 9
    """A form of any listed verb, auxiliaries left out."""
    BASE = 1 << 10
    """A verb's plain form, which no finite past tense can be."""
    THIRD = 1 << 11
    """A verb's form in -s, which may be a plural noun."""
    ING = 1 << 12
    PARTICIPLE = 1 << 13
    """A form in -ed or -en: past tense or participle."""
    CUE_NOUN = 1 << 14
    DAY = 1 << 15
    TITLE = 1 << 16
    RELATIVE = 1 << 17
    CAPITAL = 1 << 18
    NUMBER = 1 << 19
    QUOTE = 1 << 20
    PUNCTUATION = 1 << 21
    ROLE = 1 << 22
    PLURAL = 1 << 23
    """A form in -s that is a plural noun as often as a verb."""

    THINKING = 1 << 24
    """Reports a thought: "believe that"."""

    LEADING = 1 << 25
    """A naming verb that often means something else: "send", "hold"."""

    GROUP = 1 << 26
    """An adjective of a nation, party or faith: "Chinese"."""
    ACCORDING = 1 << 27
    STOP = 1 << 28
    """Punctuation that may end a sentence."""
    CASED = 1 << 29
    """Not in lower case, wherever its capital is."""
    POSSESSIVE = 1 << 30
    """Ends with "'s", be it an owner's or that of "it's"."""

    CUE = SAYING | UTTERING | NAMING
    CLOSED = DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | AUXILIARY | ADVERB | RELATIVE


_LISTS = {
    "determiners": Tag.DETERMINER,
    "prepositions": Tag.PREPOSITION,
    "conjunctions": Tag.CONJUNCTION,
    "pronouns": Tag.PRONOUN,
    "auxiliaries": Tag.AUXILIARY,
    "adverbs": Tag.ADVERB,
    "cue_nouns": Tag.CUE_NOUN,
    "weekdays_months": Tag.DAY,
    "person_titles": Tag.TITLE,
    "role_nouns": Tag.ROLE,
    "relatives": Tag.RELATIVE,
    "group_adjectives": Tag.GROUP,
    "plural_nouns": Tag.PLURAL,
}
_VERB_LISTS = {
    "saying_verbs": Tag.SAYING,
    "uttering_verbs": Tag.UTTERING,
    "naming_verbs": Tag.NAMING,
    "leading_verbs": Tag.NAMING | Tag.LEADING,
    "thinking_verbs": Tag.THINKING,
    "common_verbs": 0,
}
_CONTRACTIONS = ("'s", "'re", "'ve", "'d", "'ll", "'m")


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
    table: dict[str, int] = {"according": Tag.ACCORDING}
    known = table.get
    for name, tag in _LISTS.items():
        for word in words_of(name):
            table[word] = known(word, 0) | tag
    for pronoun in words_of("pronouns"):
        for ending in _CONTRACTIONS:
            table[pronoun + ending] = known(pronoun + ending, 0) | Tag.PRONOUN | Tag.AUXILIARY
    for word in ("there's", "that's", "what's", "who's", "here's"):
        table[word] = known(word, 0) | Tag.AUXILIARY
    for name, tag in _VERB_LISTS.items():
        for line in lines_of(name):
            for form, extra in verb_forms(line).items():
                table[form] = known(form, 0) | Tag.VERB | tag | extra
    return table


def verb_forms(line: str) -> dict[str, int]:
    """The forms of the verb on one line of a list, each with what marks it: BASE, THIRD, PARTICIPLE or ING.

    "admit+" -> admit, admits, admitted, admitting; "say says said saying" is taken as written.
    """
    written = line.split()
    if len(written) > 1:
        base, third, *past, ing = written
    else:
        base, third, ing, *past = _regular_forms(written[0])
    forms = {base: Tag.BASE, third: Tag.THIRD, ing: Tag.ING}
    for form in past:
        forms[form] = Tag.PARTICIPLE
    return forms


def _regular_forms(entry: str) -> tuple[str, str, str, str]:
    """Plain form, -s, -ing and -ed; a final "+" says that the last letter is doubled."""
    base = entry.rstrip("+")
    ends_in_y = base.endswith("y") and base[-2] not in "aeou"
    stem = base[:-1] if base.endswith("e") else base + base[-1] if entry.endswith("+") else base
    third = (
        base[:-1] + "ies" if ends_in_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    )
    past = base[:-1] + "ied" if ends_in_y else stem + "ed"
    ing = base + "ing" if base.endswith(("ee", "oe", "ye")) else stem + "ing"
    return base, third, ing, past
