"""The tag prompt: type part of a name, take several, make new ones; recent tags first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.annotations import Codebook, Tag
from reader.text.safe import safe_line
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.matching import best_matches


@dataclass(frozen=True, slots=True)
class TagsChosen:
    """Names of the tags that the passage shall have, in order; those that no tag has are to be made."""

    names: tuple[str, ...]


class TagPrompt(Dialog[TagsChosen]):
    """Typing filters; tab or a comma takes the marked tag and goes on; enter takes it and is done."""

    def __init__(self, passage: str, codebook: Codebook, chosen: Sequence[str], recent: Sequence[str]) -> None:
        """`chosen` are names that the passage has already, `recent` tag ids, latest first."""
        super().__init__()
        self._passage = passage
        self._names = _by_recency(codebook, recent)
        self._keys = {tag.name: tag.key for tag in codebook if tag.key}
        self._chosen = list(chosen)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = "Tags"
            box.border_subtitle = "enter done · tab one more · backspace takes the last away"
            yield Static(Content(self._passage), classes="passage")
            yield Static(id="chosen")
            yield Input(placeholder="type a tag; a new name makes a new one", select_on_focus=False)
            yield OptionList()

    def on_mount(self) -> None:
        self._show_chosen()
        self._show_matches("")
        self.query_one(Input).focus()
        self.query_one(OptionList).can_focus = False

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        if event.value.endswith(","):
            self._take(event.value[:-1])
        else:
            self._show_matches(event.value)

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        if event.value.strip() or not self._chosen:
            self._take(event.value)
        self.dismiss(TagsChosen(tuple(self._chosen)))

    @on(OptionList.OptionSelected)
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        self._add(str(event.option.id))

    def on_key(self, event: events.Key) -> None:
        field, matches = self.query_one(Input), self.query_one(OptionList)
        if event.key == "down":
            matches.action_cursor_down()
        elif event.key == "up":
            matches.action_cursor_up()
        elif event.key == "tab":
            self._take(field.value)
        elif event.key == "backspace" and not field.value and self._chosen:
            self._chosen.pop()
            self._show_chosen()
        else:
            return
        event.stop()
        event.prevent_default()

    def _take(self, typed: str) -> None:
        """The marked match, or else what was typed as a new name."""
        matches = self.query_one(OptionList)
        marked = matches.highlighted
        if marked is not None and (typed.strip() or not self._chosen):
            self._add(str(matches.get_option_at_index(marked).id))
        elif typed.strip():
            self._add(typed)

    def _add(self, name: str) -> None:
        name = safe_line(name.strip())
        if name and name not in self._chosen:
            self._chosen.append(name)
        self._show_chosen()
        self.query_one(Input).value = ""
        self._show_matches("")

    def _show_chosen(self) -> None:
        self.query_one("#chosen", Static).update(Content("  ".join(f"#{name}" for name in self._chosen)))

    def _show_matches(self, typed: str) -> None:
        free = [name for name in self._names if name not in self._chosen]
        found = best_matches(typed, free)
        wanted = safe_line(typed.strip())
        options = [Option(Content(self._label(name)), id=name) for name in found]
        if wanted and wanted.casefold() not in (name.casefold() for name in self._names):
            options.append(Option(Content(f"+ new tag “{wanted}”"), id=wanted))
        matches = self.query_one(OptionList)
        matches.clear_options()
        matches.add_options(options)
        matches.highlighted = 0 if options else None

    def _label(self, name: str) -> str:
        return f"{self._keys[name]}  {name}" if name in self._keys else f"   {name}"


def _by_recency(codebook: Codebook, recent: Sequence[str]) -> list[str]:
    place = {tag_id: n for n, tag_id in enumerate(recent)}

    def order(tag: Tag) -> tuple[int, str]:
        return place.get(tag.id, len(place)), tag.name.casefold()

    return [tag.name for tag in sorted(codebook, key=order)]
