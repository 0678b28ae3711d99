"""The trace of a block as bytes and back, without loss: per-finger differences as varints, deflated."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import get_args

from games.kit.door import GRAIN, TICKS
from games.kit.fingers import Command, Device, Phase, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.records.errors import Unreadable

PHASES: tuple[Phase, ...] = get_args(Phase)
# Every kind of sample, in the order of its number on disk: append new ones, never reorder.
DEVICES: tuple[Device, ...] = ("touch", "mouse")
KINDS: tuple[tuple[Phase, Device], ...] = (
    *((phase, device) for phase in PHASES for device in DEVICES),
    *((phase, "keys") for phase in PHASES),
)
NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
COMMAND = 255
MOST_BYTES = 40_000_000  # unpacked; a trace of hours
MOST_READINGS = 4_000_000
LONGEST_NAME = 64


def packed(trace: Sequence[Reading]) -> bytes:
    """A trace as bytes. Times must be multiples of 1/100 ms and places of 1/100 mm; ValueError otherwise."""
    return zlib.compress(flat(trace), 6)


def flat(trace: Sequence[Reading]) -> bytes:
    """The bytes before compression, identical on every machine (deflate output may differ). ValueError as in `packed`."""
    kinds, times, fingers, xs, ys, words = bytearray(), bytearray(), bytearray(), bytearray(), bytearray(), bytearray()
    last_t = 0
    last: dict[int, tuple[int, int]] = {}
    for reading in trace:
        tick = _units(reading.t, TICKS)
        _put(times, tick - last_t)
        last_t = tick
        if isinstance(reading, Command):
            kinds.append(COMMAND)
            _put_words(words, reading.name)
            if isinstance(reading.value, str):
                words.append(1)
                _put_words(words, reading.value)
            else:
                words.append(0)
                words += struct.pack("<d", reading.value)
            continue
        kinds.append(NUMBERS[reading.phase, reading.device])
        _put(fingers, reading.finger)
        x, y = _units(reading.at.x, GRAIN), _units(reading.at.y, GRAIN)
        before = last.get(reading.finger, (0, 0))
        _put(xs, x - before[0])
        _put(ys, y - before[1])
        last[reading.finger] = x, y
    parts = [struct.pack("<I", len(trace))]
    for column in (kinds, times, fingers, xs, ys, words):
        parts += [struct.pack("<I", len(column)), bytes(column)]
    return b"".join(parts)


def unpacked(
    content: bytes,
    most_bytes: int = MOST_BYTES,
    most_readings: int = MOST_READINGS,
    most_commands: int = MOST_READINGS,
) -> list[Reading]:
    """The trace that was packed. Raises Unreadable for anything else, however large it claims to be."""
    if not content:
        return []
    try:
        return list(_readings(*columns_of(inflated(content, most_bytes)[0], most_readings, most_commands)))
    except (zlib.error, struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
        raise Unreadable(f"the trace is damaged: {error}") from error


def inflated(content: bytes, most: int) -> tuple[bytes, int]:
    """The flat bytes of a packed trace, and how many bytes of `content` hold it. Raises Unreadable or zlib.error."""
    opener = zlib.decompressobj()
    raw = opener.decompress(content, most)
    if opener.unconsumed_tail or not opener.eof:
        raise Unreadable("the trace is cut off or far too long")
    return raw, len(content) - len(opener.unused_data)


def columns_of(raw: bytes, most: int, most_commands: int) -> tuple[bytes, Sequence[bytes], bytes]:
    """The kinds of a flat trace's readings; their times, fingers, x and y as varints; the words of its commands.

    Raises Unreadable or struct.error if they do not fit together.
    """
    (count,) = struct.unpack_from("<I", raw, 0)
    if count > most:
        raise Unreadable(f"the trace claims {count} readings: at most {most} are allowed")
    place, columns = 4, []
    for _ in range(6):
        (length,) = struct.unpack_from("<I", raw, place)
        columns.append(raw[place + 4 : place + 4 + length])
        place += 4 + length
    kinds = columns[0]
    if place != len(raw) or len(kinds) != count:
        raise Unreadable("the trace's parts do not fit together")
    if kinds.count(COMMAND) > most_commands:
        raise Unreadable(f"the trace holds {kinds.count(COMMAND)} commands: at most {most_commands} are allowed")
    return kinds, columns[1:5], columns[5]


def _readings(kinds: bytes, columns: Sequence[bytes], words: bytes) -> Iterator[Reading]:
    times, fingers, xs, ys = (_numbers(column) for column in columns)
    tick, at, last = 0, 0, dict[int, tuple[int, int]]()
    for kind in kinds:
        tick += next(times)
        if kind == COMMAND:
            name, value, at = next_command(words, at)
            yield Command(tick / TICKS, name, value)
            continue
        phase, device = KINDS[kind]
        finger = next(fingers)
        before = last.get(finger, (0, 0))
        x, y = before[0] + next(xs), before[1] + next(ys)
        last[finger] = x, y
        yield Sample(tick / TICKS, finger, phase, Vec(x / GRAIN, y / GRAIN), device)


def next_command(words: bytes, at: int) -> tuple[str, str | float, int]:
    """The name and the value of the command whose words begin here, and where they end. Raises errors as they come."""
    name, at = _get_words(words, at)
    if words[at]:
        value, at = _get_words(words, at + 1)
        return name, value, at
    (number,) = struct.unpack_from("<d", words, at + 1)
    return name, number, at + 9


def _units(value: float, per_one: int) -> int:
    units = round(value * per_one)
    if units / per_one != value:
        raise ValueError(f"{value} is not a multiple of 1/{per_one}: a block's trace holds only such")
    return units


def _put(column: bytearray, number: int) -> None:
    """Append a signed integer as a zigzag varint: small numbers take one byte."""
    number = number * 2 if number >= 0 else -number * 2 - 1
    while number > 127:
        column.append(number & 127 | 128)
        number >>= 7
    column.append(number)


def _numbers(column: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in column:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number >> 1 if not number & 1 else -(number >> 1) - 1
            number = shift = 0
        elif shift > 63:
            raise Unreadable("the trace holds a number that is far too long")
    raise IndexError("a column ends too soon")


def _put_words(column: bytearray, words: str) -> None:
    content = words.encode()
    if len(content) > LONGEST_NAME:
        raise ValueError(
            f"the text of a command has at most {LONGEST_NAME} bytes: {words[:20]!r}... has {len(content)}"
        )
    column.append(len(content))
    column += content


def _get_words(column: bytes, at: int) -> tuple[str, int]:
    end = at + 1 + column[at]
    if end > len(column):
        raise IndexError("a command ends too soon")
    return column[at + 1 : end].decode(), end
