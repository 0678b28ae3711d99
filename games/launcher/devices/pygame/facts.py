"""What this machine's window, touch and sound offer, for `doctor`."""

from __future__ import annotations

import os
from collections.abc import Callable

import pygame


def facts() -> list[tuple[str, str]]:
    """(name, finding) for everything that can be found out without opening a window for the player; never raises."""
    found = [
        ("pygame-ce", f"{pygame.version.ver}{'' if getattr(pygame, 'IS_CE', False) else ' (this is the old pygame!)'}"),
        ("SDL", ".".join(str(part) for part in pygame.get_sdl_version())),
    ]
    return found + [(what, _asked(how)) for what, how in (("video", _video), ("touch", _touch), ("sound", _sound))]


def _asked(how: Callable[[], str]) -> str:
    try:
        return how()
    except Exception as error:  # a broken driver may raise anything; doctor must still report the rest
        return f"none ({error})"


def _video() -> str:
    pygame.display.init()
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy") and os.environ.get("SDL_VIDEODRIVER") != driver:
        return f"no window ({driver}); on Debian: sudo apt install libx11-6 libxext6 libxi6"
    sizes = ", ".join(f"{width}x{height}" for width, height in pygame.display.get_desktop_sizes())
    return f"{driver}, desktop {sizes}"


def _touch() -> str:
    from pygame._sdl2 import touch

    count = touch.get_num_devices()
    return f"{count} touch device{'' if count == 1 else 's'}" if count else "no touch device (mouse and keys work)"


def _sound() -> str:
    pygame.mixer.init()
    opened = pygame.mixer.get_init()
    pygame.mixer.quit()
    return f"{opened[0]} Hz, {opened[2]} channels" if opened else "none"
