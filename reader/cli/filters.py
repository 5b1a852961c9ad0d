"""The option `--filter`: words from the command line in, a filter out; mistakes are told to the user."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence

from reader.annotations import Codebook
from reader.annotations.filter_language import EXAMPLES, Filter, FilterError, parse
from reader.annotations.filtering import unknown_tags
from reader.cli.console import Refused, complain

_OPTION = "--filter"


def add_filter_argument(parser: ArgumentParser, what: str) -> None:
    """The option, and below the help what can be said in it."""
    parser.add_argument(_OPTION, metavar="FILTER", default="", help=what)
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = "\n".join(("in FILTER, all of which must hold:", *_examples()))


def told(arguments: Sequence[str]) -> list[str]:
    """The arguments with the filter in one piece: argparse would take `-tag:x` behind `--filter` for an option."""
    if _OPTION not in arguments[:-1]:
        return list(arguments)
    at = list(arguments).index(_OPTION)
    return [*arguments[:at], f"{_OPTION}={arguments[at + 1]}", *arguments[at + 2 :]]


def chosen_filter(text: str, codebook: Codebook) -> Filter:
    """The filter that was given; raises `Refused` for a mistake, and tells of tags that nobody has."""
    try:
        wanted = parse(text)
    except FilterError as problem:
        raise Refused(f"{_OPTION}: {problem}") from problem
    for problem_with_tag in unknown_tags(wanted, codebook):
        complain(f"{_OPTION}: {problem_with_tag}")
    return wanted


def _examples() -> Iterator[str]:
    width = max(len(example) for example, _ in EXAMPLES)
    return (f"  {example:{width}}  {meaning}" for example, meaning in EXAMPLES)
