"""The registry of formats, and the way from a path to an article."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reader.article import Article
from reader.sources.charset import decode
from reader.sources.opening import MEGABYTE, load
from reader.sources.source import Source
from reader.text.safe import safe, safe_line


def _plain(source: Source) -> Article:
    from reader.sources.plain import plain

    return plain(source)


def _markdown(source: Source) -> Article:
    from reader.sources.markdown import markdown

    return markdown(source)


SUFFIXES: dict[str, Callable[[Source], Article]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
}
"""Every format that can be read: the suffix in lower case, and what turns its text into an article.

Formats are imported with the first file of theirs, so that none waits for the others.
"""


def is_article(name: str) -> bool:
    """Would a file of this name be listed?  Hidden files are not."""
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES


def read(path: Path, root: Path | None = None, encoding: str = "") -> Article:
    """The article in the file at `path`, identified by its path below `root` (else by its name).

    `encoding` overrules what would be guessed; a suffix that is not registered is read as plain text.
    Raises Unreadable with a reason to show; nothing else, whatever the file holds.
    """
    loaded = load(path)
    decoded = decode(loaded.data, loaded.complete, encoding)
    cut = "" if loaded.complete else f"first {len(loaded.data) // MEGABYTE} MB shown"
    text = safe(decoded.text)
    source = Source(
        id=article_id(path, root),
        name=safe_line(path.stem),
        text=text,
        notices=tuple(notice for notice in (cut, decoded.notice) if notice),
    )
    article = SUFFIXES.get(path.suffix.lower(), _plain)(source)
    return article if text == decoded.text else replace(article, replaced=_replaced(decoded.text, text))


def _replaced(before: str, after: str) -> dict[int, str]:
    """By offset, each character that was replaced by one that is safe to show."""
    return {offset: old for offset, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}


def _below(path: Path, root: Path) -> str:
    """`path` below `root`, its name alone where it is not there."""
    whole, above = str(path), f"{root}{os.sep}"
    if root.name and whole.startswith(above):  # ten times faster than comparing paths
        return whole[len(above) :].replace(os.sep, "/")
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name or "."


def article_id(path: Path, root: Path | None = None) -> str:
    """`path` below `root` with `/` on every system, each unsafe character made visible.

    Names that look the same then, because they differ in such characters only, are told apart by a part of their hash.
    """
    relative = _below(path, root) if root else path.name or "."
    shown = safe_line(relative)
    if shown == relative:
        return relative
    stem, suffix = os.path.splitext(shown)
    return f"{stem}-{sha256(relative.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}{suffix}"
