"""A screen whose keys come from the one table of commands: single keys and chords, by the place that has the focus."""

from __future__ import annotations

import inspect

from textual import events
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.commands import Command, Place
from reader.ui.keymap import Keymap, Pressed

REPEATED = frozenset({"Move", "Select", "Find"})
"""Groups of commands that a count repeats."""


class KeyedScreen(Screen[None]):
    """Finds the command for a key and who can do it: the focused pane, a part of the screen, the screen, the app."""

    class Told(Message):
        """Everything that a pane had to tell has been told."""

    class Settled(Message):
        """A key has had its effect."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self._settling = False
        self._typed_ahead: list[events.Key] = []
        self.parts: tuple[object, ...] = ()
        """Objects that do the screen's commands, a family each."""

    @property
    def place(self) -> Place | None:
        """What has the focus, as the keymap knows it; None while something is typed."""
        for widget in self._focused_panes():
            if isinstance(place := getattr(widget, "place", None), Place):
                return place
        return None

    async def on_key(self, event: events.Key) -> None:
        """Do what a key says.  What is typed ahead waits until what came before has had its effect."""
        if self.app.screen is not self:
            event.stop()
            self._pass_on(event)
        elif self._settling:
            event.stop()
            self._typed_ahead.append(event)
        else:
            await self._press(event)

    def _pass_on(self, event: events.Key) -> None:
        """A dialog has opened since the key was pressed: it is meant for that."""
        again = events.Key(event.key, event.character)
        self.app.screen.call_after_refresh(self.app.post_message, again)

    async def _press(self, event: events.Key) -> None:
        if (place := self.place) is None:
            return
        pressed = self.keymap.press(event.key, place)
        self.show_pending(pressed)
        if pressed.pending or pressed.command:
            event.stop()
            event.prevent_default()
        if pressed.command:
            for _ in range(pressed.count if pressed.command.group in REPEATED else 1):
                await self.perform(pressed.command, pressed.key)
            self._settle()

    def _settle(self) -> None:
        """What panes tell in their messages, and a change of focus, come before the next key: follow them around."""
        teller = next(iter(self._focused_panes()), self)
        self._settling = teller.post_message(self.Told())

    def on_keyed_screen_told(self) -> None:
        """All messages of the pane have come; the app, which moves the focus, is next."""
        self.app.call_later(self.post_message, self.Settled())

    async def on_keyed_screen_settled(self) -> None:
        self._settling = False
        while self._typed_ahead and not self._settling:
            event = self._typed_ahead.pop(0)
            if self.app.screen is self and self.place is not None:
                await self._press(event)
            else:
                self._pass_on(event)

    def show_pending(self, pressed: Pressed) -> None:
        """Say which chord is going on; screens with a status bar override this."""

    async def perform(self, command: Command, key: str = "") -> bool:
        """Run a command; False if nothing here can do it."""
        word = command.id if command.does else key
        owners: list[object] = [*self._focused_panes(), *self.parts, self, self.app]
        for owner in owners:
            method = getattr(owner, command.action, None)
            if method is not None:
                result = method(word) if command.arguments else method()
                if inspect.isawaitable(result):
                    await result
                return True
        return False

    def _focused_panes(self) -> list[Widget]:
        nodes = self.focused.ancestors_with_self if self.focused else []
        return [node for node in nodes if isinstance(node, Widget) and node is not self]
