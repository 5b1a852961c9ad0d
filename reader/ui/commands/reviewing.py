"""Highlights in their list, and those whose text has changed."""

from __future__ import annotations

from reader.ui.command import LISTED, TEXT, Command

REVIEWING: tuple[Command, ...] = (
    Command("everywhere", ("a",), "All articles, or this one only", "Highlights", LISTED, hint="all"),
    Command(
        "sort-highlights",
        ("o",),
        "Next order",
        "Highlights",
        LISTED,
        hint="order",
        help="In order of the text, newest first, by tag, by state",
    ),
    Command(
        "mark",
        ("space", "shift+down"),
        "Mark it for the next command",
        "Highlights",
        LISTED,
        hint="mark",
        help="Then t x ! A E are for all that are marked and shown; esc takes the marks away",
    ),
    Command("mark-all", ("v", "ctrl+a"), "Mark all that are shown, or none", "Highlights", LISTED),
    Command(
        "tag-in-list", ("t",), "Tags of this highlight, or of all that are marked…", "Highlights", LISTED, hint="tag"
    ),
    Command("note-in-list", ("n",), "Note on this highlight…", "Highlights", LISTED, hint="note"),
    Command(
        "delete-in-list",
        ("x", "delete"),
        "Delete this highlight, or all that are marked",
        "Highlights",
        LISTED,
        hint="delete",
        help="One undo brings all of them back",
    ),
    Command(
        "important-in-list",
        ("exclamation_mark",),
        "Important: this highlight, or all that are marked",
        "Highlights",
        LISTED,
        help="Where all of them are, none",
    ),
    Command(
        "what-changed",
        ("D",),
        "What has changed since it was marked",
        "Highlights",
        TEXT | LISTED,
        help="The words then and now, side by side",
    ),
    Command(
        "accept",
        ("A",),
        "Accept where it stands now",
        "Highlights",
        TEXT | LISTED,
        help="For highlights that have moved or whose words have changed",
    ),
    Command(
        "put-here",
        ("p",),
        "Put a lost highlight here",
        "Highlights",
        TEXT | LISTED,
        help="On the selection or the sentence in focus: the one under the list's cursor, else the only one",
    ),
)
