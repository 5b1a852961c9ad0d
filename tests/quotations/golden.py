"""Golden cases: files with the answer marked inside the text in, texts and answers out.

The notation is described beside the cases, in tests/golden/quotations/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.article import Article, Block, Blocks, Format, Kind
from reader.text import Span

CASES = Path(__file__).parents[1] / "golden" / "quotations"
_FRAME = re.compile(
    r"\[(?P<role>quote|direct|mixed|reported|speaker|source)#(?P<numbers>[\d,]+)"
    r"(?:=(?P<name>[^:\]]+))?: (?P<words>[^][]*)\]"
)


@dataclass
class Answer:
    """What a case says about one quotation."""

    kind: str = ""
    words: str = ""
    start: int = -1
    speaker: str = ""
    resolved: str = ""
    source: str = ""


@dataclass
class Case:
    """A text without its frames, and the answer for each number."""

    title: str
    text: str
    answers: dict[int, Answer] = field(default_factory=dict)


def cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in sorted(CASES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("== ")[1:]:
            title, text = part.split("\n", 1)
            yield unframed(f"{path.stem}: {title}", text.strip("\n"))


def unframed(title: str, framed: str) -> Case:
    """`framed` without its frames, with what they said."""
    case = Case(title, "")
    at = 0
    for match in _FRAME.finditer(framed):
        case.text += framed[at : match.start()]
        for number in map(int, match["numbers"].split(",")):
            _note(case.answers.setdefault(number, Answer()), match, len(case.text))
        case.text += match["words"]
        at = match.end()
    case.text += framed[at:]
    return case


def _note(answer: Answer, match: re.Match[str], start: int) -> None:
    words = match["words"]
    if match["role"] == "speaker":
        answer.speaker, answer.resolved = words, match["name"] or ""
    elif match["role"] == "source":
        answer.source = words
    else:
        answer.kind, answer.words, answer.start = match["role"], words, start


def article(text: str, article_id: str = "golden.txt") -> Article:
    """Plain text with a paragraph for every line that is not empty."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        if line.strip():
            blocks.append(Block(Kind.PARAGRAPH, span, (span,)))
        at = span.end + 1
    return Article(id=article_id, text=text, format=Format.PLAIN, blocks=Blocks([blocks]))
