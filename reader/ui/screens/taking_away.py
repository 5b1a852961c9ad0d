"""Commands that take words out of the app: copying and exporting."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.settings import folder
from reader.text.safe import safe_line
from reader.ui import clipboard
from reader.ui.safety import safe_link

if TYPE_CHECKING:
    from reader.annotations import Annotation
    from reader.reading import Reading
    from reader.ui.dialogs.export_dialog import ExportWish
    from reader.ui.screens.reading_screen import ReadingScreen


class TakingAway:
    """Copying and exporting."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    # copying
    def action_copy(self) -> None:
        if (found := self.screen.annotating.passage()) is not None:
            self._copy(self.screen.pane.displayed_words(found[1]))
            self.screen.pane.end_selection()

    def action_copy_quotation(self) -> None:
        """The quotation in focus with its speaker, else the passage, as Markdown with its source."""
        found = self.screen.annotating.passage()
        if found is None:
            return
        reading, span = found
        said = self.screen.finding.quotation_in_focus()
        words = f"“{said.words}”" if said else self.screen.pane.displayed_words(span)
        quoted = "\n".join(f"> {line}" for line in words.splitlines())
        source = (
            reading.article.title if not reading.article.url else f"[{reading.article.title}]({reading.article.url})"
        )
        by = f"**{said.resolved}**, {source}" if said and said.resolved else source
        self._copy(f"{quoted}\n>\n> — {by}\n")

    def action_copy_or_hint(self) -> None:
        if self.screen.pane.selecting:
            self.action_copy()
        else:
            self.screen.say("nothing selected to copy  · y copies the sentence, Q quits")

    def _copy(self, words: str) -> None:
        went = clipboard.copy(words, self.screen.app.copy_to_clipboard, folder("state") / "copied.txt")
        self.screen.say(f"copied {len(words.split())} words with {went}")

    def action_open_url(self) -> None:
        url = self.screen.reading.article.url if self.screen.reading else ""
        if safe_link(url):
            self.screen.app.open_url(url)
            self.screen.say(f"opening {safe_line(url)}")
        else:
            self.screen.say("this article names no address")

    # exporting
    def action_export(self) -> None:
        from reader.ui.dialogs.export_dialog import KINDS, ExportDialog

        root = self.screen.library.root
        self.screen.app.push_screen(ExportDialog(KINDS, root if root.is_dir() else Path.home()), self._export)

    def _export(self, wish: ExportWish | None) -> None:
        if wish is None or self.screen.reading is None:
            return
        from reader.export.saving import NotOurs, save

        try:
            save(self._exported(wish.kind.id), wish.path)
        except NotOurs as problem:
            self.screen.app.notify(f"{safe_line(str(problem))}; choose another name", severity="warning", markup=False)
        except OSError as problem:
            reason = safe_line(f"{wish.path}: {problem.strerror}")
            self.screen.app.notify(reason, title="Not exported", severity="error", timeout=20, markup=False)
        else:
            self.screen.say(f"exported to {safe_line(str(wish.path))}")

    def _exported(self, kind: str) -> str:
        from reader.export.as_markdown import sayings_to_markdown, to_markdown
        from reader.export.grouping import Grouping
        from reader.export.saving import sealed
        from reader.export.sayings import sayings
        from reader.export.sayings_as_csv import sayings_to_csv

        found = sayings(self.screen.speakers, self.screen.surveying.analyses.values(), self.screen.titles)
        if kind == "quotations":
            return sealed(sayings_to_markdown(found))
        if kind == "quotations-csv":
            return sayings_to_csv(found)
        readings = [self.screen.reading] if kind == "article" and self.screen.reading else self._all_readings()
        by = Grouping.TAG if kind == "tag" else Grouping.ARTICLE
        return sealed(to_markdown(readings, self.screen.speakers, by=by, exported=date.today()))

    def _all_readings(self) -> list[Reading]:
        """Every article that has an annotation."""
        marked: dict[str, Annotation] = {
            annotation.article_id: annotation for annotation in self.screen.library.annotations()
        }
        entries = [entry for entry in self.screen.library.entries() if entry.id in marked]
        return [self.screen.library.reading(self.screen.library.read(entry)) for entry in entries]
