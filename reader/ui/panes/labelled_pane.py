"""Labels on the links of a screen: letters are typed, a link is chosen; the text stays where it is."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.layout.links import Link, labels, links_on
from reader.layout.row import RowRef
from reader.ui.arrangement import GUTTER
from reader.ui.panes.navigated_pane import NavigatedPane
from reader.ui.pieces import Piece


class LabelledPane(NavigatedPane):
    """While there are labels, every key is one of their letters, or takes them away."""

    class LinkChosen(Message):
        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self._links: dict[str, Link] = {}
        """The links on the screen by the letters that are still to be typed."""

    def label_links(self) -> int:
        """Show a label on each link of the screen; how many there are."""
        links = links_on(self.navigator.view) if self.navigator else []
        self._links = dict(zip(labels(len(links)), links, strict=True))
        self.refresh()
        return len(links)

    def on_key(self, event: events.Key) -> None:
        if not self._links:
            return
        event.stop()
        event.prevent_default()
        typed = event.character or ""
        chosen = self._links.get(typed)
        rest = {label[1:]: link for label, link in self._links.items() if typed and label.startswith(typed)}
        self._links = {} if chosen else rest
        self.refresh()
        if chosen:
            self.post_message(self.LinkChosen(chosen.target))

    def on_blur(self) -> None:
        self._links = {}
        self.refresh()

    def travelled(self) -> None:
        self._links = {}
        super().travelled()

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        ref = self._ref_at(y) if self._links else None
        for label, link in self._links.items() if ref else ():
            if link.place.ref == ref:
                strip = self._labelled(strip, self.left + GUTTER + link.place.column, label)
        return strip

    def _ref_at(self, y: int) -> RowRef | None:
        return self._rows[y][0] if y < len(self._rows) else None

    def _labelled(self, strip: Strip, column: int, label: str) -> Strip:
        """`strip` with a label over what stands in `column`."""
        piece = self.palette.strip([Piece(label.upper(), ("mode",))], len(label))
        width = strip.cell_length
        parts = [strip.crop(0, column), piece, strip.crop(column + len(label), width)]
        return Strip.join(parts).crop(0, width)
