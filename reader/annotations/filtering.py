"""Which annotations a filter wants: a filter and the names behind their ids in, a yes or no for each out.

What does not depend on the annotation is worked out once, so that a hundred thousand of them are soon looked through.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reader.annotations.annotation import Annotation
from reader.annotations.filter_language import Field, Filter, Term
from reader.annotations.tag import Codebook, Tag
from reader.text.fold import fold

Test = Callable[[Annotation], bool]

_NEAREST, _LIKE = 3, 65
"""How many tags are proposed for one that nobody has, and how like it they must be, of 100."""


def _given(annotation: Annotation) -> str:
    return annotation.speaker


@dataclass(frozen=True)
class Names:
    """What ids in annotations are called."""

    codebook: Codebook = field(default_factory=Codebook)
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles by article id, as far as they are known."""
    speaker: Callable[[Annotation], str] = _given
    """Every name of whoever says an annotation's words, "" for nobody."""


def sieve(wanted: Filter, names: Names) -> Test:
    """A function that says of an annotation whether it is wanted."""
    tests = [_signed(term, _test(term, names)) for term in wanted.terms]
    return lambda annotation: all(test(annotation) for test in tests)


def unknown_tags(wanted: Filter, codebook: Codebook) -> tuple[str, ...]:
    """For each tag that is asked for by a name that none has, a sentence that says so and names the nearest ones.

    `pol*` is no name: that nothing begins so is an answer and no mistake.
    """
    asked = [name for term in wanted.terms if term.field is Field.TAG for name in term.values]
    names = (name for name in asked if not name.endswith("*") and not _tag_ids(codebook, (name,)))
    return tuple(_unknown(name.lstrip("#"), codebook) for name in names)


def _unknown(name: str, codebook: Codebook) -> str:
    said, near = f"no tag is called “{name}”", _nearest(name, codebook)
    if not any(codebook):
        return f"{said}; there are no tags yet"
    return said + (f"; there {'is' if len(near) == 1 else 'are'} {_either(near)}" if near else "")


def _nearest(name: str, codebook: Codebook) -> list[str]:
    """Names of tags that look like `name`, as a whole or in their last level, the nearest first."""
    from rapidfuzz.fuzz import ratio

    wanted, ranked = plain(name), []
    for tag in codebook:
        known = plain(tag.name)
        likeness = max(ratio(wanted, known), ratio(wanted, known.rpartition("/")[2]))
        ranked.append((-likeness, tag.name))
    return [known for likeness, known in sorted(ranked)[:_NEAREST] if -likeness >= _LIKE]


def _either(names: Sequence[str]) -> str:
    """“a”, “b” and “c”"""
    quoted = [f"“{name}”" for name in names]
    return " and ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))


def _signed(term: Term, test: Test) -> Test:
    return (lambda annotation: not test(annotation)) if term.negated else test


def _test(term: Term, names: Names) -> Test:
    """What a term looks for, its sign apart."""
    wanted = frozenset(value.casefold() for value in term.values)
    (value,) = term.values[:1] or ("",)
    match term.field:
        case Field.TAG:
            ids = _tag_ids(names.codebook, term.values)
            return lambda a: not ids.isdisjoint(a.tags)
        case Field.COLOR:
            return lambda a: a.color.casefold() in wanted if wanted else bool(a.color)
        case Field.IMPORTANT:
            return lambda a: a.important is not bool(value)
        case Field.SINCE:
            return lambda a: a.created >= value
        case Field.UNTIL:
            return lambda a: a.created < value
        case Field.STATE:
            return lambda a: a.anchor.state.value in wanted
        case _:
            return _words_test(term, names)


def _words_test(term: Term, names: Names) -> Test:
    """For terms that want words: any of them, or any words at all."""
    wanted = tuple(plain(value) for value in term.values)

    def among(text: str) -> bool:
        if not text or not wanted:
            return bool(text.strip())
        found = plain(text)
        return any(value in found for value in wanted)

    @lru_cache(1 << 16)
    def in_file(article_id: str) -> bool:
        return among(article_id)

    @lru_cache(1 << 16)
    def in_article(article_id: str) -> bool:
        return in_file(article_id) or among(names.titles.get(article_id, ""))

    match term.field:
        case Field.QUOTE:
            return lambda a: among(a.passage.exact)
        case Field.NOTE:
            return lambda a: among(a.note)
        case Field.SPEAKER:
            return lambda a: among(names.speaker(a))
        case Field.FILE:
            return lambda a: in_file(a.article_id)
        case Field.ARTICLE:
            return lambda a: in_article(a.article_id)
        case _:
            ids = frozenset(tag_id for tag_id, tag in _meant(names.codebook).items() if among(tag.name))
            return lambda a: (
                among(a.passage.exact)
                or among(a.note)
                or not ids.isdisjoint(a.tags)
                or in_article(a.article_id)
                or among(names.speaker(a))
            )


def plain(text: str) -> str:
    """`text` as filters compare it: capitals, accents, line ends and kinds of quotation marks do not count."""
    if text.isascii():  # a tenth of the time
        return " ".join(text.lower().split()).replace("`", "'")
    return fold(text, case=True, diacritics=True).text


def _tag_ids(codebook: Codebook, wanted: Sequence[str]) -> frozenset[str]:
    """Ids of the tags with one of these names or below one, merged ones included; of all tags if none is named."""
    return frozenset(tag_id for tag_id, tag in _meant(codebook).items() if not wanted or _is_named(tag, wanted))


def _meant(codebook: Codebook) -> dict[str, Tag]:
    """The live tag that each id means."""
    return {tag_id: tag for tag_id in codebook.tags for tag in codebook.of((tag_id,))}


def _is_named(tag: Tag, wanted: Sequence[str]) -> bool:
    name = plain(tag.name)
    for value in wanted:
        asked = plain(value).lstrip("#").rstrip("/")
        begins = name.startswith(asked.rstrip("*")) if asked.endswith("*") or not asked else False
        if begins or f"{name}/".startswith(f"{asked}/"):
            return True
    return False
