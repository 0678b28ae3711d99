"""A window that changes its size again and again: open files and memory stay as they are."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from test_window import Known, known  # noqa: F401
from visitor import SIZES, Visit

from games.kit.canvas import Canvas
from games.launcher.assets import assets_folder
from games.launcher.device.driven import WindowOptions
from games.launcher.device.easel import Easel
from games.launcher.device.lettering import FONTS, Lettering
from games.launcher.device.opening import open_window, set_mode
from games.launcher.device.paint_layer import STAMPS, PaintLayer
from games.launcher.device.pictures import Pictures
from games.launcher.device.sprites import bytes_of
from games.launcher.device.surface_canvas import SurfaceCanvas
from games.launcher.device.window import Window
from games.kit.geometry import Vec

resource = pytest.importorskip("resource")  # Windows counts open files in another way
FILES = Path("/dev/fd")
SPARE = 6_000_000  # bytes by which memory may grow in hundreds of resizes, for what the allocator keeps in pieces


def open_files() -> int:
    return len(os.listdir(FILES))


def memory() -> int:
    """Bytes that this process really holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


@pytest.fixture
def few_files() -> Iterator[None]:
    """Only a few more files can be opened than are open now, and nothing is collected that refers to itself: as in play."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (open_files() + 20, hard))
    gc.disable()
    yield
    gc.enable()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


class Resized:
    """The real app, in a window that has another size in each frame."""

    def __init__(self, visit: Visit, sizes: list[tuple[int, int]]) -> None:
        self.app, self.sizes = visit.app, sizes
        self.open: list[int] = []
        self.held: list[int] = []
        self.begun = False

    def __getattr__(self, name: str) -> object:
        return getattr(self.app, name)

    @property
    def closed(self) -> bool:
        return not self.sizes

    @property
    def lively(self) -> bool:
        return True

    def frame(self, now: float, readings: list[object]) -> None:
        self.app.frame(now, readings)  # type: ignore[arg-type]
        if self.begun:
            self.open.append(open_files())
            self.held.append(memory())
            set_mode(self.sizes.pop(), False)

    def after_first_frame(self) -> None:
        self.begun = True
