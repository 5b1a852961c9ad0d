"""`reader check PATH`: proves that every annotation still stands on its words; exit status 1 if one does not."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence

from reader.annotations.editing import in_marks
from reader.cli.console import show
from reader.cli.opened import opened
from reader.cli.paths import existing
from reader.library.checking import Finding, check

MISPLACED = 1


def run(arguments: Sequence[str]) -> int:
    """Print what is wrong, and how many are right."""
    parser = ArgumentParser(prog="reader check", description="Does every annotation still stand on its words?")
    parser.add_argument("path", metavar="PATH", help="a folder of articles, or a single file")
    parser.add_argument("--json", action="store_true", help="a line of JSON for every annotation")
    chosen = parser.parse_args(arguments)
    with opened(existing(chosen.path)) as library:
        findings = list(check(library))
    show(_as_json(findings) if chosen.json else _as_text(findings))
    return MISPLACED if any(finding.problem for finding in findings) else 0


def _as_text(findings: Sequence[Finding]) -> Iterator[str]:
    wrong = [finding for finding in findings if finding.problem]
    for finding in wrong:
        marked = finding.annotation
        yield f"{marked.article_id}: {finding.problem}: {in_marks(marked.passage.exact)}\n"
    yield f"{len(findings) - len(wrong)} of {len(findings)} annotations stand on their words\n"


def _as_json(findings: Sequence[Finding]) -> Iterator[str]:
    from reader.export.json_text import json_line

    for finding in findings:
        marked = finding.annotation
        row = {
            "id": marked.id,
            "article": marked.article_id,
            "state": marked.anchor.state,
            "problem": finding.problem,
            "marked": marked.passage.exact,
            "found": finding.found,
        }
        yield json_line(row) + "\n"
