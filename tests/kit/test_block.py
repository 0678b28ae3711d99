"""A block: whole steps, one truth live and replayed."""

from __future__ import annotations

from random import Random

import null_game
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.kit.block import Block, dealt, replayed
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec, between
from games.kit.task import Carry, Outcome

SIZE = Vec(200, 100)
GAME = null_game.GAME
LEVEL = GAME.levels[0]


def fresh(**how: object) -> Block:
    return Block(GAME, LEVEL, 5, SIZE, **how)  # type: ignore[arg-type]


def task_of(block: Block) -> Carry:
    task = block.table.asked[0]
    assert isinstance(task, Carry)
    return task


def stroke(start: Vec, end: Vec, t: float, seconds: float = 0.5, finger: int = 1) -> list[Sample]:
    """One drag read 97 times a second: never in step with anything."""
    out = [Sample(t, finger, "down", start)]
    count = int(seconds * 97)
    out += [Sample(t + i / 97, finger, "move", between(start, end, i / count)) for i in range(1, count + 1)]
    return [*out, Sample(t + seconds + 0.011, finger, "up", end)]


def fed(block: Block, readings: list[Reading], times: list[float]) -> Block:
    at = 0
    for now in times:
        due = at
        while due < len(readings) and readings[due].t <= now:
            due += 1
        block.advance(now, readings[at:due])
        at = due
    return block


def same(block: Block) -> Block:
    again = replayed(block.game, block.level, block.seed, SIZE, block.trace, block.steps, block.aids)
    assert again.table.reps == block.table.reps
    assert again.played == block.played
    assert again.trace == block.trace
    assert again.steps == block.steps
    assert again.finished == block.finished
    return again


def drags() -> list[Reading]:
    start = task_of(fresh()).start
    out: list[Reading] = []
    for i in range(3):
        out += stroke(start, Vec(150, 50 + i), 0.2 + i)
    return out


@pytest.mark.parametrize("rate", [24, 30, 60, 144, 240])
def test_reps_and_trace_are_equal_at_every_frame_rate(rate: int) -> None:
    readings = drags()
    blocks = [fed(fresh(), readings, [k / r for k in range(1, 4 * r)]) for r in (60, rate)]
    assert blocks[0].table.reps
    assert blocks[0].table.reps == blocks[1].table.reps
    assert blocks[0].trace == blocks[1].trace


def test_frames_that_come_when_they_like_change_nothing() -> None:
    rng, times, t = Random(2), [], 0.0
    while t < 4:
        t += rng.random() * 0.09
        times.append(t)
    assert fed(fresh(), drags(), times).table.reps == fed(fresh(), drags(), [k / 60 for k in range(1, 240)]).table.reps


def test_a_running_clock_may_start_anywhere() -> None:
    readings = [Sample(s.t + 5000, s.finger, s.phase, s.at) for s in drags() if isinstance(s, Sample)]
    block = Block(GAME, LEVEL, 5, SIZE)
    block.advance(5000.0)
    fed(block, list(readings), [5000 + k / 60 for k in range(1, 240)])
    plain = fed(fresh(), drags(), [k / 60 for k in range(1, 240)])
    assert [rep.outcome for rep in block.table.reps] == [rep.outcome for rep in plain.table.reps]
    assert block.table.reps[0].began == pytest.approx(plain.table.reps[0].began, abs=1e-4)


def test_a_late_sample_is_stamped_with_the_time_it_is_played() -> None:
    block = fresh()
    block.advance(0.5)
    block.advance(0.5, [Sample(0.1, 1, "down", Vec(50, 50))])
    block.advance(0.6)
    assert block.trace[0].t == pytest.approx(0.5, abs=1e-4)
    assert block.trace[0].t >= 60 / 120 - 1e-9
    same(block)


def test_a_step_takes_only_what_was_read_before_its_end() -> None:
    block = fresh()
    block.advance(1 / 120, [Sample(1 / 120, 1, "down", Vec(50, 50))])
    assert block.steps == 1
    assert len(block.fingers) == 0
    block.advance(2 / 120)
    assert len(block.fingers) == 1


def test_a_pause_stands_still_cancels_all_and_resumes_where_it_was() -> None:
    block = fresh()
    start = task_of(block).start
    block.advance(0.5, [Sample(0.3, 1, "down", start)])
    block.advance(0.6, [Command(0.55, "pause")])
    paused_at = block.now
    block.advance(0.9, [Sample(0.8, 1, "move", Vec(150, 50))])
    assert block.now == paused_at
    assert [rep.outcome for rep in block.table.reps] == [Outcome.INTERRUPTED]
    block.advance(1.4, [Command(1.4, "resume")])
    block.advance(1.6)
    assert block.now == pytest.approx(paused_at + 0.2, abs=0.01)
    assert not block.paused
    same(block)


