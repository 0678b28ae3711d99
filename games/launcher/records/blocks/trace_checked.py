"""Whether bytes are a packed trace, without unpacking its readings: counted and searched as a whole, in a fiftieth of the
time. For data that is taken in from elsewhere, thousands of blocks at once."""

from __future__ import annotations

import re
import struct
import zlib
from typing import NamedTuple

from games.launcher.records.blocks.trace import (
    COMMAND,
    KINDS,
    MOST_BYTES,
    MOST_READINGS,
    columns_of,
    inflated,
    next_command,
)
from games.launcher.records.errors import Unreadable

KNOWN = bytes((*range(len(KINDS)), COMMAND))
CONTINUED = bytes(range(128, 256))  # bytes of a varint after which it goes on
TOO_LONG = re.compile(rb"[\x80-\xff]{10}")


class Checked(NamedTuple):
    """A packed trace that can be unpacked, and the number of its readings."""

    content: bytes
    readings: int


def checked(content: bytes) -> Checked:
    """The packed trace at the beginning of these bytes. Raises Unreadable for whatever `unpacked` cannot unpack."""
    if not content:
        return Checked(b"", 0)
    try:
        raw, used = inflated(content, MOST_BYTES)
        kinds, columns, words = columns_of(raw, MOST_READINGS, MOST_READINGS)
        if kinds.translate(None, KNOWN):
            raise Unreadable("the trace holds a reading of an unknown kind")
        commands = kinds.count(COMMAND)
        wanted = (len(kinds), *[len(kinds) - commands] * 3)
        for column, least in zip(columns, wanted, strict=True):
            if len(column.translate(None, CONTINUED)) < least:
                raise Unreadable("the trace is damaged: a column ends too soon")
            if TOO_LONG.search(column):
                raise Unreadable("the trace holds a number that is far too long")
        at = 0
        for _ in range(commands):
            at = next_command(words, at)[2]
    except (zlib.error, struct.error, IndexError, UnicodeDecodeError) as error:
        raise Unreadable(f"the trace is damaged: {error}") from error
    return Checked(content[:used], len(kinds))
