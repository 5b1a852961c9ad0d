"""Searching and filtering."""

from __future__ import annotations

from reader.ui.command import LIST, TEXT, Command

FINDING: tuple[Command, ...] = (
    Command("search", ("slash",), "Search in the article", "Find", TEXT, hint="search"),
    Command("next-hit", ("n",), "Next hit", "Find", TEXT, does="hit"),
    Command("previous-hit", ("N",), "Previous hit", "Find", TEXT, does="hit"),
    Command(
        "search-word",
        ("asterisk",),
        "Search the word here",
        "Find",
        TEXT,
        help="On a speaker's name: opens that speaker",
    ),
    Command(
        "search-library",
        ("backslash",),
        "Search all articles",
        "Find",
        help="And your notes; again: back to what was found",
    ),
    Command(
        "follow-link",
        ("f",),
        "Follow a link",
        "Find",
        TEXT,
        help="Letters on the links of the screen; ctrl+o comes back",
    ),
    Command("filter", ("slash",), "Filter the list", "Find", LIST, hint="filter", help="Type part of the words"),
)
