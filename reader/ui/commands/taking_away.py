"""Copying, exporting and other programs."""

from __future__ import annotations

from reader.ui.command import LISTED, READING, SPEAKERS, TEXT, Command

TAKING_AWAY: tuple[Command, ...] = (
    Command("copy", ("y",), "Copy the sentence or selection", "Take away", TEXT),
    Command(
        "copy-quotation", ("Y",), "Copy as a Markdown quotation with speaker and source", "Take away", TEXT | SPEAKERS
    ),
    Command(
        "copy-listed",
        ("y", "Y"),
        "Copy this highlight, or all that are marked, with their source",
        "Take away",
        LISTED,
        help="As Markdown quotations",
    ),
    Command("copy-or-hint", ("ctrl+c",), "Copy", "Take away", palette=False),
    Command("export", ("E", "ctrl+e"), "Export…", "Take away", hint="export"),
    Command("open-url", ("o",), "Open the original in a browser", "Take away", READING),
    Command("edit", ("e",), "Open in your editor at this line", "Take away", READING, help="$VISUAL or $EDITOR"),
)
