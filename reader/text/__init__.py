"""Offsets, boundaries and widths of text: what every room above counts in."""

from reader.text.span import Selection, Span

__all__ = ["Selection", "Span"]
