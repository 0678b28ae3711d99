"""Where pictures, sounds and fonts lie: beside the code in an installed copy, else at the top of the source."""

from __future__ import annotations

from pathlib import Path


def assets_folder() -> Path:
    """The folder of all assets."""
    games = Path(__file__).resolve().parents[2]
    installed = games / "assets"
    return installed if installed.is_dir() else games.parent / "assets"


def words_folder() -> Path:
    """The folder of the translations."""
    return assets_folder() / "words"
