"""The trace as bytes: exact, small, and safe against anything."""

from __future__ import annotations

import math
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.records.blocks.trace import packed, unpacked
from games.launcher.records.blocks.trace_checked import checked
from games.launcher.records.errors import Unreadable

TICK = st.integers(0, 8_640_000_000).map(lambda n: n / 100_000)
PLACE = st.integers(-500_000, 500_000).map(lambda n: n / 100)
PHASE = st.sampled_from(["down", "move", "up", "cancel", "hover"])
SAMPLE = st.builds(
    Sample, TICK, st.integers(0, 1000), PHASE, st.builds(Vec, PLACE, PLACE), st.sampled_from(["touch", "mouse"])
)
VALUE = st.one_of(st.floats(allow_nan=False), st.text(max_size=16))
COMMAND = st.builds(Command, TICK, st.text(max_size=16), VALUE)


@settings(deadline=None)
@given(st.lists(st.one_of(SAMPLE, SAMPLE, COMMAND), max_size=40))
def test_a_trace_comes_back_to_the_last_digit(trace: list[Reading]) -> None:
    assert unpacked(packed(trace)) == trace


def two_fingers(seconds: int = 60) -> list[Reading]:
    out: list[Reading] = []
    for i in range(seconds * 120):
        for finger in (1, 2):
            t = math.ceil((i / 120 + finger * 0.0013 + (i * 7919 % 60) / 1e5) * 100_000) / 100_000
            x = round((80 + 40 * math.sin(i / 70 + finger)) * 100 / 18) * 18 / 100
            y = round((50 + 20 * math.cos(i / 50)) * 100 / 18) * 18 / 100
            out.append(Sample(t, finger, "move", Vec(round(x * 100) / 100, round(y * 100) / 100)))
    return out


def test_a_minute_of_two_fingers_takes_at_most_six_bytes_a_sample() -> None:
    trace = two_fingers()
    assert len(packed(trace)) / len(trace) <= 6


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_other_bytes_are_unreadable_and_nothing_worse(content: bytes) -> None:
    for each in (content, zlib.compress(content)):
        if each:
            with pytest.raises(Unreadable):
                unpacked(each)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_flipped_byte_is_noticed_or_gives_readings_all_the_same(at: int, flip: int) -> None:
    raw = bytearray(zlib.decompress(packed(two_fingers(1))))
    raw[at % len(raw)] ^= flip
    refused, found = None, []
    try:
        found = unpacked(zlib.compress(bytes(raw)))
    except Unreadable as error:
        refused = error
    assert all(isinstance(reading, Sample | Command) for reading in found)
    assert (refused is None) == bool(found)


def test_a_bomb_is_refused() -> None:
    with pytest.raises(Unreadable, match="far too long"):
        unpacked(zlib.compress(bytes(120_000_000)))


def test_what_no_block_makes_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple"):
        packed([Sample(0.1234567, 1, "down", Vec(1, 1))])
    with pytest.raises(ValueError, match="64 bytes"):
        packed([Command(0.0, "x" * 70)])


@settings(deadline=None)
@given(st.lists(st.one_of(SAMPLE, SAMPLE, COMMAND), max_size=40), st.binary(max_size=5))
def test_a_trace_is_checked_without_unpacking_it(trace: list[Reading], after: bytes) -> None:
    assert checked(packed(trace) + after) == (packed(trace), len(trace))


@settings(deadline=None, max_examples=400)
@given(st.integers(0, 10_000), st.integers(1, 255), st.booleans())
def test_what_is_checked_can_be_unpacked(at: int, flip: int, commands: bool) -> None:
    words = [Command(2.0, "pause", "now"), Command(2.0, "span", 0.5)] * 9
    raw = bytearray(zlib.decompress(packed([*two_fingers(1), *words][238 if commands else 0 :])))
    raw[at % len(raw)] ^= flip
    content = zlib.compress(bytes(raw))
    refused = False
    try:
        count = checked(content).readings
    except Unreadable:
        refused = True
    if refused:
        with pytest.raises(Unreadable):
            unpacked(content)
    else:
        assert len(unpacked(content)) == count


@given(st.binary(max_size=300))
def test_what_is_no_trace_is_not_taken_for_one(content: bytes) -> None:
    for each in (content, zlib.compress(content)):
        if each:
            with pytest.raises(Unreadable):
                checked(each)
