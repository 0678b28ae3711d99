"""The easel: pictures that are painted beside the window, a little in each frame, to be kept in files."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pygame
from pygame import Surface

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.devices.pygame.lettering import Lettering
from games.launcher.devices.pygame.pictures import Pictures
from games.launcher.devices.pygame.png import write_png
from games.launcher.devices.pygame.surface_canvas import SurfaceCanvas


class Commission(Protocol):
    """A picture that is wanted: how large it is in mm and how wide in pixels, what paints it, who takes it."""

    @property
    def size(self) -> Vec: ...
    @property
    def pixels(self) -> int: ...

    def draw(self, canvas: Canvas) -> bool:
        """Draw a frame of it; whether it is whole."""

    def take(self, write: PictureWriter) -> None:
        """Here it is."""


class PictureWriter(Protocol):
    """Writes the picture so many pixels wide at most; may be called in another thread. OSError where it cannot be."""

    def __call__(self, path: Path, width: int) -> None: ...


class Easel:
    """Paints one picture at a time."""

    def __init__(self, pictures: Pictures, fonts: Path | Lettering) -> None:
        self._pictures, self._fonts = pictures, fonts
        self._wanted: Commission | None = None
        self._surface: Surface | None = None
        self._canvas: SurfaceCanvas | None = None

    def paint(self, wanted: Commission | None) -> bool:
        """Go on with what is wanted; True when it is whole and taken."""
        if wanted is not self._wanted:
            self._wanted, self._canvas, self._surface = wanted, None, None
        if wanted is None:
            return False
        if self._canvas is None or self._surface is None:
            scale = wanted.pixels / wanted.size.x
            self._surface = Surface((wanted.pixels, max(1, round(wanted.size.y * scale)))).convert()
            self._canvas = SurfaceCanvas(self._surface, scale, self._pictures, self._fonts)
        self._canvas.begin()
        whole = wanted.draw(self._canvas)
        if whole:
            self._canvas.show()
            wanted.take(writer(self._surface))
            self._wanted, self._canvas, self._surface = None, None, None
        else:
            self._canvas.keep_layers()
        return whole


def writer(surface: Surface) -> PictureWriter:
    """What writes a surface, made smaller where that is wanted."""

    def write(path: Path, width: int) -> None:
        shown = surface
        if width < surface.get_width():
            size = (width, max(1, round(surface.get_height() * width / surface.get_width())))
            shown = pygame.transform.smoothscale(surface, size)
        write_png(shown, path)

    return write
