"""Writes PNG files band by band, so that the drawing thread is never blocked for long."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pygame
from pygame import Surface

BAND = 48  # rows at once
MARK = b"\x89PNG\r\n\x1a\n"
EFFORT = 4  # compression level, of 9


def write_png(surface: Surface, path: Path) -> None:
    """Write a surface as an opaque PNG. Raises OSError if that fails.

    pygame's own writer blocks all threads until the whole picture is done; here a band takes a millisecond or two, and
    other threads run while it is compressed.
    """
    wide, high = surface.get_size()
    deflater = zlib.compressobj(EFFORT)
    with path.open("wb") as file:
        file.write(MARK + _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)))
        for top in range(0, high, BAND):
            band = surface.subsurface((0, top, wide, min(BAND, high - top)))
            raw = pygame.image.tobytes(band, "RGB")
            rows = b"".join(b"\0" + raw[start : start + 3 * wide] for start in range(0, len(raw), 3 * wide))
            packed = deflater.compress(rows)
            if packed:
                file.write(_chunk(b"IDAT", packed))
        file.write(_chunk(b"IDAT", deflater.flush()) + _chunk(b"IEND", b""))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
