"""A reading: verbs give changes, changes give readings, and the inverse of a change takes it back."""

from dataclasses import replace

import pytest

from reader.annotations import Annotation, Change, Tag
from reader.article import Article, Block, Blocks, Format, Kind
from reader.reading import Reading
from reader.text import Span

TEXT = "Rates rose again. The bank said it was sorry."
ECONOMY = Tag("t1", "economy", color="green", key=1)


@pytest.fixture
def reading() -> Reading:
    whole = Span(0, len(TEXT))
    blocks = Blocks([[Block(Kind.PARAGRAPH, whole, (whole,))]])
    return Reading(Article("rates.txt", TEXT, Format.PLAIN, blocks))


def only(reading: Reading) -> Annotation:
    (annotation,) = reading.annotations
    return annotation


def words(reading: Reading) -> list[str]:
    return [annotation.span.of(TEXT) for annotation in reading.annotations]


def test_a_highlight_appears_and_its_inverse_takes_it_away(reading: Reading) -> None:
    change = reading.annotate(Span(0, 10))
    after = reading.after(change)
    assert words(after) == ["Rates rose"]
    assert change.label == "Highlighted “Rates rose”"
    assert after.after(change.inverse) == reading


def test_a_new_tag_and_the_highlight_that_needs_it_are_one_change(reading: Reading) -> None:
    tag = reading.tag("economy/rates")
    after = reading.after(reading.annotate(Span(0, 10), (tag,)))
    assert after.codebook.names(only(after).tags) == ("economy/rates",)
    assert after.tag("Economy/Rates").id == tag.id


def test_the_colour_of_a_highlight_is_its_first_tags(reading: Reading) -> None:
    assert only(reading.after(reading.annotate(Span(0, 10), (ECONOMY,)))).color == "green"
    assert only(reading.after(reading.annotate(Span(0, 10), (ECONOMY,), color="red"))).color == "red"
    assert only(reading.after(reading.annotate(Span(0, 10)))).color == "yellow"


def test_the_same_tag_key_twice_leaves_nothing_behind(reading: Reading) -> None:
    once = reading.after(reading.toggle_tag(Span(0, 10), ECONOMY))
    assert words(once) == ["Rates rose"]
    assert words(once.after(once.toggle_tag(Span(0, 11), ECONOMY))) == []


def test_a_tag_key_on_a_highlight_never_removes_the_highlight(reading: Reading) -> None:
    plain = reading.after(reading.annotate(Span(0, 10)))
    tagged = plain.after(plain.toggle_tag(Span(0, 10), ECONOMY))
    assert only(tagged).tags == ("t1",)
    untagged = tagged.after(tagged.toggle_tag(only(tagged), ECONOMY))
    assert only(untagged).tags == ()


def test_every_edit_raises_the_revision(reading: Reading) -> None:
    made = reading.after(reading.annotate(Span(0, 10)))
    noted = made.after(made.set_note(only(made), "Really?"))
    coloured = noted.after(noted.set_color(only(noted), "red"))
    starred = coloured.after(coloured.set_important(only(coloured), True))
    last = only(starred)
    assert (last.note, last.color, last.important, last.rev) == ("Really?", "red", True, 4)


def test_a_resized_highlight_marks_other_words(reading: Reading) -> None:
    made = reading.after(reading.annotate(Span(0, 10)))
    grown = made.after(made.resize(only(made), Span(0, 16)))
    assert only(grown).target.exact == only(grown).span.of(TEXT) == "Rates rose again"


def test_the_innermost_annotation_comes_first(reading: Reading) -> None:
    outer = reading.after(reading.annotate(Span(0, 17)))
    both = outer.after(outer.annotate(Span(6, 10)))
    assert [a.span.of(TEXT) for a in both.at(7)] == ["rose", "Rates rose again."]
    assert both.at(40) == ()


def test_several_are_deleted_by_one_change(reading: Reading) -> None:
    one = reading.after(reading.annotate(Span(0, 10)))
    two = one.after(one.annotate(Span(18, 26)))
    change = two.remove([annotation.id for annotation in two.annotations])
    assert change.label == "Deleted 2 highlights"
    assert two.after(change).annotations == ()
    assert two.after(change).after(change.inverse) == two


def test_a_pinned_key_belongs_to_one_tag(reading: Reading) -> None:
    first = reading.after(reading.new_tag("one", key=3))
    second = first.after(first.new_tag("two", key=3))
    assert [(tag.name, tag.key) for tag in second.codebook] == [("one", None), ("two", 3)]
    back = second.after(second.pin(second.tag("one"), 3))
    assert [(tag.name, tag.key) for tag in back.codebook] == [("one", 3), ("two", None)]


def test_a_taken_or_empty_name_is_refused(reading: Reading) -> None:
    one = reading.after(reading.new_tag("one"))
    for name in ("One", " ", "/"):
        with pytest.raises(ValueError, match="tag"):
            one.new_tag(name)
    renamed = one.after(one.rename_tag(one.tag("one"), "ONE"))
    assert [tag.name for tag in renamed.codebook] == ["ONE"]


def test_merging_a_tag_is_one_edit_and_passages_mean_the_other(reading: Reading) -> None:
    tagged = reading.after(reading.annotate(Span(0, 10), (reading.tag("prices"),)))
    both = tagged.after(tagged.new_tag("economy"))
    change = both.merge_tag(both.tag("prices"), both.tag("economy"))
    assert len(change.edits) == 1
    merged = both.after(change)
    assert merged.codebook.names(only(merged).tags) == ("economy",)
    assert merged.after(change.inverse) == both


def test_edits_of_other_articles_leave_a_reading_alone(reading: Reading) -> None:
    change = reading.annotate(Span(0, 10))
    elsewhere = replace(only(reading.after(change)), article_id="other.txt")
    assert reading.after(Change("x", (replace(change.edits[0], after=elsewhere),))).annotations == ()


def test_a_highlight_has_the_colour_of_its_first_tag_until_it_gets_one_of_its_own(reading: Reading) -> None:
    reading = reading.after(reading.annotate(Span(0, 5)))
    reading = reading.after(reading.set_tags(only(reading), (ECONOMY,)))
    assert only(reading).color == "green"
    reading = reading.after(reading.set_tags(only(reading), ()))
    assert only(reading).color == "yellow"
    reading = reading.after(reading.set_color(only(reading), "pink"))
    reading = reading.after(reading.toggle_tag(only(reading), ECONOMY))
    assert only(reading).color == "pink"


def test_a_tag_that_came_by_a_merger_can_be_taken_off_with_one_key(reading: Reading) -> None:
    growth = Tag("t2", "growth")
    both = reading.after(reading.annotate(Span(0, 10), (growth,), note="kept"))
    both = both.after(both.merge_tag(growth, ECONOMY))
    untagged = both.after(both.toggle_tag(only(both), ECONOMY))
    assert only(untagged).tags == ()
    assert only(untagged).note == "kept"
