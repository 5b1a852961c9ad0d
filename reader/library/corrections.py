"""What the reader corrected about who said what, and where it holds in the present texts.

A text that is as it was when it was corrected is never read; of others each answer is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reader.annotations import Anchor, Anchoring, Correction, Target, Texts, Version
from reader.library.corrected import Placed, corrected
from reader.quotations import Analysis, Speaker
from reader.sources import Unreadable, article_id, read
from reader.text import Span


class Corrections:
    """The corrections of one library."""

    def __init__(self, root: Path, held: Callable[[], Iterable[Correction]], earlier: Texts) -> None:
        """Article ids count from `root`; `held` gives the corrections that hold now."""
        self._root = root
        self._held = held
        self._earlier = earlier
        self._found: dict[tuple[str, str], Span | None] = {}
        """Where a quotation is, by the id of its correction and the hash of the text."""

    @property
    def held(self) -> tuple[Correction, ...]:
        """In the order of their making."""
        return tuple(sorted(self._held(), key=lambda correction: correction.id))

    def seen_from(self, folder: Path) -> Corrections:
        """The same corrections for whoever counts article ids from `folder`."""

        def moved(correction: Correction) -> Correction:
            path = self._root / correction.article_id
            # What is not below that folder has no id there; it must not take that of another article.
            here = article_id(path, folder) if path.is_relative_to(folder) else ""
            return replace(correction, article_id=here) if correction.article_id else correction

        return Corrections(folder, lambda: map(moved, self._held()), self._earlier)

    def over(self, speakers: Sequence[Speaker], analyses: Iterable[Analysis]) -> tuple[Speaker, ...]:
        """`speakers`, gathered from `analyses`, with the corrections laid over them."""
        return corrected(speakers, self._placed(analyses))

    def _placed(self, analyses: Iterable[Analysis]) -> list[Placed]:
        """Each correction with its place; those of an article that was renamed follow its text."""
        held = self.held
        known = {analysis.article_id: analysis.text_sha256 for analysis in analyses} if held else {}
        renamed = {text: article for article, text in known.items()}
        found = []
        for correction in held:
            text = correction.target.text_sha256 if correction.target else ""
            place = correction.article_id if correction.article_id in known else renamed.get(text, "")
            span = self._place(correction, place, known[place]) if place else None
            found.append(Placed(correction, place, span))
        return found

    def _place(self, correction: Correction, article: str, text_sha256: str) -> Span | None:
        target = correction.target
        if target is None or target.text_sha256 == text_sha256:
            return target.span if target else None
        key = (correction.id, text_sha256)
        if key not in self._found:
            self._found[key] = self._search(target, self._root / article)
        return self._found[key]

    def _search(self, target: Target, path: Path) -> Span | None:
        """The words of `target` in the present text, found as the words of a highlight are."""
        try:
            article = read(path, self._root)
        except Unreadable:
            return None
        anchoring = Anchoring(Version(article.text, article.sha256), self._earlier)
        anchor = anchoring.anchor(target, Anchor(target.text_sha256, target.span))
        return anchor.span if anchor.placed else None
