"""What README.md says, tried as far as a program can: its commands, examples, keys, links and files.

    python tests/test_readme.py

puts the present table of keys into it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.settings import read_settings

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")

KEYS = re.compile(r"(<!-- keys: .*? -->\n)(.*?)(<!-- end of keys -->)", re.DOTALL)
CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FILE = re.compile(r"(?<![\w/.-])(?:(?:reader|tests|styles|sample_corpus|\.ci|\.pictures)/[\w/.-]*\w/?|pyproject\.toml)")
MODULE = re.compile(r"python -m (tests[\w.]+)")
FOREIGN = re.compile(rf"{re.escape(str(ROOT))}|/(?:home|root|tmp|Users)/")
SET_UP = ("python -m pip install . && reader", "python -m pip install -e '.[test]' && pytest")
AN_ARTICLE = "strait-call-first-since-closure.txt"


def code(language: str) -> list[str]:
    """The code blocks in that language."""
    return [block for name, block in CODE.findall(TEXT) if name == language]


def examples() -> list[str]:
    """The commands without a screen that are shown, without what they are piped into."""
    lines = (line for block in code("sh") for line in block.splitlines())
    return [line.partition(" | ")[0] for line in lines if re.match(r"reader \w", line)]


def reader(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def with_present_keys(text: str) -> str:
    """`text` with the table that `reader keys` prints now."""
    table = reader("keys", "--format", "markdown", folder=ROOT).stdout
    return KEYS.sub(lambda found: f"{found[1]}\n{table}\n{found[3]}", text)


@pytest.fixture(scope="module")
def beside_news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a folder `news` of two articles in it."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "news").mkdir()
    for name in (AN_ARTICLE, "strait-readout-meilu.md"):
        shutil.copy(ROOT / "sample_corpus" / name, folder / "news")
    return folder


@pytest.mark.parametrize("line", SET_UP)
def test_each_set_up_line_stands_on_a_line_of_its_own_in_a_code_block(line: str) -> None:
    assert any(line in block.splitlines() for block in code("sh"))


def test_the_tables_of_keys_are_those_of_the_app() -> None:
    assert KEYS.search(TEXT)
    assert with_present_keys(TEXT) == TEXT, "python tests/test_readme.py puts the present keys into README.md"


def test_examples_are_shown_for_every_command_that_needs_no_screen() -> None:
    shown = {"list", "annotate", "quotes", "export", "keys", "check", "doctor"}
    assert {example.split()[1] for example in examples()} == shown


@pytest.mark.parametrize("example", examples())
def test_every_example_works_as_it_stands(example: str, beside_news: Path) -> None:
    done = reader(*shlex.split(example)[1:], folder=beside_news)
    assert done.returncode == 0, done.stderr
    assert done.stdout or list(beside_news.glob("*.*"))


def test_every_option_that_is_named_is_known(tmp_path: Path) -> None:
    commands = ("annotate", "list", "export", "quotes", "keys", "check", "doctor", "settings")
    known = "".join(reader(command, "--help", folder=tmp_path).stdout for command in commands)
    named = set(re.findall(r"`(--[a-z]+)", TEXT))
    assert named
    assert {option for option in named if option not in known} == set()


def test_the_examples_in_python_run(beside_news: Path) -> None:
    reader("quotes", "news", "--format", "csv", "-o", "quotations.csv", "--force", folder=beside_news)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for program in code("python"):
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, cwd=beside_news, env=environment, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        assert "Morlavsk" in done.stdout


def test_the_settings_that_are_shown_are_accepted(tmp_path: Path) -> None:
    (example,) = code("toml")
    path = tmp_path / "settings.toml"
    path.write_text(example, encoding="utf-8")
    assert read_settings(path) != read_settings(tmp_path / "none.toml")


def test_every_link_leads_somewhere() -> None:
    anchors = {"#" + re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in HEADING.findall(TEXT)}
    targets = [target for target in LINK.findall(TEXT) if not target.startswith("https://")]
    assert targets
    assert [target for target in targets if target not in anchors and not (ROOT / target).exists()] == []


def test_every_file_and_folder_that_is_named_exists() -> None:
    named = set(FILE.findall(TEXT)) | {f"{module.replace('.', '/')}.py" for module in MODULE.findall(TEXT)}
    assert len(named) > 20
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_neither_page_nor_pictures_know_the_machine_they_were_made_on() -> None:
    for page in published():
        assert FOREIGN.findall(page.read_text("utf-8")) == [], page.name


def published() -> Iterator[Path]:
    yield README
    yield from (ROOT / ".pictures").glob("*.svg")


if __name__ == "__main__":
    README.write_text(with_present_keys(TEXT), encoding="utf-8")
