"""A finger is down, lifted, gone or cancelled, and hears only what it can in that state."""

from __future__ import annotations

from games.kit.fingers import Command, Finger, Fingers, Phase, Sample
from games.kit.geometry import Vec


def at(t: float, phase: Phase, x: float, finger: int = 1) -> Sample:
    return Sample(t, finger, phase, Vec(x, 0), "mouse")


def after(*samples: Sample, now: float = 0.0) -> tuple[Fingers, Finger]:
    """The fingers after one step with these samples, and the first of them."""
    fingers = Fingers()
    fingers.begin_step()
    for sample in samples:
        fingers.read(sample)
    fingers.end_step(now)
    finger = fingers.get(1)
    assert finger is not None
    return fingers, finger


def test_a_finger_is_where_it_touched_and_knows_when_and_with_what() -> None:
    fingers, finger = after(at(0.5, "down", 3))
    assert (finger.born, finger.start, finger.at, finger.shown) == (0.5, Vec(3, 0), Vec(3, 0), Vec(3, 0))
    assert (finger.device, finger.state, finger.live, finger.hovering) == ("mouse", "down", True, False)
    assert fingers.pressed == [finger]
    assert fingers.get(None) is None
    assert fingers.get(2) is None


def test_what_nobody_touched_for_is_not_heard() -> None:
    fingers = Fingers()
    phases: tuple[Phase, ...] = ("move", "up", "cancel", "hover")
    for phase in phases:
        fingers.read(at(0.1, phase, 3))
    assert len(fingers) == 0
    assert fingers.samples == fingers.pressed == []


def test_a_finger_moves_and_hovers_with_its_samples() -> None:
    fingers, finger = after(at(0.1, "down", 1), at(0.2, "move", 2))
    assert (finger.at, finger.shown, finger.start, finger.hovering) == (Vec(2, 0), Vec(2, 0), Vec(1, 0), False)
    fingers.read(at(0.3, "hover", 3))
    assert (finger.at, finger.state, finger.hovering) == (Vec(3, 0), "down", True)
    fingers.read(at(0.4, "move", 4))
    assert finger.hovering is False
    assert [sample.t for sample in fingers.samples] == [0.1, 0.2, 0.3, 0.4]
    fingers.begin_step()
    assert finger.moves == fingers.pressed == fingers.samples == []


def test_a_lifted_finger_stays_where_it_lifted_until_it_is_back() -> None:
    fingers, finger = after(at(0.1, "down", 1), at(0.2, "up", 2), at(0.3, "move", 9), at(0.35, "up", 9))
    assert (finger.state, finger.at, finger.lifted_at, finger.live) == ("lifted", Vec(2, 0), 0.2, True)
    fingers.begin_step()
    fingers.read(at(0.3, "down", 4))
    assert fingers.get(1) is finger
    assert (finger.state, finger.at, finger.moves) == ("down", Vec(4, 0), [Vec(4, 0)])
    assert fingers.pressed == [], "it was never away"
    fingers.end_step(9.0)
    assert finger.state == "down"


def test_a_void_finger_hears_nothing_more_and_its_number_may_touch_anew() -> None:
    fingers, finger = after(at(0.1, "down", 1), at(0.2, "cancel", 2), at(0.3, "move", 3), at(0.4, "up", 4))
    assert (finger.state, finger.at, finger.live) == ("cancelled", Vec(1, 0), False)
    fingers.read(at(0.5, "down", 7))
    new = fingers.get(1)
    assert new is not None
    assert new is not finger
    assert (new.state, new.at) == ("down", Vec(7, 0))


def test_a_finger_is_shown_ahead_only_while_it_is_down() -> None:
    fingers, finger = after(at(0.1, "down", 1))
    readings: list[tuple[Phase, float, float]] = [("move", 5, 5), ("hover", 6, 6), ("up", 8, 6), ("cancel", 9, 6)]
    for phase, read, shown in readings:
        fingers.show(at(0.2, phase, read))
        assert (finger.at, finger.shown) == (Vec(1, 0), Vec(shown, 0))
    fingers.read(at(0.3, "up", 2))
    fingers.show(at(0.4, "move", 9))
    assert finger.shown == Vec(2, 0)
    fingers.show(at(0.4, "move", 9, finger=5))
    assert len(fingers) == 1


def test_the_grace_of_a_lifted_finger_is_fifteen_hundredths_of_a_second() -> None:
    fingers, finger = after(at(0.0, "down", 1), at(0.0, "up", 1))
    fingers.end_step(0.149)
    assert finger.state == "lifted"
    fingers.end_step(0.150)
    assert finger.state == "gone"
    assert not finger.live


def test_a_command_is_worth_nothing_and_a_sample_is_of_a_touch_unless_it_says_otherwise() -> None:
    assert Command(1.0, "undo").value == 0
    assert Sample(1.0, 1, "down", Vec(0, 0)).device == "touch"
