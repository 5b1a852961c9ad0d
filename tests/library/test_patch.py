"""Patches: only what was changed is written, so that two people can change one record."""

from typing import Any

from reader.library.patch import Patch, patched

RECORD: dict[str, Any] = {
    "id": "a",
    "rev": 3,
    "note": "one",
    "tags": ["x", "y"],
    "color": "red",
    "deleted": None,
    "votes": 9,
}


def after(before: dict[str, Any], changed: dict[str, Any], record: dict[str, Any] | None = None) -> dict[str, Any]:
    result = patched(RECORD if record is None else record, Patch("a", before, changed, "now"))
    assert result is not None
    return result


def test_fields_that_were_not_changed_stay_whatever_they_are() -> None:
    assert after({"color": "red"}, {"color": "blue"}) == RECORD | {"color": "blue", "rev": 4, "modified": "now"}


def test_tags_are_added_and_taken_away_one_by_one() -> None:
    theirs = RECORD | {"tags": ["x", "y", "theirs"]}
    assert after({"tags": ["x", "y"]}, {"tags": ["y", "ours"]}, theirs)["tags"] == ["y", "theirs", "ours"]


def test_notes_that_were_both_typed_are_both_kept() -> None:
    assert after({"note": "zero"}, {"note": "two"})["note"] == "one\n\ntwo"
    assert after({"note": "zero"}, {"note": "one and more"})["note"] == "one and more"
    assert after({"note": "one"}, {"note": ""})["note"] == ""


def test_the_inverse_takes_a_patch_back() -> None:
    patch = Patch("a", {"note": "one", "tags": ["x", "y"]}, {"note": "two", "tags": ["y", "z"]}, "now")
    there = patched(RECORD, patch)
    back = patched(there, patch.inverse("later"))
    assert back == RECORD | {"rev": 5, "modified": "later"}


def test_taking_back_the_making_of_a_record_leaves_a_tombstone_that_can_be_made_again() -> None:
    made = Patch("a", {}, RECORD, "now")
    gone = patched(patched(None, made), made.inverse("later"))
    assert gone is not None
    assert gone["deleted"] == "later"
    again = patched(gone, made.again("last"))
    assert again == RECORD | {"rev": 5, "modified": "last"}


def test_what_the_program_works_out_raises_no_revision_and_brings_nothing_back() -> None:
    dead = RECORD | {"deleted": "then"}
    result = patched(dead, Patch("a", {"anchor": 1}, {"anchor": 2}, "now", derived=True))
    assert result == dead | {"anchor": 2}


def test_an_edit_of_a_record_that_is_not_there_makes_nothing() -> None:
    assert patched(None, Patch("a", {"note": ""}, {"note": "x"}, "now")) is None


def test_the_inverse_of_a_patch_that_changes_nothing_changes_nothing() -> None:
    nothing = Patch("a", {}, {}, "now")
    assert patched(RECORD, nothing.inverse("later")) == RECORD | {"rev": 4, "modified": "later"}
