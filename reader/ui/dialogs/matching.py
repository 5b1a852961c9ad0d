"""Which names a few typed letters mean.  Pure."""

from __future__ import annotations

from collections.abc import Sequence


def best_matches(typed: str, names: Sequence[str], most: int = 100) -> list[str]:
    """`names` that hold the typed letters in order, best first; all of them, in their order, for nothing typed.

    Best: starts so; a word of it starts so; holds it; holds the letters one by one.  Equals keep their order.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return list(names[:most])
    ranked = [(rank, n, name) for n, name in enumerate(names) if (rank := _rank(wanted, name.casefold())) is not None]
    return [name for _, _, name in sorted(ranked)[:most]]


def _rank(wanted: str, name: str) -> int | None:
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.replace("/", " ").replace("-", " ").split()):
        return 1
    if wanted in name:
        return 2
    letters = iter(name)
    return 3 if all(letter in letters for letter in wanted) else None
