"""How long until the first words of an article are on a real terminal, against Textual's "hello world".

    python tests/bench/first_text.py [--runs 5]

Each program is started in a pseudo-terminal of 120 × 40 cells; the clock stops when a word that stands at the top of
the article has been written to it.  Wall seconds and processor seconds of the process until then, medians; ratios are
against hello world in the same run, because machines differ and are noisy.  The reader's text is there before the app
is (reader/ui/first_page.py): “whole” are the wall seconds until the app has painted its bottom line as well.  Every
program is run once before, so that all of it is compiled, as it is where it has been installed.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App[None]):
    def compose(self):
        yield Static("Zanzibar hello world")
Hello().run()
"""
MARKDOWN_WIDGET = """
import sys
from textual.app import App
from textual.widgets import Markdown
class Shown(App[None]):
    def compose(self):
        yield Markdown(open(sys.argv[1]).read())
Shown().run()
"""
TEXT_AREA = """
import sys
from textual.app import App
from textual.widgets import TextArea
class Shown(App[None]):
    def compose(self):
        yield TextArea(open(sys.argv[1]).read(), read_only=True)
Shown().run()
"""
MARKER = b"Zanzibar"
BOTTOM_LINE = b"? help"
PATIENCE = 60.0


def first_text(command: list[str], environment: dict[str, str], last: bytes) -> tuple[float, float, float]:
    """Wall and processor seconds from the start until the marker is on the terminal, wall seconds until `last` is."""
    terminal, side = pty.openpty()
    ioctl(side, TIOCSWINSZ, pack("HHHH", 40, 120, 0, 0))
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=side, stdout=side, stderr=side, env=environment, start_new_session=True, close_fds=True
    )
    os.close(side)
    seen = b""
    try:
        for awaited in (MARKER, last):
            while awaited not in seen:
                if time.perf_counter() - began > PATIENCE:
                    raise TimeoutError(f"{command} showed nothing")
                if select.select([terminal], [], [], 0.05)[0]:
                    seen += os.read(terminal, 65536)
            if awaited is MARKER:
                wall, processor = time.perf_counter() - began, _processor_seconds(process.pid)
        return wall, processor, time.perf_counter() - began
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # and what it has started
        process.wait()
        os.close(terminal)


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def article(size: int, markdown: bool) -> str:
    """About `size` characters of prose with headings, lists and emphasis."""
    words = "the ferry company said on Tuesday that its *two* boats would stay in port until the **inquiry** had ended"
    paragraph = f"{words}, and that [nobody](https://example.org) knew when. " * 4
    section = f"## A section\n\n{paragraph}\n\n- one thing\n- another\n\n{paragraph}\n\n"
    if not markdown:
        section = section.translate({ord(c): None for c in "#*[]()"})
    return "# Zanzibar inquiry\n\n".lstrip("" if markdown else "# ") + section * (size // len(section) + 1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", default="3000,100000,1000000,10000000")
    parser.add_argument(
        "--others", action="store_true", help="measure Textual's Markdown and TextArea too (up to 1 MB)"
    )
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("STATE", "DATA", "CONFIG", "CACHE")}
        environment = {**os.environ, **home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        rows = [("hello world", [sys.executable, "-c", HELLO])]
        for size in map(int, wish.sizes.split(",")):
            for suffix in (".md", ".txt"):
                path = Path(folder, f"{size}{suffix}", f"article{suffix}")
                path.parent.mkdir()
                path.write_text(article(size, suffix == ".md"))
                rows.append(
                    (f"reader {size / 1000:.0f} KB {suffix}", [sys.executable, "-m", "reader", str(path.parent)])
                )
                if wish.others and size <= 1_000_000 and suffix == ".md":
                    rows.append(
                        (f"Markdown widget {size / 1000:.0f} KB", [sys.executable, "-c", MARKDOWN_WIDGET, str(path)])
                    )
                    rows.append((f"TextArea {size / 1000:.0f} KB", [sys.executable, "-c", TEXT_AREA, str(path)]))
        times: dict[str, list[tuple[float, float, float]]] = {name: [] for name, _ in rows}
        for run in range(wish.runs + 1):
            for name, command in rows:
                taken = first_text(command, environment, BOTTOM_LINE if "-m" in command else MARKER)
                if run:
                    times[name].append(taken)
    base = [statistics.median(column) for column in zip(*times["hello world"], strict=True)]
    print("| program | wall s | × hello | processor s | × hello | whole |\n|---|---:|---:|---:|---:|---:|")
    for name, measured in times.items():
        wall, cpu, whole = (statistics.median(column) for column in zip(*measured, strict=True))
        print(f"| {name} | {wall:.2f} | {wall / base[0]:.2f} | {cpu:.2f} | {cpu / base[1]:.2f} | {whole:.2f} |")


if __name__ == "__main__":
    main()
