"""Highlights of an article or of the whole library as a list of cards: what is known and a view of it in, cards out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.reactive import var
from textual.worker import Worker, WorkerState, get_current_worker

from reader.annotations import Annotation, Codebook
from reader.annotations.filter_language import so_far
from reader.annotations.filtering import sieve, unknown_tags
from reader.annotations.words import paragraph_at
from reader.export.voices import Voices
from reader.export.wanted import names_for
from reader.quotations import Speaker
from reader.reading import Reading
from reader.text.width import cells
from reader.ui.commands import Place
from reader.ui.panes.annotations_cards import About, heading_rows, highlight_rows
from reader.ui.panes.annotations_order import Arranged, GivenUp, Order, View, arranged
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece, clipped

AT_ONCE = 1000
"""Highlights that are arranged before the next frame; more of them in a thread."""
NEWS_AFTER = 0.5
"""Seconds for which what is shown stays at least, while more and more becomes known."""
PROBLEM_ROWS = 3


class AnnotationsList(CardList[Annotation]):
    """Shows the part of all highlights that `wanted` and `view` want."""

    TITLE = "Highlights"
    EMPTY = "nothing marked yet: h marks a sentence"
    place = Place.ANNOTATIONS

    reading: var[Reading | None] = var(None)
    titles: var[Mapping[str, str]] = var({})
    """Titles by article id, in the library's order."""
    speakers: var[Sequence[Speaker]] = var(())
    everything: var[tuple[Annotation, ...] | None] = var(None)
    """The highlights of the whole library; None until they are known."""
    view: var[View] = var(View())
    paragraphs: var[Mapping[str, int]] = var({})
    """By annotation id: paragraphs in the present text of articles that were edited and are not on the screen."""
    marked: var[frozenset[str]] = var(frozenset())
    """Ids of the highlights chosen for the next command."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.codebook = Codebook()
        self._arranged = Arranged()
        self._voices: Voices | None = None
        """Who says what is highlighted, once a card has asked."""
        self._problem = ""
        self._several = 0
        """How many of the highlights that are shown are marked."""
        self._working: Worker[Arranged | None] | None = None
        """Who is arranging at the moment; what others come to is no longer wanted."""
        self._has_news = False
        """Has more become known than what is being arranged?"""
        self._from_top = False
        """True until the first highlights of another order have been shown."""

    # values from above
    def watch_reading(self) -> None:
        if self.reading is not None:  # tags keep their names while no article can be shown
            self.codebook = self.reading.codebook
        self.rearrange()

    def watch_paragraphs(self) -> None:
        self.deck.forget()
        self.refresh()

    def watch_everything(self) -> None:
        self._take_news()

    def watch_view(self, before: View, view: View) -> None:
        self._from_top = self._from_top or view.order is not before.order
        self.rearrange()

    def watch_wanted(self) -> None:
        self.rearrange()

    def watch_titles(self) -> None:
        if self.view.everywhere:
            self._take_news()

    def watch_speakers(self) -> None:
        self._voices = None
        if self.wanted:
            self.rearrange()
        self.deck.forget()
        self.refresh()

    def watch_marked(self) -> None:
        self._several = sum(annotation.id in self.marked for annotation in self.deck.items) if self.marked else 0
        self.deck.forget()
        self.refresh()

    def on_show(self) -> None:
        self.rearrange()

    def _take_news(self) -> None:
        """What comes by itself, again and again, waits for what is being arranged: else nothing would ever be shown."""
        if self._working is None:
            self.rearrange()
        else:
            self._has_news = True

    # arranging
    def rearrange(self) -> None:
        """Work out what to show: few highlights at once, many in a thread and only while somebody looks."""
        wanted, problem = so_far(self.wanted)
        self._problem = str(problem) if problem else "; ".join(unknown_tags(wanted, self.codebook))
        reading, view, codebook, titles = self.reading, self.view, self.codebook, self.titles
        everything = self.everything if view.everywhere else None
        speakers = self.speakers if wanted else ()

        def work(given_up: Callable[[], bool]) -> Arranged:
            wants = sieve(wanted, names_for(codebook, titles, speakers))
            return arranged(_from(everything, reading), view, wants, codebook, titles, given_up)

        if len(everything or ()) + len(reading.annotations if reading else ()) <= AT_ONCE:
            self._take(work(lambda: False))
        elif self.display:
            self._working = self.run_worker(lambda: _in_thread(work), thread=True, exclusive=True, group="arrange")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker is not self._working:
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._take(event.worker.result)
        elif event.worker.is_finished:
            self._working = None

    def _take(self, found: Arranged) -> None:
        self._arranged, self._working = found, None
        if self._has_news:
            self.set_timer(NEWS_AFTER, self.rearrange)
            self._has_news = False
        self.items = found.annotations
        if self._from_top:
            self.cursor, self._from_top = 0, False
        self.watch_marked()

    # as a list of cards
    def identity(self, item: Annotation) -> Any:
        return item.id

    def place_of(self, item: Annotation | None) -> int:
        known = self._arranged.places
        return known.get(item.id, self.validate_cursor(self.cursor)) if item else super().place_of(item)

    def matching(self) -> Sequence[Annotation]:
        return self.items

    def heading(self) -> str:
        count, of = len(self.deck.items), self._arranged.of
        words = [f"{self.TITLE} {count} of {of}" if count != of else f"{self.TITLE} {of}" if of else self.TITLE]
        words += ["all"] if self.view.everywhere else []
        words += [self.view.order.value] if self.view.order is not Order.TEXT else []
        return " · ".join(words) + (" …" if self._working else "")

    def head(self) -> list[Line]:
        """The heading, the filter, and what is to be said about the filter."""
        width = self.size.width
        looks = ("subheading",) if self.has_focus else ("muted",)
        rows: list[Line] = [[Piece(" " + clipped(self.heading(), width - 2), looks)]]
        if self.typing or self.wanted:
            end = Piece("▏" if self.typing else "", ("key",))
            hint = "esc shows all"
            words = self.wanted[-max(1, width - 6 - len(hint)) :]
            gap = " " * max(1, width - 5 - len(hint) - cells(words + end.text))
            rows.append([Piece(" / ", ("key",)), Piece(words), end, Piece(gap), Piece(hint, ("muted",))])
        if self._problem:
            rows += [[Piece(" " + row, ("pending",))] for row in folded(self._problem, width - 2, PROBLEM_ROWS)]
        if self.marked:
            said = _about_marks(self._several, len(self.marked), last=not (self.wanted or self.typing))
            rows.append([Piece(" ✓ ", ("key",)), Piece(clipped(said, width - 4), ("muted",))])
        return rows

    def card(self, item: Annotation, width: int) -> list[Line]:
        heading = self._arranged.headings.get(item.id)
        source = self.titles.get(item.article_id, item.article_id) if self.view.names_articles else ""
        above = heading_rows(heading, width) if heading else []
        self._voices = self._voices or Voices(self.speakers)
        speaker = self._voices.behind(item)
        about = About(
            paragraph=paragraph_of(item, self.reading, self.paragraphs),
            tags=self.codebook.names(item.tags),
            speaker=speaker.name if speaker else "",
            source=source,
            gone=bool(self.titles) and item.article_id not in self.titles,
        )
        return [*above, *highlight_rows(item, about, width, marked=item.id in self.marked)]


def paragraph_of(item: Annotation, reading: Reading | None, elsewhere: Mapping[str, int]) -> int:
    """Where it stands now; where it stood when it was marked, as long as nobody knows better."""
    if reading is not None and item.article_id == reading.article.id and item.anchor.placed:
        return paragraph_at(reading.article, item.span.start)
    return elsewhere.get(item.id, item.passage.paragraph)


def _about_marks(shown: int, marked: int, last: bool) -> str:
    """How many are marked, and, where esc takes the marks away next, that it does."""
    said = f"{shown} marked" + (f", {marked - shown} not shown here" if marked > shown else "")
    return f"{said} · esc unmarks" if last else said


def _from(everything: tuple[Annotation, ...] | None, reading: Reading | None) -> tuple[Annotation, ...]:
    """The highlights to choose from; those of the article on the screen as they stand now, once they are read."""
    if everything is None or reading is None or not reading.annotations:
        return everything or (reading.annotations if reading else ())
    here = reading.article.id
    return (*(annotation for annotation in everything if annotation.article_id != here), *reading.annotations)


def _in_thread(work: Callable[[Callable[[], bool]], Arranged]) -> Arranged | None:
    """What `work` comes to; nothing if something else is wanted meanwhile."""
    worker = get_current_worker()
    try:
        return work(lambda: worker.is_cancelled)
    except GivenUp:
        return None
