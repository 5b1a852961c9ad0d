"""Undo and redo over random sequences of all changes: what is undone and done again is what it was, to the byte."""

import os
import random
import re
from pathlib import Path

import pytest

from reader.annotations import Change
from reader.library import Library
from reader.library.patch import patch_of
from reader.reading import Reading
from reader.text import Span
from tests.library.every_change import EVERY, Moment, change_of, changing

ARTICLES = ("rates.txt", "part 2/floods.md", "part 10/fires.txt")
CHANGES = 40
SEEDS = range(200 if os.environ.get("FULL") else 5)
"""`FULL=1 pytest tests/library/test_undo.py` tries 200 sessions."""
VARYING = re.compile(rb'"(rev|modified|checksum)": ("[^"]*"|\d+)|"deleted": "[^"]*"')
"""Revisions and times go on when something is undone: else a synced copy of the undone state would win."""


def stored(folder: Path) -> dict[str, bytes]:
    files = [*(folder / ".reader").glob("*.json"), *(folder / ".reader" / "annotations").iterdir()]
    return {path.name: VARYING.sub(rb"\1", path.read_bytes()) for path in files}


def seen(library: Library) -> object:
    """All that a person sees of a library."""
    tags = [(tag.id, tag.name, tag.key, tag.color, tag.description) for tag in library.codebook]
    held = [(one.id, one.action, one.target, one.name, one.speaker) for one in library.corrections.held]
    return tags, held, [plain(library.reading(library.read(name))) for name in ARTICLES]


def plain(reading: Reading) -> object:
    return [
        (
            one.id,
            one.span,
            one.color,
            one.note,
            one.important,
            one.speaker,
            one.passage,
            one.target,
            one.anchor,
            one.tags,
        )
        for one in reading.annotations
    ]


def changes_something(change: Change) -> bool:
    """Giving a highlight the colour that it has is no step of the history."""
    return any(patch_of(edit).after for edit in change.edits)


def test_every_change_that_there_is_is_tried() -> None:
    assert sorted(EVERY) == sorted(changing())


@pytest.fixture
def begun(news: Path) -> Path:
    """A folder with highlights whose making can no longer be undone, and whose words have changed since."""
    with Library.open(news) as library:
        reading = library.reading(library.read(ARTICLES[0]))
        for words in ("raised its rate", "Prices had risen for a year", "no choice"):
            start = reading.article.text.index(words)
            library.commit(reading.annotate(Span(start, start + len(words)), note=words))
    (news / ".reader" / "history.jsonl").unlink()
    path = news / ARTICLES[0]
    path.write_text(path.read_text("utf-8").replace("its rate", "its main rate").replace("no choice", "none"), "utf-8")
    return news


def session(news: Path, chance: random.Random) -> list[object]:
    """Make changes at random; what a person saw before, and after each of them."""
    with Library.open(news) as library:
        states = [seen(library)]
        while len(states) <= CHANGES:
            moment = Moment(library, library.reading(library.read(chance.choice(ARTICLES))), chance)
            change = change_of(moment)
            if change is not None and changes_something(change):
                library.commit(change)
                states.append(seen(library))
    return states


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_undone_and_done_again_is_as_it_was(begun: Path, seed: int) -> None:
    states = session(begun, random.Random(seed))
    before = stored(begun)
    undone: list[dict[str, bytes]] = []
    for _ in range(2):
        with Library.open(begun) as library:
            for expected in reversed(states[:-1]):
                assert library.undo() is not None
                assert seen(library) == expected
            assert library.undo() is None
        undone.append(stored(begun))
        with Library.open(begun) as library:
            for expected in states[1:]:
                assert library.redo() is not None
                assert seen(library) == expected
            assert library.redo() is None
        assert stored(begun) == before
    assert undone[0] == undone[1]
