"""The version of rules and word lists: nothing in, a short text that changes with every change of this room out.

Why computed: a cache that outlives a changed rule shows yesterday's speakers, and a number kept by hand is forgotten.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def rule_version() -> str:
    """12 hex digits over the files of this room and its word lists."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.py"), *folder.glob("lexicon/*")]):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]
