"""The measures of a carry, from traces whose phases are known."""

from __future__ import annotations

import pytest

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry, Lift, Outcome, Rep
from games.launcher.scoring.block import judge
from games.launcher.scoring.tasks.carry import carry

TASK = Carry(Vec(20, 50), Vec(120, 50), 20)


def minimum_jerk(u: float) -> float:
    u = min(1.0, max(0.0, u))
    return u**3 * (10 - 15 * u + 6 * u * u)


def samples(
    landing: Vec = TASK.goal, began: float = 1.0, wait: float = 0.2, move: float = 1.0, rest: float = 0.4
) -> list[Sample]:
    out = [Sample(began, 1, "down", TASK.start)]
    ticks = int((wait + move + rest) * 120)
    for i in range(1, ticks):
        part = minimum_jerk((i / 120 - wait) / move)
        at = Vec(20 + (landing.x - 20) * part, 50 + (landing.y - 50) * part)
        out.append(Sample(began + i / 120, 1, "move", at))
    return [*out, Sample(began + wait + move + rest, 1, "up", landing)]


def rep(outcome: Outcome = Outcome.DONE, began: float = 1.0, let_go: float = 2.6, asked: float = 0.5) -> Rep:
    return Rep(TASK, asked, began, let_go, let_go + 0.01, outcome, (1,))


def test_phases_add_up_to_the_movement_time() -> None:
    found = carry(rep(), samples())
    assert found.reaction == pytest.approx(0.5)
    assert found.movement_time == pytest.approx(1.6)
    phases = (found.carry_time, found.approach, found.release)
    assert None not in phases
    assert sum(p for p in phases if p is not None) == pytest.approx(1.6)
    assert found.release == pytest.approx(0.43, abs=0.05)
    assert found.dwell == pytest.approx(0.4 + 0.25, abs=0.06)
    assert found.entries == 1
    assert found.pauses == 2
    assert found.path_ratio == pytest.approx(1.0, abs=1e-3)
    assert found.valid


def test_the_landing_is_told_along_and_across_the_way() -> None:
    found = carry(rep(), samples(Vec(123, 46)))
    assert (found.along, found.across) == (pytest.approx(3), pytest.approx(-4))
    assert found.error == pytest.approx(5)
    assert found.quality == pytest.approx(0.875)
    assert found.tolerance == 10
    assert found.distance == 100


@pytest.mark.parametrize("outcome", [Outcome.MISSED, Outcome.DROPPED])
def test_only_what_is_done_has_quality(outcome: Outcome) -> None:
    assert carry(rep(outcome), samples()).quality == 0


def test_the_piece_is_where_it_was_held_not_where_the_finger_is() -> None:
    held = Rep(TASK, 0.5, 1.0, 2.6, 2.61, Outcome.DONE, (1,), Vec(0, -6))
    assert carry(held, samples(Vec(120, 56))).error == pytest.approx(0)


def test_a_carry_by_taps_has_no_path() -> None:
    tapped = [Sample(1, 1, "down", TASK.start), Sample(1.1, 1, "hover", TASK.start), Sample(2.6, 1, "up", TASK.goal)]
    found = carry(rep(), tapped)
    assert found.tapped
    assert found.path_ratio is None
    assert found.error == 0


def test_too_fast_and_impossible_are_not_valid_and_earn_nothing() -> None:
    quick = carry(rep(let_go=1.05), [Sample(1, 1, "down", TASK.start), Sample(1.05, 1, "up", TASK.goal)])
    assert (quick.valid, quick.reason, quick.quality) == (False, "too fast", 0)
    jump = [
        Sample(1, 1, "down", TASK.start),
        Sample(2.0, 1, "move", TASK.start),
        Sample(2.1, 1, "move", Vec(900, 50)),
        Sample(2.6, 1, "up", TASK.goal),
    ]
    found = carry(rep(), jump)
    assert (found.valid, found.reason, found.quality) == (False, "impossible speed", 0)


def test_anticipation_is_no_reaction() -> None:
    assert carry(rep(asked=0.95), samples()).reaction is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_hardly_any_samples_are_measured_without_an_error(count: int) -> None:
    found = carry(rep(Outcome.DROPPED), samples()[:count])
    assert found.path_ratio is None
    assert found.quality == 0


def test_another_task_is_refused_by_name() -> None:
    lift = Rep(Lift(1, 5, 8), 0, 0, 1, 1, Outcome.DONE, (1,))
    with pytest.raises(TypeError, match="Lift"):
        carry(lift, [])
    with pytest.raises(TypeError, match="int"):
        judge([Rep(7, 0, 0, 1, 1, Outcome.DONE, (1,))], [])  # type: ignore[arg-type]


def test_the_clock_never_stops_but_rest_beyond_two_seconds_is_free() -> None:
    reps = [rep(), rep(began=3.11, let_go=4.71, asked=2.61), rep(began=14.71, let_go=16.31, asked=4.72)]
    played = [*samples(), *samples(began=3.11), *samples(began=14.71)]
    judged = judge(reps, played)
    assert [a.time for a in judged.attempts] == [pytest.approx(2.1), pytest.approx(2.1), pytest.approx(3.6)]


def test_interrupted_reps_are_left_out_and_the_gap_counts_from_their_end() -> None:
    pause = Rep(TASK, 2.61, 3.0, 3.2, 3.2, Outcome.INTERRUPTED, (1,))
    judged = judge([rep(), pause, rep(began=4, let_go=5.6, asked=3.2)], [*samples(), *samples(began=4.0)])
    assert judged.measures[1] is None
    assert len(judged.attempts) == 2
    assert judged.attempts[1].time == pytest.approx(1.6 + 0.8)


def test_a_dead_centre_fast_hand_earns_a_thousand() -> None:
    seconds = judge([rep()], samples()).attempts[0].reference
    quick = samples(wait=0.05, move=0.5, rest=seconds - 0.55)
    done = Rep(TASK, 1.0, 1.0, 1.0 + seconds, 1.0 + seconds, Outcome.DONE, (1,))
    assert judge([done], quick).score.points == 1000


@pytest.mark.parametrize(("apart", "quality"), [(0.2, 0.0), (0.6, 1.0)])
def test_two_taps_that_take_two_hands_are_told_and_worth_nothing(apart: float, quality: float) -> None:
    t = 1.0
    tapped = [Sample(t, 1, "down", TASK.start), Sample(t + 0.05, 1, "hover", TASK.start)]
    tapped += [Sample(t + apart - 0.05, 1, "hover", TASK.goal), Sample(t + apart, 1, "up", TASK.goal)]
    found = carry(Rep(TASK, 0.6, t, t + apart, t + apart, Outcome.DONE, (1,)), tapped)
    assert found.tapped
    assert found.quality == pytest.approx(quality)
    assert (found.reason == "too fast for one hand") == (quality == 0.0)
