"""What the cards of the speakers panel look like: a card and a width in, rows of pieces out.  Pure."""

from __future__ import annotations

from reader.library.corrected import CONFIRMED, CORRECTED
from reader.library.listing import Listing
from reader.quotations import Quotation, Speaker, SpeakerKind
from reader.text.counting import counted
from reader.text.width import cells
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.panes.speakers_order import HiddenCard, QuotationCard, SpeakerCard, is_doubtful
from reader.ui.panes.speakers_versions import Told
from reader.ui.panes.speakers_words import folded_words
from reader.ui.pieces import Piece, clipped

GROUPS = {
    SpeakerKind.UNNAMED: "unnamed source",
    SpeakerKind.UNATTRIBUTED: "nobody is known to have said these",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.ORGANISATION: "organisation",
}
MOST_ROWS = 6
MOST_ROWS_OF_A_VERSION = 10
"""More, because the words that differ may stand at the end."""
ALIAS_ROWS = NOTE_ROWS = 2
SEPARATOR = " · "
"""Between the number of quotations in marks and that of reported statements."""
NUMBER = 5
"""Cells for "¶12 "."""
INDENT = 2 + NUMBER


def columns_row(order: str, most_reported: int, width: int) -> Line:
    """What stands above the cards: their order at the left, and at the right what the numbers count."""
    columns = "quoted" + (SEPARATOR + "reported" if most_reported else "")
    left = clipped(order, max(1, width - cells(columns) - 1))
    return [Piece(left, ("muted",)), Piece(" " * (width - cells(left + columns))), Piece(columns, ("muted",))]


def speaker_rows(card: SpeakerCard, most_reported: int, width: int) -> list[Line]:
    """Name and numbers, what they are, and once opened their other names.

    `most_reported`: the largest number of reported statements of any card, so that the numbers stand in columns.
    """
    speaker, name = card.speaker, card.name
    reported = _reported(card.reported, most_reported)
    count = str(card.marked)
    shown = clipped(name, width - 3 - cells(count + reported))
    gap = " " * (width - 2 - cells(shown + count + reported))
    rows: list[Line] = [
        [
            Piece("▾ " if card.opened else "▸ ", ("key",)),
            Piece(shown, ("name",)),
            Piece(gap),
            Piece(count, ("number",)),
            Piece(reported, ("muted",)),
        ]
    ]
    if about := _about(speaker):
        rows.append([Piece("  " + clipped(about, width - 2), ("muted",))])
    aliases = [alias for alias in dict.fromkeys((speaker.name, *speaker.aliases)) if alias != name]
    if card.opened and aliases:
        also = "also " + ", ".join(aliases)
        rows += [[Piece("  " + row, ("dim",))] for row in folded(also, width - 2, ALIAS_ROWS)]
    return rows


def _reported(count: int, most: int) -> str:
    """A number of reported statements, if there are any, in the cells that the largest such number takes."""
    digits = len(str(most)) if most else 0
    return f"{SEPARATOR}{count:>{digits}}" if count else " " * (len(SEPARATOR) + digits if most else 0)


def _about(speaker: Speaker) -> str:
    about = speaker.role or GROUPS.get(speaker.kind, "")
    return "" if about.casefold() == speaker.name.casefold() else about


def source_rows(source: Listing | None, article_id: str, width: int) -> list[Line]:
    """The article that the next quotations stand in: its title, when it was published and by whom."""
    title = source.title if source else article_id
    rows: list[Line] = [[], [Piece("  " + clipped(title, width - 2), ("subheading",))]]
    if facts := " · ".join(_facts(source)):
        rows.append([Piece("  " + clipped(facts, width - 2), ("muted",))])
    return rows


def _facts(source: Listing | None) -> list[str]:
    """When an article was published, and by whom, as far as that is known."""
    published = source.published.strftime("%-d %b %Y") if source and source.published else ""
    return [fact for fact in (published, source.publisher if source else "") if fact]


def said_rows(card: QuotationCard, source: Listing | None, width: int) -> list[Line]:
    """A quotation below its article, or as a version of a statement with its article below."""
    if card.told is not None:
        above = _statement_rows(card.told, width) if card.told.leads else []
        rows = [*above, *quotation_rows(card, width), *_printed_rows(card.quotation, card.told, source, width)]
    else:
        above = source_rows(source, card.quotation.article_id, width) if card.leads else []
        rows = [*above, *quotation_rows(card, width)]
    return [*rows, []] if card.ends else rows


def _statement_rows(told: Told, width: int) -> list[Line]:
    """What stands above the versions of one statement."""
    return [[], [Piece("  " + clipped(f"one statement in {told.articles} articles", width - 2), ("subheading",))]]


def _printed_rows(quotation: Quotation, told: Told, source: Listing | None, width: int) -> list[Line]:
    """Who prints a version, when, and whom as its speaker, if that is somebody else."""
    by = [f"said by {told.other_speaker}"] if told.other_speaker else []
    title = source.title if source else quotation.article_id
    lines = [title, " · ".join([*by, *_facts(source)])]
    return [[Piece(" " * INDENT + clipped(line, width - INDENT), ("muted",))] for line in lines if line]


def quotation_rows(card: QuotationCard, width: int) -> list[Line]:
    """Its words beside the number of the paragraph, and below what is to be known about it, if anything is."""
    quotation, told = card.quotation, card.told
    room = width - INDENT
    number = clipped(f"¶{quotation.paragraph}", NUMBER - 1).ljust(NUMBER)
    differing, most = (told.version.differing, MOST_ROWS_OF_A_VERSION) if told else ((), MOST_ROWS)
    words = folded_words(quotation, differing, room, most)
    first = f"{told.sign if told else ' '} {number}"
    rows: list[Line] = [[Piece(" " * INDENT if n else first, ("number",)), *row] for n, row in enumerate(words)]
    notes = [note for note in (_elsewhere(card.elsewhere), _note(quotation, card.speaker)) if note]
    noted = [(row, role) for words, role in notes for row in folded(words, room, NOTE_ROWS)]
    return rows + [[Piece(" " * INDENT), Piece(row, (role,))] for row, role in noted]


def _elsewhere(articles: int) -> tuple[str, str] | None:
    if not articles:
        return None
    return f"≈ also in {'another article' if articles == 1 else f'{articles} other articles'}  · ]= goes there", "muted"


def _note(quotation: Quotation, speaker: Speaker) -> tuple[str, str] | None:
    """How sure it is who speaks, with a role, where that is worth a line."""
    if quotation.rule == CONFIRMED:
        return "✓ confirmed", "muted"
    if quotation.rule == CORRECTED:
        return "✎ corrected", "muted"
    if is_doubtful(quotation):
        written = quotation.speaker.text if quotation.speaker else ""
        mention = f", as “{written}”" if written not in ("", speaker.name) else ""
        return f"? {round(100 * quotation.confidence)}% sure: {speaker.name}{mention}", "pending"
    return None


def hidden_rows(card: HiddenCard, width: int) -> list[Line]:
    """That there is more, and the key that shows it."""
    words = f"{counted(card.count, 'reported statement')} without marks not shown: i shows them"
    return [[], *([Piece("  " + row, ("muted",))] for row in folded(words, width - 2, 3))]
