"""Undo and redo over random sequences of all commands: what is undone and done again is what it was, to the byte."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.annotations import Change
from reader.library import Library
from reader.library.patch import patch_of
from reader.reading import Reading
from reader.text import Span

ARTICLES = ("rates.txt", "part 2/floods.md", "part 10/fires.txt")
NAMES = ("economy", "economy/prices", "weather", "who", "why")
VARYING = re.compile(rb'"(rev|modified|checksum)": ("[^"]*"|\d+)|"deleted": "[^"]*"')
"""Revisions and times go on when something is undone: else a synced copy of the undone state would win."""


def stored(folder: Path) -> dict[str, bytes]:
    files = [*(folder / ".reader").glob("*.json"), *(folder / ".reader" / "annotations").iterdir()]
    return {path.name: VARYING.sub(rb"\1", path.read_bytes()) for path in files}


def command(reading: Reading, chance: random.Random) -> Change | None:
    """Any command that changes something, as a person would give it."""
    tags = list(reading.codebook)
    tag = reading.tag(chance.choice(NAMES))
    start = chance.randrange(len(reading.article.text) - 20)
    annotation = chance.choice(reading.annotations) if reading.annotations else None
    wishes: list[Callable[[], Change | None]] = [
        lambda: reading.annotate(Span(start, start + 15), [tag] if chance.random() < 0.5 else (), note="n" * start),
        lambda: reading.toggle_tag(Span(start, start + 15), tag),
        lambda: reading.toggle_tag(annotation, tag) if annotation else None,
        lambda: reading.set_tags(annotation, [tag]) if annotation else None,
        lambda: reading.set_note(annotation, f"note {start}") if annotation else None,
        lambda: reading.set_color(annotation, chance.choice(("red", "green"))) if annotation else None,
        lambda: reading.set_important(annotation, not annotation.important) if annotation else None,
        lambda: reading.resize(annotation, Span(start, start + 12)) if annotation else None,
        lambda: reading.remove([one.id for one in reading.annotations[:2]]) if annotation else None,
        lambda: reading.pin(chance.choice(tags), chance.randint(1, 9)) if tags else None,
        lambda: reading.rename_tag(chance.choice(tags), f"name {chance.random()}") if tags else None,
        lambda: reading.merge_tag(tags[0], tags[1]) if len(tags) > 1 else None,
        lambda: reading.delete_tag(chance.choice(tags)) if tags else None,
    ]
    return chance.choice(wishes)()


@pytest.mark.parametrize("seed", range(6))
def test_everything_undone_and_done_again_is_as_it_was(news: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Library.open(news) as library:
        articles = [library.read(name) for name in ARTICLES]
        states = [[library.reading(article) for article in articles]]
        for _ in range(40):
            change = command(library.reading(chance.choice(articles)), chance)
            if change is not None and changes_something(change):
                library.commit(change)
                states.append([library.reading(article) for article in articles])
    before = stored(news)
    for _ in range(2):
        with Library.open(news) as library:
            for expected in reversed(states[:-1]):
                assert library.undo() is not None
                assert [plain(library.reading(article)) for article in articles] == [plain(one) for one in expected]
            assert library.undo() is None
        with Library.open(news) as library:
            for expected in states[1:]:
                assert library.redo() is not None
                assert [plain(library.reading(article)) for article in articles] == [plain(one) for one in expected]
            assert library.redo() is None
        assert stored(news) == before


def changes_something(change: Change) -> bool:
    """Giving a highlight the colour that it has is no step of the history."""
    return any(patch_of(edit).after for edit in change.edits)


def plain(reading: Reading) -> object:
    """All of a reading that a person sees."""
    codebook = [(tag.name, tag.key, tag.color) for tag in reading.codebook]
    return codebook, [
        (one.id, one.span, one.color, one.note, one.important, reading.codebook.names(one.tags), one.target)
        for one in reading.annotations
    ]
