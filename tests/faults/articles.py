"""A small folder of articles to be annotated under bad conditions."""

from __future__ import annotations

from pathlib import Path

NUMBER = 6
SENTENCE = "rates rose again and nobody at the bank was surprised by what the governor said on Monday"


def make_articles(folder: Path) -> Path:
    """A folder with NUMBER articles of some hundred words."""
    folder.mkdir(parents=True, exist_ok=True)
    words = SENTENCE.split()
    for number in range(NUMBER):
        text = "\n\n".join(" ".join(words[start:] + words[:start]) for start in range(len(words)))
        (folder / f"article {number}.txt").write_text(f"Article {number}\n\n{text}\n", encoding="utf-8")
    return folder
