"""What an analysis says: quotations, who said each, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reader.text import Span


class QuotationKind(StrEnum):
    """direct: a whole utterance in marks; mixed: marked words inside reported ones; reported: no marks at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"


class SpeakerKind(StrEnum):
    """What sort of source a speaker is; unnamed sources and unattributed quotations have groups of their own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    UNATTRIBUTED = "unattributed"


class Mention(NamedTuple):
    """Words of the article as written, and where they stand."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of one article."""

    id: str
    """Stable while the quotation's words and their order in the article stay: `q-` and 10 hex digits."""
    article_id: str
    span: Span
    """In the source, quotation marks included."""
    kind: QuotationKind
    text: str
    """`span.of(article.text)`: the source as it stands, marks included."""
    words: str
    """Displayed words without outer marks, white space folded: what panels and exports show."""
    paragraph: int
    """Counted from 1 over the article's paragraphs, list items included and chrome left out."""
    speaker: Mention | None
    """Who says it, as written: "He", "the spokeswoman", "Mr. Lopez"."""
    resolved: str
    """Whom that means in this article: "Maria Lopez"; the mention where nothing better is known; "" for nobody."""
    cue: Mention | None
    """The word that says that something is said: "said", "according to"."""
    sources: tuple[Mention, ...] = ()
    """Who passes it on, nearest first: in "the government said Xi told Z" Xi speaks, the government is the source."""
    rule: str = ""
    """Name of the rule that found the speaker."""
    confidence: float = 0.0
    """0–1, measured: the share of gold quotations that the rule attributes rightly."""


class Person(NamedTuple):
    """Whoever can speak in one article: a person, an organisation, a document."""

    name: str
    """The fullest name that the article gives; a relative introduced by a given name alone has the family's, too."""
    kind: SpeakerKind
    role: str = ""
    """"foreign ministry spokeswoman", as the article says it; "" where it does not."""
    aliases: tuple[str, ...] = ()
    """Other spellings and titles met in the article."""
    gender: str = ""
    """"f", "m" or "": from pronouns and titles in the article, used to resolve pronouns."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known about who speaks in one article."""

    article_id: str
    text_sha256: str
    quotations: tuple[Quotation, ...]
    """In document order."""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person, organisation or document across a whole folder, with every quotation of theirs."""

    id: str
    """Stable for a name: `s-` and 10 hex digits of the folded name."""
    name: str
    kind: SpeakerKind
    role: str
    aliases: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    """Ordered by article id, then by place."""
