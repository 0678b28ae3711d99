"""Facts about this machine: its id, its language, and each screen's measured scale. Read before the window opens, hence plain json."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

# Any: what JSON holds, until pydantic has checked it
from typing import Any

from games.launcher.records.disk.reading import content_of, json_of
from games.launcher.records.disk.sealed import sealed, unsealed

LEAST, MOST = 2.0, 25.0  # px per mm; the range that real screens have
SMALLEST_SIDE, LARGEST_SIDE = 240, 16_384  # pixels
LONGEST = 65_536


class Screens:
    """`device.json` in the state folder, stored twice: if one copy is damaged, the other is read; without both it is empty."""

    def __init__(self, folder: Path) -> None:
        self._paths = folder / "device.json", folder / "device.again.json"
        self._said = self._read()

    def px_per_mm_for(self, key: str) -> float | None:
        """The measured scale of this screen, or None."""
        known = self._said.get("screens")
        value = known.get(key) if isinstance(known, dict) else None
        return float(value) if isinstance(value, int | float) and LEAST <= value <= MOST else None

    def keep(self, key: str, px_per_mm: float) -> None:
        """Store the measured scale of a screen. Raises StoreError if that fails."""
        self._look_again()
        known = self._said.get("screens")
        self._said["screens"] = {**(known if isinstance(known, dict) else {}), key: px_per_mm}
        self._write()

    def window_for(self, key: str) -> tuple[tuple[int, int], bool] | None:
        """The window's last size (pixels) on this screen and whether it was fullscreen; None if unknown or impossible."""
        known = self._said.get("windows")
        left = known.get(key) if isinstance(known, dict) else None
        if not isinstance(left, dict):
            return None
        size, full = left.get("size"), left.get("fullscreen")
        if not (isinstance(size, list) and len(size) == 2 and isinstance(full, bool)):
            return None
        if not all(type(side) is int and SMALLEST_SIDE <= side <= LARGEST_SIDE for side in size):
            return None
        return (size[0], size[1]), full

    def keep_window(self, key: str, size: tuple[int, int], fullscreen: bool) -> None:
        """Store the window's size and mode on this screen. Raises StoreError if that fails."""
        self._look_again()
        known = self._said.get("windows")
        left = {"size": list(size), "fullscreen": fullscreen}
        self._said["windows"] = {**(known if isinstance(known, dict) else {}), key: left}
        self._write()

    def language(self) -> str | None:
        """The code of the language that was last chosen here; None if none was."""
        known = self._said.get("language")
        return known if isinstance(known, str) else None

    def keep_language(self, language: str) -> None:
        """Store the language that was chosen here. Raises StoreError if that fails."""
        self._look_again()
        self._said["language"] = language
        self._write()

    def device(self) -> str:
        """This machine's id, generated once."""
        self._look_again()
        known = self._said.get("device")
        if not (isinstance(known, str) and len(known) == 32 and all(c in "0123456789abcdef" for c in known)):
            self._said["device"] = known = secrets.token_hex(16)
            self._write()
        return str(known)

    def _look_again(self) -> None:
        """Read what others have stored meanwhile, such as the part of the program that loads the player's files."""
        self._said = self._read() or self._said

    def _read(self) -> dict[str, Any]:
        for path in self._paths:
            try:
                said = json_of(unsealed(content_of(path, LONGEST)), path.name)
            except (OSError, ValueError):
                continue
            if isinstance(said, dict):
                return said
        return {}

    def _write(self) -> None:
        from games.launcher.records.disk.writing import write_whole

        for path in self._paths:
            write_whole(path, sealed(json.dumps(self._said).encode()))
