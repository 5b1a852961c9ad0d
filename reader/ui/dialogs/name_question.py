"""A question that a name answers, of a speaker or a tag: plain, so that asking costs nothing until somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """What is asked, and what may be answered."""

    title: str
    about: str
    """The quotation, speaker or tag that it is about."""
    names: Sequence[str]
    """Known names, likeliest first."""
    typed: str = ""
    """What stands in the field at the beginning."""
    new: str = "somebody else"
    """What a name is called that nobody has yet; "" if only known ones may be chosen."""
    sure: bool = True
    """Whether enter takes the first name although nothing was typed."""
