"""One passage to paste elsewhere: words and where they stand in, a Markdown quotation with speaker and source out."""

from __future__ import annotations

from reader.export.escaping import escaped, joined, quoted
from reader.export.sayings import Source


def cited(words: str, speaker: str, title: str, paragraph: int, source: Source) -> str:
    """A block quotation; below it who says it ("" for nobody), the article, its paragraph (0: in none), who and when.

    > “We need more time,”
    >
    > — **Lena Brandt**, [Harbour vote](https://example.org/vote) ¶1, The Tally, 2025-05-02
    """
    article = f"[{escaped(title)}]({source.url})" if source.url else escaped(title)
    place = joined([article, f"¶{paragraph}" if paragraph else ""], " ")
    published = source.published.isoformat() if source.published else ""
    by = f"**{escaped(speaker)}**" if speaker else ""
    return f"{quoted(words)}\n>\n> — {joined([by, place, escaped(source.publisher), published], ', ')}\n"
