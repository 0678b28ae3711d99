"""Gives the memory of large pictures back to the system as soon as they are freed."""

from __future__ import annotations

import contextlib
import ctypes
import sys

LARGE = 1_000_000  # bytes; blocks from this size on are mapped for themselves
MMAP_THRESHOLD, TRIM_THRESHOLD = -3, -1  # parameters of mallopt in glibc


def give_back_memory() -> None:
    """Keep the C library of Linux from raising its threshold with each large block that is freed: it would then put
    pictures between small things, and a program that has shown many would keep twice the memory that it uses. Where there
    is no such library nothing happens."""
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        for name in (MMAP_THRESHOLD, TRIM_THRESHOLD):
            library.mallopt(name, LARGE)
