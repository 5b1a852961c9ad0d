"""Which names a few typed letters mean.  Pure."""

from __future__ import annotations

from collections.abc import Sequence


def best_matches(typed: str, names: Sequence[str], most: int = 100) -> list[str]:
    """`names` that hold the typed letters in order, best first; all of them, in their order, for nothing typed."""
    wanted = typed.strip().casefold()
    if not wanted:
        return list(names[:most])
    ranked = [(rank, n, name) for n, name in enumerate(names) if (rank := fit(wanted, name.casefold())) is not None]
    return [name for _, _, name in sorted(ranked)[:most]]


def fit(wanted: str, name: str) -> int | None:
    """How well typed letters fit a name, 0 the best; None if they do not.  Both in lower case.

    The name itself; its last level; starts so; a word of it starts so; its levels start so ("ec/ra" economy/rates);
    holds it; holds the letters one by one.  Whatever fits goes on fitting when letters are taken away at the end.
    """
    if not _holds(wanted, name):
        return None
    if name == wanted:
        return 0
    if name.endswith("/" + wanted):
        return 1
    if name.startswith(wanted):
        return 2
    if any(word.startswith(wanted) for word in name.replace("/", " ").replace("-", " ").split()):
        return 3
    if "/" in wanted and _levels_start(wanted.split("/"), name.split("/")):
        return 4
    return 5 if wanted in name else 6


def _levels_start(wanted: list[str], levels: list[str]) -> bool:
    """Do the levels of a name, from some one on, start as is wanted?"""
    runs = (levels[n : n + len(wanted)] for n in range(len(levels) - len(wanted) + 1))
    return any(all(level.startswith(w) for w, level in zip(wanted, run, strict=True)) for run in runs)


def _holds(wanted: str, name: str) -> bool:
    """Does `name` hold the letters of `wanted` in their order?"""
    at = 0
    for letter in wanted:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
