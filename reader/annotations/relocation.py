"""A passage of one version found in another by comparing the two versions: words of the old one in, of the new one out.

First by what the comparison says of the words themselves; else between the words that stood on both sides; else, word
for word, in text that is new.  A place is believed only if no other place with such words fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.annotations.annotation import AnchorState
from reader.annotations.comparison import Comparison, Range, Version
from reader.annotations.likeness import FAR, LONG, alike, context, copies, is_gone, likeness, overlap
from reader.annotations.rivals import rivals

KEPT = 0.5
"""Share of a passage's characters that must have stayed, and likeness of the place to the passage."""
REMAINS = 0.3
"""The same share, for a passage that was found elsewhere."""
ALIKE = 0.6
"""Likeness of what stands between unchanged neighbours, for it to be the passage in other words."""
VERY_ALIKE = 0.85
"""The same for a place that was found by its likeness alone."""
NEIGHBOURS = 3
"""Words that must have stayed on each side of such a place."""
MOST_NEW = 4
"""New words that may have come for each word that is gone from an end of the passage."""
SURE = 12
"""Characters that must have stayed together, the passage's own and its neighbours'."""
_SIGNS = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands now."""

    state: AnchorState
    method: str
    score: float
    words: Range | None = None
    """Words of the new version; None where no place is believed."""
    suggest: tuple[Range, ...] = ()
    """Places to look at then."""


def relocate(comparison: Comparison, passage: Range) -> Found:
    """Where `passage`, a range of words of the old version, stands in the new one."""
    stayed = _by_words(comparison, passage)
    if stayed and _is_sure(comparison, passage, stayed):
        found = stayed
    else:
        found = _by_neighbours(comparison, passage) or _elsewhere(comparison, passage)
    if found.words is None:
        return found
    others = tuple(rivals(comparison, passage, found.words, unsure=found.state is not AnchorState.SHIFTED))
    if found is not stayed:
        others += tuple(place for place in _remains(comparison, passage) if not overlap(place, found.words))
    if others:
        return replace(found, state=AnchorState.AMBIGUOUS, words=None, suggest=(found.words, *others))
    return found


def _remains(comparison: Comparison, passage: Range) -> tuple[Range, ...]:
    """The place where some of a passage still is that seems to have moved: then it may be a copy that was found."""
    now = _gone_together(comparison, passage)
    kept, length = _weight(comparison.old, now), _weight(comparison.old, range(*passage))
    return (_place(comparison, passage, now),) if now and kept >= REMAINS * length else ()


def _by_words(comparison: Comparison, passage: Range) -> Found | None:
    """The place to which enough of the passage's own words have gone."""
    now = _gone_together(comparison, passage)
    length, kept = _weight(comparison.old, range(*passage)), _weight(comparison.old, now)
    if not now or kept < KEPT * length:
        return None
    place = _place(comparison, passage, now)
    if _weight(comparison.old, _strayed(comparison, passage, place)) > kept / 4:
        return None
    score = 2 * kept / ((length + _weight(comparison.new, range(*place))) or 1)
    same = comparison.old.words[slice(*passage)] == comparison.new.words[slice(*place)]
    return Found(AnchorState.SHIFTED if same else AnchorState.CHANGED, "diff", score, place)


def _gone_together(comparison: Comparison, passage: Range) -> dict[int, int]:
    """The passage's words that stayed, and where they are now, without those that strayed.

    Where the same word stands twice, a comparison may take either.  So the longest run of words is taken to be right,
    and the words next to it are looked for next to it.
    """
    now, (first, last), length = comparison.now, passage, passage[1] - passage[0]
    run = max(
        _runs(now, passage), key=lambda run: (_weight(comparison.old, range(*run)), run[1] - run[0]), default=None
    )
    if run is None:
        return {}
    old, new, shift = comparison.old.words, comparison.new.words, now[run[0]] - run[0]
    start, end = run
    while start > first and start + shift > 0 and old[start - 1] == new[start + shift - 1]:
        start -= 1
    while end < last and end + shift < len(new) and old[end] == new[end + shift]:
        end += 1
    near = range(max(0, start + shift - 2 * length), start + shift), range(end + shift, end + shift + 2 * length)
    together = {word: now[word] for word in range(first, start) if now[word] in near[0]}
    together |= {word: word + shift for word in range(start, end)}
    return together | {word: now[word] for word in range(end, last) if now[word] in near[1]}


def _place(comparison: Comparison, passage: Range, now: Mapping[int, int]) -> Range:
    """From the first to the last word that stayed; where an end of the passage did not, up to what stood beside it."""
    start, end = now[min(now)], now[max(now)] + 1
    missing_before, missing_after = min(now) - passage[0], passage[1] - 1 - max(now)
    if missing_before and passage[0] > 0:
        edge = comparison.now[passage[0] - 1] + 1
        if 0 < edge < start and start - edge <= MOST_NEW * missing_before:
            start = edge
    if missing_after and passage[1] < len(comparison.now):
        edge = comparison.now[passage[1]]
        if end < edge and edge - end <= MOST_NEW * missing_after:
            end = edge
    return start, end


def _strayed(comparison: Comparison, passage: Range, place: Range) -> list[int]:
    """The passage's words that the comparison found outside of `place`."""
    return [word for word in range(*passage) if comparison.now[word] >= 0 and comparison.now[word] not in range(*place)]


