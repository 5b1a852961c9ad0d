"""Panels, panes and the width of the column."""

from __future__ import annotations

from reader.ui.command import LIST, READING, SPEAKERS, TEXT, Command

SHOWING: tuple[Command, ...] = (
    Command("speakers", ("s",), "Who said what", "Show", hint="speakers", does="panel"),
    Command("annotations", ("T",), "Tags and highlights", "Show", hint="highlights", does="panel"),
    Command("codebook", ("B",), "Codebook: all tags", "Show", does="panel"),
    Command("contents", ("c",), "Contents", "Show", does="panel"),
    Command("next-pane", ("tab",), "Next pane", "Show", does="cycle"),
    Command("previous-pane", ("shift+tab",), "Previous pane", "Show", does="cycle"),
    Command("zen", ("z",), "Only the text", "Show"),
    Command("wider", ("plus",), "Wider column", "Show", TEXT, does="width"),
    Command("narrower", ("minus",), "Narrower column", "Show", TEXT, does="width"),
    Command("reset-width", ("equals_sign",), "Column of 66", "Show", TEXT, does="width"),
    Command("wider-pane", ("plus",), "Wider pane", "Show", LIST, help="Or drag its edge", does="pane-width"),
    Command("narrower-pane", ("minus",), "Narrower pane", "Show", LIST, does="pane-width"),
    Command("reset-pane", ("equals_sign",), "Pane as wide as usual", "Show", LIST, does="pane-width"),
    Command(
        "wrap", ("w", "alt+z"), "Wrap wide code and tables, or not", "Show", READING, help="What is cut off has a sign"
    ),
    Command(
        "slide-right",
        ("full_stop", "alt+shift+right"),
        "Slide to the right what is too wide",
        "Show",
        TEXT,
        does="slide",
    ),
    Command("slide-left", ("comma", "alt+shift+left"), "Slide it back to the left", "Show", TEXT, does="slide"),
    Command("fold-chrome", ("F",), "Show or fold site furniture", "Show", TEXT),
    Command("open", ("enter", "right", "l"), "Open", "Show", LIST, hint="open"),
    Command("close-card", ("left",), "Close", "Show", SPEAKERS, palette=False),
)
