"""Opens the window and shows a first picture as early as possible; everything else is imported afterwards."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from games.launcher.devices.pygame.loop.allocator import give_back_memory

SMALLEST = (480, 320)  # pixels; the least size to which the window can be resized
PACKAGES = "On Debian or Ubuntu: sudo apt install libx11-6 libxext6 libxi6."
TABLE, LINEN, EDGE = "#5C4030", "#EFE8DA", "#A08C6E"  # colours of the theme's table and strip
STRIP = 0.15  # of the height, at most ...
STRIP_MOST = 124  # ... pixels
SLOW_FLIP = 0.004  # s; slower means that SDL draws on an emulated graphics card


Left = Callable[[tuple[int, int]], tuple[tuple[int, int], bool] | None]  # desktop -> (last size, fullscreen)


class NoWindow(Exception):
    """No window can be opened; the message says why and what helps."""


def open_window(size: tuple[int, int] | None, fullscreen: bool, left: Left | None = None) -> tuple[bool, bool]:
    """Open the window and show the empty table; returns (fills the screen, opened as it was left).

    Without a size it opens as it was left on this screen (given by `left`), or else as large as the desktop. Raises
    NoWindow if no window can be opened.
    """
    if not getattr(pygame, "IS_CE", False):
        raise NoWindow(
            "the old pygame is installed over pygame-ce; run: "
            "pip uninstall -y pygame pygame-ce, then: pip install 'pygame-ce>=2.5.5,<2.6'"
        )
    open_display()
    desktop = pygame.display.get_desktop_sizes()[0]
    known = left(desktop) if left is not None and size is None and not fullscreen else None
    if known is not None and known[0][0] <= desktop[0] and known[0][1] <= desktop[1]:
        size, fullscreen = known
    else:
        known = None
    set_mode(size or desktop, fullscreen)
    surface = pygame.display.get_surface()
    if surface is not None:
        width, height = surface.get_size()
        strip = min(STRIP_MOST, round(height * STRIP))
        surface.fill(TABLE)
        surface.fill(LINEN, (0, 0, width, strip))
        surface.fill(EDGE, (0, strip - 2, width, 2))
        pygame.display.flip()
    return fullscreen, known is not None


def open_display() -> None:
    """Connect to the display, with the settings that SDL needs first. Raises NoWindow if there is none."""
    give_back_memory()
    for name, value in (
        ("SDL_TOUCH_MOUSE_EVENTS", "0"),  # else each touch would be repeated as a mouse event
        ("SDL_MOUSE_TOUCH_EVENTS", "0"),
        ("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2"),
        ("SDL_VIDEO_X11_WMCLASS", "handplay"),  # desktops group the window with its launcher by this
        ("SDL_VIDEO_WAYLAND_WMCLASS", "handplay"),
        ("SDL_APP_ID", "handplay"),
    ):
        os.environ[name] = value
    try:
        with quiet():
            pygame.display.init()
    except pygame.error as error:
        raise NoWindow(f"no window can be opened here ({error}). {PACKAGES}") from error
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy") and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.display.quit()
        raise NoWindow(f"no window can be opened here: SDL finds no screen. {PACKAGES}")


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Suppress messages that C libraries write to standard error while they look for a display: we report it ourselves.

    A program started without a console has no standard error; then there is nothing to do.
    """
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except (OSError, ValueError):
        yield
        return
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def set_mode(size: tuple[int, int], fullscreen: bool) -> None:
    """Make the window, or fill the screen. Not toggle_fullscreen, which keeps the window's size."""
    size = max(SMALLEST[0], size[0]), max(SMALLEST[1], size[1])
    try:
        if fullscreen:
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error as error:
        raise NoWindow(f"no window of {size[0]}x{size[1]} can be opened: {error}") from error
    pygame.display.set_caption("Handplay")


def key_of_screen(desktop: tuple[int, int]) -> str:
    """The key under which facts about a screen are stored: the same for a tablet in both orientations."""
    return f"{pygame.display.get_driver()} {max(desktop)}x{min(desktop)}"


def settle(icon: Path, fill: bool) -> None:
    """Give the window a least size and an icon, and make it `fill` the desktop, as far as the desktop allows it."""
    try:
        with warnings.catch_warnings():  # there is no other way yet to get the window of display.set_mode
            warnings.simplefilter("ignore", DeprecationWarning)
            window = pygame.Window.from_display_module()
        window.minimum_size = SMALLEST
        if icon.is_file():
            window.set_icon(pygame.image.load(icon))
        if fill:
            window.maximize()
    except (AttributeError, pygame.error) as error:
        logging.getLogger(__name__).info("the window keeps its size: %s", error)


def flips_slowly() -> bool:
    """Whether showing a frame takes so long that SDL must be drawing on an emulated graphics card."""
    if "SDL_FRAMEBUFFER_ACCELERATION" in os.environ or pygame.display.get_driver() == "dummy":
        return False
    costs = []
    for _ in range(5):
        started = time.perf_counter()
        pygame.display.flip()
        costs.append(time.perf_counter() - started)
    return sorted(costs)[2] > SLOW_FLIP
