"""Which quotation commands mean, in the text and in the panel; commands that show one or mark it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations import Target, describe
from reader.annotations.editing import shortened
from reader.article import Article
from reader.quotations import Quotation, Speaker
from reader.reading import Reading
from reader.sources import Unreadable
from reader.text import Span
from reader.ui.panes.speakers_order import is_doubtful
from reader.ui.screens.aiming import exactly_marked

if TYPE_CHECKING:
    from reader.ui.panes.speakers_tally import Cell
    from reader.ui.screens.reading_screen import ReadingScreen

VERDICTS = "C right · W wrong speaker · X not a quotation"
NO_QUOTATION = "no quotation here  · ]q goes to the next, in the panel enter opens a speaker"


class Quoting:
    """Finds the quotation in focus, its article and its words."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    # what commands apply to
    def meant(self) -> Quotation | None:
        """The one under the panel's cursor while the panel has the focus, else the one in focus in the text."""
        panel = self.screen.speakers_panel
        return panel.quotation if panel.has_focus else self.screen.finding.quotation_in_focus()

    def in_focus(self) -> Quotation | None:
        """The same; where there is none, the user is told."""
        found = self.meant()
        if found is None:
            self.screen.say(NO_QUOTATION)
        return found

    def nearest(self) -> Quotation | None:
        """The same, or else the quotation nearest to what is selected: to the name of its speaker."""
        pane = self.screen.pane
        if pane.has_focus and pane.selecting and (passage := pane.passage) is not None and self.meant() is None:
            near = self.screen.finding.quotations_here()
            return min(near, key=lambda said: _distance(said.span, passage), default=None)
        return self.in_focus()

    def name_selected(self) -> str:
        """The words that are selected, unless they belong to a quotation themselves."""
        pane = self.screen.pane
        if not pane.selecting or pane.passage is None or self.screen.finding.quotation_in_focus() is not None:
            return ""
        return " ".join(pane.displayed_words(pane.passage).split())

    def speaker_of(self, quotation: Quotation) -> Speaker | None:
        key = (quotation.article_id, quotation.id)
        said = ((s, q) for s in self.screen.speakers for q in s.quotations)
        return next((s for s, q in said if (q.article_id, q.id) == key), None)

    def target(self, quotation: Quotation) -> Target | None:
        """Its words as they are stored; None, and a word why, where that cannot be."""
        article = self._article(quotation.article_id)
        if article is None:
            return None
        if quotation.span.of(article.text) != quotation.text:
            self.screen.say("this article has changed since it was analysed  · r reads it again")
            return None
        return describe(article, quotation.span)

    def _article(self, article_id: str) -> Article | None:
        reading = self.screen.reading
        if reading is not None and reading.article.id == article_id:
            return reading.article
        try:
            return self.screen.library.read(article_id)
        except Unreadable as problem:
            self.screen.say(str(problem))
            return None

    def introduce(self, said: Quotation) -> None:
        """Say which quotation one is at, whose it is, and how sure that is."""
        speaker = self.speaker_of(said)
        doubt = f"  · ? {round(100 * said.confidence)}% sure" if is_doubtful(said) else ""
        self.screen.say(f"{speaker.name if speaker else 'nobody'}: “{shortened(said.words)}”{doubt}  · W wrong speaker")

    # commands
    def action_highlight_quotation(self) -> None:
        """Mark a whole quotation, with who said it."""
        if (said := self.in_focus()) is None or self.target(said) is None:
            return
        if (reading := self._reading(said.article_id)) is None:
            return
        speaker = self.speaker_of(said)
        marked = exactly_marked(reading.annotations, reading.article.text, said.span)
        if speaker is not None and (marked is None or marked.speaker != speaker.id):
            self.screen.changing.apply(reading.attribute(marked or said.span, speaker, self.screen.author))
        else:
            self.screen.say("already highlighted with its speaker  · t tags it, a notes")

    def _reading(self, article_id: str) -> Reading | None:
        shown = self.screen.reading
        if shown is not None and shown.article.id == article_id:
            return shown
        article = self._article(article_id)
        return None if article is None else self.screen.library.reading(article)

    def preview(self) -> None:
        """Show the quotation under the panel's cursor in its article; the panel keeps the focus."""
        panel = self.screen.speakers_panel
        if (said := panel.quotation) is not None:
            if panel.view.doubtful:
                self.screen.speaker = panel.speaker
            self.screen.opening.open(said.article_id, said.span.start)
            self.screen.finding.note_gone_to(said.article_id, said.span)

    def action_in_doubt(self) -> None:
        panel = self.screen.speakers_panel
        count = panel.toggle_doubts()
        if panel.view.doubtful:
            self.screen.say(f"{count} in doubt  · {VERDICTS} · d shows all again")

    def arrive(self) -> None:
        """The panel's cursor came to a quotation; while doubts are gone through, say what this one rests on."""
        from reader.quotations.rules import rule_named

        panel = self.screen.speakers_panel
        self.preview()
        if panel.view.doubtful and (said := panel.quotation) is not None:
            self.screen.say(f"{VERDICTS}  · it rests on: {rule_named(said.rule).looks_for}")

    def action_speaker_matrix(self) -> None:
        from reader.ui.screens.matrix_screen import MatrixScreen

        reported = self.screen.speakers_panel.view.reported
        matrix = MatrixScreen(self.screen.speakers, self.screen.listings, reported)
        self.screen.app.push_screen(matrix, self._show_cell)

    def _show_cell(self, cell: Cell | None) -> None:
        if cell is not None:
            self.screen.open_speaker(cell.speaker)
            self.screen.speakers_panel.go_to(cell.speaker, cell.article_id)


def _distance(one: Span, other: Span) -> int:
    """Characters between two spans that do not overlap."""
    return max(one.start - other.end, other.start - one.end)
