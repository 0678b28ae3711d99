"""What was asked of the window on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from games.launcher.shell.display import KnownScreens


@dataclass(frozen=True)
class WindowOptions:
    """How the window is to be opened, and where pictures, sounds and fonts lie."""

    assets: Path
    known_screens: KnownScreens
    size: tuple[int, int] | None = None
    fullscreen: bool = False
    px_per_mm: float | None = None
    mute: bool = False
    left: bool = False  # True: it was opened as it was left
