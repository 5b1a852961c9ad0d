"""What a store holds, as annotations, tags and corrections: values and changes in, values and changes out.

Records that this version cannot read stay in their files as they are; the user is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from reader.annotations import (
    Annotation,
    Change,
    Codebook,
    Correction,
    Edit,
    RecordError,
    Tag,
    to_record,
)
from reader.annotations.change import Record
from reader.article import Article
from reader.article.words import displayed_text
from reader.library.collecting import putting_off_collection
from reader.library.history import Located
from reader.library.identity import file_of
from reader.library.patch import Patch, patch_of
from reader.library.record_file import RecordFile
from reader.library.sidecars import article_of
from reader.library.store import Store

_REMEMBERED = 16
"""Texts at hand: those of the articles that are open, and a few more."""


class Holdings:
    """The annotations, tags and corrections in `store`, whose articles are below `root`."""

    def __init__(self, store: Store, root: Path) -> None:
        self.store = store
        self._root = root
        self._seen: dict[str, str] = {}
        """Texts of the articles read last, by their hashes."""

    @property
    def codebook(self) -> Codebook:
        tags = self._values(self.store.codebook)
        return Codebook({tag.id: tag for tag in tags if isinstance(tag, Tag)})

    @property
    def corrections(self) -> list[Correction]:
        """Those that hold."""
        values = self._values(self.store.corrections)
        return [value for value in values if isinstance(value, Correction) and not value.deleted]

    def annotations(self) -> Iterator[Annotation]:
        """Every annotation of the library, with the anchor that was stored last; loaded as they are asked for."""
        with putting_off_collection():
            for file in self.store.sidecars.all():
                yield from self._live(file)

    def placed_in(self, article: Article) -> list[Annotation]:
        """The annotations of `article`, each where it stands in the present text; new places are kept."""
        self._remember(article)
        file = self._file_of(article)
        if file is None:
            return []
        from reader.annotations import Anchoring, Version  # articles without annotations need not wait for it

        stored = list(self._live(file))
        version = Version(article.text, article.sha256)
        anchoring = Anchoring(version, self.store.texts.text, lambda: displayed_text(article))
        placed = [anchoring.placed(annotation) for annotation in stored]
        self.store.texts.keep(article.sha256, article.text)
        if self._may_write(file):
            self._keep(file, article, placed, _moves(stored, placed))
        return placed

    def _keep(self, file: RecordFile, article: Article, placed: list[Annotation], moves: list[Patch]) -> None:
        """Keep new places, and which text they are in."""
        # Where nothing is found, another article may stand in the place of ours, which its old text still tells.
        found = not placed or any(annotation.anchor.placed for annotation in placed)
        if found:
            file.say(text_sha256=article.sha256)
        if moves or file.unsaved:
            self.store.derive(file, moves)

    def _remember(self, article: Article) -> None:
        """Have the text at hand for when a passage of it is annotated."""
        self._seen.pop(article.sha256, None)
        self._seen[article.sha256] = article.text
        if len(self._seen) > _REMEMBERED:
            self._seen.pop(next(iter(self._seen)))

    def make(self, change: Change) -> Future[None]:
        return self.store.make(change.label, [self._patch(edit) for edit in change.edits])

    def undo(self) -> Change | None:
        step = self.store.history.to_undo()
        return self._made(step.label, step.patches, partial(self.store.undo, step)) if step else None

    def redo(self) -> Change | None:
        step = self.store.history.to_redo()
        return self._made(step.label, step.patches, partial(self.store.redo, step)) if step else None

    def _made(self, label: str, patches: Iterable[Located], make: Callable[[], None]) -> Change:
        """What `make` does to the records that `patches` touch."""
        touched = list(dict.fromkeys((name, patch.id) for name, patch in patches))
        self.store.update({name for name, _ in touched})
        before = [self._record(name, record_id) for name, record_id in touched]
        make()
        after = [self._record(name, record_id) for name, record_id in touched]
        edits = (Edit(*both) for both in zip(before, after, strict=True) if any(both))
        return Change(label, tuple(edits))

    def _record(self, name: str, record_id: str) -> Record | None:
        """The record of that id in the file called `name`: tags also when deleted, others only live."""
        file = self.store.file(name)
        value = self._readable(file, file.value(record_id))
        return None if isinstance(value, Annotation | Correction) and value.deleted else value

    def _patch(self, edit: Edit) -> Located:
        file = self._file_for(edit.record)
        return file.path.name, patch_of(edit)

    def _file_for(self, record: Record) -> RecordFile:
        if isinstance(record, Tag):
            return self.store.codebook
        if isinstance(record, Correction):
            self._keep_text(record.target.text_sha256 if record.target else "")
            return self.store.corrections
        sidecars = self.store.sidecars
        file = sidecars.of(record.article_id) or sidecars.made_for(record.article_id)
        file.say(text_sha256=record.anchor.text_sha256)
        self._keep_text(record.anchor.text_sha256)
        return file

    def _keep_text(self, text_sha256: str) -> None:
        if text := self._seen.get(text_sha256):
            self.store.texts.keep(text_sha256, text)

    def _file_of(self, article: Article) -> RecordFile | None:
        """The file of an article, which from now on knows where the article is."""
        file = file_of(article, self.store.sidecars, self.store.texts, self._root)
        if file is not None and article_of(file) != article.id and self._may_write(file):
            file.say(path=article.id)
            self.store.derive(file)
        return file

    def _may_write(self, file: RecordFile) -> bool:
        return self.store.writable and not file.is_newer

    def _live(self, file: RecordFile) -> Iterator[Annotation]:
        for value in self._values(file):
            if isinstance(value, Annotation) and not value.deleted:
                yield value

    def _values(self, file: RecordFile) -> Iterator[Record]:
        """Every record of a file that this version can read, deleted ones too."""
        for value in file.values():
            if (readable := self._readable(file, value)) is not None:
                yield readable

    def _readable(self, file: RecordFile, value: Record | RecordError | None) -> Record | None:
        if not isinstance(value, RecordError):
            return value
        notice = f"{file.path.name}: a record cannot be shown and was left as it is ({value})"
        if notice not in self.store.notices:
            self.store.notices.append(notice)
        return None


def _moves(stored: Iterable[Annotation], placed: Iterable[Annotation]) -> list[Patch]:
    """The patches that keep the anchors which differ."""
    return [
        Patch(old.id, {"anchor": to_record(old)["anchor"]}, {"anchor": to_record(new)["anchor"]}, derived=True)
        for old, new in zip(stored, placed, strict=True)
        if old.anchor != new.anchor
    ]
