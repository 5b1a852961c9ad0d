"""The option `--filter`: words from the command line in, a filter out; mistakes are told to the user."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence

from reader.annotations import Codebook
from reader.annotations.filter_language import EXAMPLES, Filter, FilterError, parse
from reader.annotations.filtering import unknown_tags
from reader.cli.console import Refused

NOTHING_FITS = 1
_OPTION = "--filter"
_EXIT = """\
exit status:
  0  done
  1  nothing fits the filter, or none of the files could be read
  2  arguments that make no sense, a filter with a mistake or a tag that there is not"""


def add_filter_argument(parser: ArgumentParser, what: str) -> None:
    """The option, and below the help what can be said in it and what the command comes to."""
    parser.add_argument(_OPTION, metavar="FILTER", default="", help=what)
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = "\n".join(("in FILTER, all of which must hold:", *_examples(), "", _EXIT))


def told(arguments: Sequence[str]) -> list[str]:
    """The arguments with the filter in one piece: argparse would take `-tag:x` behind `--filter` for an option."""
    if _OPTION not in arguments[:-1]:
        return list(arguments)
    at = list(arguments).index(_OPTION)
    return [*arguments[:at], f"{_OPTION}={arguments[at + 1]}", *arguments[at + 2 :]]


def chosen_filter(text: str, codebook: Codebook) -> Filter:
    """The filter that was given; raises `Refused` for a mistake, and for a tag that there is not.

    A tag that is not there is a mistake even behind a minus: who mistypes it would get what was to be left out.
    """
    try:
        wanted = parse(text)
    except FilterError as problem:
        raise Refused(f"{_OPTION}: {problem}") from problem
    if unknown := unknown_tags(wanted, codebook):
        raise Refused(f"{_OPTION}: {'; '.join(unknown)}")
    return wanted


def nothing_fits(path: str) -> str:
    """What to say where a filter without a mistake finds nothing."""
    return f"no highlight in {path} fits the filter"


def _examples() -> Iterator[str]:
    width = max(len(example) for example, _ in EXAMPLES)
    return (f"  {example:{width}}  {meaning}" for example, meaning in EXAMPLES)
