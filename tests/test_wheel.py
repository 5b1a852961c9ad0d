"""What users install: the wheel is built, put into an empty virtual environment and started there."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import sysconfig
import termios
import venv
import zipfile
from pathlib import Path

import pytest

import reader
from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment with the wheel in it; what it depends on is taken from here, without network."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    ours = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (packages / "dependencies.pth").write_text("\n".join(ours))
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    run([sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)], cwd=folder)
    return python.parent


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a new user, with no trace of this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG_"))}
    return {**kept, "HOME": str(tmp_path), "TERM": "xterm-256color"}


def run(command: list[str], cwd: Path, env: dict[str, str] | None = None) -> str:
    """What `command` prints; fails with all that it said if it fails."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_styles_samples_word_lists_and_templates_are_in_the_wheel(wheel: Path) -> None:
    def files(folder: Path, name: str) -> set[str]:
        kept = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {f"{name}/{path.relative_to(folder).as_posix()}" for path in kept if not path.name.startswith(".")}

    inside = set(zipfile.ZipFile(wheel).namelist())
    assert files(ROOT / "reader", "reader") <= inside
    assert files(ROOT / "styles", "reader/_bundled/styles") <= inside
    assert files(ROOT / "sample_corpus", "reader/_bundled/sample_corpus") <= inside


@pytest.mark.parametrize("command", ["reader", "close-reader"])
def test_both_commands_are_there(scripts: Path, home: dict[str, str], command: str, tmp_path: Path) -> None:
    assert run([str(scripts / command), "--version"], tmp_path, home) == f"Close Reader {reader.__version__}\n"


def test_the_installed_package_is_the_one_that_runs(scripts: Path, home: dict[str, str], tmp_path: Path) -> None:
    program = "import reader; from reader.folders import bundled; print(reader.__file__, bundled('sample_corpus'))"
    for place in run([str(scripts / "python"), "-c", program], tmp_path, home).split():
        assert Path(place).is_relative_to(scripts.parent)


def test_it_quotes_the_sample_corpus(scripts: Path, home: dict[str, str], tmp_path: Path) -> None:
    program = "from reader.folders import bundled; print(bundled('sample_corpus'))"
    corpus = run([str(scripts / "python"), "-c", program], tmp_path, home).strip()
    assert "quotation" in run([str(scripts / "reader"), "quotes", corpus], tmp_path, home)


def test_the_app_opens_the_sample_corpus_and_quits(scripts: Path, home: dict[str, str], tmp_path: Path) -> None:
    (welcome,) = (ROOT / "sample_corpus").glob("00-*")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (30, 100))
    process = subprocess.Popen([scripts / "reader"], stdin=theirs, stdout=theirs, stderr=theirs, env=home, cwd=tmp_path)
    os.close(theirs)
    app = Terminal(process, ours)
    try:
        app.until(welcome.read_text("utf-8").lstrip("# ").split()[0])
        app.press(b"q")
        assert app.ended() == 0
    finally:
        app.kill()
        os.close(ours)
