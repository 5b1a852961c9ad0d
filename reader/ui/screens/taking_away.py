"""Commands that take words out of the app: copying and exporting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations import Annotation
from reader.folders import folder
from reader.text.counting import counted
from reader.text.safe import safe_line
from reader.ui import clipboard
from reader.ui.safety import safe_link

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from reader.export.sayings import Sayings, Source
    from reader.library.listing import Listing
    from reader.reading import Reading
    from reader.ui.dialogs.export_dialog import ExportWish
    from reader.ui.screens.reading_screen import ReadingScreen

WARNING: SeverityLevel = "warning"
ERROR: SeverityLevel = "error"
LISTED = "listed-"
"""How ids of exports begin that are of the highlights in their list."""
LIBRARY = "library-"
"""How ids of exports begin that are of the whole library; the rest is a form."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the panel in focus has to offer for an export."""

    speaker: str = ""
    """Id of the speaker under the cursor."""
    highlights: tuple[Annotation, ...] = ()
    """Those that are marked, or all that are shown."""


class TakingAway:
    """Copying and exporting."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    # copying
    def action_copy(self) -> None:
        if (found := self.screen.aiming.passage()) is not None:
            self._copy(self.screen.pane.displayed_words(found[1]))
            self.screen.pane.end_selection()

    def action_copy_quotation(self) -> None:
        """The quotation in focus with its speaker, else the passage, as Markdown with its source."""
        from reader.annotations.words import paragraph_at
        from reader.export.citation import cited
        from reader.export.sayings import NOWHERE, Source, in_marks

        said = self.screen.quoting.meant()
        if said is not None:  # in the panel it may stand in another article than the one on the screen
            speaker = self.screen.quoting.speaker_of(said)
            name = speaker.name if speaker and said.resolved else ""
            title = self.screen.titles.get(said.article_id, said.article_id)
            source = next((_source(one) for one in self.screen.listings if one.entry.id == said.article_id), NOWHERE)
            self._copy(cited(in_marks(said), name, title, said.paragraph, source))
        elif (found := self.screen.aiming.passage()) is not None:
            article, span = found[0].article, found[1]
            source = Source(article.publisher, article.published, article.url)
            words = self.screen.pane.displayed_words(span)
            self._copy(cited(words, "", article.title, paragraph_at(article, span.start), source))

    def action_copy_listed(self) -> None:
        """The highlights that are marked in their list, else the one under its cursor, each with its source."""
        from reader.export.citation import cited
        from reader.export.sayings import NOWHERE
        from reader.export.voices import Voices
        from reader.ui.panes.annotations_list import paragraph_of

        screen, panel, voices = self.screen, self.screen.annotations_panel, Voices(self.screen.speakers)
        sources = {one.entry.id: _source(one) for one in screen.listings}
        copied = []
        for one in panel.chosen():
            speaker, title = voices.behind(one), screen.titles.get(one.article_id, one.article_id)
            name, paragraph = speaker.name if speaker else "", paragraph_of(one, screen.reading, panel.paragraphs)
            copied.append(cited(one.passage.exact, name, title, paragraph, sources.get(one.article_id, NOWHERE)))
        if copied:
            self._copy("\n".join(copied))
        else:
            screen.say("no highlight here")

    def action_copy_or_hint(self) -> None:
        if self.screen.pane.selecting:
            self.action_copy()
        else:
            self.screen.say("nothing selected to copy  · y copies the sentence, Q quits")

    def _copy(self, words: str) -> None:
        went = clipboard.copy(words, self.screen.app.copy_to_clipboard, folder("state") / "copied.txt")
        self.screen.say(f"copied {counted(len(words.split()), 'word')} with {went}")

    def action_open_url(self) -> None:
        url = self.screen.reading.article.url if self.screen.reading else ""
        if safe_link(url):
            self.screen.app.open_url(url)
            self.screen.say(f"opening {safe_line(url)}")
        else:
            self.screen.say("this article names no address")

    # exporting
    def action_export(self) -> None:
        """Ask what and where to; what the panel in focus has to offer is proposed first."""
        from reader.ui.dialogs.export_dialog import KINDS, ExportDialog, of_highlights, of_speaker

        reading, panel, highlights = self.screen.reading, self.screen.speakers_panel, self.screen.annotations_panel
        article = Path(reading.article.id).stem if reading else "article"
        speaker = panel.speaker if panel.has_focus else None
        listed = highlights.shown() if highlights.has_focus else ()
        kinds = [*([of_speaker(speaker.name)] if speaker else ()), *(of_highlights(len(listed)) if listed else ())]
        offer = Offer(speaker.id if speaker else "", listed)
        dialog = ExportDialog([*kinds, *KINDS], self._folder(), article)
        self.screen.app.push_screen(dialog, partial(self._export, offer))

    def _folder(self) -> Path:
        """Where exports are proposed to go: not into the library, where they would be articles."""
        here, root = Path.cwd(), self.screen.library.root.resolve()
        return root.parent if here.is_relative_to(root) else here

    def _export(self, offer: Offer, wish: ExportWish | None) -> None:
        if wish is not None:
            # No partial: a worker is described by what it prints like, and thousands of highlights print for seconds.
            self.screen.run_worker(lambda: self._write(offer, wish), thread=True, group="export")

    def _write(self, offer: Offer, wish: ExportWish) -> None:
        """Called in a thread: a large library takes a while."""
        from reader.export.rendering import TemplateProblem
        from reader.export.saving import NotOurs, save

        try:
            save(self._exported(wish.kind.id, offer), wish.path, replace=wish.replace)
        except NotOurs as problem:
            said, severity = f"{problem}; choose another name", WARNING
        except TemplateProblem as problem:
            said, severity = str(problem), ERROR
        except OSError as problem:
            said, severity = f"not exported: {wish.path}: {problem.strerror}", ERROR
        else:
            self.screen.tell(self.screen.say, f"exported to {safe_line(str(wish.path))}")
            return
        self.screen.tell(self._complain, safe_line(said), severity)

    def _complain(self, said: str, severity: SeverityLevel) -> None:
        self.screen.notify(said, severity=severity, timeout=20, markup=False)

    def _exported(self, kind: str, offer: Offer) -> str:
        """The document."""
        from reader.export.as_markdown import sayings_to_markdown, to_markdown
        from reader.export.forms import Form, in_form
        from reader.export.grouping import Grouping
        from reader.export.saving import sealed

        if kind in ("quotations", "speaker"):
            return sealed(sayings_to_markdown(self._sayings(), only=offer.speaker if kind == "speaker" else ""))
        if kind.startswith("quotations-"):
            return self._said_in_rows(kind)
        if kind.startswith(LISTED):
            return self._listed(kind.removeprefix(LISTED), offer.highlights)
        if kind.startswith(LIBRARY):
            return in_form(
                *(Form(kind.removeprefix(LIBRARY)), self._readings(only_this=False), self.screen.speakers),
                exported=date.today(),
            )
        readings = self._readings(only_this=kind == "article")
        by = Grouping.TAG if kind == "tag" else Grouping.ARTICLE
        return sealed(to_markdown(readings, self.screen.speakers, by=by, exported=date.today()))

    def _listed(self, form: str, highlights: Sequence[Annotation]) -> str:
        """Just these highlights, without what else is quoted in their articles."""
        from reader.export.forms import Form, in_form
        from reader.export.saving import sealed
        from reader.library.readings import readings_of

        analyses = self.screen.surveying.analyses
        readings = readings_of(self.screen.library, highlights, lambda article: analyses.get(article.id))
        text = in_form(Form(form), readings, self.screen.speakers, exported=date.today(), quotations=False)
        return sealed(text) if form == Form.MARKDOWN.value else text

    def _said_in_rows(self, kind: str) -> str:
        from reader.export.analyses_as_jsonl import analyses_to_jsonl
        from reader.export.sayings_as_csv import sayings_to_csv
        from reader.library.corrected import as_said

        found = self._sayings()
        if kind == "quotations-csv":
            return sayings_to_csv(found)
        said = as_said(self.screen.surveying.analyses.values(), self.screen.speakers)
        return "".join(analyses_to_jsonl(said, self.screen.titles, same_as=found.same_as))

    def _sayings(self) -> Sayings:
        from reader.export.sayings import sayings

        screen = self.screen
        sources = {one.entry.id: _source(one) for one in screen.listings}
        return sayings(screen.speakers, screen.surveying.analyses.values(), screen.titles, sources=sources)

    def _readings(self, only_this: bool) -> tuple[Reading, ...]:
        """This article, or every one in the library, with what has been found out about who speaks in it."""
        from reader.library.readings import readings_in

        analyses, reading = self.screen.surveying.analyses, self.screen.reading
        if only_this and reading is not None:
            return (replace(reading, analysis=analyses.get(reading.article.id)),)
        return readings_in(self.screen.library, lambda article: analyses.get(article.id)).readings


def _source(listing: Listing) -> Source:
    from reader.export.sayings import Source

    return Source(listing.publisher, listing.published, listing.url)
