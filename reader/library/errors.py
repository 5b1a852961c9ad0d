"""What can go wrong with a library, each with a message for the person in front of it."""

from __future__ import annotations


class LibraryError(Exception):
    """The folder or file cannot be opened as a library."""


class StoreError(Exception):
    """Something could not be stored; it is kept in memory and tried again with the next change."""


class Damaged(StoreError):
    """A stored file is not what was written: empty, torn, or with bits changed."""


class NewerSchema(StoreError):
    """A stored file was written by a newer version: it is shown and never written to."""
