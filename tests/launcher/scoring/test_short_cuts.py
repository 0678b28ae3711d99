"""Movements that were not made as they were asked for: told apart, or worth no more than what was made."""

from __future__ import annotations

import pytest

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry, Fill, Grip, Outcome, Rep
from games.launcher.scoring.block import judge
from games.launcher.scoring.reference import reference_of
from games.launcher.scoring.score import reference_time
from games.launcher.scoring.tasks.carry import carry
from games.launcher.scoring.tasks.grip import grip
from games.launcher.scoring.tasks.one_hand import FOR_ONE_HAND, least_flight

START, GOAL = Vec(20, 40), Vec(100, 40)
TASK = Carry(START, GOAL, 20)


def tapped(lifted: float, landed: float, ended: float) -> tuple[Rep, list[Sample]]:
    """A tap on the piece that lifts, and one at the goal, by another contact, that lands and lifts at these times."""
    samples = [
        Sample(0.0, 1, "down", START), Sample(landed, 2, "down", GOAL), Sample(lifted, 1, "hover", START),
        Sample(max(landed, lifted) + 0.01, 1, "hover", GOAL), Sample(ended, 1, "up", GOAL), Sample(ended, 2, "up", GOAL),
    ]  # fmt: skip
    samples.sort(key=lambda one: one.t)
    return Rep(TASK, -0.3, 0.0, ended, ended + 0.01, Outcome.DONE, (1,)), samples


def test_a_finger_that_lands_on_the_goal_while_another_is_on_the_piece_is_told() -> None:
    found = carry(*tapped(lifted=0.5, landed=0.3, ended=0.7))
    assert (found.quality, found.reason) == (0.0, FOR_ONE_HAND)


def test_a_finger_that_goes_from_tap_to_tap_counts() -> None:
    bits = carry(*tapped(0.1, 0.5, 0.6)).difficulty
    assert carry(*tapped(0.1, 0.5, 0.6)).quality == 1.0
    assert carry(*tapped(0.5, 0.5 + 1.1 * least_flight(bits), 0.7)).quality == 1.0
    assert carry(*tapped(0.5, 0.5 + 0.9 * least_flight(bits), 0.7)).quality == 0.0


def test_a_piece_that_was_tapped_and_taken_on_by_another_finger_was_carried_by_taps() -> None:
    dragged = [Sample(0.6, 5, "down", Vec(80, 40)), Sample(0.8, 5, "move", GOAL), Sample(0.9, 5, "up", GOAL)]
    rep = Rep(TASK, -0.3, 0.0, 0.9, 0.91, Outcome.DONE, (5,))
    assert carry(rep, dragged).tapped


def pressed(at: Vec, since: float, finger: int) -> tuple[Rep, list[Sample]]:
    task = Grip(at, 15.0, 5.0, 10.0, 0.0, press=((0.0, 15.0), (0.35, 5.0)))
    rep = Rep(task, since - 0.1, since, since + 0.4, since + 0.41, Outcome.DONE, (finger,))
    return rep, [Sample(since, finger, "down", at), Sample(since + 0.4, finger, "up", at)]


@pytest.mark.parametrize(("gap", "quality"), [(0.02, 0.0), (0.4, 1.0)])
def test_two_fingers_that_press_in_turn_at_two_places_are_told(gap: float, quality: float) -> None:
    first, second = pressed(Vec(30, 30), 1.0, 1), pressed(Vec(70, 30), 1.4 + gap, 2)
    judged = judge([first[0], second[0]], [*first[1], *second[1]])
    assert [attempt.quality for attempt in judged.attempts] == [1.0, quality]


def test_a_press_brings_no_more_than_it_must_last() -> None:
    rep, samples = pressed(Vec(30, 30), 1.0, 1)
    assert judge([rep], samples).attempts[0].reference == pytest.approx(0.35 + 0.22)


def opened(back: bool) -> tuple[Rep, list[Sample]]:
    """A hand that opens from 20 to 60 mm, and ends coming back or by lifting."""
    task = Grip(Vec(60, 40), 20.0, 60.0, 20.0, 0.0)
    samples = []
    for k in range(31):
        wide = 20.0 + 40.0 * min(1.0, k / 20) - (3.0 * (k - 20) if back and k > 20 else 0.0)
        phase = "down" if k == 0 else "up" if k == 30 and not back else "move"
        for finger, side in ((1, -1), (2, 1)):
            samples.append(Sample(k / 30, finger, phase, Vec(60 + side * wide / 2, 40)))  # type: ignore[arg-type]
    return Rep(task, -0.2, 0.0, 1.0, 1.01, Outcome.DONE, (1, 2)), samples


def test_a_grip_that_is_let_go_of_at_its_goal_brings_one_way_only() -> None:
    there, both = judge([opened(False)[0]], opened(False)[1]), judge([opened(True)[0]], opened(True)[1])
    bits = grip(*opened(True)).difficulty
    assert both.attempts[0].reference == pytest.approx(reference_time("aperture", bits))
    assert there.attempts[0].reference == pytest.approx(reference_time("drag", bits))


def test_a_way_longer_than_the_board_of_tests_brings_less_for_each_further_bit() -> None:
    def brought(way: float) -> tuple[float, float]:
        task = Carry(Vec(0, 0), Vec(way, 0), 20)
        rep = Rep(task, 0.0, 0.0, 1.0, 1.0, Outcome.DONE, ())
        bits = carry(rep, ()).difficulty
        return bits, reference_of(task, bits)

    (b0, r0), (b1, r1), (b2, r2) = brought(60), brought(130), brought(400)
    assert (r2 - r1) / (b2 - b1) == pytest.approx(0.75 * (r1 - r0) / (b1 - b0))


def test_a_large_area_has_fewer_turns_for_its_paint() -> None:
    task = Fill((Vec(0, 0), Vec(40, 0), Vec(40, 40), Vec(0, 40)), 6)
    assert reference_of(task, 4 * 16.0) < 4 * reference_of(task, 16.0) - 0.6
    assert reference_of(task, 4 * 16.0) > 2.5 * reference_of(task, 16.0)
