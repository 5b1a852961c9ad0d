"""Which stored file an article belongs to, after it was renamed, moved, edited, or all of these.

By its path; else by its very text; else by a text that is nearly the same; and by text only if that text is no longer
where the annotations were made, so that a copy never takes them away.
"""

from __future__ import annotations

from pathlib import Path

from reader.article import Article
from reader.library.record_file import RecordFile
from reader.library.sidecars import Sidecars
from reader.library.texts import Texts
from reader.sources import Unreadable, read

NEARLY_SAME = 0.5
"""Share of all runs of words that two versions must have in common."""
_RUN = 5
"""Words of such a run: two articles about one event have next to none in common."""


def file_of(article: Article, sidecars: Sidecars, texts: Texts, root: Path) -> RecordFile | None:
    """The file with the annotations of `article`, None where there is none."""
    known = sidecars.of(article.id)
    if known is not None:
        return known
    heads = [(name, said) for name, said in sidecars.heads().items() if said.get("path")]
    for name, said in heads:
        if said.get("text_sha256") == article.sha256 and _has_left(root / said["path"], article.sha256):
            return sidecars.named(name)
    return _nearest(
        article, [sidecars.named(name) for name, said in heads if not (root / said["path"]).exists()], texts
    )


def _has_left(path: Path, text_sha256: str) -> bool:
    """Is the text with that hash no longer at `path`?"""
    try:
        return read(path).sha256 != text_sha256
    except Unreadable:
        return True


def _nearest(article: Article, left: list[RecordFile], texts: Texts) -> RecordFile | None:
    """The one of the `left` files whose last text is most like the article's, if it is like enough."""
    if not left:
        return None
    runs = _runs(article.text)
    alike = [(_likeness(runs, _runs(texts.text(file.said.get("text_sha256", "")) or "")), file) for file in left]
    likeness, file = max(alike, key=lambda pair: pair[0])
    return file if likeness >= NEARLY_SAME else None


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.split()
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(len(one | other), 1)
