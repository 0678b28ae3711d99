"""The numbers of a frame in order, and the texts that they name."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable

from games.kit.geometry import Vec
from games.launcher.devices import bristles
from games.launcher.devices.web.page import Drawer


class Tape:
    """Records the operations of all canvases of one page. A text is sent once, and then named by its number."""

    def __init__(self, drawer: Drawer) -> None:
        self.drawer = drawer
        self.numbers: list[float] = []
        self._known: dict[str, int] = {}
        self._fresh: list[str] = []
        self._ids = 0
        self._bristles_sent = False

    def new_id(self) -> int:
        """A number that no sheet, layer or picture of this page has."""
        self._ids += 1
        return self._ids

    def text(self, words: str) -> int:
        """The number of a text."""
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = len(self._known)
            self._fresh.append(words)
        return found

    def share_bristles(self) -> None:
        """Send the prints of a brush to the page, once: making them takes as long as some frames."""
        if not self._bristles_sent:
            self._bristles_sent = True
            self.drawer.bristles(*bristles.prints(), bristles.SIDE)

    def run(self, stops: Iterable[tuple[float, str]]) -> list[float]:
        """A gradient's stops, with their count before them."""
        out: list[float] = []
        for share, colour in stops:
            out += (min(1.0, max(0.0, share)), self.text(colour))
        return [len(out) // 2, *out]

    def sent(self) -> Drawer:
        """The drawer, after it has been sent the texts that it does not know yet."""
        if self._fresh:
            self.drawer.strings(json.dumps(self._fresh))
            self._fresh = []
        return self.drawer


def flat(points: Iterable[Vec], scale: float, left: float, top: float) -> list[float]:
    """Points in mm as x, y, x, y ... in pixels, from an origin in pixels."""
    out: list[float] = []
    for x, y in points:
        out += (left + x * scale, top + y * scale)
    return out


def packed(numbers: Iterable[float]) -> array[float]:
    """The numbers as one buffer of float64."""
    return array("d", numbers)
