"""Recovers a name from a damaged profile file whose seal (checksum) no longer fits."""

from __future__ import annotations

import json
import re
import zlib

from games.launcher.records.disk.sealed import sealed
from games.launcher.records.models import shown_name

SAID = re.compile(rb'"name": ?("(?:[^"\\]|\\.){1,300}")')
LONGEST = 4000  # bytes; every bit of a file is tried


def name_in(content: bytes) -> str | None:
    """The name in a damaged file: repaired if a single flipped bit explains it, else as it stands; None if there is none."""
    found = SAID.search(mended(content) or content)
    if found is None:
        return None
    try:
        return shown_name(str(json.loads(found.group(1))))
    except ValueError:
        return None


def mended(content: bytes) -> bytes | None:
    """The content before one bit flipped; None if no single bit explains the mismatch with the seal.

    The answer is unique: two candidates would differ in two bits, and the seal detects every change of up to three.
    """
    said = bytearray(content[9:].removesuffix(b"\n"))
    if len(said) > LONGEST:
        return None
    for at in range(len(said)):
        for bit in range(8):
            said[at] ^= 1 << bit
            if content[:9] == b"%08x " % zlib.crc32(said):
                return sealed(bytes(said))
            said[at] ^= 1 << bit
    return None
