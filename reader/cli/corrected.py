"""Who said what, as the reader corrected it: analyses of files from anywhere in, speakers and analyses out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.library import Library
from reader.library.corrected import as_said
from reader.library.corrections import Corrections
from reader.quotations import Analysis, Speaker, gather


@dataclass(frozen=True, slots=True)
class Said:
    """Some articles and everybody who speaks in them; the two agree."""

    speakers: tuple[Speaker, ...]
    analyses: Sequence[Analysis]


@contextmanager
def corrections_for(names: Iterable[str], root: Path) -> Iterator[list[Corrections]]:
    """The corrections of every library that the files and folders `names` belong to, libraries without any left out.

    Article ids count from `root`.
    """
    seen: set[Path] = set()
    found = []
    with ExitStack() as stack:
        for name in names:
            library = stack.enter_context(Library.open(Path(os.path.abspath(name)), writable=False))
            if library.root not in seen:
                seen.add(library.root)
                if library.corrections.held:
                    found.append(library.corrections.seen_from(root))
        yield found


def corrected(analyses: Sequence[Analysis], corrections: Iterable[Corrections]) -> Said:
    """What `analyses` found, with `corrections` laid over it."""
    found = speakers = gather(analyses)
    for of_library in corrections:
        speakers = of_library.over(speakers, analyses)
    return Said(speakers, analyses if speakers == found else as_said(analyses, speakers))