def _runs(now: Sequence[int], passage: Range) -> Iterator[Range]:
    """Stretches of the passage whose words are next to each other still."""
    start = passage[0]
    for word in range(*passage):
        if now[word] < 0:
            start = word + 1
        elif word + 1 == passage[1] or now[word + 1] != now[word] + 1:
            yield start, word + 1
            start = word + 1


def _is_sure(comparison: Comparison, passage: Range, found: Found) -> bool:
    """Did enough stay together, so that it is not by chance that the same words stand there?"""
    assert found.words is not None
    around = _kept_around(comparison, passage, found.words)
    if found.state is AnchorState.SHIFTED:
        return _weight(comparison.old, around) >= SURE
    if found.score < KEPT:
        return False
    before, after = passage[0] - around.start, around.stop - passage[1]
    beginning, end = passage[0] == 0, passage[1] == len(comparison.now)
    held = (before or beginning) and (after or end) and before + after > NEIGHBOURS
    return bool(held) or found.score * _weight(comparison.old, range(*passage)) >= LONG


def _by_neighbours(comparison: Comparison, passage: Range) -> Found | None:
    """The place between the words that stood next to the passage, if it holds words like the passage's."""
    now, (first, last) = comparison.now, passage
    left = [now[word] for word in range(max(0, first - NEIGHBOURS), first)]
    right = [now[word] for word in range(last, min(len(now), last + NEIGHBOURS))]
    if not _is_run(left) or not _is_run(right):
        return None
    place = left[-1] + 1 if left else 0, right[0] if right else len(comparison.new.words)
    if place[0] >= place[1]:
        return None
    score = likeness(comparison.old.words_of(passage), comparison.new.words_of(place))
    return Found(AnchorState.CHANGED, "sandwich", score, place) if score >= ALIKE else None


def _elsewhere(comparison: Comparison, passage: Range) -> Found:
    """The best place in new text that has the passage word for word or nearly so, if it is long enough to be known."""
    words = comparison.old.words_of(passage)
    exact = copies(comparison, comparison.old.words[slice(*passage)], _gap(comparison, passage)[0])
    known = [place for place in exact if _is_known(comparison, passage, place)]
    like = [] if exact else list(alike(comparison, words, VERY_ALIKE))
    held = [place for place in like if sum(context(comparison, passage, place).near) >= 1]
    if not known and not held:
        return Found(AnchorState.ORPHAN, "diff", 0.0, suggest=(*exact, _gap(comparison, passage)))
    best = max(known or held, key=lambda place: context(comparison, passage, place).total)
    score = likeness(words, comparison.new.words_of(best))
    return Found(AnchorState.MOVED if known else AnchorState.CHANGED, "quote", score, best)


def _is_known(comparison: Comparison, passage: Range, place: Range) -> bool:
    """Are the passage and what stands around it, as far as both are found in new text, long enough and unmistakable?"""
    old, new = comparison.old.words, comparison.new.words
    (first, last), (start, end) = passage, place
    while first > 0 and start > 0 and old[first - 1] == new[start - 1]:
        first, start = first - 1, start - 1
    while last < len(old) and end < len(new) and old[last] == new[end]:
        last, end = last + 1, end + 1
    words = comparison.old.words_of((first, last))
    times, times_now = (version.folded.text.count(words) for version in (comparison.old, comparison.new))
    alone = _stands_alone(comparison.old, passage) and _stands_alone(comparison.new, place)
    bare = _SIGNS.sub("", words)  # marks that two places have beside them say nothing
    known = len(bare) >= LONG or (alone and times_now == 1 and _weight(comparison.old, range(*passage)) >= SURE)
    return known and times == 1 and is_gone(comparison, (first, last))


def _stands_alone(version: Version, words: Range) -> bool:
    """Are these whole lines, but for signs: a heading, a byline?  Where a line ends tells as much as the next words."""
    cuts = {start for start, _ in version.lines} | {len(version.words)}
    start, end = words
    while start not in cuts and not version.words[start - 1].isalnum():
        start -= 1
    while end not in cuts and not version.words[end].isalnum():
        end += 1
    return start in cuts and end in cuts


def _gap(comparison: Comparison, passage: Range) -> Range:
    """Where the passage would stand if it had stayed: after the last word before it that did."""
    before = next((comparison.now[word] for word in range(passage[0] - 1, -1, -1) if comparison.now[word] >= 0), -1)
    return before + 1, before + 1


def _kept_around(comparison: Comparison, passage: Range, place: Range) -> range:
    """The passage with those of the words up to FAR around it that are neighbours of its place still."""
    now, (first, last) = comparison.now, passage
    least, most = max(0, first - FAR), min(len(now), last + FAR)
    while first > least and now[first - 1] >= 0 and now[first - 1] == place[0] - (passage[0] - first) - 1:
        first -= 1
    while last < most and now[last] >= 0 and now[last] == place[1] + last - passage[1]:
        last += 1
    return range(first, last)


def _is_run(words: list[int]) -> bool:
    """Do these words follow one another (and are there any that do not)?"""
    return all(word >= 0 and word == words[0] + index for index, word in enumerate(words))


def _weight(version: Version, words: Iterable[int]) -> int:
    """Letters and digits in these words: signs alone say nothing about where a passage is."""
    return sum(len(word) for word in (version.words[index] for index in words) if word.isalnum())
