"""The easel: paints pictures offscreen, a little in each frame, to be saved as files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

import pygame
from pygame import Surface

from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.letters.lettering import Lettering
from games.launcher.devices.pygame.opening import NoWindow
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.devices.pygame.pictures.png import write_png
from games.launcher.drawing.commission import Commission, Write


class Easel:
    """Paints one picture after another."""

    def __init__(self, pictures: Pictures, fonts: Path | Lettering, wanted: deque[Commission]) -> None:
        self._pictures, self._fonts = pictures, fonts
        self._wanted = wanted  # the next one first; others may be added at any time
        self._surface: Surface | None = None  # the picture being painted, so far
        self._canvas: SurfaceCanvas | None = None

    def paint(self) -> bool:
        """Continue painting; True when a picture is complete and has been handed over."""
        if not self._wanted:
            return False
        wanted = self._wanted[0]
        if self._canvas is None or self._surface is None:
            scale = wanted.pixels / wanted.size.x
            self._surface = Surface((wanted.pixels, max(1, round(wanted.size.y * scale)))).convert()
            self._canvas = SurfaceCanvas(self._surface, scale, self._pictures, self._fonts)
        self._canvas.begin()
        whole = wanted.draw(self._canvas)
        if whole:
            self._canvas.show()
            wanted.take(writer(self._surface))
            self._wanted.popleft()
            self._canvas = self._surface = None
        else:
            self._canvas.keep_layers()
        return whole


def copied(corner: Vec, size: Vec, scale: float) -> Callable[[Path], None]:
    """Copy a part of the shown frame, in mm; the returned function writes it to a file, on any thread."""
    surface = pygame.display.get_surface()
    if surface is None:
        raise NoWindow("the window has gone")
    box = pygame.Rect([round(number * scale) for number in (corner.x, corner.y, size.x, size.y)])
    copy = surface.subsurface(box.clip(surface.get_rect())).copy()
    return lambda path: write_png(copy, path)


def writer(surface: Surface) -> Write:
    """A function that writes a surface to a file, scaled down if wanted."""

    def write(path: Path, width: int) -> None:
        shown = surface
        if width < surface.get_width():
            size = (width, max(1, round(surface.get_height() * width / surface.get_width())))
            shown = pygame.transform.smoothscale(surface, size)
        write_png(shown, path)

    return write
