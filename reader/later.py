"""Names of a package whose modules are imported when somebody asks for them, so that nobody waits for the others.

In the package's `__init__`: `__getattr__ = imported_later(__name__, {"Library": "library", ...})` (PEP 562).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def imported_later(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """What looks up a name of `package` in the module of it that `modules` says; AttributeError for other names."""

    def look_up(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return look_up
