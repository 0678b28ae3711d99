"""What samples say of the hand afterwards: where its middle was, what it drew, how it stood."""

from __future__ import annotations

from games.kit.fingers import Device, Sample, postures, strokes, track
from games.kit.geometry import Vec

Row = tuple[float, int, str, float, float]


def samples(*rows: Row, device: Device = "touch") -> list[Sample]:
    return [Sample(t, finger, phase, Vec(x, y), device) for t, finger, phase, x, y in rows]  # type: ignore[arg-type]


def drawn(
    read: list[Sample], fingers: tuple[int, ...] = (1, 2), start: float = 0.0, end: float = 9.0
) -> list[list[Vec]]:
    return [[at for _, at in stroke] for stroke in strokes(read, fingers, start, end)]


LINE = samples((1.0, 1, "down", 0, 0), (2.0, 1, "move", 5, 1), (3.0, 1, "up", 9, 2))


def test_a_stroke_goes_from_touch_to_lift() -> None:
    assert strokes(LINE, (1,), 0.0, 9.0) == [[(1.0, Vec(0, 0)), (2.0, Vec(5, 1)), (3.0, Vec(9, 2))]]
    assert drawn(LINE, start=1.0, end=3.0) == [[Vec(0, 0), Vec(5, 1), Vec(9, 2)]]
    assert drawn(LINE, start=1.5, end=2.5) == [[Vec(5, 1)]]
    assert drawn(LINE, fingers=(2,)) == []


def test_each_contact_draws_its_own_stroke_in_the_order_of_the_touches() -> None:
    read = samples(
        (1.0, 2, "down", 0, 9),
        (1.1, 1, "down", 0, 0),
        (1.2, 2, "move", 1, 9),
        (1.3, 1, "up", 2, 0),
        (1.4, 2, "up", 3, 9),
        (1.5, 1, "down", 7, 7),
        (1.6, 3, "down", 8, 8),
    )
    assert drawn(read) == [[Vec(0, 9), Vec(1, 9), Vec(3, 9)], [Vec(0, 0), Vec(2, 0)], [Vec(7, 7)]]


def test_of_readings_at_one_time_the_last_counts() -> None:
    read = samples((1.0, 1, "down", 0, 0), (2.0, 1, "move", 5, 5), (2.0, 1, "move", 6, 6), (2.0, 1, "up", 7, 7))
    assert drawn(read) == [[Vec(0, 0), Vec(7, 7)]]
    assert track(read, (1,), 0.0, 9.0) == [(1.0, Vec(0, 0)), (2.0, Vec(7, 7))]
    assert postures(read, (1,), 0.0, 9.0) == [(1.0, (Vec(0, 0),)), (2.0, (Vec(7, 7),))]


def test_what_was_void_ends_a_stroke_where_it_was() -> None:
    read = samples((1.0, 1, "down", 0, 0), (2.0, 1, "cancel", 5, 5), (3.0, 1, "down", 8, 8))
    assert drawn(read) == [[Vec(0, 0)], [Vec(8, 8)]]
    assert track(read, (1,), 0.0, 9.0) == [(1.0, Vec(0, 0)), (3.0, Vec(8, 8))]
    assert [t for t, _ in postures(read, (1,), 0.0, 9.0)] == [1.0, 3.0]


TAPPED = ((1.0, 1, "down", 0, 0), (1.1, 1, "hover", 0, 0), (2.0, 1, "hover", 5, 5), (3.0, 1, "up", 9, 9))


def test_a_click_goes_on_drawing_and_a_tap_on_the_glass_is_a_dot() -> None:
    assert drawn(samples(*TAPPED, device="mouse")) == [[Vec(0, 0), Vec(0, 0), Vec(5, 5), Vec(9, 9)]]
    assert drawn(samples(*TAPPED, device="keys")) == [[Vec(0, 0), Vec(0, 0), Vec(5, 5), Vec(9, 9)]]
    assert drawn(samples(*TAPPED)) == [[Vec(0, 0)]]


def test_after_a_dot_the_finger_draws_again_when_it_touches() -> None:
    again = ((4.0, 1, "down", 20, 20), (5.0, 1, "move", 25, 20))
    assert drawn(samples(*TAPPED, *again)) == [[Vec(0, 0)], [Vec(20, 20), Vec(25, 20)]]


def test_a_pointer_without_a_button_draws_nothing() -> None:
    assert drawn(samples((1.0, 1, "hover", 0, 0), (2.0, 1, "hover", 5, 5), device="mouse")) == []


TWO = samples(
    (1.0, 1, "down", 0, 0),
    (2.0, 2, "down", 10, 20),
    (3.0, 9, "down", 99, 99),
    (3.0, 1, "move", 2, 4),
    (4.0, 2, "up", 12, 24),
)


def test_the_middle_of_two_fingers_is_that_of_the_one_until_the_other_has_touched() -> None:
    assert track(TWO, (1, 2), 0.0, 9.0) == [
        (1.0, Vec(0, 0)),
        (2.0, Vec(5, 10)),
        (3.0, Vec(6, 12)),
        (4.0, Vec(7, 14)),
    ]
    assert track(TWO, (1, 2), 2.0, 3.0) == [(2.0, Vec(5, 10)), (3.0, Vec(6, 12))]
    assert track(TWO, (3,), 0.0, 9.0) == []


def test_a_posture_begins_when_all_have_touched_and_has_the_fingers_in_their_order() -> None:
    whole = [(2.0, (Vec(10, 20), Vec(0, 0))), (3.0, (Vec(10, 20), Vec(2, 4))), (4.0, (Vec(12, 24), Vec(2, 4)))]
    assert postures(TWO, (2, 1), 0.0, 9.0) == whole
    assert postures(TWO, (2, 1), 3.0, 3.5) == whole[1:2]
    assert postures(TWO, (2, 1), 2.0, 4.0) == whole
    assert postures(TWO, (1, 2, 3), 0.0, 9.0) == []
