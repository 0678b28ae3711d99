"""Which of several contacts gets a piece: fingers laid on a table by hand, a step at a time."""

from __future__ import annotations

import pytest

from games.kit.claims import Claims, Near, moved, rests_beside
from games.kit.fingers import Device, Finger, Fingers, Sample
from games.kit.geometry import Vec
from games.kit.grip import Hold

PIECE = Vec(50, 50)
OTHER = Vec(80, 50)


class Glass:
    """Contacts that land and move when told; the claims look at them after each step."""

    def __init__(self, edition: int = 2, fingers: int = 2) -> None:
        self.fingers, self.claims, self.t = Fingers(), Claims(edition, fingers), 0.0

    def step(self, *samples: tuple[int, str, Vec], after: float = 0.01, device: Device = "touch") -> None:
        self.t += after
        self.fingers.begin_step()
        for finger, phase, at in samples:
            self.fingers.read(Sample(self.t, finger, phase, at, device))  # type: ignore[arg-type]
        self.fingers.end_step(self.t)
        self.claims.look(self.fingers)

    def land(self, *places: Vec, after: float = 0.01, device: Device = "touch") -> None:
        """Contacts 1, 2, 3 ... land at once."""
        self.step(*[(index + 1, "down", at) for index, at in enumerate(places)], after=after, device=device)

    def finger(self, number: int) -> Finger:
        found = self.fingers.get(number)
        assert found is not None
        return found

    def waiting(self) -> list[int]:
        return [one.id for one in self.fingers if self.claims.waits(one)]

    def movers(self, *pieces: tuple[Vec, bool]) -> list[int]:
        return [one.id for one in self.claims.movers(near(*pieces))]


def near(*pieces: tuple[Vec, bool]) -> Near:
    """The nearest of these pieces within 12 mm, and whether it is the one asked for."""

    def there(at: Vec) -> tuple[Vec, bool] | None:
        inside = [one for one in pieces if (one[0] - at).length <= 12]
        return min(inside, key=lambda one: (one[0] - at).length, default=None)

    return there


HAND = (Vec(50, 50), Vec(70, 60), Vec(60, 80))


@pytest.mark.parametrize(("count", "waiting"), [(2, 0), (3, 3)])
def test_three_contacts_that_land_together_rest(count: int, waiting: int) -> None:
    glass = Glass()
    glass.land(*HAND[:count])
    assert len(glass.waiting()) == waiting


@pytest.mark.parametrize(("fingers", "waiting"), [(1, 3), (3, 0)])
def test_only_more_contacts_than_a_level_uses_rest(fingers: int, waiting: int) -> None:
    glass = Glass(fingers=fingers)
    glass.land(*HAND)
    assert len(glass.waiting()) == waiting


def test_in_the_first_edition_every_contact_counts() -> None:
    glass = Glass(edition=1)
    glass.land(*HAND)
    assert glass.waiting() == []


def test_the_buttons_of_a_mouse_are_no_resting_hand() -> None:
    glass = Glass()
    glass.land(*HAND, device="mouse")
    assert glass.waiting() == []


@pytest.mark.parametrize(("later", "waiting"), [(0.29, 3), (0.32, 0)])
def test_contacts_rest_only_where_they_land_within_three_tenths_of_a_second(later: float, waiting: int) -> None:
    glass = Glass()
    glass.land(*HAND[:2])
    glass.step((3, "down", HAND[2]), after=later)
    assert len(glass.waiting()) == waiting


@pytest.mark.parametrize(("apart", "waiting"), [(60.0, 3), (61.0, 0)])
def test_contacts_rest_only_where_they_land_within_sixty_mm(apart: float, waiting: int) -> None:
    glass = Glass()
    glass.land(Vec(50, 50), Vec(49, 50), Vec(50 + apart, 50))
    assert len(glass.waiting()) == waiting


def test_one_that_moved_before_the_hand_was_complete_is_no_part_of_it() -> None:
    glass = Glass()
    glass.land(*HAND[:2])
    glass.step((1, "move", HAND[0] + Vec(3.0, 0)))
    glass.step((3, "down", HAND[2]))
    assert glass.waiting() == [2, 3]


def test_one_that_has_lifted_or_hovers_rests_no_longer() -> None:
    glass = Glass()
    glass.land(*HAND)
    glass.step((1, "up", HAND[0]), (2, "hover", HAND[1]))
    assert glass.waiting() == [3]


def test_one_that_was_let_go_long_ago_is_no_part_of_a_hand() -> None:
    glass = Glass()
    glass.land(HAND[0])
    glass.step((1, "up", HAND[0]))
    glass.step((2, "down", HAND[1]), after=0.2)  # the first has gone by then
    glass.step((3, "down", HAND[2]))
    assert glass.waiting() == []


