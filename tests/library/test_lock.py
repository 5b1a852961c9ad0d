"""The lock: one writer at a time among all processes, and none after its holder was killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import lock
from reader.library.errors import StoreError
from reader.library.lock import Lock

HOLD = """
import sys, time
from pathlib import Path
from reader.library.lock import Lock
with Lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_another_process_waits_until_the_holder_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / ".lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, path], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with pytest.raises(StoreError, match="another program has held"), Lock(path):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with Lock(path):
        assert path.exists()


def test_it_can_be_taken_again_after_a_failure(tmp_path: Path) -> None:
    one = Lock(tmp_path / ".lock")
    with pytest.raises(RuntimeError), one:
        raise RuntimeError
    with one:
        pass
