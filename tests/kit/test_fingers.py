"""Fingers as rules see them."""

from __future__ import annotations

from games.kit.fingers import GRACE, Fingers, Sample, track
from games.kit.geometry import Vec


def step(fingers: Fingers, now: float, *samples: Sample) -> None:
    fingers.begin_step()
    for sample in samples:
        fingers.read(sample)
    fingers.end_step(now)


def test_a_lifted_finger_may_come_back_until_its_grace_is_over() -> None:
    fingers = Fingers()
    step(fingers, 0.1, Sample(0.05, 1, "down", Vec(1, 1)))
    step(fingers, 0.2, Sample(0.15, 1, "up", Vec(2, 2)))
    finger = fingers.get(1)
    assert finger is not None
    assert finger.state == "lifted"
    step(fingers, 0.15 + GRACE - 0.001)
    assert finger.state == "lifted"
    step(fingers, 0.15 + GRACE)
    assert finger.state == "gone"
    step(fingers, 0.4)
    assert fingers.get(1) is None


def test_a_press_and_lift_within_one_step_is_seen_whole() -> None:
    fingers = Fingers()
    step(
        fingers,
        0.1,
        Sample(0.01, 1, "down", Vec(0, 0)),
        Sample(0.02, 1, "move", Vec(5, 0)),
        Sample(0.03, 1, "up", Vec(9, 0)),
    )
    (finger,) = fingers.pressed
    assert finger.start == Vec(0, 0)
    assert finger.moves == [Vec(0, 0), Vec(5, 0), Vec(9, 0)]
    assert finger.state == "lifted"
    assert finger.lifted_at == 0.03


def test_what_is_shown_may_run_ahead_of_the_step() -> None:
    fingers = Fingers()
    step(fingers, 0.1, Sample(0.05, 1, "down", Vec(1, 1)))
    fingers.show(Sample(0.11, 1, "move", Vec(8, 8)))
    finger = fingers.get(1)
    assert finger is not None
    assert (finger.at, finger.shown) == (Vec(1, 1), Vec(8, 8))


def test_cancelling_leaves_nobody_for_the_next_step() -> None:
    fingers = Fingers()
    step(fingers, 0.1, Sample(0.05, 1, "down", Vec(1, 1)))
    fingers.cancel()
    assert [finger.state for finger in fingers] == ["cancelled"]
    step(fingers, 0.2)
    assert len(fingers) == 0


def test_the_track_of_two_fingers_is_their_middle_and_a_still_one_keeps_its_place() -> None:
    samples = [
        Sample(0.0, 1, "down", Vec(0, 0)),
        Sample(0.1, 2, "down", Vec(10, 0)),
        Sample(0.2, 2, "move", Vec(20, 0)),
        Sample(0.2, 2, "move", Vec(30, 0)),
        Sample(0.3, 9, "move", Vec(99, 99)),
    ]
    assert track(samples, (1, 2), 0.0, 1.0) == [(0.0, Vec(0, 0)), (0.1, Vec(5, 0)), (0.2, Vec(15, 0))]
    assert track(samples, (1, 2), 0.15, 1.0) == [(0.2, Vec(15, 0))]
