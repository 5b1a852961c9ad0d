"""Choices that one key turns through: a choice in, the next one out."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Turning(StrEnum):
    """A few choices in a circle; their values are what the user reads."""

    @property
    def next(self) -> Self:
        """The one behind it, behind the last the first."""
        choices = list(type(self))
        return choices[(choices.index(self) + 1) % len(choices)]
