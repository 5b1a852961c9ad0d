"""Where a command's answer goes: stdout, the file named with `-o`, or a file for each article in a folder."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.cli.console import Refused, show


def add_output_arguments(parser: ArgumentParser, what: str = "this file") -> None:
    """The options `-o` and `--force`."""
    parser.add_argument("-o", "--output", metavar="OUT", default="-", help=f"write to {what} instead of stdout")
    parser.add_argument("--force", action="store_true", help="replace OUT even if reader did not write it")


class Destination(NamedTuple):
    """What `-o` and `--force` say, and the articles, which are never written over."""

    output: str
    force: bool
    articles: Sequence[Path]

    @property
    def is_folder(self) -> bool:
        return self.output != "-" and Path(self.output).is_dir()

    def take(self, text: str, *, markdown: bool = False, is_safe: bool = False) -> None:
        """Print or save the whole answer; raises `Refused`, with the reason, where it cannot be saved.

        `is_safe` says that nothing in `text` steers a terminal, so that a long one need not be looked through again.
        """
        if self.output == "-":
            show([text], are_safe=is_safe)
        else:
            self._save(Path(self.output), text, markdown)

    def take_each(self, pages: Iterable[tuple[str, str]]) -> None:
        """Save pages of Markdown in the folder, each under its article's id, so that a page keeps its name for ever."""
        for article_id, text in pages:
            name = article_id if article_id.endswith(".md") else f"{article_id}.md"
            path = Path(self.output, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._save(path, text, markdown=True)

    def _save(self, path: Path, text: str, markdown: bool) -> None:
        from reader.export.saving import NotOurs, save, sealed  # most answers are printed

        target = path.resolve()
        if any(article.name == target.name and article.resolve() == target for article in self.articles):
            raise Refused(f"{path} is one of the articles")
        try:
            save(sealed(text) if markdown else text, path, replace=self.force)
        except NotOurs as problem:
            raise Refused(f"{problem}; --force replaces it") from problem
        except OSError as error:
            raise Refused(f"{path}: {error.strerror}") from error
