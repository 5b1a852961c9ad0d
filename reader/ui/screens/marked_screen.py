"""What the main screen does about highlights and tags: it keeps to the ones in focus, and to who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from reader.annotations import Annotation, Codebook
from reader.reading import Reading
from reader.ui.panes.card_list import CardList
from reader.ui.panes.reading_pane import ReadingPane
from reader.ui.screens.background_screen import BackgroundScreen

if TYPE_CHECKING:
    from reader.ui.panes.annotations_panel import AnnotationsPanel
    from reader.ui.panes.codebook_panel import CodebookPanel
    from reader.ui.screens.aiming import Aiming
    from reader.ui.screens.annotating import Annotating
    from reader.ui.screens.coding import Coding
    from reader.ui.screens.reviewing import Reviewing
    from reader.ui.screens.tagging import Tagging


class MarkedScreen(BackgroundScreen):
    """Passes on what panes say about highlights."""

    aiming: Aiming
    annotating: Annotating
    coding: Coding
    reviewing: Reviewing
    tagging: Tagging

    @property
    def author(self) -> str:
        """Whose name new annotations carry; "" for nobody's."""
        return self.start.settings.author

    @property
    def codebook(self) -> Codebook:
        """All tags, also while no article is shown."""
        return self.reading.codebook if self.reading else self.library.codebook

    def watch_reading(self, reading: Reading | None) -> None:
        super().watch_reading(reading)
        self.aim()
        if self.parts:
            self.coding.follow()

    @on(ReadingPane.Travelled)
    def aim(self) -> None:
        if self.parts:
            self.aiming.follow()

    def on_reading_pane_clicked(self, event: ReadingPane.Clicked) -> None:
        if self.parts:
            self.aiming.show_at(event.offset)

    def on_codebook_panel_branch_chosen(self, event: CodebookPanel.BranchChosen) -> None:
        self.coding.show_highlights(event.branch)

    def on_annotations_panel_annotation_chosen(self, event: AnnotationsPanel.AnnotationChosen) -> None:
        self.aiming.expect(event.annotation.id)
        self.reviewing.go_to(event.annotation, event.annotation.anchor.likely)

    @on(CardList.Moved, "AnnotationsPanel")
    def preview_highlight(self, event: CardList.Moved) -> None:
        """Show the highlight under the cursor in its article; the list keeps the focus."""
        annotation = cast("Annotation", event.item)
        if self.annotations_panel.has_focus and self.reviewing.has_article(annotation.article_id):
            self.aiming.expect(annotation.id)
            self.opening.open(annotation.article_id, annotation.anchor.likely)
