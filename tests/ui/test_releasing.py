from __future__ import annotations

import platform
import subprocess
import sys

import pytest

MEGABYTE = 1 << 20
PROGRAM = f"""
from pathlib import Path
from threading import Thread
from reader.ui.releasing import release_large_blocks

def megabytes():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) // 1024

def read_something_large():
    blocks = [b"x" * (8 * {MEGABYTE}) for _ in range(3)]

lesson = b"x" * (30 * {MEGABYTE})
del lesson  # from now on blocks of that size are cut from heaps
if WITH_IT:
    release_large_blocks()
before = megabytes()
thread = Thread(target=read_something_large)
thread.start()
thread.join()
print(megabytes() - before)
"""


def left_behind(with_it: bool) -> int:
    """Megabytes that a process still has when it has let go of 24."""
    program = PROGRAM.replace("WITH_IT", str(with_it))
    return int(subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what was large")
def test_what_was_large_goes_back_to_the_system() -> None:
    assert left_behind(with_it=True) < 4
    assert left_behind(with_it=False) > 12, "nothing would be left behind anyway: then this module is not needed"


HOLES = f"""
from pathlib import Path
from reader.ui.releasing import release_holes

def megabytes():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) // 1024

blocks = [bytes([n % 256]) * 4000 for n in range({30 * MEGABYTE // 4000})]
full = megabytes()
stay = blocks[::100]
del blocks
if WITH_IT:
    release_holes()
print(full - megabytes())
"""


def given_back(with_it: bool) -> int:
    """Megabytes of 30 that went back to the system when all blocks but a few were let go of."""
    program = HOLES.replace("WITH_IT", str(with_it))
    return int(subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is between others")
def test_what_is_free_between_small_blocks_goes_back_to_the_system() -> None:
    assert given_back(with_it=True) > 20
    assert given_back(with_it=False) < 10, "it goes back anyway: then this is not needed"
