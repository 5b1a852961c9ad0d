"""Commands that find what is known of the article: headings, highlights, quotations, by speaker or by place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.layout.motions import heading_steps
from reader.quotations import Quotation, Speaker
from reader.text import Span

if TYPE_CHECKING:
    from reader.layout.navigator import Navigator
    from reader.ui.screens.reading_screen import ReadingScreen

FUNCTION_WORDS = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "for", "and", "or", "to", "by", "his", "her", "its"}
)
"""They stand in names ("the Bank of England") and name nobody."""
_BESIDE = 2
"""Words before and behind a surname that may be the rest of the name."""
_FAR = 80
"""Characters in which they are looked for."""
_AROUND = ".,;:!?()[]“”‘’\"'"
NAMES = {"highlight": "highlight", "quotation": "quotation", "of-speaker": "quotation of this speaker"}


class Finding:
    """Going from one thing to the next."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._gone_to: tuple[str, Span] | None = None
        """An article, and which of its quotations or highlights one has gone to."""

    def speaker_named(self, word: str) -> Speaker | None:
        """Whom `word`, which stands where one is, names: as the analysis says, else as the words around it say."""
        navigator = self.screen.pane.navigator
        if navigator is None:
            return None
        said = (q for q in self.quotations_here() if q.speaker and q.speaker.span.has(navigator.here))
        if (quotation := next(said, None)) is not None:
            return self.screen.quoting.speaker_of(quotation)
        text, place = navigator.article.text, navigator.word
        before, behind = text[max(0, place.start - _FAR) : place.start], text[place.end : place.end + _FAR]
        around = {*_words(before)[-_BESIDE:], *_words(behind)[:_BESIDE]}
        named = [speaker for speaker in self.screen.speakers if name_words([word]) & _names(speaker)]
        return max(named, key=lambda speaker: len(_names(speaker) & around), default=None)

    # places to go
    def action_go(self, command: str) -> None:
        """Go to the next or previous thing that the command names."""
        forward = command.startswith("next-")
        kind = command.partition("-")[2]
        pane = self.screen.pane
        if pane.navigator is None:
            return
        if kind == "paragraph":
            pane.navigator.step_paragraph(forward)
            pane.travelled()
            return
        if kind == "heading":
            steps = heading_steps(pane.navigator.article, pane.navigator.here, forward=forward)
            pane.when_found(steps, lambda at, found: self._arrive(at, found, forward))
            return
        here, places = self._here(pane.navigator), self._places(kind)
        ahead = [p for p in places if p.start > here] if forward else [p for p in reversed(places) if p.start < here]
        if not ahead:
            self._say_none(kind, forward)
            return
        pane.go_to(ahead[0])
        if self.screen.reading is not None:
            self.note_gone_to(self.screen.reading.article.id, ahead[0])
        if kind == "highlight":
            self.screen.aiming.arrive(ahead[0])
        elif (said := self.quotation_in_focus()) is not None:
            self.screen.quoting.introduce(said)

    def _arrive(self, at: Navigator, heading: Span | None, forward: bool) -> None:
        if heading is None:
            self._say_none("heading", forward)
        else:
            at.go_to(heading)

    def _say_none(self, kind: str, forward: bool) -> None:
        self.screen.say(f"no {'further' if forward else 'earlier'} {NAMES.get(kind, kind)} here")

    def note_gone_to(self, article_id: str, place: Span) -> None:
        """Of several things in one sentence, commands mean this one while the sentence is in focus."""
        self._gone_to = article_id, place

    def _place_in_focus(self) -> Span | None:
        """What one has gone to, as long as its sentence is in focus."""
        navigator, reading = self.screen.pane.navigator, self.screen.reading
        if self._gone_to is None or navigator is None or reading is None or navigator.selection is not None:
            return None
        article_id, place = self._gone_to
        sentence = navigator.sentence if article_id == reading.article.id else None
        return place if sentence is not None and sentence.has(place.start) else None

    def _here(self, navigator: Navigator) -> int:
        """Where the next and the previous thing count from: a sentence may hold several."""
        place = self._place_in_focus()
        return navigator.here if place is None else place.start

    def _places(self, kind: str) -> list[Span]:
        if kind == "highlight":
            annotations = self.screen.reading.annotations if self.screen.reading else ()
            return sorted(a.span for a in annotations if a.anchor.placed)
        said = self.quotations_here()
        if kind == "of-speaker" and (speaker := self._speaker_in_focus()) is not None:
            theirs = set(speaker.quotations)
            said = [quotation for quotation in said if quotation in theirs]
        return [quotation.span for quotation in said]

    def _speaker_in_focus(self) -> Speaker | None:
        """The chosen speaker, else the one of the quotation in focus."""
        said = self.quotation_in_focus()
        if self.screen.speaker is not None or said is None:
            return self.screen.speaker
        return self.screen.quoting.speaker_of(said)

    def quotations_here(self) -> list[Quotation]:
        """Those of the article on the screen, in document order."""
        here = self.screen.reading.article.id if self.screen.reading else ""
        said = (q for speaker in self.screen.speakers for q in speaker.quotations if q.article_id == here)
        return sorted(said, key=lambda quotation: quotation.span)

    def quotation_in_focus(self) -> Quotation | None:
        """The one gone to, else the shortest quotation at the caret, else the shortest that the passage touches."""
        pane = self.screen.pane
        if pane.navigator is None or (passage := pane.passage) is None:
            return None
        said = self.quotations_here()
        gone_to = self._place_in_focus()
        if (there := next((quotation for quotation in said if quotation.span == gone_to), None)) is not None:
            return there
        at_caret = [quotation for quotation in said if pane.selecting and quotation.span.has(pane.navigator.here)]
        touching = at_caret or [quotation for quotation in said if quotation.span.overlaps(passage)]
        return min(touching, key=lambda quotation: quotation.span.length, default=None)


def _names(speaker: Speaker) -> frozenset[str]:
    """The words of a speaker's names that name anybody: without "the" and "of"."""
    return name_words((speaker.name, *speaker.aliases))


def name_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in _words(name) if len(word) > 1 and word not in FUNCTION_WORDS)


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s").strip(_AROUND) for word in text.casefold().replace("’", "'").split()]
