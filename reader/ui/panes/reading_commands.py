"""What the keys do in the text: each command is one word to the navigator; where it comes to nothing, that is said."""

from __future__ import annotations

from collections.abc import Callable

from reader.layout.folding import can_fold
from reader.layout.navigator import Navigator
from reader.ui.panes.reading_pane import WIDTH_STEP, ReadingPane

TO_THE_END = ("bottom", "bottom-caret")
NOTHING_TO_TAKE = dict.fromkeys(("select-quotation", "select-around-quotation"), "no quotation in this paragraph")


class ReadingCommands:
    """The commands of one reading pane."""

    def __init__(self, pane: ReadingPane, say: Callable[[str], None]) -> None:
        """`say` tells the user a line."""
        self._pane = pane
        self._say = say

    def _tell(self, what: Callable[[Navigator], None]) -> None:
        if self._pane.navigator is not None:
            what(self._pane.navigator)
            self._pane.travelled()

    def action_scroll(self, command: str) -> None:
        if command in TO_THE_END:
            self._pane.when_known(None, lambda at: at.scroll(command))
        else:
            self._tell(lambda at: at.scroll(command))

    def action_focus(self, command: str) -> None:
        self._tell(lambda at: at.step_sentence(command == "next-sentence"))

    def action_move(self, command: str) -> None:
        self._tell(lambda at: at.move(command))

    def action_take(self, command: str) -> None:
        if self._pane.navigator is not None and not self._pane.navigator.take(command):
            self._say(NOTHING_TO_TAKE.get(command, "nothing here to select"))
        self._pane.travelled()

    def action_select(self) -> None:
        """A caret at the focused sentence, or the search hit where one is."""
        hit = self._pane.current_hit
        self._tell(Navigator.begin if hit is None else lambda at: at.select_span(hit))

    def action_select_paragraphs(self) -> None:
        """Whole paragraphs, and again: nothing."""
        self._tell(lambda at: at.end() if at.by_paragraph else at.select_paragraphs())

    def action_stop_selecting(self) -> None:
        """From paragraphs to characters, and again: nothing."""
        self._tell(lambda at: at.select_characters() if at.by_paragraph else at.end())

    def action_extend(self, command: str) -> None:
        """Shift and an arrow begin a selection where there is none."""

        def extend(at: Navigator) -> None:
            at.begin()
            if command in ("extend-up", "extend-down"):
                at.scroll(command)
            else:
                at.move(command)

        self._tell(extend)

    def action_swap_ends(self) -> None:
        self._tell(Navigator.swap_ends)

    def action_width(self, command: str) -> None:
        now = self._pane.measure
        wished = {"wider": now + WIDTH_STEP, "narrower": now - WIDTH_STEP, "reset-width": self._pane.usual_measure}
        self._pane.measure = wished[command]

    def action_slide(self, command: str) -> None:
        """Half a page of what is too wide."""
        half = self._pane.text_width // 2
        self._pane.slide(half if command == "slide-right" else -half)

    def action_wrap(self) -> None:
        self._pane.wrapped = not self._pane.wrapped
        self._say(
            "wide code and tables are wrapped" if self._pane.wrapped else "wide lines stay whole  · . and , slide"
        )

    def action_fold_chrome(self) -> None:
        self._pane.folded = not self._pane.folded
        if self._pane.navigator is None or not can_fold(self._pane.navigator.article.blocks):
            self._say("no site furniture here to fold")
        else:
            self._say("site furniture is folded" if self._pane.folded else "site furniture is shown  · F folds it")
