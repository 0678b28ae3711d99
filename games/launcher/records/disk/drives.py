"""Where USB sticks and memory cards appear."""

from __future__ import annotations

import os
from pathlib import Path

MOUNTS = ("/media/*", "/media/*/*", "/run/media/*/*", "/Volumes/*")
LETTERS = "DEFGHIJKLM"  # of drives of Windows
MOST = 20  # looked at in one place


def removable() -> list[Path]:
    """Where USB sticks and memory cards may lie."""
    if os.name == "nt":
        return [drive for letter in LETTERS if (drive := Path(f"{letter}:/")).exists()]
    found: list[Path] = []
    for pattern in MOUNTS:
        try:
            found += sorted(Path("/").glob(pattern[1:]))[:MOST]
        except OSError:
            continue
    return found
