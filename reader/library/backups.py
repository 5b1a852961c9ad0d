"""Earlier versions of stored files, and what to do when the present one is damaged.

A backup is a second name of the version that is about to be replaced: it costs nothing and cannot be torn by the
writing of the next one.  A damaged file is moved aside untouched; the newest good backup, brought up to date from the
history, takes its place.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reader.annotations.records import Fields
from reader.library import files
from reader.library.errors import Damaged
from reader.library.patch import Patch, patched
from reader.library.record_file import number_of
from reader.library.tables import Tables, decode, encode

KEPT = 5
"""Backups of one file; one is made before the first write of each run."""


def keep(path: Path, folder: Path) -> None:
    """Keep the present version of the file at `path` in `folder`; nothing happens where there is none yet."""
    if not path.exists():
        return
    kept = _folder_for(path, folder)
    kept.mkdir(parents=True, exist_ok=True)
    earlier = sorted(kept.glob("*.json"))
    name = _name_after(earlier[-1] if earlier else None, kept)
    with suppress(FileExistsError):
        try:
            os.link(path, name)
        except (AttributeError, PermissionError, NotImplementedError):  # a file system without hard links
            import shutil

            shutil.copy2(path, name)
    for old in earlier[: 1 - KEPT]:
        with suppress(OSError):
            old.unlink()


def _name_after(last: Path | None, folder: Path) -> Path:
    """The name of a backup that is made now; names are in the order of the making, also when the clock goes back."""
    name = folder / f"{_time()}.json"
    return name if last is None or name > last else last.with_stem(f"{last.stem}_")


def newest(path: Path, folder: Path) -> Tables | None:
    """The newest backup of the file at `path` that is not damaged itself; None where there is none."""
    for kept in sorted(_folder_for(path, folder).glob("*.json"), reverse=True):
        with suppress(OSError, Damaged):
            return decode(files.read(kept)[0])
    return None


def move_aside(path: Path, folder: Path) -> Path:
    """Put a damaged file into `folder`, as it is; where it went."""
    files.make_folder(folder)
    aside = folder / f"{path.stem}.{_time()}.json"
    os.replace(path, aside)
    files.sync_folder(folder)
    return aside


def rebuilt(tables: Tables, table: str, patches: Iterable[Patch]) -> Tables:
    """`tables` of a backup with what the history knows to be later."""
    known: dict[str, Fields] = {}
    for patch in patches:
        record = patched(known.get(patch.id), patch)
        if record is not None:
            known[patch.id] = record
    documents = dict(tables.get(table, {}))
    numbers = {document.get("id"): number for number, document in documents.items()}
    for record_id, record in known.items():
        number = numbers.get(record_id, str(number_of(record_id)))
        if record.get("rev", 0) > documents.get(number, {}).get("rev", 0):
            documents[number] = record
    return {**tables, table: documents}


def restore(path: Path, tables: Tables, said: Mapping[str, str]) -> None:
    """Write `tables` as the file at `path`, which says `said` about itself, too."""
    files.write(path, encode(tables, said))


def _folder_for(path: Path, folder: Path) -> Path:
    return folder / path.stem


def _time() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
