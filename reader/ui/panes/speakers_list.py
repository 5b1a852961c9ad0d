"""Speakers with their quotations as a list of cards: what is known and a view of it in, cards out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from textual.reactive import var

from reader.library.listing import Listing
from reader.quotations import Quotation, Speaker
from reader.reading import Reading
from reader.text.counting import counted
from reader.ui.commands import Place
from reader.ui.panes.deck import Line
from reader.ui.panes.placed_list import PlacedList
from reader.ui.panes.speakers_cards import columns_row, hidden_rows, said_rows, speaker_rows
from reader.ui.panes.speakers_order import Card, HiddenCard, QuotationCard, SpeakerCard, View, arranged
from reader.ui.panes.speakers_versions import Retold, Told, key
from reader.ui.pieces import Piece, clipped, total


class SpeakersList(PlacedList[Card]):
    """Shows the part of all that is said that `view` wants."""

    TITLE = "Who said what"
    EMPTY = "no quotations found here so far"
    NO_DOUBT = "nothing is in doubt here; d shows every quotation again"
    place = Place.SPEAKERS

    speakers: var[Sequence[Speaker]] = var(())
    listings: var[Sequence[Listing]] = var(())
    reading: var[Reading | None] = var(None)
    view: var[View] = var(View())
    retold: var[Retold] = var(Retold())

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._sources: Mapping[str, Listing] = {}
        self._most_reported = 0
        """Of reported statements that any speaker shown has."""

    # what others ask
    @property
    def opened(self) -> str:
        """Id of the speaker whose quotations are shown, "" for nobody."""
        return self.view.opened

    @property
    def speaker(self) -> Speaker | None:
        """Whose card is under the cursor."""
        return self.current.speaker if isinstance(self.current, SpeakerCard | QuotationCard) else None

    @property
    def quotation(self) -> Quotation | None:
        """The quotation under the cursor."""
        return self.current.quotation if isinstance(self.current, QuotationCard) else None

    def told(self, quotation: Quotation) -> list[tuple[Speaker, Told]]:
        """The versions of the statement of `quotation`, which several articles report, oldest first."""
        return self.retold.told(quotation, self.retold.speakers[key(quotation)], self._dates())

    # values from above
    def watch_speakers(self) -> None:
        self._arrange()

    def watch_view(self) -> None:
        """In another view one stands where one stood, else at the speaker, else at the top."""
        left = self.current
        self._arrange()
        if left is not None and self.standing != self.identity(left):
            speaker = left.speaker.id if isinstance(left, QuotationCard) else None
            self.stand_on(speaker, 0)

    def watch_retold(self) -> None:
        self._arrange()

    def watch_listings(self, listings: Sequence[Listing]) -> None:
        self._sources = {listing.entry.id: listing for listing in listings}
        self.deck.forget()
        self.refresh()

    def watch_reading(self, before: Reading | None, reading: Reading | None) -> None:
        if self.view.article and reading is not None:
            self.view = replace(self.view, article=reading.article.id)

    def _arrange(self) -> None:
        """Deal the cards anew; the one under the cursor, or else the next quotation, keeps its place on the screen."""
        rows_above, left, behind = self.rows_above, self.current, self.deck.items[self.cursor + 1 :]
        cards = arranged(self.speakers, self.view, self.retold, self._dates())
        self._most_reported = max((card.reported for card in cards if isinstance(card, SpeakerCard)), default=0)
        self.items = cards
        if isinstance(left, QuotationCard) and self.standing != self.identity(left):
            self._go_on_with(behind)
        self.leave_above(rows_above)

    def _go_on_with(self, behind: Sequence[Card]) -> None:
        """A quotation has gone: stand on the first of those behind it, or else on the last one before."""
        places = {self.identity(card): n for n, card in enumerate(self.deck.items) if isinstance(card, QuotationCard)}
        here = (places[identity] for card in behind if (identity := self.identity(card)) in places)
        last = max((n for n in places.values() if n < self.cursor), default=self.cursor)
        self.set_reactive(SpeakersList.cursor, next(here, last))

    def _dates(self) -> dict[str, date | None]:
        return {article_id: source.published for article_id, source in self._sources.items()}

    # where one is
    def place_of(self, item: Card | None) -> int:
        """Who has not moved stays at the top, whoever comes there."""
        if self.cursor == 0 and isinstance(item, SpeakerCard) and not item.opened:
            return 0
        return super().place_of(item)

    # as a list of cards
    def head(self) -> list[Line]:
        """The heading with the filter, and below it the order and what the numbers are."""
        (row,) = super().head()
        filtering = row[1:]
        title = Piece(clipped(row[0].text, max(4, self.size.width - total(filtering) - 1)), row[0].roles)
        if not self.items:
            return [[title, *filtering]]
        columns = columns_row(self.view.order.value, self._most_reported, max(4, self.size.width - 3))
        return [[title, *filtering], [Piece(" "), *columns]]

    def heading(self) -> str:
        view = self.view
        kind = QuotationCard if view.doubtful else SpeakerCard
        count = sum(isinstance(card, kind) for card in self.deck.items)
        words = [self.TITLE if view == View(view.order, opened=view.opened) else "Said"]
        words += [f"{count} in doubt" if view.doubtful else counted(count, "speaker")]
        words += ["this article"] if view.article else []
        words += ["with reported"] if view.reported else []
        return " · ".join(words)

    def identity(self, item: Card) -> Any:
        match item:
            case SpeakerCard():
                return item.speaker.id
            case QuotationCard():
                return item.quotation.article_id, item.quotation.id
            case HiddenCard():
                return HiddenCard

    def nothing(self) -> str:
        return self.NO_DOUBT if self.view.doubtful and not self.wanted else super().nothing()

    def words(self, item: Card) -> str:
        """A filter finds speakers by name, role, what they said and how ("mixed"); of an opened one quotations."""
        match item:
            case HiddenCard():
                return ""
            case SpeakerCard(speaker):
                shown = [quotation for quotation in speaker.quotations if self.view.shows(quotation)]
            case QuotationCard(speaker, quotation):
                shown = [quotation]
        said = (f"{quotation.kind.value} {quotation.words}" for quotation in shown)
        return " ".join((speaker.name, speaker.role, *speaker.aliases, *said))

    def card(self, item: Card, width: int) -> list[Line]:
        match item:
            case SpeakerCard():
                return speaker_rows(item, self._most_reported, width)
            case HiddenCard():
                return hidden_rows(item, width)
            case QuotationCard():
                return said_rows(item, self._sources.get(item.quotation.article_id), width)
