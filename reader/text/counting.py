"""How many there are, in words: a number and a noun in, "1 highlight" or "1,200 highlights" out."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """The number with the noun, in -s unless it is one; thousands are set apart."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
