"""Which highlight commands mean: where one is in, one highlight out; where several overlap, a key goes through them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.annotations import Annotation
from reader.export.voices import Voices
from reader.reading import Reading
from reader.text import Span
from reader.ui.commands import Place
from reader.ui.panes.highlight_card import card

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

NO_HIGHLIGHT = "no highlight here  · ]h goes to the next"


class Aiming:
    """The passage in focus, and the highlights that touch it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._chosen = ""
        """Id of the highlight that the user has chosen among those that touch the passage."""
        self._chosen_with: Span | None = None
        """The selection that there was then: who selects other words means those."""
        self._expected = ""
        """Id of a highlight that somebody goes to: meant as soon as one is there."""

    def passage(self) -> tuple[Reading, Span] | None:
        """The reading and the selection or focused sentence, if there are words to mark."""
        span, reading = self.screen.pane.passage, self.screen.reading
        if reading is None or span is None:
            return None
        if not self.screen.pane.displayed_words(span).strip():
            self.screen.say("there are no words to mark here")
            return None
        return reading, span

    def touched(self) -> list[Annotation]:
        """The highlights at the caret, else those that touch the focused sentence; the likeliest to be meant first.

        That is the one of exactly these words, then the shortest.
        """
        pane = self.screen.pane
        if pane.navigator is None or (passage := pane.passage) is None:
            return []
        here = Span(pane.navigator.here, pane.navigator.here + 1)
        found = (pane.annotations_over(here) if pane.selecting else []) or pane.annotations_over(passage)
        exact = None if pane.selecting else self._exact(found, passage)
        return sorted(found, key=lambda a: a is not exact)

    def in_focus(self) -> Annotation | None:
        """The highlight that commands mean: the one in the list, the one chosen here, else the likeliest one."""
        if (listed := self.screen.annotation_in_list()) is not None:
            return listed
        touched = self.touched()
        return next((a for a in touched if a.id == self._chosen), touched[0] if touched else None)

    def meant(self) -> tuple[Annotation | None, Span] | None:
        """What a tag or a note is for: a highlight, or None and the words of which one has to be made.

        A selection means its own words, unless a highlight under it was chosen.
        """
        if (listed := self.screen.annotation_in_list()) is not None:
            return listed, listed.span
        if (found := self.passage()) is None:
            return None
        focused = self.in_focus()
        if self.screen.place is Place.SELECTION and (focused is None or focused.id != self._chosen):
            focused = self._exact(self.screen.pane.annotations_over(found[1]), found[1])
        return focused, found[1]

    def exactly(self) -> tuple[Annotation | None, Span] | None:
        """What a key that marks is for: the chosen highlight, or that of exactly the passage; None to make one."""
        if (found := self.passage()) is None:
            return None
        chosen = next((a for a in self.touched() if a.id == self._chosen), None)
        return chosen or self._exact(self.screen.pane.annotations_over(found[1]), found[1]), found[1]

    def _selected(self) -> Span | None:
        return self.screen.pane.passage if self.screen.pane.place is Place.SELECTION else None

    def _exact(self, among: list[Annotation], span: Span) -> Annotation | None:
        reading = self.screen.reading
        return exactly_marked(among, reading.article.text, span) if reading else None

    # showing
    def follow(self) -> None:
        """One is elsewhere, or something was changed: lift the highlight that is meant where it could be another."""
        touched = self.touched()
        if any(annotation.id == self._expected for annotation in touched):
            self._chosen, self._chosen_with, self._expected = self._expected, self._selected(), ""
        elif self._selected() != self._chosen_with or all(annotation.id != self._chosen for annotation in touched):
            self._chosen = ""
        lifted = self.in_focus() if len(touched) > 1 or self._chosen else None
        self.screen.pane.lift(lifted)

    def action_next_here(self) -> None:
        """Choose the next of the highlights that overlap here."""
        touched = self.touched()
        if not touched:
            self.screen.say(NO_HIGHLIGHT)
            return
        in_order = sorted(touched, key=lambda a: (a.span.start, -a.span.length, a.id))
        focused = self.in_focus()
        at = next((n for n, a in enumerate(in_order) if focused and a.id == focused.id), 0)
        self.choose(in_order[(at + 1) % len(in_order)])

    def choose(self, annotation: Annotation) -> None:
        """Let commands mean `annotation`, and show what belongs to it."""
        self._chosen = annotation.id
        self._chosen_with = self._selected()
        self.follow()
        self.show_card(annotation)

    def expect(self, annotation_id: str) -> None:
        """Somebody goes to a highlight, maybe of an article that is still to be read: commands will mean that one."""
        self._expected = annotation_id
        self.follow()

    def arrive(self, place: Span) -> None:
        """Choose the highlight that somebody went to."""
        if (there := next((a for a in self.touched() if a.span == place), None)) is not None:
            self.choose(there)

    def show_at(self, offset: int) -> None:
        """Choose the innermost highlight at a place that was clicked; where there is none, nothing is said any more."""
        if found := self.screen.pane.annotations_over(Span(offset, offset + 1)):
            self.choose(found[0])
        else:
            self.screen.say("")

    def show_card(self, annotation: Annotation) -> None:
        """Say what belongs to a highlight; the list of highlights goes along where it is open."""
        reading = self.screen.reading
        if reading is None:
            return
        speaker = Voices(self.screen.speakers).behind(annotation)
        touched = self.touched()
        others = f"  · ; next of {len(touched)}" if len(touched) > 1 else ""
        self.screen.say(card(annotation, reading.codebook, speaker.name if speaker else "") + others)
        self.screen.annotations_panel.stand_on(annotation.id)


def exactly_marked(annotations: Iterable[Annotation], text: str, span: Span) -> Annotation | None:
    """The highlight of just the words of `span`, surrounding space apart."""
    words = span.of(text).strip()
    inside = (a for a in annotations if a.anchor.placed and span.contains(a.span))
    return next((a for a in inside if a.span.of(text) == words), None)
