"""Where pictures, sounds and fonts lie: beside the code in an installed copy, else at the top of the source."""

from __future__ import annotations

from pathlib import Path

from games import FOLDER


def assets_folder() -> Path:
    """The folder of all assets."""
    installed = FOLDER / "assets"
    return installed if installed.is_dir() else FOLDER.parent / "assets"
