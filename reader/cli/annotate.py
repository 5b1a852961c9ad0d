"""`reader annotate FILE --quote TEXT`: highlights words in an article, with tags and a note; for scripts.

The id of the highlight is printed.  The same command again finds the same highlight and changes nothing; with other
tags or another note it adds them to it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import replace

from reader.annotations import Annotation, Change, Edit, Tag, coding, describe, editing
from reader.annotations.colors import COLORS, color_named
from reader.annotations.editing import in_marks, shortened
from reader.annotations.quoted import Quoted, nearest, places_of
from reader.annotations.tag import path
from reader.article import Article
from reader.cli.console import Refused, complain, show
from reader.cli.paths import existing
from reader.library import Library, LibraryError, StoreError
from reader.library.patch import joined_notes
from reader.reading import Reading
from reader.settings import SettingsError, read_settings
from reader.sources import Unreadable

NOT_FOUND = 1
SEVERAL = 3
NOT_SAVED = 4
_SHOWN = 9
"""Places that are listed at the most."""
_EXIT = """\
exit status:
  0  highlighted; its id is printed, also when it was there already
  1  the words are not there
  2  arguments that make no sense, or a file that cannot be read
  3  the words stand in several places: --nth, --before or --after choose one
  4  the disk refused it; nothing was changed"""


def run(arguments: Sequence[str]) -> int:
    """Highlight the words and print the highlight's id."""
    chosen = _parser().parse_args(arguments)
    file = existing(chosen.file)
    if file.is_dir():
        raise Refused(f"{file}: is a folder; name an article in it")
    try:
        library = Library.open(file)
    except LibraryError as problem:
        raise Refused(str(problem)) from problem
    with library:
        status = _annotate(library, chosen)
    for notice in library.notices:
        complain(notice)
    return status


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="reader annotate",
        description="Highlights words in an article.",
        epilog=_EXIT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help="an article, in a library or not")
    parser.add_argument("--quote", metavar="TEXT", required=True, help="the words, as they are displayed")
    parser.add_argument("--tag", metavar="TAG", action="append", default=[], help="a tag; may be given several times")
    parser.add_argument("--note", metavar="NOTE", default="", help="Markdown; added to a note that is there")
    parser.add_argument("--color", metavar="COLOR", default="", help=f"{', '.join(COLORS)}; else that of the first tag")
    parser.add_argument("--important", action="store_true", help="mark as important")
    parser.add_argument("--nth", metavar="N", type=int, help="the Nth place where the words stand, from 1")
    parser.add_argument("--before", metavar="TEXT", default="", help="the place right before which this stands")
    parser.add_argument("--after", metavar="TEXT", default="", help="the place right behind which this stands")
    return parser


def _annotate(library: Library, chosen: Namespace) -> int:
    try:
        article = library.read(library.entries()[0])
    except Unreadable as problem:
        raise Refused(str(problem)) from problem
    places = places_of(article, chosen.quote, chosen.before, chosen.after)
    if chosen.nth is not None and places:
        places = _nth(places, chosen.nth)
    if not places:
        return _not_found(article, chosen)
    if len(places) > 1:
        return _several(article, places)
    return _store(library, library.reading(article), places[0], chosen)


def _nth(places: list[Quoted], number: int) -> list[Quoted]:
    if not 1 <= number <= len(places):
        raise Refused(f"--nth {number}: the words stand in {len(places)} {'place' if len(places) == 1 else 'places'}")
    return [places[number - 1]]


def _not_found(article: Article, chosen: Namespace) -> int:
    complain(f"these words are not in {article.id}: “{shortened(chosen.quote)}”")
    if places := places_of(article, chosen.quote):
        _tell("they stand here, but not so:", places)
    elif (like := nearest(article, chosen.quote)) is not None:
        _tell("nearest to them:", [like])
    return NOT_FOUND


def _several(article: Article, places: Sequence[Quoted]) -> int:
    complain(f"these words stand in {len(places)} places of {article.id}; --nth, --before or --after choose one")
    _tell("", places)
    return SEVERAL


def _tell(heading: str, places: Sequence[Quoted]) -> None:
    if heading:
        complain(heading)
    for number, place in enumerate(places[:_SHOWN], 1):
        complain(f"  {number}  ¶{place.paragraph}  …{place.before}[{place.words}]{place.after}…")
    if len(places) > _SHOWN:
        complain(f"  and {len(places) - _SHOWN} more")


def _store(library: Library, reading: Reading, place: Quoted, chosen: Namespace) -> int:
    """Make the highlight, or add to the one that is there what it lacks, and wait until it is on the disk."""
    try:
        tags = tuple({path(name): reading.tag(name) for name in chosen.tag}.values())
        color = color_named(chosen.color) if chosen.color else ""
        span = describe(reading.article, place.span).span
    except ValueError as problem:
        raise Refused(str(problem)) from problem
    known = next((a for a in reading.annotations if a.anchor.placed and a.span == span), None)
    if known is None:
        change = reading.annotate(
            *(span, tags, color or None, chosen.note), creator=_author(), important=chosen.important
        )
    else:
        change = _completed(reading, known, tags, color, chosen)
    try:
        library.commit(change).result()
    except StoreError as problem:
        complain(f"not saved: {problem}")
        return NOT_SAVED
    made = (edit.after.id for edit in change.edits if isinstance(edit.after, Annotation))
    show([f"{next(made, known.id if known else '')}\n"])
    return 0


def _author() -> str:
    """Whose name new highlights carry."""
    try:
        return read_settings().author
    except SettingsError as problem:
        raise Refused(str(problem)) from problem


def _completed(reading: Reading, known: Annotation, tags: Sequence[Tag], color: str, chosen: Namespace) -> Change:
    """What is asked for and missing; nothing where nothing is."""
    codebook = coding.with_new(reading.codebook, tags)
    ids = [*known.tags, *(tag.id for tag in tags if tag not in codebook.of(known.tags))]
    edit = editing.tagged(known, ids, codebook)
    assert isinstance(edit.after, Annotation)
    after = replace(
        edit.after,
        note=joined_notes(known.note, chosen.note),
        color=color or edit.after.color,
        important=known.important or chosen.important,
    )
    if replace(after, rev=known.rev, modified=known.modified) == known:
        return Change("", ())
    label = f"Annotated {in_marks(known.passage.exact)}"
    return Change(label, (*editing.creations(tags, reading.codebook), Edit(known, after)))
