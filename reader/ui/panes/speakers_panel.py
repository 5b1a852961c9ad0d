"""Who said what: every speaker of the folder with a count, opened to the quotations from all articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual.message import Message
from textual.reactive import var

from reader.quotations import Quotation, QuotationKind, Speaker, SpeakerKind
from reader.text.width import cells
from reader.ui.commands import Place
from reader.ui.painting import Piece, clipped
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded

GROUPS = {
    SpeakerKind.UNNAMED: "unnamed sources",
    SpeakerKind.UNATTRIBUTED: "no speaker found",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.ORGANISATION: "organisation",
}
MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """A row of the panel: a speaker, or one quotation below an opened speaker."""

    speaker: Speaker
    quotation: Quotation | None = None


class SpeakersPanel(CardList[SpeakerCard]):
    """Speakers as cards; `enter` opens one, `enter` on a quotation asks to go there."""

    TITLE = "Who said what"
    EMPTY = "no quotations found yet"
    place = Place.SPEAKERS

    speakers: var[Sequence[Speaker]] = var(())
    titles: var[Mapping[str, str]] = var({})
    reported: var[bool] = var(False)
    opened: var[str] = var("")
    """Id of the speaker whose quotations are shown."""

    class SpeakerOpened(Message):
        """A speaker was chosen (None: closed again)."""

        def __init__(self, speaker: Speaker | None) -> None:
            super().__init__()
            self.speaker = speaker

    class QuotationChosen(Message):
        def __init__(self, quotation: Quotation) -> None:
            super().__init__()
            self.quotation = quotation

    def watch_speakers(self) -> None:
        self._arrange()

    def watch_reported(self) -> None:
        self._arrange()

    def watch_opened(self) -> None:
        self._arrange()

    def watch_titles(self) -> None:
        self.deck.forget()
        self.refresh()

    def _arrange(self) -> None:
        cards: list[SpeakerCard] = []
        for speaker in sorted(self.speakers, key=self._rank):
            if shown := self._shown(speaker):
                cards.append(SpeakerCard(speaker))
                if speaker.id == self.opened:
                    cards += [SpeakerCard(speaker, quotation) for quotation in shown]
        self.items = tuple(cards)

    def _rank(self, speaker: Speaker) -> tuple[Any, ...]:
        aside = speaker.kind in (SpeakerKind.UNNAMED, SpeakerKind.UNATTRIBUTED)
        return aside, -len(self._shown(speaker)), speaker.name.casefold()

    def _shown(self, speaker: Speaker) -> list[Quotation]:
        return [q for q in speaker.quotations if self.reported or q.kind is not QuotationKind.REPORTED]

    def heading(self) -> str:
        count = sum(card.quotation is None for card in self.deck.items)
        return f"{self.TITLE} · {count} speakers" if count else self.TITLE

    def identity(self, item: SpeakerCard) -> Any:
        return item.speaker.id, item.quotation and item.quotation.id

    def words(self, item: SpeakerCard) -> str:
        return " ".join((item.speaker.name, item.speaker.role, *item.speaker.aliases))

    def card(self, item: SpeakerCard, width: int) -> list[Line]:
        return self._speaker_card(item.speaker, width) if item.quotation is None else self._said(item.quotation, width)

    def _speaker_card(self, speaker: Speaker, width: int) -> list[Line]:
        count = str(len(self._shown(speaker)))
        name = clipped(speaker.name, width - len(count) - 3)
        sign = "▾ " if speaker.id == self.opened else "▸ "
        gap = " " * max(1, width - len(sign) - len(count) - cells(name))
        first: Line = [Piece(sign, ("key",)), Piece(name, ("name",)), Piece(gap), Piece(count, ("number",))]
        about = speaker.role or GROUPS.get(speaker.kind, "")
        if about == speaker.name.casefold():
            about = ""
        return [first, [Piece("  " + clipped(about, width - 2), ("muted",))]] if about else [first]

    def _said(self, quotation: Quotation, width: int) -> list[Line]:
        marked = quotation.kind is not QuotationKind.REPORTED
        words = f"“{quotation.words}”" if marked else quotation.words
        rows: list[Line] = [[Piece("    " + row, ("quotation",))] for row in folded(words, width - 4, MOST_ROWS)]
        title = self.titles.get(quotation.article_id, quotation.article_id)
        where = f"{clipped(title, max(8, width - 14))} ¶{quotation.paragraph}"
        return [*rows, [Piece("    " + clipped(where, width - 4), ("muted",))], []]

    def action_open(self) -> None:
        card = self.current
        if card is None:
            return
        if card.quotation is not None:
            self.post_message(self.QuotationChosen(card.quotation))
        else:
            self.open(None if card.speaker.id == self.opened else card.speaker)

    def action_close_card(self) -> None:
        if self.opened:
            self.open(None)

    def open(self, speaker: Speaker | None) -> None:
        """Show a speaker's quotations (None: nobody's) and put the cursor there."""
        before = self.opened
        self.opened = speaker.id if speaker else ""
        wanted = self.opened or before
        self.cursor = next((i for i, card in enumerate(self.deck.items) if card.speaker.id == wanted), self.cursor)
        self.post_message(self.SpeakerOpened(speaker))
