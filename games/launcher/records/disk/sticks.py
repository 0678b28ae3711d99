"""Where USB sticks and memory cards appear."""

from __future__ import annotations

import os
from pathlib import Path

MOUNTS = ("/media/*", "/media/*/*", "/run/media/*/*", "/Volumes/*")  # where USB sticks and memory cards appear


def removable() -> list[Path]:
    """Where USB sticks and memory cards may lie."""
    if os.name == "nt":
        return [drive for letter in "DEFGHIJKLM" if (drive := Path(f"{letter}:/")).exists()]
    found: list[Path] = []
    for pattern in MOUNTS:
        try:
            found += sorted(Path("/").glob(pattern[1:]))[:20]
        except OSError:
            continue
    return found
