"""Commands that change what is shown: panes and panels, zen, the next article, help and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.ui.commands import Command, Place
from reader.ui.keymap import spelled
from reader.ui.panes.card_list import CardList

if TYPE_CHECKING:
    from reader.ui.dialogs.palette import PaletteEntry
    from reader.ui.screens.reading_screen import ReadingScreen


class GettingAround:
    """Panes, panels, help, palette, leaving."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.side = ""
        """The command id of the open side panel, "" for none."""

    # panels
    def action_panel(self, command: str) -> None:
        """Open a side panel and go there; from inside it, close it."""
        from reader.ui.panes.contents_pane import ContentsPane

        panel = self.screen.side_panels()[command]
        if self.side == command and panel.has_focus:
            self.close_side()
        else:
            focused = self.screen.aiming.in_focus() if command == "annotations" else None
            self.show_side(command)
            if focused is not None:
                self.screen.annotations_panel.stand_on(focused.id)
            if isinstance(panel, ContentsPane) and self.screen.pane.navigator is not None:
                panel.stand_near(self.screen.pane.navigator.here)
            panel.focus()

    def show_side(self, command: str) -> None:
        self.side = command
        for name, panel in self.screen.side_panels().items():
            panel.set_class(name == command, "-shown")
        self.screen.arranging.show_side(bool(self.side))
        self.screen.coding.follow()

    def close_side(self) -> None:
        self.show_side("")
        self.screen.pane.focus()

    def action_cycle(self, command: str) -> None:
        panes: list[Widget] = [self.screen.shelf, self.screen.pane]
        panes += [self.screen.side_panels()[self.side]] if self.side else []
        shown = [pane for pane in panes if pane.display or self.screen.has_class("-tiny")]
        here = next((n for n, pane in enumerate(shown) if pane.has_focus), 0)
        shown[(here + (1 if command == "next-pane" else -1)) % len(shown)].focus()

    # articles
    def action_step_article(self, command: str) -> None:
        before = self.screen.shelf.cursor
        self.screen.shelf.action_scroll("line-down" if command == "next-article" else "line-up")
        if self.screen.shelf.cursor == before:
            self.screen.say("this is the last article" if command == "next-article" else "this is the first article")

    # leaving
    def action_step_back(self) -> None:
        """One step back, and never out of the app."""
        focused = self.screen.focused
        if isinstance(focused, CardList) and focused.step_back():
            return
        if self.screen.keymap.drop() or self.screen.pane.step_back():
            self.screen.show_state()
            return
        if self.screen.has_class("-zen"):
            self.screen.set_class(False, "-zen")
        elif self.side:
            self.close_side()

    def action_leave(self) -> None:
        """Panel → text → library → out."""
        if self.side and self.screen.side_panels()[self.side].has_focus:
            self.close_side()
        elif self.screen.pane.selecting:
            self.screen.pane.end_selection()
        elif self.screen.has_class("-zen"):
            self.screen.set_class(False, "-zen")
        elif self.screen.pane.has_focus:
            self.screen.shelf.focus()
        else:
            self.screen.app.exit()

    def action_suspend(self) -> None:
        self.screen.app.action_suspend_process()

    # finding commands
    def action_help(self) -> None:
        from reader.ui.screens.help_screen import HelpScreen

        place = self.screen.place or Place.LIBRARY
        self.screen.app.push_screen(HelpScreen(place, self.screen.keymap.commands(place)))

    def action_palette(self) -> None:
        from reader.ui.dialogs.palette import PaletteDialog

        self.screen.app.push_screen(PaletteDialog(self._palette_entries()), self._chosen)

    def _palette_entries(self) -> list[PaletteEntry]:
        from reader.ui.dialogs.palette import PaletteEntry

        here = [command for command in self.screen.keymap.all if command.palette and self.screen.place in command.where]
        entries = [PaletteEntry(command.title, spelled("".join(command.keys[:1])), command) for command in here]
        entries += [PaletteEntry(listing.title, "article", listing) for listing in self.screen.listings]
        entries += [PaletteEntry(speaker.name, "speaker", speaker) for speaker in self.screen.speakers]
        tags = self.screen.reading.codebook if self.screen.reading else ()
        return entries + [PaletteEntry(f"#{tag.name}", "tag", tag.name) for tag in tags]

    async def _chosen(self, value: object) -> None:
        match value:
            case Command():
                await self.screen.perform(value)
            case Listing():
                self.screen.opening.open(value.entry.id)
                self.screen.pane.focus()
            case Speaker():
                self.screen.open_speaker(value)
            case str():
                self.show_side("annotations")
                self.screen.annotations_panel.wanted = f'tag:"{value}"'
                self.screen.annotations_panel.focus()
