"""A highlight as exports show it: a reading and its voices in, highlights with names instead of ids out."""

from __future__ import annotations

from dataclasses import dataclass

from reader.annotations import AnchorState, Annotation
from reader.annotations.words import paragraph_at, words_of
from reader.article import Article, Kind
from reader.export.sayings import heading
from reader.export.voices import Voices
from reader.reading import Reading, in_document_order
from reader.text import Span

_ID_DIGITS = 12
"""The last digits of a UUIDv7 are random; its first ones are the clock and the same for highlights of one minute."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One highlight with everything that belongs to it, in words."""

    annotation: Annotation
    article_id: str
    title: str
    """The article's."""
    paragraph: int
    """Where it stands now, or else stood when it was marked; 0 for titles and bylines."""
    now: str = ""
    """The words that stand in its place now, if the article has others there by now."""
    tags: tuple[str, ...] = ()
    """Names, in the order given."""
    speaker: str = ""
    """Who says the highlighted words, if most of them are a quotation."""
    role: str = ""
    speaker_id: str = ""
    url: str = ""
    """The article's address."""
    code: bool = False
    """True for words of a block of code and nothing else."""

    @property
    def text(self) -> str:
        """The highlighted words, without markup, lines kept."""
        return self.annotation.passage.exact

    @property
    def note(self) -> str:
        return self.annotation.note.strip("\n")

    @property
    def color(self) -> str:
        return self.annotation.color

    @property
    def importance(self) -> str:
        """The word “important”, or nothing."""
        return "important" if self.annotation.important else ""

    @property
    def placed(self) -> bool:
        """False where the words can no longer be found in the article, or in more than one place."""
        return self.annotation.anchor.placed

    @property
    def before(self) -> str:
        """What stood before it."""
        return self.annotation.passage.prefix

    @property
    def after(self) -> str:
        """What stood after it."""
        return self.annotation.passage.suffix

    @property
    def block_id(self) -> str:
        """A name for the passage that stays the same in every export: `a-` and the end of the annotation's id."""
        return "a-" + "".join(sign for sign in self.annotation.id if sign.isalnum())[-_ID_DIGITS:]


def passages(reading: Reading, voices: Voices) -> tuple[Passage, ...]:
    """The reading's highlights in document order, those that lost their place last."""
    return tuple(_passage(reading, a, voices) for a in in_document_order(reading.annotations) if not a.deleted)


def _passage(reading: Reading, annotation: Annotation, voices: Voices) -> Passage:
    article, anchor = reading.article, annotation.anchor
    speaker = voices.behind(annotation)
    return Passage(
        annotation,
        article_id=article.id,
        title=article.title,
        paragraph=paragraph_at(article, anchor.span.start) if anchor.placed else annotation.passage.paragraph,
        now=words_of(article, anchor.span) if anchor.state is AnchorState.CHANGED else "",
        tags=reading.codebook.names(annotation.tags),
        speaker=heading(speaker) if speaker else annotation.speaker,
        role=speaker.role if speaker else "",
        speaker_id=speaker.id if speaker else annotation.speaker,
        url=article.url,
        code=anchor.placed and _is_code(article, anchor.span),
    )


def _is_code(article: Article, span: Span) -> bool:
    article.blocks.reach(span.end)
    block = article.blocks[article.blocks.index_at(span.start)]
    return block.kind is Kind.CODE and block.span.contains(span)
