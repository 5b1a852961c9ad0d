"""The codebook: merged tags mean what they were merged into, deleted ones nothing."""

from reader.annotations import Codebook, Tag

CODEBOOK = Codebook(
    {
        "t1": Tag("t1", "Economy", key=1),
        "t2": Tag("t2", "economy/inflation"),
        "t3": Tag("t3", "prices", deleted="2026-01-01T00:00:00.000Z", merged_into="t2"),
        "t4": Tag("t4", "costs", deleted="2026-01-01T00:00:00.000Z", merged_into="t3"),
        "t5": Tag("t5", "gone", deleted="2026-01-01T00:00:00.000Z"),
    }
)


def test_tags_in_use_come_by_name() -> None:
    assert [tag.id for tag in CODEBOOK] == ["t1", "t2"]


def test_a_merged_tag_means_the_one_that_took_its_place_however_many_merges_ago() -> None:
    assert [tag.id for tag in CODEBOOK.of(("t4", "t3", "t1"))] == ["t2", "t1"]
    assert CODEBOOK.names(("t4", "t3", "t1")) == ("economy/inflation", "Economy")


def test_a_deleted_tag_means_nothing_and_an_unknown_id_stands_for_itself() -> None:
    assert CODEBOOK.names(("t5", "t99")) == ("t99",)


def test_tags_merged_in_a_circle_do_not_hang() -> None:
    circle = Codebook({"a": Tag("a", "a", merged_into="b"), "b": Tag("b", "b", merged_into="a")})
    assert circle.meant("a") == "b"


def test_names_are_found_whatever_their_case() -> None:
    found = CODEBOOK.named(" ECONOMY ")
    assert found is not None
    assert found.id == "t1"
    assert CODEBOOK.pinned(1) is found
