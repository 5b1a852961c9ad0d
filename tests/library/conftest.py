"""A folder of three short articles."""

from pathlib import Path

import pytest

ARTICLES = {
    "rates.txt": "Rates rise again\n\nThe central bank raised its rate on Monday, to nobody's surprise.\n\n"
    "“We had no choice,” the governor said. Prices had risen for a year.\n",
    "part 2/floods.md": "# Floods\n\nThe river rose **three metres** in a night. Nobody was hurt, the mayor said.\n",
    "part 10/fires.txt": "Fires burn on\n\nThe fires in the hills burn on for a third week, rangers said on Tuesday.\n",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    for name, text in ARTICLES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
