"""Challenge files come from strangers: whatever is in them, it is a challenge or one sentence, soon and in little room."""

from __future__ import annotations

import json
import os
import struct
import time
import tracemalloc
import zlib
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from challenged import round_of
from hypothesis import given, settings
from hypothesis import strategies as st

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.challenge.exchange import Verdict, head_of, received, verify
from games.launcher.records.challenges.files import (
    LONGEST_FILE,
    MOST_FINGERS,
    MOST_LANDINGS,
    ChallengeHead,
    decoded,
    encoded,
    found_in,
    plain,
    read_challenge,
    sealed,
)
from games.launcher.records.errors import Unreadable


def good() -> bytes:
    record, trace = round_of()
    return encoded(head_of(record, trace), trace)


def framed(head: dict[str, Any] | str, body: bytes) -> bytes:
    """A file whose checksums all fit, whatever it says."""
    if not isinstance(head, str):
        head = json.dumps(head | {"trace_len": len(body), "body": blake2b(body, digest_size=16).hexdigest()})
    line = head.encode("utf-8", "surrogatepass")
    return b"%08x " % zlib.crc32(line) + line + b"\n" + body


def parts() -> tuple[dict[str, Any], bytes]:
    line, _, body = good().partition(b"\n")
    return json.loads(line[9:]), body


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        decoded(content, "x.hpc")
    said = str(refused.value)
    assert len(said.splitlines()) == 1
    assert len(said) < 400
    return said


def judged(content: bytes) -> None:
    """It is refused, or it is a challenge that is verified or not: never an exception, never long."""
    try:
        head, trace = decoded(content, "x.hpc")
    except Unreadable as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017
        return
    assert verify(head, trace, patience=5.0) in Verdict


def test_what_is_written_is_read_again() -> None:
    record, trace = round_of()
    head = head_of(record, trace)
    assert decoded(encoded(head, trace), "x.hpc") == (head, trace)


def test_every_flipped_bit_is_noticed() -> None:
    content = good()
    for at in range(0, len(content), 5):
        for bit in (1, 0x10, 0x80):
            damaged = bytearray(content)
            damaged[at] ^= bit
            refusal(bytes(damaged))


def test_a_file_cut_anywhere_or_with_something_added_is_refused() -> None:
    content = good()
    for end in range(0, len(content), 7):
        refusal(content[:end])
    refusal(content + b"x")


@pytest.mark.parametrize(
    "changes",
    [
        {"points": True},
        {"points": "12"},
        {"points": -1},
        {"points": 10**4000},
        {"seed": 2**63},
        {"seed": 1.5},
        {"steps": 0},
        {"steps": 10**9},
        {"level": 0},
        {"table": [130.0, 1e308]},
        {"table": [0.0, 0.0]},
        {"game": "../../x"},
        {"game": "x" * 1000},
        {"aids": ["tap"] * 11},
        {"fit": {"side": "both", "span": None, "reach": [], "fingers": 1}},
        {"fit": None},
        {"seal": "../x"},
        {"kind": "session"},
        {"v": 9},
        {"trace_len": 0},
    ],
)
def test_what_no_challenge_can_hold_is_refused_by_name(changes: dict[str, Any]) -> None:
    head, body = parts()
    line = json.dumps({**head, **changes})
    said = refusal(b"%08x " % zlib.crc32(line.encode()) + line.encode() + b"\n" + body)
    assert next(iter(changes)) in said or "newer version" in said


@pytest.mark.parametrize(
    "head",
    [
        "null",
        "[]",
        "{}",
        "[" * 15000,
        '{"a":' * 3000,
        '{"seed": NaN}',
        "\ufeff{}",
        '{"game": "\\ud800"}',
        "\ud800",
        '{"v": 1' + "0" * 16000 + "}",
        "x" * 20_000,
    ],
)
def test_headers_of_all_kinds_of_nonsense_are_refused(head: str) -> None:
    refusal(framed(head, b"x"))


