"""A short sample of `python -m tests.faults.full_disk`."""

import subprocess
import sys
from pathlib import Path

import pytest
import tinydb

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


STOCK = """
import resource, signal, sys, tinydb
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = tinydb.TinyDB(sys.argv[1])
database.insert_multiple({"note": f"note {number}"} for number in range(50))
resource.setrlimit(resource.RLIMIT_FSIZE, (500, resource.RLIM_INFINITY))
try:
    database.update({"note": "x"}, doc_ids=[1])
except OSError:
    print("refused")
"""


def test_stock_tinydb_loses_what_it_had_on_a_full_disk_so_the_test_can_fail(tmp_path: Path) -> None:
    path = tmp_path / "stock.json"
    run = subprocess.run([sys.executable, "-c", STOCK, path], capture_output=True, text=True, check=True)
    assert run.stdout == "refused\n"
    with tinydb.TinyDB(path) as database, pytest.raises(ValueError, match="char"):
        database.all()
