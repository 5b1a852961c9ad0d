"""Who said what, as the reader corrected it: analyses of files from anywhere in, speakers and analyses out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.library.places import place_of
from reader.quotations import Analysis, Speaker

if TYPE_CHECKING:
    from reader.library.corrections import Corrections


class Said(NamedTuple):
    """Some articles and everybody who speaks in them; the two agree."""

    speakers: tuple[Speaker, ...]
    analyses: Sequence[Analysis]


@contextmanager
def corrections_for(names: Iterable[str], root: Path) -> Iterator[list[Corrections]]:
    """The corrections of every library that the files and folders `names` belong to, libraries without any left out.

    Article ids count from `root`.
    """
    places = {place.root: place for name in names if (place := place_of(Path(os.path.abspath(name)))).store.exists()}
    found = []
    with ExitStack() as stack:
        for place in places.values():
            from reader.library import Library  # most folders are read without anything kept beside them

            library = stack.enter_context(Library.open(place.root, writable=False))
            if library.corrections.held:
                found.append(library.corrections.seen_from(root))
        yield found


def corrected(analyses: Sequence[Analysis], corrections: Iterable[Corrections]) -> Said:
    """What `analyses` found, with `corrections` laid over it."""
    from reader.quotations import gather

    found = speakers = gather(analyses)
    for of_library in corrections:
        speakers = of_library.over(speakers, analyses)
    if speakers == found:
        return Said(speakers, analyses)

    from reader.library.corrected import as_said

    return Said(speakers, as_said(analyses, speakers))
