"""The real command in a pseudo-terminal: keys in, the bytes that reach the terminal out."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

PATIENCE = 30.0
"""Seconds to wait for something on the screen before a test has failed."""
CONTROL = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b[=>()][0-9AB]?")


class Terminal:
    """A pseudo-terminal with a program in it."""

    def __init__(self, process: subprocess.Popen[bytes], fd: int) -> None:
        self._process = process
        self.fd = fd
        self.written = b""
        """Everything that the program has written so far."""

    def press(self, keys: bytes) -> None:
        os.write(self.fd, keys)

    def until(self, words: str) -> None:
        """Read until `words` are among what was written since the last call, styles apart."""
        start, deadline = len(self.written), time.monotonic() + PATIENCE
        while words.encode() not in CONTROL.sub(b"", self.written[start:]):
            if time.monotonic() > deadline:
                raise AssertionError(f"{words!r} never came: {self.written[start:][-2000:]!r}")
            self._read(0.1)

    def settle(self, seconds: float = 0.5) -> None:
        """Read until nothing has come for a while."""
        while self._read(seconds):
            pass

    def ended(self) -> int:
        """Wait for the program's end; its exit status."""
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError("the program did not end")
            self._read(0.05)
        return self._process.returncode

    def close(self) -> None:
        """Close the window."""
        os.close(self.fd)
        self.fd = os.open(os.devnull, os.O_RDONLY)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def _read(self, wait: float) -> bool:
        if not select.select([self.fd], [], [], wait)[0]:
            return False
        try:
            part = os.read(self.fd, 1 << 16)
        except OSError:  # Linux's way of saying that nobody has the other end open any more
            return False
        self.written += part
        return bool(part)


@contextmanager
def reader_in_terminal(*arguments: str | Path, size: tuple[int, int] = (120, 40)) -> Iterator[Terminal]:
    """`reader ARGUMENTS` in a terminal of `size` columns and rows."""
    fd, side = pty.openpty()
    ioctl(side, TIOCSWINSZ, pack("HHHH", size[1], size[0], 0, 0))
    command = [sys.executable, "-m", "reader", *arguments]
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(
        command, stdin=side, stdout=side, stderr=side, env=environment, start_new_session=True, close_fds=True
    )
    os.close(side)
    terminal = Terminal(process, fd)
    try:
        yield terminal
    finally:
        process.kill()
        process.wait()
        os.close(terminal.fd)
