"""Filling, tracking, gripping, lifting, shaping: measured from traces whose figures are known."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from drawn import circle, even, traced

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry, Fill, Grip, Lift, Outcome, Rep, Shape, Task, Track
from games.launcher.hand.drawing import lanes
from games.launcher.scoring.block import MEASURES, judge
from games.launcher.scoring.measured import units_of
from games.launcher.scoring.tasks.carry import carry
from games.launcher.scoring.tasks.fill import fill
from games.launcher.scoring.tasks.grip import grip
from games.launcher.scoring.tasks.lift import lift
from games.launcher.scoring.tasks.shape import shape
from games.launcher.scoring.tasks.track import tracked

BOX = (Vec(30, 20), Vec(90, 20), Vec(90, 60), Vec(30, 60))


def test_a_box_filled_lane_by_lane_is_filled() -> None:
    rep, samples = traced([even(lane) for lane in lanes(BOX, 12.0)], task=Fill(BOX, 6.0, 12.0))
    found = fill(rep, samples)
    assert found.covered > 0.97
    assert found.inside is not None
    assert found.inside > 0.97
    assert found.quality > 0.95
    assert found.area == 2400
    assert found.difficulty == pytest.approx(2400 / 144)


def test_half_a_box_is_half() -> None:
    half = (Vec(30, 20), Vec(90, 20), Vec(90, 40), Vec(30, 40))
    rep, samples = traced([even(lane) for lane in lanes(half, 12.0)], task=Fill(BOX, 6.0, 12.0))
    assert fill(rep, samples).covered == pytest.approx(0.5, abs=0.05)


def test_painting_the_whole_table_is_worth_less_than_careful_half() -> None:
    table = (Vec(0, 0), Vec(130, 0), Vec(130, 76), Vec(0, 76))
    rep, samples = traced([even(lane) for lane in lanes(table, 12.0)], task=Fill(BOX, 6.0, 12.0))
    assert fill(rep, samples).quality < 0.35


def followed(off: float, late: float = 0.0, seconds: float = 6.0) -> tuple[Rep, list[Sample]]:
    curve = tuple((k * 0.1, Vec(65 + 40 * math.sin(k * 0.1), 38)) for k in range(int(seconds * 10) + 1))
    samples = [
        Sample(
            1 + k / 100, 1, "down" if k == 0 else "move", Vec(65 + 40 * math.sin(max(0.0, k / 100 - late)), 38 + off)
        )
        for k in range(int(seconds * 100))
    ]
    task = Track(curve, 20.0)
    return Rep(task, 0.5, 1.0, 1.0 + seconds, 1.1 + seconds, Outcome.DONE, (1,)), samples


def test_tracking_beside_the_curve_falls_as_the_formula_says() -> None:
    rep, samples = followed(5.0)
    found = tracked(rep, samples)
    assert found.error == pytest.approx(5.0, abs=0.05)
    assert found.quality == pytest.approx(1 - 0.5 * 0.25, abs=0.01)
    assert found.inside == 1.0


def test_tracking_late_says_how_late() -> None:
    rep, samples = followed(0.0, late=0.3)
    assert tracked(rep, samples).lag == pytest.approx(0.3, abs=0.05)


def test_the_speed_of_tracking_is_the_curves_and_a_harder_curve_has_more() -> None:
    rep, samples = followed(5.0)
    easy = judge([rep], samples).score
    hard = judge([replace(rep, task=replace(rep.task, width=12.0))], samples).score
    assert easy.speed is not None
    assert hard.speed is not None
    assert 57 <= easy.speed < hard.speed
    assert easy.points == pytest.approx(87.5 * easy.speed / 10, abs=8)


def test_an_aperture_can_be_tracked() -> None:
    curve = ((0.0, 40.0), (2.0, 80.0), (4.0, 40.0))
    samples = []
    for k in range(401):
        half = (20 + 20 * (k / 200 if k <= 200 else 2 - k / 200)) + 1
        for finger, side in ((1, -1), (2, 1)):
            samples.append(Sample(1 + k / 100, finger, "down" if k == 0 else "move", Vec(65 + side * half, 38)))
    rep = Rep(Track(curve, 12.0), 0.5, 1.0, 5.0, 5.1, Outcome.DONE, (1, 2))
    assert tracked(rep, samples).error == pytest.approx(2.0, abs=0.05)


def squeezed(goal: float, hold: float, at: float, fingers: int = 2) -> tuple[Rep, list[Sample]]:
    """From 60 mm to `at` in 0.5 s, held for 2 s, back in 0.5 s."""
    samples = []
    for k in range(301):
        t = k / 100
        part = min(1.0, t / 0.5) if t < 2.5 else max(0.0, 1 - (t - 2.5) / 0.5)
        opening = 60 + (at - 60) * part
        for finger in range(fingers):
            angle = 2 * math.pi * finger / fingers
            place = Vec(65 + opening / 2 * math.cos(angle), 38 + opening / 2 * math.sin(angle))
            samples.append(Sample(1 + t, finger, "down" if k == 0 else "move", place))
    task = Grip(Vec(65, 38), 60.0, goal, 8.0, hold, fingers)
    return Rep(task, 0.6, 1.0, 4.0, 4.1, Outcome.DONE, tuple(range(fingers))), samples


@pytest.mark.parametrize("fingers", [1, 2, 3, 5])
def test_a_squeeze_held_two_millimetres_off(fingers: int) -> None:
    rep, samples = squeezed(30.0, 1.5, 32.0, fingers)
    found = grip(rep, samples)
    assert found.error == pytest.approx(2.0, abs=0.01)
    assert found.quality == pytest.approx(1 - 0.5 * 0.25, abs=0.01)
    assert found.hold_cv == pytest.approx(0.0, abs=0.01)
    assert found.hold_rms == pytest.approx(2.0, abs=0.01)
    assert found.reached is not None
    assert found.returned is not None
    assert found.difficulty == pytest.approx(math.log2(30 / 8 + 1))
    assert (found.hull is None) == (fingers < 3)


def test_a_hold_costs_no_time() -> None:
    rep, samples = squeezed(30.0, 1.5, 30.0)
    assert judge([rep], samples).attempts[0].time == pytest.approx(3.0 - 1.5 + 0.4)


def test_without_a_hold_the_farthest_point_counts() -> None:
    rep, samples = squeezed(30.0, 0.0, 27.0)
    found = grip(rep, samples)
    assert found.error == pytest.approx(3.0, abs=0.01)
    assert found.overshoot == pytest.approx(3.0, abs=0.01)
    assert found.onset == pytest.approx(1.0 + 0.5 * 15 / 33, abs=0.02)


def rested(slide: float) -> tuple[Rep, list[Sample]]:
    samples = [Sample(0.5 + k / 100, k, "down", Vec(20 + 20 * k, 40)) for k in range(5)]
    samples += [Sample(1.2, 2, "up", Vec(60, 40)), Sample(1.3, 3, "move", Vec(80, 40 + slide))]
    samples += [Sample(1.6, 2, "down", Vec(60, 41))]
    return Rep(Lift(2, 5, 10.0), 0.4, 1.0, 1.7, 1.8, Outcome.DONE, (0, 1, 2, 3, 4)), samples


def test_lifting_one_finger_is_judged_by_the_others_staying() -> None:
    rep, samples = rested(2.0)
    judged = judge([rep], samples)
    (found,) = judged.measures
    assert found == lift(rep, [s for s in samples if s.t >= 0.5])
    assert found.error == pytest.approx(2.0)
    assert found.quality == pytest.approx(1 - 0.5 * (2 / 5) ** 2)
    assert found.lifted == pytest.approx(0.4)
    assert found.back == pytest.approx(1.0)


def made(scale: float) -> Rep:
    task = Shape((tuple(circle(20)),), 8.0)
    return Rep(task, 0.5, 1.0, 6.0, 6.1, Outcome.DONE, (1,), made=(tuple(circle(20 * scale)),))


def test_a_shape_is_as_far_off_as_its_outline() -> None:
    found = shape(made(1.1), [])
    assert found.error == pytest.approx(2.0, abs=0.05)
    assert found.overlap == pytest.approx(1 / 1.21, abs=0.02)
    assert found.worst == pytest.approx(2.0, abs=0.05)
    assert shape(made(1.0), []).quality == pytest.approx(1.0)
    assert shape(made(1.3), []).quality == 0.0


def test_a_shaped_piece_must_be_turned_too() -> None:
    task = Carry(Vec(20, 40), Vec(100, 40), 20.0, turn=math.pi / 2, turn_width=math.pi / 6)
    samples = [Sample(1, 1, "down", Vec(20, 40)), Sample(2, 1, "up", Vec(100, 40))]

    def quality(turned: float) -> float:
        return carry(Rep(task, 0.5, 1.0, 2.0, 2.1, Outcome.DONE, (1,), turned=turned), samples).quality

    assert quality(math.pi / 2) == 1.0
    assert quality(math.pi / 2 + math.pi / 24) == pytest.approx(1 - 0.5 / 4)
    assert quality(math.pi / 2 - 2 * math.pi) == pytest.approx(1.0)
    assert quality(0.0) == 0.0


EMPTY: list[Task] = [
    Carry(Vec(0, 0), Vec(50, 0), 10),
    Fill(BOX, 5),
    Track(((0.0, Vec(1, 1)), (2.0, Vec(9, 9))), 5),
    Grip(Vec(5, 5), 60, 30, 5, 1.0),
    Lift(0, 5, 5),
    Shape((BOX,), 5),
]


@pytest.mark.parametrize("task", EMPTY, ids=lambda task: type(task).__name__)
@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.DROPPED])
def test_reps_without_a_trace_are_measured_without_an_error(task: Task, outcome: Outcome) -> None:
    judged = judge([Rep(task, 0.0, 1.0, 1.0, 1.0, outcome, ())], [])
    assert judged.score.points == 0


@pytest.mark.parametrize("kind", MEASURES)
def test_every_measure_has_a_unit(kind: type[Task]) -> None:
    units = units_of(MEASURES[kind][1])
    assert {"quality", "tolerance", "difficulty", "movement_time"} <= set(units)
    assert all(units.values())
