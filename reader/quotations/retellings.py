"""Which wordings tell the same: everybody's wordings in, groups around a central one out.

What two wordings share is weighed: a word that few use counts 1, one that many use less, a name half.  A link is
*certain* by what it weighs alone, or *likely*: the clear best between two articles that tell one story, which is what
articles with a certain link do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from reader.quotations.likenesses import Link, Scale, Voice, bar_of, links

_CLEAR = 0.25
"""By how much the best match between two articles must outweigh the next one."""
_TRIED = 20
"""Articles in which a likely match of a wording is looked for, should many print it."""
_LIKELY = 1.5

Stories: TypeAlias = Mapping[str, set[tuple[int, int]]]
"""By article id what it tells that others tell, too; articles with something in common tell one story."""


def retold(voices: Sequence[Voice], alike: Iterable[tuple[str, str]]) -> list[list[tuple[int, float]]]:
    """Groups of voices that more than one article prints, each with its likeness (0-1) to the first, central one.

    `alike`: lines of wordings that are worth a look.
    """
    scale = Scale(voices)
    found = list(links(voices, alike, scale))
    certain = [link for link in found if link.is_certain(voices)]
    told = [link for link in certain if link.marked]
    stories = _stories(voices, told, scale)
    likely = _likely(voices, [link for link in found if link.marked], told, stories, scale)
    neighbours: dict[int, dict[int, float]] = {i: {} for i in range(len(voices))}
    for link in (*certain, *likely, *_picked_out(voices, stories)):
        likeness = 1.0 if link.shortened or voices[link.one].wording is voices[link.other].wording else link.share
        neighbours[link.one][link.other] = neighbours[link.other][link.one] = likeness
    return list(_stars(voices, neighbours, scale))


def _likely(
    voices: Sequence[Voice], links: Sequence[Link], certain: Sequence[Link], stories: Stories, scale: Scale
) -> list[Link]:
    """Links that are the clear best for both voices between two articles of one story, where none is certain."""
    settled = _settled(voices, certain)
    rivals: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    met: list[tuple[Link, str, str]] = []
    for link in links:
        one, other = voices[link.one], voices[link.other]
        if (
            link.weight < _LIKELY
            or one.is_surely_not(other)
            or not scale.tells(one.wording.pairs & other.wording.pairs)
        ):
            continue
        for here in one.articles[:_TRIED]:
            for there in other.articles[:_TRIED]:
                if here != there and stories[here] & stories[there]:
                    met.append((link, here, there))
                    rivals[link.one, there].append((link.weight, link.other))
                    rivals[link.other, here].append((link.weight, link.one))
    return [
        link
        for link, here, there in met
        if (link.one, there) not in settled
        and (link.other, here) not in settled
        and _is_clear(rivals[link.one, there], link.other)
        and _is_clear(rivals[link.other, here], link.one)
    ]


def _settled(voices: Sequence[Voice], certain: Sequence[Link]) -> set[tuple[int, str]]:
    """Voices with the articles in which something certainly tells the same."""
    both_ways = [pair for link in certain for pair in ((link.one, link.other), (link.other, link.one))]
    return {(one, article) for one, other in both_ways for article in voices[other].articles}


def _stories(voices: Sequence[Voice], certain: Sequence[Link], scale: Scale) -> Stories:
    """For each article the certain links and the reprinted wordings that it is part of."""
    stories: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, voice in enumerate(voices):
        if _is_reprinted(voice, scale):
            for article in voice.articles:
                stories[article].add((number, number))
    for link in certain:
        for article in (*voices[link.one].articles, *voices[link.other].articles):
            stories[article].add((link.one, link.other))
    return stories


def _picked_out(voices: Sequence[Voice], stories: Stories) -> Iterator[Link]:
    """One word in marks, and the only thing that its speaker says with it in another article of the same story."""
    single = {number: next(iter(voice.wording.bag)) for number, voice in enumerate(voices) if _is_one_word(voice)}
    wanted = {(voices[number].speaker, word) for number, word in single.items()}
    having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        for word in voice.wording.bag if voice.marked else ():
            if (voice.speaker, word) in wanted:
                having[voice.speaker, word].append(number)
    for number, word in single.items():
        one = voices[number]
        others = [other for other in having[one.speaker, word] if other != number]
        for there in _told_beside(one, others, voices, stories):
            if len(there) == 1 and one.wording.line in voices[there[0]].wording.line:
                yield Link(number, there[0], 0.0, 1.0, shortened=True, marked=True)


def _told_beside(
    one: Voice, others: Sequence[int], voices: Sequence[Voice], stories: Stories
) -> Iterable[Sequence[int]]:
    """For each other article of a story that `one` is in those of `others` that it prints."""
    printing: defaultdict[str, list[int]] = defaultdict(list)
    for other in others:
        for article in voices[other].articles:
            if any(article != here and stories[here] & stories[article] for here in one.articles):
                printing[article].append(other)
    return printing.values()


def _is_one_word(voice: Voice) -> bool:
    return voice.marked and voice.speaker != "" and len(voice.wording.bag) == 1


def _is_reprinted(voice: Voice, scale: Scale) -> bool:
    """True if two articles have the very words, and these are more than anybody might say."""
    bar = bar_of(voice.speaker != "", voice.marked)
    return len(voice.articles) > 1 and scale.weigh(voice.wording.bag) >= bar.shortened


def _is_clear(ranked: list[tuple[float, int]], voice: int) -> bool:
    own = max(weight for weight, number in ranked if number == voice)
    return all(own - weight >= _CLEAR for weight, number in ranked if number != voice)


def _stars(
    voices: Sequence[Voice], neighbours: Mapping[int, Mapping[int, float]], scale: Scale
) -> Iterable[list[tuple[int, float]]]:
    """Each voice with those linked to it, the one with most links first; nobody is in two groups.

    Not whatever is linked somehow: in a chain of likenesses the ends have nothing to do with each other.
    """
    taken: set[int] = set()

    def rank(number: int) -> tuple[bool, int, int, str, int]:
        marked = [other for other in neighbours[number] if voices[other].marked]
        printed = sum(len(voices[other].quotations) for other in marked)
        voice = voices[number]
        return not voice.marked, -printed, -len(voice.wording.line), voice.wording.line, number

    for centre in sorted(neighbours, key=rank):
        if centre in taken:
            continue
        star = [(centre, 1.0), *((n, likeness) for n, likeness in neighbours[centre].items() if n not in taken)]
        printing = {article for number, _ in star for article in voices[number].articles}
        if len(printing) > 1 and (len(star) > 1 or _is_reprinted(voices[centre], scale)):
            taken.update(number for number, _ in star)
            yield star
