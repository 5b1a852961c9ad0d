"""What the cards of the speakers panel look like: a card and a width in, rows of pieces out.  Pure."""

from __future__ import annotations

from reader.library.corrected import CONFIRMED, CORRECTED
from reader.library.listing import Listing
from reader.quotations import Quotation, Speaker, SpeakerKind
from reader.text.width import cells
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.panes.speakers_order import HiddenCard, SpeakerCard, is_doubtful, is_reported
from reader.ui.pieces import Piece, clipped

GROUPS = {
    SpeakerKind.UNNAMED: "unnamed source",
    SpeakerKind.UNATTRIBUTED: "nobody is known to have said these",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.ORGANISATION: "organisation",
}
MOST_ROWS = 6
ALIAS_ROWS = 2
NUMBER = 5
"""Cells for "¶12 "."""


def speaker_rows(card: SpeakerCard, width: int) -> list[Line]:
    """Name and numbers, what they are, and once opened their other names."""
    speaker = card.speaker
    reported = f" · {card.reported}" if card.reported else ""
    count = str(card.marked)
    name = clipped(speaker.name, width - 3 - cells(count + reported))
    gap = " " * (width - 2 - cells(name + count + reported))
    rows: list[Line] = [
        [
            Piece("▾ " if card.opened else "▸ ", ("key",)),
            Piece(name, ("name",)),
            Piece(gap),
            Piece(count, ("number",)),
            Piece(reported, ("muted",)),
        ]
    ]
    if about := _about(speaker):
        rows.append([Piece("  " + clipped(about, width - 2), ("muted",))])
    if card.opened and speaker.aliases:
        also = "also " + ", ".join(speaker.aliases)
        rows += [[Piece("  " + row, ("dim",))] for row in folded(also, width - 2, ALIAS_ROWS)]
    return rows


def _about(speaker: Speaker) -> str:
    about = speaker.role or GROUPS.get(speaker.kind, "")
    return "" if about.casefold() == speaker.name.casefold() else about


def source_rows(source: Listing | None, article_id: str, width: int) -> list[Line]:
    """The article that the next quotations stand in: its title, when it was published and by whom."""
    title = source.title if source else article_id
    rows: list[Line] = [[], [Piece("  " + clipped(title, width - 2), ("subheading",))]]
    published = source.published.strftime("%-d %b %Y") if source and source.published else ""
    facts = " · ".join(fact for fact in (published, source.publisher if source else "") if fact)
    if facts:
        rows.append([Piece("  " + clipped(facts, width - 2), ("muted",))])
    return rows


def quotation_rows(quotation: Quotation, width: int) -> list[Line]:
    """Its words beside the number of the paragraph, and below how sure it is, if that is to be known."""
    reported = is_reported(quotation)
    words = quotation.words if reported else f"“{quotation.words}”"
    roles = ("quotation", "em") if reported else ("quotation",)
    indent = 2 + NUMBER
    number = clipped(f"¶{quotation.paragraph}", NUMBER - 1).ljust(NUMBER)
    rows: list[Line] = [
        [Piece("  " + number if n == 0 else " " * indent, ("number",)), Piece(row, roles)]
        for n, row in enumerate(folded(words, width - indent, MOST_ROWS))
    ]
    if note := _note(quotation):
        words, role = note
        rows.append([Piece(" " * indent), Piece(clipped(words, width - indent), (role,))])
    return rows


def _note(quotation: Quotation) -> tuple[str, str] | None:
    """How sure it is who speaks, with a role, where that is worth a line."""
    if quotation.rule == CONFIRMED:
        return "✓ confirmed", "muted"
    if quotation.rule == CORRECTED:
        return "✎ corrected", "muted"
    if is_doubtful(quotation):
        mention = f", as “{quotation.speaker.text}”" if quotation.speaker else ""
        return f"? {round(100 * quotation.confidence)}% sure{mention}", "pending"
    return None


def hidden_rows(card: HiddenCard, width: int) -> list[Line]:
    """That there is more, and the key that shows it."""
    statements = "reported statement" if card.count == 1 else "reported statements"
    words = f"{card.count} {statements} without marks not shown: i shows them"
    return [[], *([Piece("  " + row, ("muted",))] for row in folded(words, width - 2, 3))]
