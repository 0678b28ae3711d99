"""When memory is tidied up: only while nothing moves, because it can take longer than a frame.

Python looks for circles of objects that nobody needs (with a large picture for half a second). The C library of Linux
gives large pictures back to the system as soon as they are freed (allocator.py); smaller blocks it keeps until it is
asked. In an hour of random presses that made a tenth of the memory. Where there is nothing to ask, nothing is done.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable

SELDOM = 20.0  # s between two times at which freed memory is given back


class Garbage:
    """Tidies up for the loop of the window."""

    def __init__(self, give_back: Callable[[], object] | None = None) -> None:
        """`give_back`: gives freed memory back to the system; by default what this system offers."""
        self._give_back = give_back or _system_call()
        self._gave = 0.0

    def begin(self) -> None:
        """All that has been loaded stays: leave it out from now on."""
        gc.collect()
        gc.freeze()

    def look(self, busy: bool, now: float) -> None:
        """Called in each turn of the loop; `busy`: something moves or is being played. `now` in s."""
        if busy:
            gc.disable()
            return
        gc.enable()
        if now - self._gave >= SELDOM:
            self._gave = now
            self._give_back()

    def end(self) -> None:
        """The loop has ended."""
        gc.enable()


def _system_call() -> Callable[[], object]:
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # not glibc; on Windows None names no library
        return lambda: None
    trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    return lambda: trim(0)
