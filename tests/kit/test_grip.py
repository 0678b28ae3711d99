"""A piece between thumb and finger: when it is held, when they let go, how far it has turned."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pytest

from games.kit.fingers import Finger
from games.kit.geometry import Vec
from games.kit.grip import Held, Hold, angle_between, direction, pinched, within_reach


def finger(x: float, y: float = 0.0, number: int = 1, start: Vec | None = None) -> Finger:
    at = Vec(x, y)
    return Finger(number, "touch", 0.0, start or at, at, at)


def put(one: Finger, x: float, y: float = 0.0) -> None:
    one.at = one.shown = Vec(x, y)
    one.moves = [one.at]


HERE = Vec(0, 0)


def between(left: float, right: float, length: float, landed: bool, off: float = 0.0, start: float = 0.0) -> bool:
    """Whether fingers `left` mm and `right` mm to either side hold a piece; `off`: how far it lies beside their line."""
    first = finger(-left, off, 1, Vec(-left - start / 2, off))
    second = finger(right, off, 2, Vec(right + start / 2, off))
    return pinched(first, second, HERE, length, landed)


@pytest.mark.parametrize(("length", "span"), [(10.0, 34.0), (30.0, 60.0)])
def test_fingers_that_land_close_to_a_piece_hold_it_at_once(length: float, span: float) -> None:
    """With 24 mm for the pads, or within twice its length if that is more."""
    assert between(span / 2, span / 2, length, landed=True)
    assert not between(span / 2 + 0.1, span / 2, length, landed=True)


def test_a_finger_that_joins_another_must_be_nearer() -> None:
    assert between(12, 12, 10.0, landed=False)
    assert not between(12.1, 12, 10.0, landed=False)


def test_fingers_that_landed_farther_apart_hold_a_piece_once_they_have_closed_by_a_tenth() -> None:
    assert between(22.5, 22.5, 10.0, landed=False, start=5.0)
    assert not between(22.5, 22.5, 10.0, landed=False, start=4.9)
    assert between(22.5, 22.5, 10.0, landed=True, start=5.0)


@pytest.mark.parametrize(("length", "widest"), [(10.0, 50.0), (20.0, 60.0)])
def test_fingers_very_far_apart_never_hold_it(length: float, widest: float) -> None:
    """Three times its length apart, or 50 mm for small pieces."""
    assert between(widest / 2, widest / 2, length, landed=True, start=100.0)
    assert not between(widest / 2 + 0.1, widest / 2, length, landed=True, start=100.0)


def test_a_piece_must_lie_between_the_fingers_and_near_their_line() -> None:
    """Within three quarters of its length, and 2 mm, of the line; not at a finger's very tip."""
    assert between(10, 10, 10.0, True, off=9.5)
    assert not between(10, 10, 10.0, True, off=9.6)
    assert between(2.0, 18, 10.0, True)
    assert not between(1.9, 18, 10.0, True)
    assert not between(18, 1.9, 10.0, True)
    assert between(1.5, 4.5, 10.0, True), "of a narrow grip a quarter is enough"
    assert not between(1.4, 4.6, 10.0, True)


def test_fingers_let_go_when_they_have_opened_by_a_quarter_and_5_mm() -> None:
    first, second = finger(0), finger(40, number=2)
    hold = Hold([first], HERE, 0.0, HERE)
    assert not hold.opened(), "one finger cannot open"
    hold.by_two(first, second, Vec(20, 0))
    for x, opened in ((49.9, False), (50.0, True), (16.0, False), (20.9, False), (21.0, True)):
        put(second, x)
        assert hold.opened() == opened, x


def test_a_piece_between_two_fingers_is_where_their_middle_takes_it() -> None:
    first, second = finger(0), finger(40, number=2)
    hold = Hold([first], HERE, 0.0, HERE)
    hold.by_two(first, second, Vec(21, 3))
    assert (hold.at, hold.offset, hold.fingers, hold.turned) == (Vec(21, 3), Vec(1, 3), [first, second], 0.0)
    assert hold.least == 40
    assert hold.places() == [], "nothing has moved"
    put(second, 50, 10)
    assert hold.places() == [Vec(26, 8)]
    assert hold.shown == Vec(26, 8)


def test_what_one_finger_carries_on_stays_where_it_is() -> None:
    first, second = finger(0), finger(40, number=2)
    hold = Hold([first, second], Vec(0, 0), 0.0, Vec(20, 5))
    hold.by_one(second)
    assert (hold.fingers, hold.offset) == ([second], Vec(-20, 5))
    second.moves = [Vec(45, 0), Vec(50, 1)]
    assert hold.places() == [Vec(25, 5), Vec(30, 6)]
    assert not hold.hovering
    second.hovering = True
    assert hold.hovering


def test_a_direction_is_from_the_first_finger_to_the_second() -> None:
    places = ((40, 0, 0.0), (0, 40, math.pi / 2), (-40, 0, math.pi), (0, -40, -math.pi / 2), (30, 30, math.pi / 4))
    for x, y, angle in places:
        assert direction([finger(0), finger(x, y, 2)]) == round(angle, 9)
    assert direction([finger(10, 10), finger(10, 50, 2)]) == round(math.pi / 2, 9)


