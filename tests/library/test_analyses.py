from __future__ import annotations

import pickle
from pathlib import Path

from reader.library.analyses import Analysed, File, Unread, analyses


def test_every_file_has_an_outcome_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text(
        "Dam\n\n“It will be built before winter comes,” said Ann Lee, the mayor.\n", "utf-8"
    )
    (tmp_path / "picture.txt").write_bytes(bytes(200))
    (tmp_path / "rain.md").write_text("---\ntitle: Rain\npublisher: The Gauge\n---\n\nIt rained.\n", "utf-8")
    names = ["rain.md", "picture.txt", "gone.txt", "dam.txt"]
    rain, picture, gone, dam = analyses(File(tmp_path / name, tmp_path) for name in names)
    assert isinstance(rain, Analysed)
    assert (rain.article_id, rain.title, rain.words) == ("rain.md", "Rain", 9)
    assert isinstance(picture, Unread)
    assert (picture.article_id, picture.path) == ("picture.txt", tmp_path / "picture.txt")
    assert isinstance(gone, Unread)
    assert gone.reason
    assert isinstance(dam, Analysed)
    assert [quotation.resolved for quotation in dam.analysis.quotations] == ["Ann Lee"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    outcomes = analyses([File(tmp_path / "later.txt", tmp_path)])
    (tmp_path / "later.txt").write_text("Written later\n\nThan the call.\n", "utf-8")
    assert isinstance(next(outcomes), Analysed)


def test_outcomes_can_come_from_another_process(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text("Dam\n\n“It will be built,” said Ann Lee.\n", "utf-8")
    (tmp_path / "picture.txt").write_bytes(bytes(200))
    outcomes = list(analyses(File(path, tmp_path) for path in sorted(tmp_path.iterdir())))
    assert pickle.loads(pickle.dumps(outcomes)) == outcomes
