"""Who said what, as plain text for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.export.escaping import joined
from reader.export.sayings import Sayings, heading, in_marks, labels
from reader.quotations import Quotation, Speaker
from reader.quotations import explain as why
from reader.text.counting import counted
from reader.text.safe import safe


def sayings_to_text(sayings: Sayings, explain: bool = False) -> str:
    """A paragraph for each speaker; `explain` adds why each quotation is thought to be theirs."""
    titles = labels(sayings.titles)
    paragraphs = [_paragraph(speaker, titles, explain) for speaker in sayings.speakers]
    silent = [f"{titles[i]}: {counted(number, 'statement')}" for i, number in sayings.only_reported]
    if silent:
        paragraphs.append("Only reported speech, not shown here (--reported shows it)\n  " + "\n  ".join(silent))
    return safe("".join(f"{paragraph}\n\n" for paragraph in paragraphs).removesuffix("\n"))


def _paragraph(speaker: Speaker, titles: Mapping[str, str], explain: bool) -> str:
    also = "also " + ", ".join(speaker.aliases) if speaker.aliases else ""
    first = joined([heading(speaker), speaker.role, counted(len(speaker.quotations), "quotation"), also])
    return "\n".join([first, *(line for q in speaker.quotations for line in _lines(q, titles, explain))])


def _lines(quotation: Quotation, titles: Mapping[str, str], explain: bool) -> Iterator[str]:
    yield f"  {in_marks(quotation)}"
    yield f"      {titles[quotation.article_id]} ¶{quotation.paragraph}"
    if explain:
        yield f"      {quotation.kind.value}: {why(quotation)}"
