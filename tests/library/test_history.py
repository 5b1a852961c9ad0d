"""The history: which change undo and redo come to next, however long the file and however torn its end."""

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.history import History
from reader.library.patch import Patch


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history.jsonl")


def make(history: History, label: str) -> None:
    history.add(label, [("a.json", Patch(label, {"note": ""}, {"note": label}, "then"))])


def step(history: History, what: Literal["undone", "redone"]) -> str:
    found = history.to_undo() if what == "undone" else history.to_redo()
    if found is None:
        return ""
    history.mark(what, found, "now")
    return found.label


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["make", "undo", "redo", "flush"]), max_size=40))
def test_undo_and_redo_are_a_stack(tmp_path_factory: pytest.TempPathFactory, commands: list[str]) -> None:
    path = tmp_path_factory.mktemp("history") / "history.jsonl"
    history = History(path)
    done: list[str] = []
    undone: list[str] = []
    for number, command in enumerate(commands):
        if command == "make":
            make(history, str(number))
            done.append(str(number))
            undone.clear()
        elif command == "undo":
            assert step(history, "undone") == (done[-1] if done else "")
            undone += [done.pop()] if done else []
        elif command == "redo":
            assert step(history, "redone") == (undone[-1] if undone else "")
            done += [undone.pop()] if undone else []
        else:
            history.flush()
            history = History(path)


def test_lines_longer_than_what_is_read_at_once_are_put_together(history: History) -> None:
    for label in ("a" * 200_000, "b", "c" * 70_000):
        make(history, label)
    history.flush()
    assert [len(step(history, "undone")) for _ in range(4)] == [70_000, 1, 200_000, 0]


def test_a_line_torn_by_a_crash_is_passed_over_and_not_added_to(history: History, tmp_path: Path) -> None:
    make(history, "first")
    make(history, "torn")
    history.flush()
    path = tmp_path / "history.jsonl"
    path.write_bytes(path.read_bytes()[:-30])
    make(history, "last")
    history.flush()
    assert [step(history, "undone") for _ in range(3)] == ["last", "first", ""]


def test_every_patch_of_a_file_comes_in_the_order_of_making(history: History) -> None:
    make(history, "one")
    history.add("elsewhere", [("b.json", Patch("x", {}, {"id": "x"}, "then"))])
    step(history, "undone")
    step(history, "undone")
    step(history, "redone")
    history.flush()
    assert [patch.after for patch in history.patches_for("a.json")] == [{"note": "one"}, {"note": ""}, {"note": "one"}]
    assert len(history.patches_for("b.json")) == 2
