"""Python's own library as the page needs it: without what nobody imports there, as a folder that can be compiled."""

from __future__ import annotations

import zipfile
from pathlib import Path

from games.launcher.devices.web.building.pins import (
    CHARACTER_SETS_KEPT,
    CHARACTER_SETS_LEFT_OUT,
    LIBRARY_LEFT_OUT,
)


def library(archive: Path, goal: Path) -> None:
    """Unpack Pyodide's archive of the library into a folder, without what is left out."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(goal, [name for name in packed.namelist() if is_needed(name)])


def is_needed(name: str) -> bool:
    """Whether a file of the library is needed in the page."""
    top, _, rest = name.partition("/")
    module = rest.removesuffix(".py")
    if top == "encodings" and module.startswith(CHARACTER_SETS_LEFT_OUT):
        return module in CHARACTER_SETS_KEPT
    return top.removesuffix(".py") not in LIBRARY_LEFT_OUT
