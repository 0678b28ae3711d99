"""Waiting for the next event without waking up in between.

`pygame.event.wait` checks the queue each millisecond. SDL itself can sleep until the window system sends something, for
the window systems named below; that function is called in the very library that pygame has loaded. Where it cannot be
found, or the window system can only be asked, everything works as well with pygame's own wait.
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Callable

import pygame

SLEEPING = ("x11", "wayland", "windows", "cocoa")  # window systems for which SDL 2 sleeps until something arrives
WINDOWS_LIBRARY = "SDL2.dll"  # found by this name once pygame has loaded it; elsewhere it is reached through pygame

Wait = Callable[[int], bool]  # waits so many ms at most; True if an event is there


def sleeping_wait() -> Wait | None:
    """SDL's wait for the open display, or None where there is none that sleeps."""
    if pygame.display.get_driver() not in SLEEPING:
        return None
    try:
        return _wait_of(ctypes.CDLL(pygame.base.__file__))
    except (OSError, AttributeError, TypeError):
        pass
    try:
        return _wait_of(ctypes.CDLL(WINDOWS_LIBRARY))
    except (OSError, AttributeError) as error:
        logging.getLogger(__name__).info("waits are checked each millisecond: %s", error)
        return None


def _wait_of(library: ctypes.CDLL) -> Wait:
    wait = library.SDL_WaitEventTimeout
    wait.argtypes, wait.restype = [ctypes.c_void_p, ctypes.c_int], ctypes.c_int
    return lambda ms: bool(wait(None, ms))  # None: the event stays in the queue
