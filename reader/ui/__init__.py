"""The terminal: Textual lives here and only here.  Commands (`commands.py`, `keymap.py`) are plain data without it."""
