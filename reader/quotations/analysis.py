"""An article in, its quotations with their speakers out: the pipeline of this room, one step per line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.article import Article
from reader.quotations.cast import Cast, Entry
from reader.quotations.documents import Documents, head_at
from reader.quotations.filter import is_quotation, kind_of_quotation
from reader.quotations.introduced import behind_label
from reader.quotations.lexicon import words_of
from reader.quotations.marks import Stretch, marked_stretches
from reader.quotations.names import names_of
from reader.quotations.person_names import kind_of
from reader.quotations.place import Attribution
from reader.quotations.prose import CREDITS, Prose, prose_of
from reader.quotations.quotation import Analysis, Mention, Person, Quotation, QuotationKind, SpeakerKind
from reader.quotations.reported import Reported, reported_speech
from reader.quotations.resolve import Resolver
from reader.quotations.rules import rule_named
from reader.quotations.sieve import attributions
from reader.quotations.stances import stances
from reader.quotations.tokens import Line, lines_of_prose


def analyse(article: Article) -> Analysis:
    """All quotations of `article`, in order.  Pure and deterministic; never raises on any text."""
    prose = prose_of(article)
    stretches = marked_stretches(prose)
    lines = lines_of_prose(prose, stretches)
    resolver, documents = Resolver(Cast(names_of(_telling(prose, lines))), lines), Documents(lines)
    people: dict[str, Entry | Person] = {}
    seen: Counter[str] = Counter()
    quotations = []
    spoken = [*_marked(prose, lines, stretches), *_reported(prose, reported_speech(lines))]
    for found in sorted(spoken or _reported(prose, stances(lines)), key=lambda found: found.start):
        resolved = _resolve(prose, resolver, documents, found.attribution, people)
        quotations.append(_quotation(article, prose, found, resolved, seen))
    return Analysis(article.id, article.sha256, tuple(quotations), tuple(_person(prose, p) for p in people.values()))


def _telling(prose: Prose, lines: Sequence[Line]) -> list[Line]:
    """The lines in which people are named who may speak."""
    return [line for line in lines if prose.paragraphs[line.paragraph].kind not in CREDITS]


class _Found(NamedTuple):
    """One quotation before it is resolved: places in the prose."""

    start: int
    end: int
    words: str
    kind: QuotationKind
    paragraph: int
    attribution: Attribution


def _marked(prose: Prose, lines: Sequence[Line], stretches: Sequence[Stretch]) -> Iterator[_Found]:
    """What stands in marks and is somebody's words."""
    tokens = [(line, token) for line in lines for token in line.quotes]
    found = attributions(prose, lines, stretches)
    for (line, token), stretch, said in zip(tokens, stretches, found, strict=True):
        if is_quotation(line, prose, token, stretch, said):
            start, kind = stretch.start, kind_of_quotation(prose, stretch, said)
            inside = prose.text[stretch.inner_start : stretch.inner_end]
            if said.rule == "label" and said.speaker and not stretch.closed:
                start, kind = behind_label(prose.plain, said.speaker[1]), QuotationKind.REPORTED
                inside = prose.text[start : stretch.end]
            yield _Found(start, stretch.end, inside, kind, prose.paragraphs[stretch.paragraph].number, said)


def _reported(prose: Prose, reported: Iterable[Reported]) -> Iterator[_Found]:
    for line, start, end, said in reported:
        number = prose.paragraphs[line.paragraph].number
        yield _Found(start, end, prose.text[start:end], QuotationKind.REPORTED, number, said)


def _resolve(
    prose: Prose, resolver: Resolver, documents: Documents, found: Attribution, people: dict[str, Entry | Person]
) -> str:
    """The name that the speaker of `found` has in this article; notes in `people` who that is."""
    if found.speaker is None:
        return ""
    words = _folded(prose.plain[slice(*found.speaker)])
    meant = resolver.meant(words, *found.speaker)
    if isinstance(meant, Entry):
        people[meant.name] = meant
        return meant.name
    name = meant or documents.name_of(words, found.speaker[0]) or words
    known = people.get(name)
    if known is None:
        people[name] = Person(name, _kind_of_words(name), aliases=(words,) if words != name else ())
    elif isinstance(known, Person) and words not in (name, *known.aliases):
        people[name] = known._replace(aliases=(*known.aliases, words))
    return name


def _person(prose: Prose, known: Entry | Person) -> Person:
    """Whoever was met, under the names that the article prints."""
    if isinstance(known, Person):
        name, aliases = known.name, known.aliases
        return known._replace(name=_printed(prose, name), aliases=tuple([_printed(prose, alias) for alias in aliases]))
    written = dict.fromkeys([" ".join([place.title, *place.words]).strip() for place in known.places])
    also = tuple([_printed(prose, alias) for alias in written if alias != known.name])
    return Person(_printed(prose, known.name), known.kind, known.role, also, known.gender)


def _printed(prose: Prose, name: str) -> str:
    """The name as the article prints it; few have an apostrophe, which is all that can differ."""
    return prose.as_printed(name) if "'" in name else name


def _kind_of_words(words: str) -> SpeakerKind:
    """What speaks where the cast knows nobody: by the head of the phrase."""
    tokens = words.split()
    lower = words.lower().split()
    head = lower[head_at(lower)].strip(".,'")
    if lower[0] in words_of("pronouns") or head in words_of("role_nouns") or head in words_of("unnamed_nouns"):
        return SpeakerKind.UNNAMED
    if head in words_of("document_nouns"):
        return SpeakerKind.DOCUMENT
    if head in words_of("organisation_nouns") or head in words_of("place_names"):
        return SpeakerKind.ORGANISATION
    named = all(word[:1].isupper() for word in tokens) and lower[0] not in ("the", "a")
    return kind_of(tuple(tokens)) if named else SpeakerKind.UNNAMED


def _quotation(article: Article, prose: Prose, found: _Found, resolved: str, seen: Counter[str]) -> Quotation:
    span = prose.source_span(found.start, found.end)
    words = _folded(found.words)
    said = found.attribution
    seen[words] += 1
    key = f"{words}\n{seen[words]}"
    return Quotation(
        id="q-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10],
        article_id=article.id,
        span=span,
        kind=found.kind,
        text=span.of(article.text),
        words=words,
        paragraph=found.paragraph,
        speaker=_mention(prose, said.speaker),
        resolved=_printed(prose, resolved),
        cue=_mention(prose, said.cue),
        sources=tuple([source for place in said.sources if (source := _mention(prose, place))]),
        rule=said.rule,
        confidence=rule_named(said.rule).share,
    )


def _mention(prose: Prose, place: tuple[int, int] | None) -> Mention | None:
    if place is None:
        return None
    start, end = place
    return Mention(prose.source_span(start, end), _folded(prose.text[start:end]))


def _folded(words: str) -> str:
    """Words of the prose with one blank between them and none around; nearly all are so already."""
    return " ".join(words.split()) if "  " in words or "\n" in words else words.strip(" ")
