"""The one error of this room."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be shown; `reason` is a phrase for its row in the list, safe to show: "binary, not shown"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
