"""A short sample of `python -m tests.faults.full_disk`."""

from pathlib import Path

import pytest

from tests.faults.full_disk import CHANGES, session


@pytest.mark.parametrize(("limit", "may_refuse"), [(0, True), (700, True), (9000, True), (10**7, False)])
def test_on_a_full_disk_nothing_acknowledged_is_lost_and_nothing_typed_either(
    tmp_path: Path, limit: int, may_refuse: bool
) -> None:
    found = session(tmp_path / "news", limit)
    assert len(found.acknowledged) + len(found.refused) == CHANGES
    assert bool(found.refused) == may_refuse
    assert set(found.acknowledged) <= set(found.before)
    assert sorted(found.after) == sorted([*found.acknowledged, *found.refused, "last"])