def test_a_bomb_is_refused_soon_and_in_little_room() -> None:
    head, _ = parts()
    bombs = [zlib.compress(b"\0" * 300_000_000, 9), zlib.compress(struct.pack("<I", 2**32 - 1) + b"\0" * 5_000_000)]
    bombs.append(zlib.compress(struct.pack("<II", 400_000, 400_000) + b"\0" * 400_000 + b"\xff" * 2_000_000))
    for bomb in bombs:
        content = framed(head, bomb)
        tracemalloc.start()
        began = time.perf_counter()
        refusal(content)
        took, (_, peak) = time.perf_counter() - began, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 100_000_000
        assert took < 20  # a hang, not a time
    refusal(b"0" * (LONGEST_FILE + 1))


def remade(trace: list[Reading], **changes: object) -> bytes:
    """A forged recording, sealed by somebody who knows how."""
    record, own = round_of()
    head = head_of(record, own).model_copy(update=changes)
    return encoded(sealed(head, trace), trace)


@pytest.mark.parametrize(
    ("trace", "said"),
    [
        ([], "nothing was touched"),
        ([Command(0.1, "turn", float("nan"))], "nan"),
        ([Command(0.1, "turn", float("inf"))], "inf"),
        ([Command(0.1, "turn", 1e300)], "1e"),
        ([Sample(0.1, 1, "down", Vec(1e15, 0))], "mm away"),
        ([Sample(0.1, -1, "down", Vec(1, 0))], "number"),
        ([Sample(2.0, 1, "down", Vec(1, 0)), Sample(1.0, 1, "up", Vec(1, 0))], "possible there"),
        ([Sample(1e9, 1, "down", Vec(1, 0))], "possible there"),
        ([Sample(0.1, i, "down", Vec(1, 0)) for i in range(MOST_FINGERS + 1)], "fingers at once"),
        (
            [Sample(0.1, 1, p, Vec(i % 90, 0)) for i in range(MOST_LANDINGS + 1) for p in ("down", "up")],
            "landings in a second",
        ),
        ([Sample(0.1, 1, "move", Vec(i % 90, 0)) for i in range(6000)], "readings in a second"),
    ],
)
def test_recordings_that_no_hand_makes_are_refused(trace: list[Reading], said: str) -> None:
    assert said in refusal(remade(trace))


def test_the_longest_recording_that_is_let_in_is_judged_in_bounded_time() -> None:
    trace: list[Reading] = []
    for i in range(200_000):
        t = round(i * 150) / 100_000
        phase = ("down", "move", "move", "move", "move", "up")[i % 6]
        trace.append(Sample(t, 1, phase, Vec(float(i % 130), float(i % 76))))  # type: ignore[arg-type]
    began = time.perf_counter()
    judged(remade(trace, steps=36_000))
    assert time.perf_counter() - began < 60  # a hang, not a time


