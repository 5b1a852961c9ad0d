"""Commands that correct who said what: a quotation or speaker in focus in, a change out; shown at once and undoable."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.annotations import Action, Change, Correction, Target
from reader.annotations.correcting import (
    confirmed,
    merged_speakers,
    reassigned,
    rejected,
    renamed_speaker,
    split_speaker,
    withdrawn,
)
from reader.quotations import Quotation, Speaker, SpeakerKind
from reader.text.fold import fold
from reader.ui.dialogs.name_question import NameQuestion
from reader.ui.panes.speakers_order import is_reported
from reader.ui.screens.comparing import Comparing

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

FAR = 10_000
"""Characters by which whoever is only reported to have spoken counts as further away."""


class Correcting:
    """Lays corrections over what was found, and makes new ones."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.comparing = Comparing(screen)
        self._gathered: Sequence[Speaker] = ()

    # showing
    def take(self, gathered: Sequence[Speaker]) -> None:
        """The analyses have been gathered anew."""
        self._gathered = gathered
        self._lay_over()

    def follow(self, change: Change) -> None:
        """A change was made or taken back: show it if it is about speakers."""
        if any(isinstance(edit.record, Correction) for edit in change.edits):
            self._lay_over()
            if self.screen.focused is self.screen.speakers_panel:
                self.screen.quoting.preview()

    def _lay_over(self) -> None:
        screen = self.screen
        screen.speakers = screen.library.corrections.over(self._gathered, screen.surveying.analyses.values())
        if screen.speaker is not None:
            screen.speaker = next((s for s in screen.speakers if s.id == screen.speaker.id), None)
        self.comparing.compare(screen.speakers)

    def action_version(self, command: str) -> None:
        self.comparing.go(command)

    # one quotation
    def action_wrong_speaker(self) -> None:
        """Ask who said it; a name that is selected in the text is proposed."""
        quoting = self.screen.quoting
        if (said := quoting.nearest()) is None or (target := quoting.target(said)) is None:
            return
        now = quoting.speaker_of(said)
        before = now.name if now else ""
        names = self._names(near=said, but=now)
        self._ask(
            NameQuestion("Who said it?", f"“{said.words}”", names, quoting.name_selected()),
            lambda name: reassigned(said.article_id, target, before, name),
        )

    def action_not_a_quotation(self) -> None:
        self._judge(rejected)

    def action_confirm_speaker(self) -> None:
        self._judge(confirmed)

    def _judge(self, change: Callable[[str, Target, str], Change]) -> None:
        quoting = self.screen.quoting
        if (said := quoting.in_focus()) is not None and (target := quoting.target(said)) is not None:
            speaker = quoting.speaker_of(said)
            self.screen.changing.apply(change(said.article_id, target, speaker.name if speaker else ""))

    # one speaker
    def action_merge_speakers(self) -> None:
        """Ask whom the speaker is one with; names that look alike come first."""
        if (speaker := self._person()) is not None:
            names = sorted(self._names(but=speaker), key=lambda name: -_shared(name, speaker))
            alike = bool(names and _shared(names[0], speaker))
            self._ask(
                NameQuestion(f"{speaker.name} is", "All quotations go to:", names, sure=alike, new=""),
                lambda name: merged_speakers(speaker.name, name),
            )

    def action_rename_speaker(self) -> None:
        """Where somebody has the new name already, the two become one."""
        if (speaker := self._person()) is None:
            return

        def change(name: str) -> Change:
            taken = any(name == other.name for other in self.screen.speakers if other.id != speaker.id)
            return (merged_speakers if taken else renamed_speaker)(speaker.name, name)

        names = [speaker.name, *speaker.aliases]
        self._ask(NameQuestion(f"Rename {speaker.name}", "The right name:", names, speaker.name, "call them"), change)

    def action_split_speaker(self) -> None:
        """On a quotation: in this article it is somebody else.  On a speaker: take back what was merged."""
        if (speaker := self._person()) is None:
            return
        if (said := self.screen.speakers_panel.quotation) is None:
            self._part(speaker)
            return
        title = self.screen.titles.get(said.article_id, said.article_id)
        self._ask(
            NameQuestion("Two with one name", f"{speaker.name} in “{title}” is:", self._names(but=speaker)),
            lambda name: split_speaker(speaker.name, said.article_id, name),
        )

    def _part(self, speaker: Speaker) -> None:
        held = self.screen.library.corrections.held
        merged = [c for c in held if c.action in (Action.MERGE, Action.RENAME) and c.speaker == speaker.name]
        if merged:
            names = ", ".join(correction.name for correction in merged)
            self.screen.changing.apply(withdrawn(merged, f"{speaker.name} is no longer {names}"))
        else:
            self.screen.say(f"{speaker.name} was never merged  · S on a quotation splits off its article")

    def _person(self) -> Speaker | None:
        """The speaker under the panel's cursor, unless it is nobody."""
        speaker = self.screen.speakers_panel.speaker
        if speaker is None or speaker.kind is SpeakerKind.UNATTRIBUTED:
            self.screen.say("nobody to correct here  · W on a quotation says whose it is")
            return None
        return speaker

    # asking
    def _ask(self, question: NameQuestion, change: Callable[[str], Change]) -> None:
        from reader.ui.dialogs.name_prompt import NamePrompt

        def answered(name: str | None) -> None:
            if name is None:
                return
            try:
                self.screen.changing.apply(change(name))
            except ValueError as problem:
                self.screen.say(str(problem))

        self.screen.app.push_screen(NamePrompt(question), answered)

    def _names(self, near: Quotation | None = None, but: Speaker | None = None) -> list[str]:
        """Everybody's name, by number of quotations, but those who speak near a quotation in its article first."""
        others = [speaker for speaker in self.screen.speakers if but is None or speaker.id != but.id]
        if near is not None:
            others.sort(key=lambda speaker: _distance(speaker, near))
        return [speaker.name for speaker in others]


def _distance(speaker: Speaker, said: Quotation) -> float:
    """Characters between a quotation and the nearest one of a speaker in its article, infinite if there is none."""
    there = (quotation for quotation in speaker.quotations if quotation.article_id == said.article_id)
    return min((abs(q.span.start - said.span.start) + FAR * is_reported(q) for q in there), default=math.inf)


def _shared(name: str, speaker: Speaker) -> int:
    """How many words of a name are among the names of a speaker."""
    known = _words(" ".join((speaker.name, *speaker.aliases)))
    return len(_words(name) & known)


def _words(names: str) -> set[str]:
    return set(fold(names, case=True, diacritics=True).text.split())
