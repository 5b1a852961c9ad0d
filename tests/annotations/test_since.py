"""What has become of a highlight since it was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.annotations import Anchor, Anchoring, AnchorState, Annotation, Version, describe, editing
from reader.annotations.since import since
from reader.annotations.together import accepted
from reader.annotations.wording import Fate
from reader.article import Article
from reader.text import Span

Make = Callable[[str], Article]
BEFORE = "Prices fell.\nRates rose again on Monday.\nNobody was surprised.\n"
AFTER = "Prices fell.\nA new line.\nRates were raised again on Monday.\nNobody was surprised.\n"


def marked(article: Article, words: str) -> Annotation:
    start = article.text.index(words)
    return editing.made(article.id, describe(article, Span(start, start + len(words))))


def standing(annotation: Annotation, now: Article, words: str, state: AnchorState) -> Annotation:
    """The annotation after the article has become `now`, where it stands on `words`."""
    start = now.text.index(words)
    return replace(annotation, anchor=Anchor(now.sha256, Span(start, start + len(words)), state))


def test_changed_words_are_compared_and_their_place_is_told(article: Make) -> None:
    old, now = article(BEFORE), article(AFTER)
    found = since(now, standing(marked(old, "Rates rose again"), now, "Rates were raised again", AnchorState.CHANGED))
    assert [(piece.fate, piece.text.strip()) for piece in found.wording] == [
        *((Fate.SAME, "Rates"), (Fate.GONE, "rose"), (Fate.NEW, "were raised"), (Fate.SAME, "again")),
    ]
    (place,) = found.places
    assert (place.paragraph, place.before[-11:], place.after[:9]) == (3, "A new line.", "on Monday")


def test_a_highlight_that_only_moved_has_the_same_words(article: Make) -> None:
    old, now = article(BEFORE), article(f"Nobody was surprised.\n{BEFORE}")
    found = since(now, standing(marked(old, "Rates rose"), now, "Rates rose", AnchorState.MOVED))
    assert found.same_words and found.places[0].paragraph == 3


def test_a_lost_highlight_keeps_its_words_and_says_where_it_may_stand(article: Make) -> None:
    old, now = article(BEFORE), article(AFTER)
    lost = standing(marked(old, "Rates rose again"), now, "Prices", AnchorState.ORPHAN)
    lost = replace(lost, anchor=replace(lost.anchor, suggest=(now.text.index("Rates"),)))
    found = since(now, lost)
    assert found.same_words and found.wording[0].text == "Rates rose again"
    assert [place.after[:5] for place in found.places] == ["Rates"]


def test_what_is_accepted_stands_on_its_words_from_then_on(article: Make) -> None:
    old, now = article(BEFORE), article(AFTER)
    changed = standing(marked(old, "Rates rose again"), now, "Rates were raised again", AnchorState.CHANGED)
    exact = marked(now, "Nobody")
    lost = standing(marked(old, "Prices"), now, "Prices", AnchorState.ORPHAN)
    change = accepted([(now, (changed, exact, lost))])
    (edit,) = change.edits
    assert isinstance(edit.after, Annotation)
    assert edit.after.passage.exact == "Rates were raised again"
    assert edit.after.anchor.state is AnchorState.EXACT
    assert change.label == "Accepted “Rates rose again”"


def test_what_was_marked_is_known_after_accepting_too(article: Make) -> None:
    old, now = article(BEFORE), article(AFTER)
    made = marked(old, "Rates rose again")
    accepted = editing.retargeted(
        made, describe(now, Span(now.text.index("Rates were"), now.text.index(" on M")))
    ).after
    assert isinstance(accepted, Annotation)
    assert accepted.target == made.target
    assert "".join(p.text for p in since(now, accepted).wording if p.fate is Fate.GONE).strip() == "rose"


def test_what_is_made_longer_in_the_text_in_which_it_was_made_is_made_so(article: Make) -> None:
    old = article(BEFORE)
    longer = editing.retargeted(marked(old, "Rates rose"), describe(old, Span(13, 29))).after
    assert isinstance(longer, Annotation)
    assert (longer.target.exact, longer.accepted) == ("Rates rose again", None)


def test_what_was_accepted_is_looked_for_and_not_what_was_marked_at_first(article: Make) -> None:
    old, now = article(BEFORE), article(AFTER)
    words = describe(now, Span(now.text.index("Rates were"), now.text.index(" on M")))
    accepted = editing.retargeted(marked(old, "Rates rose again"), words).after
    assert isinstance(accepted, Annotation)
    later = article(f"Rates rose again, it was said.\n\n{AFTER}")
    found = Anchoring(Version(later.text, later.sha256)).placed(accepted)
    assert found.anchor.state is AnchorState.SHIFTED
    assert found.span.of(later.text) == "Rates were raised again"
    back = Anchoring(Version(old.text, old.sha256)).placed(found)
    assert (back.anchor.state, back.span.of(old.text)) == (AnchorState.EXACT, "Rates rose again")
