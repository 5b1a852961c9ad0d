"""Several highlights changed in one step."""

from __future__ import annotations

from reader.annotations import Anchor, Annotation, Change, Codebook, Tag, Target
from reader.annotations.together import colored, common_tags, flagged, removed, retagged, toggled
from reader.text import Span

ECONOMY, RATES, WHO = (
    Tag(f"t_{name}", name, color) for name, color in (("economy", "green"), ("rates", ""), ("who", ""))
)
MERGED = Tag("t_old", "old", deleted="2026", merged_into=RATES.id)
CODEBOOK = Codebook({tag.id: tag for tag in (ECONOMY, RATES, WHO, MERGED)})


def highlight(name: str, *tags: Tag, important: bool = False) -> Annotation:
    target = Target("sha", Span(0, 4), f"words of {name}")
    ids = tuple(tag.id for tag in tags)
    return Annotation(name, "a.txt", target, Anchor("sha", target.span), "2026", "2026", tags=ids, important=important)


ONE, TWO, THREE = highlight("one", ECONOMY, RATES), highlight("two", MERGED, ECONOMY), highlight("three", WHO, ECONOMY)


def tags_after(change: Change) -> dict[str, tuple[str, ...]]:
    after = (edit.after for edit in change.edits)
    return {one.id: CODEBOOK.names(one.tags) for one in after if isinstance(one, Annotation)}


def test_tags_in_common_are_those_that_all_have_also_after_mergers() -> None:
    assert [tag.name for tag in common_tags([ONE, TWO], CODEBOOK)] == ["economy", "rates"]
    assert [tag.name for tag in common_tags([ONE, TWO, THREE], CODEBOOK)] == ["economy"]
    assert common_tags([], CODEBOOK) == ()


def test_a_tag_is_added_to_those_that_lack_it_and_other_tags_stay() -> None:
    change = retagged([ONE, TWO, THREE], CODEBOOK, [ECONOMY, RATES])
    assert tags_after(change) == {"three": ("who", "economy", "rates")}
    assert change.label == "Tagged 3 highlights #economy #rates"


def test_a_common_tag_that_is_left_out_is_taken_away_from_all() -> None:
    change = retagged([ONE, THREE], CODEBOOK, [])
    assert tags_after(change) == {"one": ("rates",), "three": ("who",)}
    assert change.label == "Untagged 2 highlights"


def test_a_new_tag_enters_the_codebook_with_the_same_step() -> None:
    new = Tag("t_new", "new", "blue")
    change = retagged([THREE], CODEBOOK, [WHO, ECONOMY, new])
    assert [type(edit.after).__name__ for edit in change.edits] == ["Tag", "Annotation"]
    assert change.label == "Tagged “words of three” #who #economy #new"


def test_deleting_several_is_one_step() -> None:
    change = removed([ONE, TWO])
    assert [(edit.before, edit.after) for edit in change.edits] == [(ONE, None), (TWO, None)]
    assert change.label == "Deleted 2 highlights"


def test_only_what_is_not_flagged_yet_is_flagged() -> None:
    change = flagged([ONE, highlight("four", important=True)], True)
    assert [edit.record.id for edit in change.edits] == ["one"]


def test_a_tag_by_its_key_is_given_to_those_that_lack_it_and_else_taken_from_all() -> None:
    change = toggled([ONE, TWO, THREE], CODEBOOK, RATES)
    assert (tags_after(change), change.label) == ({"three": ("who", "economy", "rates")}, "Tagged 3 highlights #rates")
    change = toggled([ONE, TWO], CODEBOOK, RATES)
    assert (tags_after(change), change.label) == (
        {"one": ("economy",), "two": ("economy",)},
        "Untagged 2 highlights #rates",
    )


def test_one_colour_for_all_leaves_those_alone_that_have_it() -> None:
    change = colored([ONE, TWO], "yellow")
    assert change.edits == ()
    change = colored([ONE, TWO], "pink")
    assert [edit.after.color for edit in change.edits if isinstance(edit.after, Annotation)] == ["pink", "pink"]
    assert change.label == "Coloured 2 highlights pink"
