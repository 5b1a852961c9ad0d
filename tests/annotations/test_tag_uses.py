"""How often tags are used: counted once, kept up to date, mergers included."""

from __future__ import annotations

from reader.annotations import Anchor, Annotation, Codebook, Tag, Target
from reader.annotations.uses import TagUses, Touched
from reader.text import Span

CLAIM, RATES = Tag("t1", "claim"), Tag("t2", "rates")
PRICES = Tag("t3", "prices", deleted="then", merged_into="t2")
CODEBOOK = Codebook({tag.id: tag for tag in (CLAIM, RATES, PRICES)})


def highlight(name: str, article: str, *tags: str, at: str = "1") -> Annotation:
    return Annotation(name, article, Target("", Span(0, 1), "w"), Anchor("", Span(0, 1)), at, at, tags)


def uses(*annotations: Annotation) -> TagUses:
    made = TagUses()
    for annotation in annotations:
        made.add(annotation)
    return made


FOUR = (
    highlight("a", "x.txt", "t1"),
    highlight("b", "x.txt", "t1", "t2"),
    highlight("c", "y.txt", "t3"),
    highlight("d", "z.txt", "t9"),
)


def test_highlights_and_articles_are_counted_for_each_tag() -> None:
    assert uses(*FOUR).touched((CLAIM,), CODEBOOK) == Touched(2, 1)


def test_what_was_tagged_with_a_merged_tag_counts_for_the_one_that_took_its_place() -> None:
    assert uses(*FOUR).touched((RATES,), CODEBOOK) == Touched(2, 2)


def test_a_highlight_with_two_of_the_tags_counts_once() -> None:
    assert uses(*FOUR).touched((CLAIM, RATES), CODEBOOK) == Touched(3, 2)


def test_one_article_can_be_counted_by_itself() -> None:
    assert uses(*FOUR).touched((CLAIM, RATES), CODEBOOK, "y.txt") == Touched(1, 1)


def test_an_article_that_was_annotated_anew_counts_as_it_is_now() -> None:
    counted = uses(*FOUR)
    counted.put("x.txt", [highlight("a", "x.txt", "t2")])
    assert counted.touched((CLAIM,), CODEBOOK) == Touched(0, 0)
    assert counted.touched((RATES,), CODEBOOK) == Touched(2, 2)


def test_tags_used_of_late_come_first_and_then_those_used_most() -> None:
    tags = [Tag(f"t{n}", f"tag {n}") for n in range(9)]
    codebook = Codebook({tag.id: tag for tag in tags})
    late = [highlight(f"late {n}", "x.txt", f"t{n}", at=f"5{n}") for n in range(5)]
    often = [highlight(f"often {n}", "x.txt", "t7", at="3") for n in range(3)]
    once = [highlight("once", "x.txt", "t8", at="4")]
    names = [tag.name for tag in uses(*late, *often, *once).by_use(codebook)]
    assert names == [*(f"tag {n}" for n in (4, 3, 2, 1, 0)), "tag 7", "tag 8", "tag 5", "tag 6"]
