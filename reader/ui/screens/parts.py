"""What does the commands: all parts of the main screen, in the order in which they are asked.

Imported when the first text is on the screen, and with it everything that the first text does not wait for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.panes.reading_commands import ReadingCommands
from reader.ui.screens.aiming import Aiming
from reader.ui.screens.annotating import Annotating
from reader.ui.screens.coding import Coding
from reader.ui.screens.correcting import Correcting
from reader.ui.screens.editing import Editing
from reader.ui.screens.finding import Finding
from reader.ui.screens.following import Following
from reader.ui.screens.handling import Handling
from reader.ui.screens.quoting import Quoting
from reader.ui.screens.reattaching import Reattaching
from reader.ui.screens.reviewing import Reviewing
from reader.ui.screens.searching import Searching
from reader.ui.screens.seeking import Seeking
from reader.ui.screens.tagging import Tagging
from reader.ui.screens.taking_away import TakingAway
from reader.ui.screens.travelling import Travelling
from reader.ui.screens.wishing import Wishing

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen


def make_parts(screen: ReadingScreen) -> tuple[object, ...]:
    """All parts; those that others speak to are known to `screen` by name."""
    screen.aiming = Aiming(screen)
    screen.annotating = Annotating(screen)
    screen.tagging = Tagging(screen)
    screen.coding = Coding(screen)
    screen.correcting = Correcting(screen)
    screen.finding = Finding(screen)
    screen.following = Following(screen)
    screen.quoting = Quoting(screen)
    screen.reviewing = Reviewing(screen)
    screen.searching = Searching(screen)
    screen.travelling = Travelling(screen)
    screen.wishing = Wishing(screen)
    return (
        ReadingCommands(screen.pane, screen.say),
        screen.annotating,
        screen.tagging,
        screen.aiming,
        screen.coding,
        screen.changing,
        screen.reviewing,
        Handling(screen),
        Reattaching(screen),
        screen.finding,
        screen.following,
        screen.searching,
        Seeking(screen),
        screen.quoting,
        screen.correcting,
        TakingAway(screen),
        screen.around,
        screen.arranging,
        screen.opening,
        screen.travelling,
        screen.wishing,
        Editing(screen),
    )
