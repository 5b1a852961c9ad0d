"""Export: what, in which form, and where to."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import dataclass
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.export.saving import may_be_precious
from reader.ui.dialogs.dialog import Dialog


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One thing that can be exported, and the name that its file gets unless the user says otherwise.

    `{article}` in the name stands for the file name of the article on the screen.
    """

    id: str
    title: str
    filename: str


KINDS = [
    ExportKind("article", "Highlights and notes of this article (Markdown)", "{article}-highlights.md"),
    ExportKind("tag", "Highlights of the whole library, by tag (Markdown)", "highlights-by-tag.md"),
    ExportKind("library", "Highlights of the whole library, by article (Markdown)", "highlights-of-the-library.md"),
    ExportKind("library-csv", "Highlights of the whole library (CSV)", "highlights.csv"),
    ExportKind("library-json", "Highlights and who said what, everything (JSON)", "highlights.json"),
    ExportKind("library-jsonld", "Highlights of the whole library (W3C Web Annotation)", "highlights.jsonld"),
    ExportKind("quotations", "Fact-check sheet: who said what, in whose words (Markdown)", "quotations.md"),
    ExportKind("quotations-csv", "Who said what in the whole library (CSV)", "quotations.csv"),
    ExportKind("quotations-jsonl", "Who said what in the whole library (JSON lines)", "quotations.jsonl"),
]


def of_speaker(name: str) -> ExportKind:
    """Everything that one speaker said."""
    filename = "".join(sign if sign.isalnum() else "-" for sign in name.lower()).strip("-") or "speaker"
    return ExportKind("speaker", f"Fact-check sheet of {name} only (Markdown)", f"{filename}.md")


def of_highlights(count: int) -> list[ExportKind]:
    """The highlights that are marked in their list, or all that it shows; the end of an id is a form."""
    these = "This highlight" if count == 1 else f"These {count} highlights"
    return [
        ExportKind("listed-markdown", f"{these} (Markdown)", "highlights.md"),
        ExportKind("listed-csv", f"{these} (CSV)", "highlights.csv"),
        ExportKind("listed-json", f"{these} (JSON)", "highlights.json"),
        ExportKind("listed-jsonld", f"{these} (W3C Web Annotation)", "highlights.jsonld"),
    ]


@dataclass(frozen=True, slots=True)
class ExportWish:
    kind: ExportKind
    path: Path
    replace: bool = False
    """True if the user wants the file that is there replaced, whoever wrote it."""


class ExportDialog(Dialog[ExportWish]):
    """First what, then where; enter twice takes what is proposed."""

    def __init__(self, kinds: list[ExportKind], folder: Path, article: str) -> None:
        super().__init__()
        self._article = article
        self._kinds = {kind.id: kind for kind in kinds}
        self._folder = folder
        self._kind = kinds[0]
        self._warned: Path | None = None
        """The file of which the user knows that it would be replaced."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = "Export"
            box.border_subtitle = "enter goes on · esc leaves"
            yield OptionList(*(Option(Content(kind.title), id=kind.id) for kind in self._kinds.values()))
            yield Static(Content("to the file"))
            yield Input(self._proposed())
            yield Static(classes="error")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """Lists are walked through with j and k everywhere else, too."""
        kinds = self.query_one(OptionList)
        if kinds.has_focus and event.key in ("j", "k"):
            kinds.action_cursor_down() if event.key == "j" else kinds.action_cursor_up()
            event.stop()

    def _proposed(self) -> str:
        return str(self._folder / self._kind.filename.format(article=self._article))

    @on(OptionList.OptionHighlighted)
    def propose(self, event: OptionList.OptionHighlighted) -> None:
        self._kind = self._kinds[str(event.option.id)]
        self.query_one(Input).value = self._proposed()
        self._complain("")

    @on(OptionList.OptionSelected)
    def ask_where(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        path = Path(event.value).expanduser()
        if not event.value.strip() or path.is_dir():
            self._complain("name a file, not a folder")
        elif not path.parent.is_dir():
            self._complain(f"there is no folder {path.parent}")
        else:
            self.run_worker(self._export_to(self._kind, path), exclusive=True)

    async def _export_to(self, kind: ExportKind, path: Path) -> None:
        """Answer, unless a file stands there that the user may want to keep; a thread reads it, however large it is."""
        if path != self._warned and await to_thread(may_be_precious, path):
            self._warned = path
            self._complain(
                "there is such a file, and not as an export that nobody has touched: enter again replaces it"
            )
        else:
            self.dismiss(ExportWish(kind, path, replace=path == self._warned))

    def _complain(self, what: str) -> None:
        self.query_one(".error", Static).update(Content(what))
