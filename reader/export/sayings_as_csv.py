"""Who said what, as a table: a row for each quotation."""

from __future__ import annotations

from collections.abc import Mapping

from reader.export.cells import table
from reader.export.sayings import Sayings, Source, heading
from reader.export.sheet import Printed, statement_versions
from reader.quotations import Quotation

_COLUMNS = ("speaker", "role", "quotation", "kind", "as_written", "article", "title", "paragraph", "start", "end", "id")
_SOURCE = ("publisher", "published", "url")
_STATEMENT = ("same_as", "version", "differing")
_EXPLAINED = ("cue", "sources", "rule", "confidence")


def sayings_to_csv(sayings: Sayings, explain: bool = False) -> str:
    """Speakers as in the other formats; `start` and `end` are code-point offsets into the article's text.

    Rows with one `same_as` report one statement; `differing` are the words that its other version does not have.
    """
    versions = statement_versions(sayings)
    rows = [
        [
            heading(speaker),
            speaker.role,
            quotation.words,
            quotation.kind.value,
            quotation.speaker.text if quotation.speaker else "",
            quotation.article_id,
            sayings.titles[quotation.article_id],
            quotation.paragraph,
            quotation.span.start,
            quotation.span.end,
            quotation.id,
            *_sourced(sayings.source(quotation)),
            *_compared(quotation, versions),
            *(_explained(quotation) if explain else ()),
        ]
        for speaker in sayings.speakers
        for quotation in speaker.quotations
    ]
    return table([*_COLUMNS, *_SOURCE, *_STATEMENT, *(_EXPLAINED if explain else ())], rows)


def _sourced(source: Source) -> tuple[str, ...]:
    return source.publisher, source.published.isoformat() if source.published else "", source.url


def _compared(quotation: Quotation, versions: Mapping[tuple[str, str], tuple[str, Printed]]) -> tuple[str, ...]:
    if (quotation.article_id, quotation.id) not in versions:
        return "", "", ""
    statement, printed = versions[quotation.article_id, quotation.id]
    return statement, printed.manner, "; ".join(span.of(quotation.words) for span in printed.differing)


def _explained(quotation: Quotation) -> tuple[str | float, ...]:
    return (
        quotation.cue.text if quotation.cue else "",
        "; ".join(source.text for source in quotation.sources),
        quotation.rule,
        quotation.confidence,
    )
