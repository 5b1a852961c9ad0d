"""Who said what, as the reader corrected it: analyses of files from anywhere in, speakers and analyses out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.library import Library
from reader.library.corrected import as_said
from reader.quotations import Analysis, Speaker, gather


@dataclass(frozen=True, slots=True)
class Said:
    """Some articles and everybody who speaks in them; the two agree."""

    speakers: tuple[Speaker, ...]
    analyses: Sequence[Analysis]


def corrected(analyses: Sequence[Analysis], names: Iterable[str], root: Path) -> Said:
    """What `analyses` found, with the corrections of the libraries that the files and folders `names` belong to.

    Article ids count from `root`.
    """
    found = speakers = gather(analyses)
    seen: set[Path] = set()
    for name in names:
        with Library.open(Path(os.path.abspath(name)), writable=False) as library:
            if library.root not in seen:
                seen.add(library.root)
                speakers = library.corrections.seen_from(root).over(speakers, analyses)
    return Said(speakers, analyses if speakers == found else as_said(analyses, speakers))