@pytest.mark.parametrize(("far", "movers"), [(2.9, []), (3.0, [1])])
def test_a_resting_contact_takes_a_piece_once_it_has_moved_three_mm(far: float, movers: list[int]) -> None:
    glass = Glass()
    glass.land(*HAND)
    glass.step((1, "move", HAND[0] + Vec(far, 0)))
    assert glass.movers((PIECE, True)) == movers
    assert glass.claims.waits(glass.finger(1)) == (not movers)


def test_a_contact_that_moves_where_nothing_lies_takes_nothing() -> None:
    glass = Glass()
    glass.land(*HAND)
    glass.step((3, "move", HAND[2] + Vec(5, 0)))
    assert glass.movers((PIECE, True)) == []
    assert glass.movers((HAND[2], True)) == [], "and it begins to move only once"


def test_of_two_that_move_the_one_on_the_piece_asked_for_comes_first_then_the_nearer() -> None:
    for asked, order in (((True, False), [1, 2]), ((False, True), [2, 1]), ((True, True), [2, 1])):
        glass = Glass()
        glass.land(Vec(53, 50), Vec(81, 50), Vec(60, 80))
        glass.step((1, "move", Vec(57, 50)), (2, "move", Vec(85, 50)))
        assert glass.movers((PIECE, asked[0]), (OTHER, asked[1])) == order


@pytest.mark.parametrize(("far", "order"), [(1.4, [2]), (1.5, [1, 2])])
def test_one_that_has_moved_along_is_compared_with_the_one_that_began(far: float, order: list[int]) -> None:
    glass = Glass()
    glass.land(Vec(50, 50), Vec(82, 50), Vec(60, 80))
    glass.step((1, "move", Vec(50 + far, 50)), (2, "move", Vec(85, 50)))
    assert glass.movers((PIECE, True), (OTHER, True)) == order


def test_one_that_moves_while_another_holds_the_piece_rests_again() -> None:
    glass = Glass()
    glass.land(*HAND)
    glass.step((1, "move", HAND[0] + Vec(4, 0)), (2, "move", HAND[1] + Vec(4, 0)))
    assert glass.movers((PIECE, True)) == [1]
    glass.claims.settle([glass.finger(1)])
    assert glass.waiting() == [2, 3]
    glass.step()
    assert glass.waiting() == [2, 3]
    glass.step((2, "cancel", HAND[1]))
    glass.step()
    glass.step((2, "down", HAND[1]), after=1.0)
    assert glass.waiting() == [3], "the finger that had that number has gone"


def test_where_nothing_is_held_nobody_rests_again() -> None:
    glass = Glass()
    glass.land(*HAND)
    glass.step((1, "move", HAND[0] + Vec(4, 0)))
    glass.movers((PIECE, True))
    glass.claims.settle([])
    assert glass.waiting() == [2, 3]
    glass.claims.settle([glass.finger(2)])
    assert glass.waiting() == [2, 3], "its turn is over"


def test_a_piece_in_a_resting_hand_was_not_taken_on_purpose() -> None:
    glass = Glass()
    glass.land(*HAND)
    hold = Hold([glass.finger(1)], Vec(0, 0), 0.0, PIECE, home=PIECE)
    assert glass.claims.laid(hold)
    hold.at = PIECE + Vec(4.0, 0)
    assert glass.claims.laid(hold), "4 mm is not carried yet"
    hold.at = PIECE + Vec(4.1, 0)
    assert not glass.claims.laid(hold)
    assert not glass.claims.laid(Hold([glass.finger(1)], Vec(0, 0), 0.0, PIECE)), "nobody may claim it"


def test_a_piece_of_a_finger_that_does_not_rest_was_taken_on_purpose() -> None:
    glass = Glass()
    glass.land(*HAND[:2])
    assert not glass.claims.laid(Hold([glass.finger(1)], Vec(0, 0), 0.0, PIECE, home=PIECE))


@pytest.mark.parametrize(
    ("far", "of", "rests"), [(4.0, 5.0, True), (4.1, 5.0, False), (6.0, 20.0, True), (6.1, 20.0, False)]
)
def test_a_contact_rests_beside_one_that_moves_far_more(far: float, of: float, rests: bool) -> None:
    glass = Glass()
    glass.land(Vec(50, 50), Vec(90, 50))
    glass.step((1, "move", Vec(50 + far, 50)), (2, "move", Vec(90 + of, 50)))
    assert moved(glass.finger(1)) == pytest.approx(far)
    assert rests_beside(glass.finger(1), glass.finger(2)) == rests


