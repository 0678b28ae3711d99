"""Whatever a hand, or a device, does at a table: the round has a record that holds, is written, read and played again."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from games.catalog import GAMES, named
from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.game import Game, Level
from games.kit.geometry import Vec
from games.kit.task import Follow, Outcome, Rep
from games.launcher.records.blocks.convert import rep_record
from games.launcher.records.blocks.vault import encoded, read
from games.launcher.records.models import Record
from games.launcher.round.levels import level_of
from games.launcher.round.record import Circumstances, record_of, rescored
from games.launcher.shell.clock import Moment

MOMENT = Moment(1_795_000_000_000, 60, "2026-11-27", 9)
ROOM = Vec(143, 64)
PLAYED = [
    pytest.param(game, mode, number, id=f"{game.id}-{mode}-{number}")
    for game in GAMES
    for mode, levels in (
        ("practice", game.levels),
        ("test", game.tests),
        ("challenge", game.challenges),
        ("free", (1,)),
    )
    for number in ({len(levels) // 2 + 1, len(levels)} if mode == "practice" else {len(levels)})
]


def about(mode: str, number: int) -> Circumstances:
    return Circumstances("a" * 32, mode, number, MOMENT, px_per_mm=5.6)


def holds(block: Block, mode: str, number: int, folder: Path) -> Record:
    """The record of a block, written, read and played again."""
    record, path = record_of(block, about(mode, number)), folder / "a.hps"
    path.write_bytes(encoded(record, block.trace))
    assert read(path) == (record, block.trace)
    assert rescored(record, block.trace) == record
    return record


NUMBER = st.one_of(
    st.integers(-20, 260).map(float),
    st.floats(-300, 300),
    st.sampled_from([math.nan, math.inf, -math.inf, 1e300, -1e12, 1e-300, 5e-324]),
)
PLACE = st.builds(Vec, NUMBER, NUMBER)
ON_TABLE = st.builds(Vec, st.integers(0, 143).map(float), st.integers(0, 64).map(float))
STEPS = st.sampled_from([0.0, 0.00001, 0.004, 1 / 60, 0.2, 1.1])


@st.composite
def lines(draw: st.DrawFn) -> list[tuple[float, int, str, Vec]]:
    """A straight line on whole places, as a mouse draws it, perhaps a dot."""
    start, way, count = (
        draw(ON_TABLE),
        draw(st.sampled_from([(1, 0), (0, 1), (1, 1), (-2, 1), (0, 0)])),
        draw(st.integers(1, 60)),
    )
    dt, finger = draw(STEPS.filter(lambda t: t < 0.1)), draw(st.integers(1, 3))
    places = [Vec(start.x + way[0] * k, start.y + way[1] * k) for k in range(count)]
    moved = [(dt, finger, "move", place) for place in places]
    return [(0.02, finger, "down", start), *moved, (dt, finger, "up", places[-1])]


@st.composite
def wild(draw: st.DrawFn) -> list[tuple[float, int, str, Vec]]:
    """Anything that a broken device could say."""
    phase = st.sampled_from(["down", "move", "move", "up", "cancel", "hover"])
    return draw(st.lists(st.tuples(STEPS, st.integers(0, 5), phase, PLACE), max_size=40))


@st.composite
def floods(draw: st.DrawFn) -> list[tuple[float, int, str, Vec]]:
    """More fingers than anybody has, all at once."""
    count, at = draw(st.sampled_from([7, 40, 400])), draw(ON_TABLE)
    downs = [(0.0, k, "down", Vec(at.x + k % 40, at.y + k // 40)) for k in range(count)]
    ups = [(0.0, k, "up", Vec(at.x + k % 40, at.y + k // 40)) for k in range(draw(st.integers(0, count)))]
    return [*downs, (0.4, 0, "move", at), *ups]


TRACES = st.lists(st.one_of(lines(), lines(), wild(), floods()), max_size=4)


@pytest.mark.parametrize(("game", "mode", "number"), PLAYED)
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(parts=TRACES, aids=st.sampled_from([(), ("tap",), ("dwell", "tap")]), odd=NUMBER)
def test_any_trace_gives_a_record_that_holds(
    game: Game, mode: str, number: int, parts: list, aids: tuple[str, ...], odd: float, tmp_path: Path
) -> None:
    block, now = Block(game, level_of(game, mode, number), 5, ROOM, aids), 0.0
    block.advance(0.0, [])
    for part in parts:
        for dt, finger, phase, at in part:
            now += dt
            late = now if finger < 5 else odd  # a clock that goes astray
            block.advance(now, [Sample(late, finger, phase, at, "mouse" if phase == "hover" else "touch")])  # type: ignore[arg-type]
            if block.paused:
                block.advance(now, [Command(now, "resume")])
        block.advance(now, [Command(now, "turn", odd), Command(now, "skip")])
    block.advance(now + 0.5, [Command(now + 0.5, "stop")])
    holds(block, mode, number, tmp_path)


@pytest.mark.parametrize(("mode", "level"), [("challenge", 1), ("practice", 1), ("practice", 2)])
def test_a_line_drawn_exactly_along_its_path_has_no_spread_to_divide_by(mode: str, level: int, tmp_path: Path) -> None:
    game, drawn = named("paint"), 0
    block, now = Block(game, level_of(game, mode, level), 2, Vec(143, 64), ("tap",)), 0.0
    while drawn < 3 and not block.finished:
        block.advance(now)
        task = block.table.asked[0]
        if not isinstance(task, Follow):
            break
        places, readings = [Vec(round(x * 5.6) / 5.6, round(y * 5.6) / 5.6) for x, y in task.path], []
        for index, at in enumerate([places[0], *places, places[-1]]):
            now += 0.008
            phase = "down" if index == 0 else "up" if index == len(places) + 1 else "move"
            readings.append(Sample(now, 1, phase, at, "mouse"))  # type: ignore[arg-type]
            block.advance(now, readings[-1:])
        for _ in range(60):
            now += 1 / 60
            block.advance(now)
        drawn += 1
    block.advance(now, [Command(now, "stop")])
    record = holds(block, mode, level, tmp_path)
    assert record.reps
    for rep in record.reps:
        if rep.measures is not None and rep.measures["effective_steering"] is not None:
            assert rep.measures["effective_steering"] < 1e6


def test_a_rep_of_impossible_values_is_stored_without_them() -> None:
    block = Block(named("beans"), named("beans").levels[0], 1, ROOM)
    task = next(iter(block.table.asked.values()))
    ring = tuple(Vec(i, 0) for i in range(30_000))
    rep = Rep(
        task, -1.0, math.nan, 1e300, math.inf, Outcome.DONE, tuple(range(5000)), Vec(math.nan, -1e300),
        block.level.settings, (ring, *((Vec(0, 0),) for _ in range(300))), 1000, math.inf,
    )  # fmt: skip
    measures = {
        "error": math.nan,
        "steering": 9.3e15,
        "tapped": True,
        "reason": "x" * 1000,
        "peaks": 10**40,
        "fine": 1.5,
    }
    record = rep_record(0, rep, measures)
    assert (record.asked, record.began, record.let_go, record.ended) == (0, 0, 86_400, 0)
    assert (len(record.fingers), len(record.made), len(record.made[0])) == (1000, 100, 10_000)
    assert (record.offset, record.turned, record.slot) == ((0, -1e9), 0, 99)
    assert record.measures == {
        "error": None,
        "steering": None,
        "tapped": True,
        "reason": None,
        "peaks": None,
        "fine": 1.5,
    }


def test_what_is_left_out_is_noted_once(caplog: pytest.LogCaptureFixture) -> None:
    block = Block(named("beans"), named("beans").levels[0], 1, ROOM)
    task = next(iter(block.table.asked.values()))
    rep = Rep(task, 0.0, 0.1, 0.2, 0.3, Outcome.DONE, (1,))
    for number in range(5):
        rep_record(number, rep, {"only_here": math.inf})
    assert len([line for line in caplog.messages if "only_here" in line]) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"px_per_mm": 5000.0},
        {"px_per_mm": math.nan},
        {"strays": 10**12},
        {"moment": Moment(9_999_999_999_999, 2000, "2286-11-20", 1)},
    ],
)
def test_circumstances_that_no_record_holds_cost_no_round(changes: dict[str, object]) -> None:
    block = Block(named("pegs"), named("pegs").levels[0], 1, ROOM)
    block.advance(1 / 60, [Sample(0.001, 1, "down", Vec(20, 20))])
    assert record_of(block, replace(about("practice", 1), **changes)).game == "pegs"  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [Vec(1, 1), Vec(61.5, 14.9), Vec(4, 300)])
@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_round_on_the_smallest_table_is_kept(game: Game, size: Vec, tmp_path: Path) -> None:
    block = Block(game, game.levels[0], 1, size, ("tap",))
    block.advance(0.1, [Sample(0.05, 1, "down", size * 0.5), Sample(0.06, 1, "up", size * 0.5)])
    block.advance(0.2, [Command(0.2, "stop")])
    assert holds(block, "practice", 1, tmp_path).table == tuple(size)


def test_a_round_ends_before_it_holds_more_than_a_record_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("games.kit.block.MOST_READINGS", 50)
    game = named("paint")
    assert game.free is not None
    level: Level = game.free
    block = Block(game, level, 1, ROOM)
    readings: list[Reading] = [Sample(k / 100, 1, "move" if k else "down", Vec(20 + k % 30, 20)) for k in range(100)]
    for reading in readings:
        block.advance(reading.t, [reading])
    assert block.finished
    assert not block.stopped
