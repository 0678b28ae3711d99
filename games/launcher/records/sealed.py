"""The seal of small files: the checksum of what follows it, as on the first line of a block's file."""

from __future__ import annotations

import zlib

from games.launcher.records.errors import Unreadable

UNSEALED = b"{"  # what a file of an earlier version begins with; no seal does


def sealed(said: bytes) -> bytes:
    """What a file is to hold, with its seal before it and a line's end behind it."""
    return b"%08x " % zlib.crc32(said) + said + b"\n"


def unsealed(content: bytes) -> bytes:
    """What was sealed; as it is where an earlier version wrote no seal.

    Unreadable where the seal does not fit: whatever the file says, it has been changed since it was written.
    """
    if content.startswith(UNSEALED):
        return content
    said = content[9:].removesuffix(b"\n")
    if content != sealed(said):
        raise Unreadable("it is damaged: its checksum does not fit")
    return said