class Held:
    """A glass on which finger 1 has just taken a piece, and finger 2 lands or moves."""

    def __init__(self, start: Vec, *, meant: bool = False, home: Vec = PIECE) -> None:
        self.glass = Glass()
        self.glass.land(start)
        self.hold = Hold([self.glass.finger(1)], home - start, 0.0, home, home=home, meant=meant)

    def rival(self, *pieces: tuple[Vec, bool], spent: tuple[int, ...] = ()) -> int | None:
        found = self.glass.claims.rival(self.glass.fingers, self.hold, spent, near(*pieces))
        return None if found is None else found.id


def test_a_finger_that_lands_on_the_piece_asked_for_has_the_better_claim() -> None:
    for meant, asked, rival in ((False, True, 2), (True, True, None), (False, False, None), (True, False, None)):
        held = Held(PIECE, meant=meant)
        held.glass.step((2, "down", OTHER))
        assert held.rival((OTHER, asked)) == rival
        assert held.rival((OTHER, asked), spent=(2,)) is None


@pytest.mark.parametrize(("off", "rival"), [(3.9, 2), (4.1, None)])
@pytest.mark.parametrize("meant", [True, False])
def test_so_has_one_that_is_clearly_nearer_to_its_piece(off: float, rival: int | None, meant: bool) -> None:
    held = Held(PIECE + Vec(6, 0), meant=meant)
    held.glass.step((2, "down", OTHER + Vec(off, 0)))
    assert held.rival((OTHER, meant)) == rival
    assert held.rival((OTHER, not meant)) == (2 if not meant else None)


def test_one_that_lands_far_from_every_piece_has_none() -> None:
    held = Held(PIECE + Vec(6, 0))
    held.glass.step((2, "down", Vec(120, 120)))
    assert held.rival((OTHER, True)) is None


def test_nor_has_one_that_lands_beside_two_fingers_that_hold() -> None:
    held = Held(PIECE)
    held.glass.step((3, "down", PIECE + Vec(10, 0)))
    held.hold.fingers.append(held.glass.finger(3))
    held.glass.step((2, "down", OTHER))
    assert held.rival((OTHER, True)) is None


@pytest.mark.parametrize(("far", "rival"), [(7.9, None), (8.0, 2)])
def test_one_that_moves_on_purpose_gets_the_piece_of_one_that_rests(far: float, rival: int | None) -> None:
    held = Held(PIECE)
    held.glass.step((2, "down", PIECE + Vec(5, 0)))
    held.glass.step((2, "move", PIECE + Vec(5 + far, 0)))
    assert held.rival((PIECE, True)) == rival
    held.glass.step((2, "move", PIECE + Vec(5.5 + far, 0)))
    assert held.rival((PIECE, True)) == (2 if far == 7.9 else None), "it begins to only once"


def test_but_not_of_one_that_moves_as_well() -> None:
    held = Held(PIECE)
    held.glass.step((2, "down", PIECE + Vec(5, 0)))
    held.glass.step((1, "move", PIECE + Vec(0, 4.5)), (2, "move", PIECE + Vec(15, 0)))
    assert held.rival((PIECE, True)) is None


@pytest.mark.parametrize("phase", ["hover", "up"])
def test_a_finger_that_is_off_the_glass_claims_nothing(phase: str) -> None:
    held = Held(PIECE)
    held.glass.step((2, "down", OTHER), (2, phase, OTHER))
    assert held.rival((OTHER, True)) is None


def test_a_piece_that_is_carried_or_led_by_taps_is_nobody_elses() -> None:
    held = Held(PIECE)
    held.glass.step((2, "down", OTHER))
    held.hold.at = PIECE + Vec(4.0, 0)
    assert held.rival((OTHER, True)) == 2, "4 mm is not carried yet"
    held.hold.at = PIECE + Vec(4.1, 0)
    assert held.rival((OTHER, True)) is None
    held.hold.at, held.hold.home = PIECE, None
    assert held.rival((OTHER, True)) is None
    led = Held(PIECE)
    led.glass.step((1, "hover", PIECE), (2, "down", OTHER))
    assert led.rival((OTHER, True)) is None
    assert not led.glass.claims.laid(led.hold)


def test_a_contact_of_a_resting_hand_claims_nothing_by_landing() -> None:
    held = Held(Vec(45, 50))
    held.glass.step((2, "down", OTHER), (3, "down", Vec(70, 80)))
    assert held.glass.waiting() == [1, 2, 3]
    assert held.rival((OTHER, True)) is None
