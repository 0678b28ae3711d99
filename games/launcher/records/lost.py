"""What the only file of somebody's profile still shows of their name when its seal no longer fits."""

from __future__ import annotations

import json
import re
import zlib

from games.launcher.records.models import shown_name
from games.launcher.records.sealed import sealed

SAID = re.compile(rb'"name": ?("(?:[^"\\]|\\.){1,300}")')
LONGEST = 4000  # bytes; every bit of a file is tried


def name_in(content: bytes) -> str | None:
    """The name that a damaged file shows: for certain where one bit of it has flipped, else as it stands; None without one."""
    found = SAID.search(mended(content) or content)
    if found is None:
        return None
    try:
        return shown_name(str(json.loads(found.group(1))))
    except ValueError:
        return None


def mended(content: bytes) -> bytes | None:
    """The file before one bit of what is sealed flipped; None where no single bit explains what the seal says.

    The seal tells all such files apart: two of them differ in two bits, and it finds every change of three.
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
