"""Where a player's files can go and come from: folders that a person knows, or the system's own sheet for files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Spot:
    """One such place. `folder` is None for the sheet, with which the system saves, shares and chooses files by itself;
    `name` is that of a drive, such as a USB stick, as the system calls it."""

    kind: Literal["downloads", "documents", "drive", "sheet"]
    folder: Path | None = None
    name: str = ""


Spots = Callable[[], list[Spot]]  # looks for them; it may take a moment, because drives are asked


def nowhere() -> list[Spot]:
    """For hosts without files to give or take."""
    return []


@dataclass(frozen=True)
class Given:
    """What came of giving a file: where it lies, if that has a path; why it was not written; or neither."""

    path: Path | None = None
    why: OSError | None = None
    left: bool = False  # the player closed the sheet without choosing
