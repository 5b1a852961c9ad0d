"""The codebook: every tag of the library with its key, colour, description and how often it is used."""

from __future__ import annotations

from typing import Any

from textual.message import Message

from reader.annotations import Codebook
from reader.annotations.uses import TagUses
from reader.text.width import cells
from reader.ui.commands import Place
from reader.ui.looks import annotation_role
from reader.ui.panes.card_list import CardList
from reader.ui.panes.codebook_branches import Branch, branches
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece, clipped

DESCRIPTION_ROWS = 3
INDENT = 2
SIGNS = 4
"""Cells before a name: colour, key, and a blank behind each."""


class CodebookPanel(CardList[Branch]):
    """Tags as cards; `enter` asks for the highlights of one."""

    TITLE = "Codebook"
    EMPTY = "no tags yet: t tags what is in focus"
    place = Place.CODEBOOK

    class BranchChosen(Message):
        def __init__(self, branch: Branch) -> None:
            super().__init__()
            self.branch = branch

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._codebook = Codebook()
        self._uses = TagUses()
        self._article = ""

    def show(self, codebook: Codebook, uses: TagUses, article_id: str) -> None:
        """Show these tags; counts are of the library and of one article."""
        self._uses, self._article = uses, article_id
        if codebook is not self._codebook:
            self._codebook = codebook
            self.items = branches(codebook)
        self.deck.forget()
        self.refresh()

    def heading(self) -> str:
        tags = sum(branch.tag is not None for branch in self.deck.items)
        return f"{self.TITLE} {tags}  here · everywhere" if tags else self.TITLE

    def identity(self, item: Branch) -> Any:
        """A tag stays itself when it is renamed."""
        return item.tag.id if item.tag else item.name

    def words(self, item: Branch) -> str:
        return f"{item.name} {item.tag.description}" if item.tag else ""

    def card(self, item: Branch, width: int) -> list[Line]:
        """While a filter hides what stands above a tag, its name is written out."""
        counts = self._counts(item)
        indent = " " * (0 if self.wanted else INDENT * item.depth)
        name = clipped(indent + (item.name if self.wanted else item.leaf), width - SIGNS - cells(counts) - 1)
        gap = " " * max(1, width - SIGNS - cells(name) - cells(counts))
        if item.tag is None:
            return [[Piece(" " * SIGNS), Piece(name, ("muted",))]]
        color = (annotation_role(item.tag.color),) if item.tag.color else ()
        row = [Piece(" ", color), Piece(f" {item.tag.key or ' '} ", ("key",)), Piece(name), Piece(gap)]
        inner = SIGNS + len(indent)
        about = folded(item.tag.description, width - inner, DESCRIPTION_ROWS) if item.tag.description else ()
        described = [[Piece(" " * inner), Piece(words, ("muted",))] for words in about]
        return [[*row, Piece(counts, ("number",))], *described]

    def _counts(self, item: Branch) -> str:
        if item.tag is None:
            return ""
        here = self._uses.touched((item.tag,), self._codebook, self._article).annotations if self._article else 0
        everywhere = self._uses.touched((item.tag,), self._codebook).annotations
        return f"{here or '–'} · {everywhere if self._uses.complete else '…'}"

    def action_open(self) -> None:
        if (branch := self.current) is not None:
            self.post_message(self.BranchChosen(branch))
