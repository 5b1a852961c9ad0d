"""Who said what: every speaker of the folder with a count, opened to the quotations from all articles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.message import Message

from reader.quotations import Quotation, Speaker
from reader.ui.panes.speakers_list import SpeakersList
from reader.ui.panes.speakers_order import Card, HiddenCard, QuotationCard, SpeakerCard, View, arranged


class SpeakersPanel(SpeakersList):
    """`enter` opens a speaker, and on a quotation asks to go there; other keys change the view."""

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
        self._came_from: tuple[Any, int] = (None, 0)
        """Where one was among all articles, with the rows above, before only one was shown."""
        self._came_to: Any = None
        """Where that led to."""

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

    def go_to(self, speaker: Speaker, article_id: str) -> None:
        """Put the cursor on the first quotation of an opened speaker in that article."""

        def wanted(card: Card) -> bool:
            match card:
                case QuotationCard(who, quotation):
                    return who.id == speaker.id and quotation.article_id == article_id
                case _:
                    return False

        self.cursor = next((i for i, card in enumerate(self.deck.items) if wanted(card)), self.cursor)

    def _showing(self, speaker: Speaker) -> View:
        """The view, widened as far as is needed for `speaker` to be in it."""
        for view in (self.view, replace(self.view, article="", doubtful=False), View(self.view.order, reported=True)):
            if any(isinstance(card, SpeakerCard) for card in arranged([speaker], view)):
                return view
        return self.view

    def action_sort_speakers(self) -> None:
        self.view = replace(self.view, order=self.view.order.next)

    def action_this_article(self) -> None:
        """Only the article on the screen, or all of them, where one was before unless one has moved since."""
        if self.view.article:
            went_on = self.standing != self._came_to
            self.view = replace(self.view, article="")
            if not went_on:
                self.stand_on(*self._came_from)
        elif self.reading:
            self._came_from = self.standing, self.rows_above
            self.view = replace(self.view, article=self.reading.article.id)
            self._came_to = self.standing

    def action_show_reported(self) -> None:
        self.view = replace(self.view, reported=not self.view.reported)

    def toggle_doubts(self) -> int:
        """Show only quotations whose speaker is in doubt, or all again; how many quotations that are."""
        self.view = replace(self.view, doubtful=not self.view.doubtful)
        doubts = [i for i, card in enumerate(self.deck.items) if isinstance(card, QuotationCard)]
        if self.view.doubtful:
            self.cursor = doubts[0] if doubts else 0
        return len(doubts)
