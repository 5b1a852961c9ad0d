"""The house rules that a machine can hold: sizes, names, floors, and what the core may load."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reader"
MODULES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(text, name) for name, text in MODULES.items()}

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
METHODS_OF_A_CLASS = 20
NAMES_THAT_SAY_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "common",
    "data",
    "types",
    "misc",
}
TOP_LEVEL = {"pyproject.toml", "README.md", "reader", "styles", "tests", "sample_corpus"}
MADE_BY_TOOLS = {"build", "dist", "__pycache__"}

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)


def every(kind: type[Node]) -> Iterator[tuple[str, Node]]:
    """Each node of that kind in the package, with the name of its file."""
    return ((name, node) for name, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, kind))


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_long() -> None:
    assert not [name for name, text in MODULES.items() if len(text.splitlines()) > LINES_OF_A_FILE]


def test_no_function_is_long() -> None:
    functions: list[tuple[str, Function]] = [*every(ast.FunctionDef), *every(ast.AsyncFunctionDef)]
    assert not [(name, node.name) for name, node in functions if length(node) > LINES_OF_A_FUNCTION]


def test_no_class_has_many_methods() -> None:
    methods = {
        (name, node.name): sum(isinstance(part, Function) for part in node.body) for name, node in every(ast.ClassDef)
    }
    assert not {place: number for place, number in methods.items() if number > METHODS_OF_A_CLASS}


def test_every_module_says_what_it_is_for() -> None:
    assert not [name for name, tree in TREES.items() if tree.body and not ast.get_docstring(tree)]


def test_names_of_rooms_and_files_say_what_is_inside() -> None:
    assert not [name for name in MODULES if NAMES_THAT_SAY_NOTHING & set(Path(name).with_suffix("").parts)]


def test_no_module_is_called_like_one_of_the_standard_library() -> None:
    # A `string` or `calendar` of our own takes the place of Python's for whoever runs a file beside it.
    ours = {name: Path(name).stem for name in MODULES if not Path(name).stem.startswith("__")}
    assert not [name for name, stem in ours.items() if stem in sys.stdlib_module_names]


def test_unexpected_errors_are_never_swallowed() -> None:
    catching_all = [(name, handler) for name, handler in every(ast.ExceptHandler) if catches_everything(handler)]
    assert not [(name, handler.lineno) for name, handler in catching_all if not hands_on(handler)]


def catches_everything(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in ("Exception", "BaseException") for kind in kinds)


def hands_on(handler: ast.ExceptHandler) -> bool:
    """True if the error is raised again or given to somebody."""
    used = {part.id for part in ast.walk(handler) if isinstance(part, ast.Name)}
    return handler.name in used or any(isinstance(part, ast.Raise) for part in ast.walk(handler))


def test_the_top_level_is_as_the_owner_fixed_it() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.suffix != ".egg-info"}
    assert found - MADE_BY_TOOLS <= TOP_LEVEL


def test_everything_below_the_app_loads_without_textual_or_rich() -> None:
    program = """
import importlib, pkgutil, sys, reader
for module in pkgutil.walk_packages(reader.__path__, "reader."):
    if not module.name.startswith(("reader.ui", "reader.__main__")):
        importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "rich"}))
"""
    assert run([sys.executable, "-c", program]) == "\n"


def test_floors_and_rooms_import_only_what_they_may() -> None:
    if importlib.util.find_spec("importlinter") is None:
        pytest.skip("import-linter is not installed (it comes with the extra `dev`)")
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    assert "0 broken" in run([sys.executable, "-c", program, "--no-cache"])


def run(command: list[str]) -> str:
    """What `command` prints, run in the repository; fails with all that it said if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
