"""The specification's own examples, laid out at several widths: `python -m tests.bench.commonmark commonmark.json`.

The file has a list of objects with `markdown` and `html`, as the specification's own program writes it; it stands in
the source distribution of markdown-it-py under tests/test_cmark_spec.  Prints how many examples show the words of their
HTML, how many show markup as well (raw HTML is shown as written, images with their address), and every other one.
"""

from __future__ import annotations

import json
import sys
from html.parser import HTMLParser
from pathlib import Path

from reader.layout.page import Page
from tests.article.making import markdown

WIDTHS = (80, 20, 4)


class Words(HTMLParser):
    """The words of a page, the descriptions of its images included."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += (dict(attrs).get("alt") or "") if tag == "img" else ""


def shown(source: str, width: int) -> str:
    """What is laid out, without blanks and decoration."""
    page = Page(markdown(source), width, folded=False)
    return "".join("".join(row.text for _, row in page.window(page.first(), 10_000)).split())


def holds(more: str, words: str) -> bool:
    """Whether all characters of `words` are in `more`, in that order."""
    letters = iter(more)
    return all(letter in letters for letter in words)


def main(path: Path) -> int:
    """Try every example; the number of those that lose words."""
    examples = json.loads(path.read_text("utf-8"))
    same = with_markup = 0
    lost = []
    for example in examples:
        parser = Words()
        parser.feed(example["html"])
        wanted = "".join(parser.words.split())
        found = {shown(example["markdown"], width) for width in WIDTHS}
        if found == {wanted}:
            same += 1
        elif len(found) == 1 and holds(found.copy().pop(), wanted):
            with_markup += 1
        else:
            lost.append((example["example"], wanted, found))
    print(f"{len(examples)} examples: {same} the same words, {with_markup} with markup, {len(lost)} not")
    for number, wanted, found in lost:
        print(f"  {number}: {wanted!r}, and not {found}")
    return len(lost)


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