@pytest.mark.parametrize(
    ("trace", "said"),
    [
        ([Sample(i // 50 / 100, 1, "move", Vec(i % 90, 0)) for i in range(350_000)], "350000 readings"),
        ([Sample(i // 8 / 100, 1, "move", Vec(i % 90, 0)) for i in range(120_000)], "120000 readings"),
        ([Command(i / 100, "turn", 1.0) for i in range(4000)], "4000 commands"),
        ([Command(i // 2 / 100, ("pause", "resume")[i % 2]) for i in range(20_000)], "20000 commands"),
        ([Command(0.5, "skip") for _ in range(300)], "121 commands in a second"),
    ],
    ids=["readings", "of a whole round", "turns", "pauses", "at once"],
)
def test_a_flood_is_refused_before_it_is_played(tmp_path: Path, trace: list[Reading], said: str) -> None:
    path = tmp_path / "x.hpc"
    record, own = round_of()
    path.write_bytes(encoded(head_of(record, own).model_copy(update={"steps": 7000}), trace))  # it need not be sealed
    began = time.process_time()
    with pytest.raises(Unreadable, match=said):
        received(path)
    assert time.process_time() - began < 20  # a flood that is played, not a time


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    judged(content)
    judged(b"%08x " % zlib.crc32(content) + content + b"\n")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from([*ChallengeHead.model_fields, "trace_len", "body"]), JSON, max_size=4))
def test_no_header_does_more_than_be_refused_or_judged(changes: dict[str, Any]) -> None:
    head, body = parts()
    line = json.dumps({**head, **changes}).encode()
    judged(b"%08x " % zlib.crc32(line) + line + b"\n" + body)


@settings(max_examples=200)
@given(st.binary(max_size=300), st.booleans())
def test_no_recording_does_more_than_be_refused_or_judged(raw: bytes, deflated: bool) -> None:
    head, _ = parts()
    judged(framed(head, zlib.compress(raw) if deflated else raw))


PLACES = st.builds(lambda x, y: Vec(x / 100, y / 100), st.integers(-2000, 15000), st.integers(-2000, 9000))
READINGS = st.one_of(
    st.builds(
        Sample,
        st.integers(0, 500),
        st.integers(0, 6),
        st.sampled_from(["down", "move", "up", "cancel", "hover"]),
        PLACES,
        st.sampled_from(["touch", "mouse", "keys"]),
    ),
    st.builds(
        Command,
        st.integers(0, 500),
        st.sampled_from(["turn", "skip", "pause", "resume", "stop", "undo", "redo", "done", "save", "x"]),
        st.floats(-900, 900) | st.text(max_size=5),
    ),
)


@settings(max_examples=60)
@given(
    st.lists(READINGS, min_size=1, max_size=40),
    st.sampled_from([("pegs", 1), ("ball", 1), ("ball", 2), ("pennies", 1), ("beans", 1), ("paint", 1)]),
)
def test_forged_hands_are_judged_whatever_they_do(readings: list[Reading], what: tuple[str, int]) -> None:
    from games.catalog import named

    trace: list[Reading] = []
    tick = 0
    for reading in readings:
        tick += int(reading.t)
        t = tick / 100
        if isinstance(reading, Sample):
            trace.append(Sample(t, reading.finger, reading.phase, reading.at, reading.device))
        else:
            trace.append(Command(t, reading.name, reading.value))
    game = named(what[0])
    judged(remade(trace, game=game.id, level=what[1], game_version=game.version, steps=tick * 2 + 10))


def test_folders_pipes_devices_and_missing_files_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.hpc").mkdir()
    os.mkfifo(tmp_path / "pipe.hpc")
    (tmp_path / "zero.hpc").symlink_to("/dev/zero")
    for name in ("folder", "pipe", "zero"):
        with pytest.raises(Unreadable, match="not a file"):
            read_challenge(tmp_path / f"{name}.hpc")
    with pytest.raises(OSError, match="nowhere"):
        read_challenge(tmp_path / "nowhere.hpc")
    (tmp_path / "large.hpc").write_bytes(b"0" * (LONGEST_FILE + 1))
    with pytest.raises(Unreadable, match="bytes"):
        read_challenge(tmp_path / "large.hpc")
    (tmp_path / "one.HPC").write_bytes(b"x")
    (tmp_path / ".hidden.hpc").write_bytes(b"x")
    (tmp_path / "other.txt").write_bytes(b"x")
    assert sorted(path.name for path in found_in(tmp_path, 100)) == ["large.hpc", "one.HPC"]
    assert list(found_in(tmp_path / "nowhere", 100)) == []


@given(st.text(st.characters(), max_size=300))
def test_a_name_is_shown_without_what_is_hidden_in_it(name: str) -> None:
    shown = plain(name)
    assert len(shown) <= 60
    assert len(shown.splitlines()) <= 1
    assert "\u202e" not in shown
    shown.encode()
