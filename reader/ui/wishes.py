"""Settings in, what they come to in the app out: its theme and its keys; what does not exist is named."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES

from reader.settings import Settings, mistake, nearest
from reader.ui.keymap import Keymap
from reader.ui.presets import keymap
from reader.ui.theme import LAMP, THEMES


def theme_of(settings: Settings) -> str:
    """The name of the theme; raises SettingsError if there is none of that name."""
    known = [*(theme.name for theme in THEMES), *BUILTIN_THEMES]
    if settings.theme and settings.theme not in known:
        raise mistake("theme", f"there is no theme “{settings.theme}” ({nearest(settings.theme, known)})")
    return settings.theme or LAMP.name


def keys_of(settings: Settings) -> Keymap:
    """The keymap; raises SettingsError."""
    return keymap(settings.preset, settings.keys)
