"""The app itself."""

from __future__ import annotations

from reader.ui.command import CARET, EVERYWHERE, Command

APPLICATION: tuple[Command, ...] = (
    Command("reload", ("r", "f5"), "Reload", "App", EVERYWHERE - CARET),
    Command(
        "settings", ("f12",), "Edit the settings", "App", EVERYWHERE - CARET, help="What is saved there counts at once"
    ),
    Command("palette", ("colon", "ctrl+p"), "Every command", "App", hint="commands"),
    Command("help", ("question_mark", "f1"), "Help", "App", hint="help"),
    Command("step-back", ("escape",), "One step back", "App", palette=False),
    Command("leave", ("q",), "Back one level; quits at the library", "App", hint="back"),
    Command("quit", ("Q", "ctrl+q"), "Quit", "App"),
    Command("suspend", ("ctrl+z",), "Suspend", "App"),
)
