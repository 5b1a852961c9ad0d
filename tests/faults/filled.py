"""A library in which somebody has worked for some sessions: annotations, tags and corrections, a file for each."""

from __future__ import annotations

from pathlib import Path

from reader.annotations import Annotation, correcting
from reader.library import Library
from reader.reading import Reading
from reader.text import Span

FILES = ("annotations", "tags", "corrections")


def reading_of(library: Library) -> Reading:
    return library.reading(library.read("article 1.txt"))


def fill(folder: Path, sessions: int) -> list[Annotation]:
    """Annotate in several sessions; what must be there afterwards."""
    for session in range(sessions):
        with Library.open(folder) as library:
            reading = reading_of(library)
            for number in range(3):
                start = 11 + 40 * (3 * session + number)
                change = reading.annotate(Span(start, start + 60), [reading.tag("economy")], note=f"{session}.{number}")
                library.commit(change)
                reading = reading.after(change)
            library.commit(correcting.renamed_speaker("Ada", f"Ada Korn {session}"))
            library.commit(reading.set_note(reading.annotations[0], f"edited in {session}")).result(10)
    with Library.open(folder) as library:
        return list(library.annotations())


def stored_files(folder: Path) -> dict[str, Path]:
    (sidecar,) = (folder / ".reader" / "annotations").iterdir()
    store = folder / ".reader"
    return {"annotations": sidecar, "tags": store / "library.json", "corrections": store / "corrections.json"}
