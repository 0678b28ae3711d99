"""The seal of small files: a checksum in front of the content, as on the first line of a block's file."""

from __future__ import annotations

import zlib

from games.launcher.records.errors import Unreadable

UNSEALED = b"{"  # files of an earlier version begin with this; no seal does


def sealed(said: bytes) -> bytes:
    """The content with its seal in front and a line break at the end."""
    return b"%08x " % zlib.crc32(said) + said + b"\n"


def unsealed(content: bytes) -> bytes:
    """The content of a sealed file; unchanged if an earlier version wrote it without a seal.

    Raises Unreadable if the seal does not fit: the file has been changed since it was written.
    """
    if content.startswith(UNSEALED):
        return content
    said = content[9:].removesuffix(b"\n")
    if content != sealed(said):
        raise Unreadable("it is damaged: its checksum does not fit")
    return said
