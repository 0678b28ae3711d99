"""The log of a painting as a file: a header line, then lines of entries, compressed with deflate."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from games.kit.geometry import Vec
from games.kit.painting import KINDS, Entry, Log, Painting
from games.launcher.records.errors import Unreadable

FORMAT = 1
AT_ONCE = 1000  # entries in a line: parsing one line on another thread delays no frame noticeably
LARGEST = 400_000_000  # bytes, unpacked
NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


def packed(painting: Painting) -> bytes:
    """A painting as bytes."""
    deflater = zlib.compressobj(6)
    parts = [deflater.compress(line) for line in _lines(painting)]
    return b"".join([*parts, deflater.flush()])


def unpacked(content: bytes) -> Painting:
    """The painting that was packed. Raises Unreadable for anything else."""
    try:
        opener = zlib.decompressobj()
        raw = opener.decompress(content, LARGEST)
        if not opener.eof:
            raise Unreadable("the painting's log is cut off or far too long")
        lines = raw.split(b"\n")
        head = json.loads(lines[0])
        if head["v"] != FORMAT:
            raise Unreadable(f"the painting's log has the format {head['v']}: {FORMAT} can be read")
        log = Log()
        for line in lines[1:]:
            if line:
                log.extend(
                    Entry(KINDS[kind], int(stroke), Vec(float(x), float(y)), float(size), str(colour))
                    for kind, stroke, x, y, size, colour in json.loads(line)
                )
        return Painting(Vec(*map(float, head["corner"])), Vec(*map(float, head["size"])), str(head["paper"]), log)
    except (zlib.error, ValueError, KeyError, IndexError, TypeError, OverflowError, RecursionError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"the painting's log is damaged: {error}") from error


def _lines(painting: Painting) -> Iterator[bytes]:
    head = {"v": FORMAT, "corner": painting.corner, "size": painting.size, "paper": painting.paper}
    yield json.dumps(head).encode() + b"\n"
    for start in range(0, len(painting.log), AT_ONCE):
        rows = [
            (NUMBERS[one.kind], one.stroke, round(one.at[0], 4), round(one.at[1], 4), one.size, one.colour)
            for one in painting.log[start : start + AT_ONCE]
        ]
        yield json.dumps(rows, separators=(",", ":")).encode() + b"\n"
