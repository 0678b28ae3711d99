"""Pictures that are painted or copied out of sight and saved as files."""

from __future__ import annotations

from base64 import b64decode
from collections import deque
from collections.abc import Callable
from pathlib import Path

from games.kit.geometry import Vec
from games.launcher.devices.web.canvas.lettering import Lettering
from games.launcher.devices.web.canvas.tape import Tape
from games.launcher.devices.web.canvas.web_canvas import WebCanvas
from games.launcher.devices.web.page import SCREEN, Drawer
from games.launcher.drawing.commission import Commission, Write


class Easel:
    """Paints one picture after another, a little in each frame."""

    def __init__(self, tape: Tape, letters: Lettering, wanted: deque[Commission]) -> None:
        self._tape, self._letters, self._wanted = tape, letters, wanted
        self._canvas: WebCanvas | None = None
        self._target = SCREEN  # the number of the picture that is painted

    def paint(self) -> None:
        """Continue painting; a picture that is complete is handed over."""
        if not self._wanted:
            return
        wanted = self._wanted[0]
        if self._canvas is None:
            scale = wanted.pixels / wanted.size.x
            size = wanted.pixels, max(1, round(wanted.size.y * scale))
            self._target = self._tape.new_id()
            self._tape.drawer.open(self._target, *size)
            self._canvas = WebCanvas(self._tape, self._letters, size, scale, self._target)
        self._canvas.begin()
        if not wanted.draw(self._canvas):
            self._canvas.keep_layers()
            return
        self._canvas.show()
        wanted.take(_writer(self._tape.drawer, self._target))
        self._wanted.popleft()
        self._canvas = None


def copied(drawer: Drawer, corner: Vec, size: Vec, scale: float) -> Callable[[Path], None]:
    """Copy a part of the screen, in mm; the returned function writes it to a file."""
    wide = round(size.x * scale)
    left, top, high = (round(one * scale) for one in (corner.x, corner.y, size.y))
    write = _writer(drawer, drawer.copy(SCREEN, left, top, wide, high))
    return lambda path: write(path, wide)


def _writer(drawer: Drawer, target: int) -> Write:
    """A function that writes a picture to a file, scaled down if wanted."""

    def write(path: Path, width: int) -> None:
        path.write_bytes(b64decode(drawer.png(target, width)))

    return write
