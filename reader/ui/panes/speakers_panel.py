"""Who said what: every speaker of the folder with a count, opened to the quotations from all articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from textual.message import Message
from textual.reactive import var

from reader.library.listing import Listing
from reader.quotations import Quotation, Speaker
from reader.reading import Reading
from reader.ui.commands import Place
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.speakers_cards import hidden_rows, quotation_rows, source_rows, speaker_rows
from reader.ui.panes.speakers_order import Card, HiddenCard, Order, QuotationCard, SpeakerCard, View, arranged


class SpeakersPanel(CardList[Card]):
    """Speakers as cards; `enter` opens one, `enter` on a quotation asks to go there."""

    TITLE = "Who said what"
    EMPTY = "no quotations here"
    place = Place.SPEAKERS

    speakers: var[Sequence[Speaker]] = var(())
    listings: var[Sequence[Listing]] = var(())
    reading: var[Reading | None] = var(None)
    view: var[View] = var(View())

    class SpeakerOpened(Message):
        """A speaker was chosen (None: closed again)."""

        def __init__(self, speaker: Speaker | None) -> None:
            super().__init__()
            self.speaker = speaker

    class QuotationChosen(Message):
        def __init__(self, quotation: Quotation) -> None:
            super().__init__()
            self.quotation = quotation

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._sources: Mapping[str, Listing] = {}

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

    # values from above
    def watch_speakers(self) -> None:
        self._arrange()

    def watch_view(self) -> None:
        self._arrange()

    def watch_listings(self, listings: Sequence[Listing]) -> None:
        self._sources = {listing.entry.id: listing for listing in listings}
        self.deck.forget()
        self.refresh()

    def watch_reading(self, before: Reading | None, reading: Reading | None) -> None:
        if self.view.article and reading is not None:
            self.view = replace(self.view, article=reading.article.id)

    def _arrange(self) -> None:
        self.items = arranged(self.speakers, self.view)

    # as a list of cards
    def heading(self) -> str:
        view = self.view
        count = sum(isinstance(card, SpeakerCard) for card in self.deck.items)
        words = [self.TITLE if view == View(opened=view.opened) else "Said"]
        words += [str(count)] if count else []
        words += ["this article"] if view.article else []
        words += ["in doubt"] if view.doubtful else []
        words += ["with reported"] if view.reported else []
        words += [view.order.value] if view.order is not Order.COUNT else []
        return " · ".join(words)

    def identity(self, item: Card) -> Any:
        match item:
            case SpeakerCard():
                return item.speaker.id
            case QuotationCard():
                return item.quotation.article_id, item.quotation.id
            case HiddenCard():
                return HiddenCard

    def words(self, item: Card) -> str:
        if isinstance(item, HiddenCard):
            return ""
        return " ".join((item.speaker.name, item.speaker.role, *item.speaker.aliases))

    def card(self, item: Card, width: int) -> list[Line]:
        match item:
            case SpeakerCard():
                return speaker_rows(item, width)
            case HiddenCard():
                return hidden_rows(item, width)
            case QuotationCard(_, quotation, leads, ends):
                source = self._sources.get(quotation.article_id)
                above = source_rows(source, quotation.article_id, width) if leads else []
                below: list[Line] = [[]] if ends else []
                return [*above, *quotation_rows(quotation, width), *below]

    # commands
    def action_open(self) -> None:
        match self.current:
            case QuotationCard(_, quotation):
                self.post_message(self.QuotationChosen(quotation))
            case SpeakerCard(speaker):
                self.open(None if speaker.id == self.opened else speaker)
            case HiddenCard():
                self.action_show_reported()

    def action_close_card(self) -> None:
        if self.opened:
            self.open(None)

    def open(self, speaker: Speaker | None) -> None:
        """Show a speaker's quotations (None: nobody's) and put the cursor there."""
        wanted = speaker.id if speaker else self.opened
        self.view = replace(self._showing(speaker) if speaker else self.view, opened=speaker.id if speaker else "")
        found = (i for i, card in enumerate(self.deck.items) if isinstance(card, SpeakerCard))
        self.cursor = next((i for i in found if self.identity(self.deck.items[i]) == wanted), self.cursor)
        self.post_message(self.SpeakerOpened(speaker))

    def _showing(self, speaker: Speaker) -> View:
        """The view, widened as far as is needed for `speaker` to be in it."""
        for view in (self.view, replace(self.view, article="", doubtful=False), View(reported=True)):
            if any(isinstance(card, SpeakerCard) for card in arranged([speaker], view)):
                return view
        return self.view

    def action_sort_speakers(self) -> None:
        self.view = replace(self.view, order=self.view.order.next)

    def action_this_article(self) -> None:
        """Only the article on the screen, or all of them."""
        article = self.reading.article.id if self.reading and not self.view.article else ""
        self.view = replace(self.view, article=article)

    def action_show_reported(self) -> None:
        self.view = replace(self.view, reported=not self.view.reported)

    def action_in_doubt(self) -> None:
        self.view = replace(self.view, doubtful=not self.view.doubtful)
        if self.view.doubtful:
            self.cursor = next((i for i, card in enumerate(self.deck.items) if isinstance(card, QuotationCard)), 0)
