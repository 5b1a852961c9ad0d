"""Who said what, as a table: a row for each quotation."""

from __future__ import annotations

from reader.export.cells import table
from reader.export.sayings import Sayings, heading
from reader.quotations import Quotation

_COLUMNS = ("speaker", "role", "quotation", "kind", "as_written", "article", "title", "paragraph", "start", "end", "id")
_EXPLAINED = ("cue", "sources", "rule", "confidence")


def sayings_to_csv(sayings: Sayings, explain: bool = False) -> str:
    """Speakers as in the other formats; `start` and `end` are code-point offsets into the article's text."""
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
            *(_explained(quotation) if explain else ()),
        ]
        for speaker in sayings.speakers
        for quotation in speaker.quotations
    ]
    return table([*_COLUMNS, *(_EXPLAINED if explain else ())], rows)


def _explained(quotation: Quotation) -> tuple[str | float, ...]:
    return (
        quotation.cue.text if quotation.cue else "",
        "; ".join(source.text for source in quotation.sources),
        quotation.rule,
        quotation.confidence,
    )