def test_an_angle_between_two_directions_is_the_shorter_way_round() -> None:
    assert angle_between(1.0, 0.25) == 0.75
    assert angle_between(3.0, -3.0) == pytest.approx(6.0 - 2 * math.pi)
    assert angle_between(-3.0, 3.0) == pytest.approx(2 * math.pi - 6.0)
    assert angle_between(20.0, 0.0) == pytest.approx(20.0 - 6 * math.pi)
    assert angle_between(0.0, 20.0) == pytest.approx(6 * math.pi - 20.0)
    assert angle_between(math.pi, 0.0) == math.pi
    assert angle_between(0.0, math.pi) == -math.pi


def gripped(first: Vec, second: Vec, place: Vec, home: Vec | None = None) -> Hold:
    """A piece between two fingers that may be claimed by others, as it is from the second edition on."""
    hold = Hold([finger(*first)], HERE, 0.0, place, home=home or place, meant=True)
    hold.by_two(hold.fingers[0], finger(*second, number=2), place)
    return hold


def test_of_two_that_part_one_that_has_not_moved_was_only_resting() -> None:
    for moving, resting in ((1, 0), (0, 1)):
        hold = gripped(Vec(-9, 0), Vec(9, 2), Vec(1, 3))
        starts = [one.at for one in hold.fingers]
        one, other = hold.fingers[moving], hold.fingers[resting]
        put(one, one.at.x + (20 if moving else -20), 5)
        put(other, other.at.x, other.at.y + 4.0)
        assert not hold.opened(), "the one that moves holds it alone"
        assert hold.fingers == [one]
        assert hold.offset == Vec(1, 3) - starts[moving]
        assert hold.at == one.at + hold.offset
        assert not hold.opened()


@pytest.mark.parametrize(
    ("rested", "of", "opened"), [(4.0, 9.0, False), (4.1, 9.0, True), (6.0, 20.0, False), (6.1, 20.0, True)]
)
def test_a_resting_one_moves_4_mm_or_three_tenths_of_the_others_way_at_most(
    rested: float, of: float, opened: bool
) -> None:
    hold = gripped(Vec(-9, 0), Vec(9, 0), HERE)
    put(hold.fingers[0], -9 - rested)
    put(hold.fingers[1], 9 + of)
    assert hold.opened() == opened
    assert len(hold.fingers) == (2 if opened else 1)


def test_in_the_first_edition_both_have_let_go() -> None:
    hold = gripped(Vec(-9, 0), Vec(9, 0), HERE)
    hold.home = None
    put(hold.fingers[1], 30)
    assert hold.opened()


def test_where_one_of_two_leads_on_as_a_tap_the_one_on_the_glass_holds_it() -> None:
    for number in (0, 1):
        hold = gripped(Vec(-9, 0), Vec(9, 0), HERE)
        stays = hold.fingers[1 - number]
        hold.fingers[number].hovering = True
        hold.slip()
        assert hold.fingers == [stays]
        assert hold.offset == HERE - stays.at
    both = gripped(Vec(-9, 0), Vec(9, 0), HERE)
    both.slip()
    assert len(both.fingers) == 2
    for one in both.fingers:
        one.hovering = True
    both.slip()
    assert len(both.fingers) == 2


def test_a_finger_right_on_what_was_asked_for_keeps_it() -> None:
    hold = gripped(Vec(-5, 0), Vec(9, 0), HERE)
    assert hold.kept(10.0)
    assert not hold.kept(9.9)
    hold.meant = False
    assert not hold.kept(10.0)
    hold.meant, hold.home = True, None
    assert not hold.kept(10.0)


def test_a_finger_with_the_better_claim_gets_the_piece_as_it_lay() -> None:
    hold = gripped(Vec(-9, 0), Vec(9, 0), Vec(1, 1), home=Vec(0, 2))
    other = Finger(3, "touch", 4.5, Vec(5, 5), Vec(9, 5), Vec(9, 5))
    hold.by_other(other)
    assert (hold.fingers, hold.offset, hold.began, hold.at) == ([other], Vec(-5, -3), 4.5, Vec(0, 2))
    assert hold.gripped is None
    hold.home = None
    hold.by_other(hold.fingers[0])
    assert hold.at == Vec(0, 2)


@pytest.mark.parametrize(("length", "reach"), [(2.0, 12.0), (18.0, 12.0), (18.2, 12.1), (40.0, 23.0)])
def test_a_touch_takes_what_is_within_12_mm_or_3_of_its_rim(length: float, reach: float) -> None:
    assert within_reach(length) == pytest.approx(reach)


@pytest.mark.parametrize(("near", "far", "held"), [(5.0, 15.0, True), (5.0, 15.1, False), (5.1, 15.1, True)])
def test_one_that_lands_well_beside_a_finger_on_the_piece_only_rests(near: float, far: float, held: bool) -> None:
    for one, other in ((near, far), (far, near)):
        hands = finger(-one), finger(other, number=2)
        assert pinched(*hands, HERE, 10.0, True, 2) == held
        assert pinched(*hands, HERE, 10.0, True, 1), "in the first edition it counted"
    assert pinched(finger(-5), finger(15.1, number=2), HERE, 10.0, False, 2), "so it does where it has closed on it"


@dataclass
class Stone:
    """A piece, and nothing more."""

    at: Vec


def test_what_is_just_taken_is_the_first_hands_alone_and_has_not_rested() -> None:
    held = Held([finger(1, 2)], HERE, 0.0, HERE, Stone(HERE), start=HERE)
    assert (held.slot, held.rested, held.alone, held.meant, held.home) == (0, False, True, False, None)