def test_a_gap_of_the_clock_pauses_and_is_no_playing_time() -> None:
    block = fresh()
    block.advance(0.5, [Sample(0.3, 1, "down", task_of(block).start)])
    block.advance(4.0)
    assert block.paused
    assert block.now < 0.6
    assert block.table.reps[0].outcome is Outcome.INTERRUPTED
    same(block)


def test_a_late_frame_within_a_second_is_run_whole() -> None:
    block = fresh()
    block.advance(0.1)
    block.advance(1.05)
    assert block.steps == 126


def test_stop_ends_a_block_and_says_so() -> None:
    block = fed(fresh(), [*drags()[:30], Command(0.6, "stop")], [0.3, 0.7, 0.9])
    assert block.finished
    assert block.stopped
    same(block)


def test_stop_while_paused_ends_it_too() -> None:
    block = fresh()
    block.advance(0.4, [Sample(0.3, 1, "down", Vec(1, 1)), Command(0.35, "pause")])
    block.advance(0.5, [Command(0.5, "stop")])
    assert block.finished
    same(block)


def test_it_ends_by_itself_after_its_reps() -> None:
    block = fed(fresh(), drags(), [k / 60 for k in range(1, 400)])
    assert block.finished
    assert not block.stopped
    assert block.progress == (3, 3)
    same(block)


def test_a_timed_level_starts_with_the_first_touch() -> None:
    block = Block(GAME, GAME.tests[0], 5, SIZE)
    for k in range(1, 400):
        block.advance(k / 60)
    assert block.progress == (0.0, 10)
    block.advance(6.8, [Sample(6.7, 1, "down", Vec(1, 1))])
    for k in range(409, 1200):
        block.advance(k / 60)
    assert block.finished
    assert block.now == pytest.approx(16.7, abs=0.02)


def test_what_a_coach_dealt_is_stored_and_dealt_again() -> None:
    narrow = null_game.NullSettings(17)
    block = Block(GAME, LEVEL, 5, SIZE, coach=lambda level, reps: narrow if len(reps) == 1 else level.settings)
    fed(block, drags(), [k / 60 for k in range(1, 240)])
    settings_dealt = [rep.settings for rep in block.table.reps]
    assert narrow in settings_dealt
    again = replayed(GAME, LEVEL, 5, SIZE, block.trace, block.steps, coach=dealt(settings_dealt))
    assert again.table.reps == block.table.reps


def test_no_settings_cannot_be_dealt() -> None:
    with pytest.raises(ValueError, match="no settings"):
        dealt([])


def test_an_unknown_aid_is_named() -> None:
    with pytest.raises(ValueError, match="magnet"):
        fresh(aids=("magnet",))


def test_hovering_is_kept_only_while_something_is_carried_by_taps() -> None:
    block = fresh(aids=("tap",))
    block.advance(0.2, [Sample(0.1, 0, "hover", Vec(5, 5), "mouse")])
    assert block.trace == []
    block.advance(0.4, [Sample(0.3, 1, "down", Vec(50, 50)), Sample(0.35, 1, "up", Vec(50, 50))])
    block.advance(0.6, [Sample(0.5, 0, "hover", Vec(60, 60), "mouse")])
    assert len(block.trace) == 3
    same(block)


PHASES = st.sampled_from(["down", "move", "move", "move", "up", "cancel", "hover"])
PLACE = st.builds(Vec, st.floats(-50, 250), st.floats(-50, 150))
SAMPLES = st.builds(Sample, st.floats(0, 6), st.integers(0, 5), PHASES, PLACE, st.sampled_from(["touch", "mouse"]))
COMMANDS = st.builds(Command, st.floats(0, 6), st.sampled_from(["pause", "resume", "turn", "stop", "resume"]))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.one_of(SAMPLES, SAMPLES, SAMPLES, COMMANDS), max_size=60), st.lists(st.floats(0.001, 1.4), max_size=30)
)
def test_whatever_comes_whenever_live_and_replay_agree(readings: list[Reading], gaps: list[float]) -> None:
    block, now, at = Block(GAME, LEVEL, 5, SIZE, ("tap",)), 0.0, 0
    for gap in gaps:
        now += gap
        block.advance(now, readings[at : at + 3])  # times out of order, late and early
        at += 3
    times = [reading.t for reading in block.trace]
    assert times == sorted(times)
    same(block)
