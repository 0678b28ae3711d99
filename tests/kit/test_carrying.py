"""Pieces that are taken, pinched, carried and let go, in the smallest game that does so."""

from __future__ import annotations

import pytest

from games.kit.block import Block
from games.kit.fingers import Command, Phase, Sample
from games.kit.game import EDITION
from games.kit.geometry import ORIGIN, Vec, between, distance
from games.kit.task import Outcome
from tests.carrying_game import APART, GAME, SHELF, ShellRules

FIRST = Vec(20, 100)  # of the shells of the first hand: the one that is asked for
SECOND = FIRST + Vec(APART, 0)
DISH = Vec(60, 20)
AWAY = Vec(150, 60)
Taps = ("tap",)


class Hand:
    """Fingers that play the shells: times go on by themselves."""

    def __init__(self, hands: int = 1, aids: tuple[str, ...] = (), edition: int = EDITION) -> None:
        self.block = Block(GAME, GAME.levels[hands - 1], 3, Vec(217, 114), aids, edition=edition)
        self.t = 0.05

    @property
    def rules(self) -> ShellRules:
        assert isinstance(self.block.rules, ShellRules)
        return self.block.rules

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    def do(self, phase: Phase, at: Vec, finger: int = 0, after: float = 0.02) -> None:
        self.t += after
        self.block.advance(self.t + 0.009, [Sample(self.t, finger, phase, at)])

    def glide(self, start: Vec, end: Vec, finger: int = 0) -> None:
        for part in range(1, 11):
            self.do("move", between(start, end, part / 10), finger)

    def both(self, start: Vec, end: Vec, half: float, until: float | None = None) -> None:
        """Fingers 0 and 1, so far to either side of a place, go to another, and part or close meanwhile."""
        for part in range(1, 11):
            at, wide = between(start, end, part / 10), half + ((until or half) - half) * part / 10
            self.t += 0.02
            places = (at - Vec(wide, 0), at + Vec(wide, 0))
            self.block.advance(self.t + 0.009, [Sample(self.t, n, "move", place) for n, place in enumerate(places)])

    def wait(self, seconds: float = 0.3) -> None:
        self.t += seconds
        self.block.advance(self.t)

    def say(self, name: str) -> None:
        self.block.advance(self.t, [Command(self.t, name)])
        self.wait(0.05)

    def held_by(self, slot: int = 0) -> tuple[Vec, int] | None:
        """Where what is held lay, and by how many fingers it is held."""
        held = self.rules.hands.get(slot)
        return None if held is None else (held.piece.home, len(held.fingers))


@pytest.mark.parametrize("edition", [1, 2])
def test_a_shell_is_carried_into_its_dish(edition: int) -> None:
    hand = Hand(edition=edition)
    touch = FIRST + Vec(5, -3)
    hand.do("down", touch)
    assert hand.held_by() == (FIRST, 1)
    assert hand.rules.taken == (1,)
    hand.glide(touch, DISH + Vec(5, -3))
    hand.do("up", DISH + Vec(5, -3))
    (rep,) = hand.block.table.reps
    assert rep.outcome is Outcome.DONE
    assert rep.fingers == (1,)
    assert rep.offset == FIRST - touch
    assert rep.let_go == pytest.approx(hand.t)
    assert rep.began == pytest.approx(0.07)
    assert hand.rules.taken == ()


def test_one_that_is_let_go_elsewhere_lies_where_it_lay_once_the_finger_has_not_come_back() -> None:
    hand = Hand()
    hand.do("down", SECOND)
    hand.glide(SECOND, AWAY)
    hand.do("up", AWAY)
    assert hand.outcomes == [], "a finger that flickers has not let go"
    hand.wait()
    assert hand.outcomes == [Outcome.MISSED]
    assert sorted(shell.at.x for shell in hand.rules.shells) == [FIRST.x, SECOND.x, SECOND.x + APART]


def test_a_touch_beside_all_shells_takes_nothing_and_its_finger_may_not_take_one_later() -> None:
    hand = Hand()
    hand.do("down", AWAY)
    hand.glide(AWAY, FIRST)
    assert hand.held_by() is None


def test_thumb_and_finger_hold_it_until_they_open() -> None:
    hand = Hand()
    hand.do("down", FIRST - Vec(9, 0), 0)
    hand.do("down", FIRST + Vec(9, 0), 1, 0.1)
    assert hand.held_by() == (FIRST, 2)
    hand.both(FIRST, DISH, 9)
    assert hand.outcomes == []
    hand.both(DISH, DISH, 9, 16)
    assert hand.outcomes == [Outcome.DONE]
    assert hand.block.table.reps[0].fingers == (1, 2)
    hand.both(DISH, FIRST, 16, 9)
    assert hand.held_by() is None, "fingers that have held a shell take none until they land anew"


def test_fingers_that_land_wide_apart_hold_it_once_they_close() -> None:
    hand = Hand()
    last = SECOND + Vec(APART, 0)
    hand.do("down", last - Vec(0, 22), 0)
    hand.do("down", last + Vec(0, 22), 1)
    assert hand.held_by() is None
    hand.glide(last - Vec(0, 22), last - Vec(0, 14), 0)
    assert hand.held_by() == (last, 2)


def test_of_two_shells_the_one_between_the_fingers_is_meant() -> None:
    hand = Hand()
    beside = between(FIRST, SECOND, 0.5) + Vec(-6, 0)
    hand.do("down", beside, 0)  # nearer to the first
    assert hand.held_by() == (FIRST, 1)
    hand.do("down", SECOND + Vec(9, 0), 1, 0.1)
    assert hand.held_by() == (SECOND, 2)
    assert hand.rules.asked_for(next(shell for shell in hand.rules.shells if shell.home == FIRST))


def test_a_finger_that_slips_off_leaves_it_to_the_other() -> None:
    hand = Hand()
    hand.do("down", FIRST - Vec(9, 0), 0)
    hand.do("down", FIRST + Vec(9, 0), 1)
    hand.both(FIRST, AWAY, 9)
    hand.do("up", AWAY + Vec(9, 0), 1)
    hand.wait()
    assert hand.held_by() == (FIRST, 1)
    hand.glide(AWAY - Vec(9, 0), DISH - Vec(9, 0))
    hand.do("up", DISH - Vec(9, 0))
    assert hand.outcomes == [Outcome.DONE]


def test_a_second_finger_that_comes_late_joins_nothing() -> None:
    hand = Hand()
    hand.do("down", FIRST - Vec(9, 0), 0)
    hand.do("down", FIRST + Vec(9, 0), 1, 0.6)
    assert hand.held_by() == (FIRST, 1)


def test_a_pause_ends_it_and_a_cancelled_contact_never_was() -> None:
    hand = Hand()
    hand.do("down", FIRST)
    hand.glide(FIRST, AWAY)
    hand.do("cancel", AWAY)
    hand.wait(0.05)
    assert (hand.outcomes, hand.held_by()) == ([], None)
    hand.do("down", SECOND)
    hand.say("pause")
    assert (hand.outcomes, hand.held_by()) == ([Outcome.INTERRUPTED], None)


def test_what_is_held_when_something_else_is_asked_for_goes_on() -> None:
    hand = Hand()
    hand.say("skip")
    assert hand.outcomes == [Outcome.INTERRUPTED]
    hand.do("down", FIRST)
    assert hand.held_by() == (FIRST, 1)


def test_a_hand_that_is_laid_down_takes_the_shell_once_its_finger_moves() -> None:
    hand = Hand()
    for number, at in enumerate((FIRST + Vec(4, 0), FIRST + Vec(30, -30), FIRST + Vec(10, -40), FIRST + Vec(45, -8))):
        hand.do("down", at, number, 0.03)
    hand.wait(0.1)
    assert hand.held_by() is None
    hand.glide(FIRST + Vec(4, 0), DISH + Vec(4, 0))
    assert hand.held_by() == (FIRST, 1)
    hand.do("up", DISH + Vec(4, 0))
    assert hand.outcomes == [Outcome.DONE]


def test_a_knuckle_that_came_first_leaves_the_shell_to_the_finger_that_means_it() -> None:
    hand = Hand()
    hand.do("down", FIRST + Vec(10, 0), 0)
    assert hand.held_by() == (FIRST, 1)
    hand.do("down", FIRST - Vec(1, 0), 1, 0.7)
    hand.glide(FIRST - Vec(1, 0), DISH, 1)
    hand.do("up", DISH, 1)
    assert hand.outcomes == [Outcome.DONE]
    assert hand.block.table.reps[0].fingers == (2,)


def test_a_shell_that_was_not_meant_lies_again_where_it_lay_and_what_was_asked_for_still_is() -> None:
    hand = Hand()
    hand.do("down", SECOND + Vec(9, 0), 0)
    assert hand.held_by() == (SECOND, 1)
    hand.do("down", FIRST, 1, 0.7)
    assert hand.held_by() == (FIRST, 1)
    assert SECOND in [shell.at for shell in hand.rules.shells]
    task = hand.block.table.asked[0]
    assert getattr(task, "start", None) == FIRST


def test_two_hands_carry_a_shell_each() -> None:
    hand = Hand(hands=2)
    other, dish = FIRST + Vec(90 + 2 * APART, 0), DISH + Vec(90, 0)
    hand.do("down", FIRST, 0)
    hand.do("down", SECOND, 1)
    assert hand.held_by(1) is None, "a hand that has a shell takes no other"
    hand.do("down", other, 2, 0.6)
    assert (hand.held_by(0), hand.held_by(1)) == ((FIRST, 1), (other, 1))
    hand.glide(FIRST, DISH, 0)
    hand.glide(other, dish, 2)
    hand.do("up", dish, 2)
    hand.do("up", DISH, 0)
    assert [(rep.slot, rep.outcome) for rep in hand.block.table.reps] == [(1, Outcome.DONE), (0, Outcome.DONE)]


def tap(hand: Hand, at: Vec, finger: int) -> None:
    hand.do("down", at, finger)
    hand.do("up", at, finger, 0.1)
    hand.wait()


def test_taps_set_a_shell_down_on_the_shelf_and_take_it_on_from_there() -> None:
    hand = Hand(aids=Taps)
    tap(hand, FIRST, 0)
    assert hand.held_by() == (FIRST, 1)
    tap(hand, SHELF, 1)
    waiting = hand.rules.waiting
    assert waiting is not None
    assert (hand.held_by(), waiting.at, hand.rules.taken) == (None, SHELF, (1,))
    tap(hand, AWAY, 2)
    held = hand.rules.held
    assert held is not None
    assert (held.piece.home, held.offset, held.rested) == (FIRST, ORIGIN, True)
    tap(hand, DISH, 3)
    assert hand.outcomes == [Outcome.DONE]


def test_a_touch_on_the_shelf_takes_what_waits_there_where_it_is_touched() -> None:
    hand = Hand(aids=Taps)
    tap(hand, FIRST, 0)
    tap(hand, SHELF, 1)
    hand.do("down", SHELF + Vec(6, 0), 2)
    held = hand.rules.held
    assert held is not None
    assert held.offset == Vec(-6, 0)
    assert distance(held.at, SHELF) == 0


def test_while_one_waits_another_may_be_taken_and_a_pause_takes_back_what_waits() -> None:
    hand = Hand(aids=Taps)
    tap(hand, FIRST, 0)
    tap(hand, SHELF, 1)
    hand.do("down", SECOND, 2)
    assert hand.rules.waiting is None
    assert hand.held_by() == (SECOND, 1)
    assert FIRST in [shell.at for shell in hand.rules.shells]
    hand.glide(SECOND, AWAY, 2)
    hand.do("up", AWAY, 2)
    hand.wait()
    tap(hand, FIRST, 3)
    tap(hand, SHELF, 4)
    hand.say("pause")
    assert hand.rules.waiting is None
    assert hand.outcomes == [Outcome.MISSED, Outcome.INTERRUPTED]


def test_a_held_piece_lies_where_its_finger_carries_it_and_one_that_waits_where_it_was_set_down() -> None:
    hand = Hand(aids=Taps)
    hand.do("down", FIRST + Vec(2, 0))
    hand.glide(FIRST + Vec(2, 0), AWAY + Vec(2, 0))
    held = hand.rules.held
    assert held is not None
    assert held.piece.at == held.at == AWAY
    tapping = Hand(aids=Taps)
    for place in (FIRST, SHELF + Vec(1, 1)):
        tapping.do("down", place)
        tapping.do("up", place, after=0.05)
        tapping.wait(0.2)
    waiting = tapping.rules.waiting
    assert waiting is not None
    assert waiting.piece.at == waiting.at == SHELF
    assert tapping.rules.hands == {}
    assert tapping.rules.taken == tuple(finger.id for finger in waiting.fingers)


def test_a_pause_gives_back_what_is_held_and_what_waits() -> None:
    hand = Hand(aids=Taps)
    for place in (FIRST, SHELF):
        hand.do("down", place)
        hand.do("up", place, after=0.05)
        hand.wait(0.2)
    assert hand.rules.waiting is not None
    hand.say("pause")
    assert hand.rules.waiting is None
    assert hand.outcomes == [Outcome.INTERRUPTED]
    assert FIRST in [shell.at for shell in hand.rules.shells]


def test_a_shell_under_a_hand_that_turned_out_to_rest_lies_there_and_is_taken_once_that_finger_moves() -> None:
    hand = Hand()
    hand.do("down", FIRST + Vec(4, 0), 0)
    assert hand.held_by() == (FIRST, 1)
    for number, at in enumerate((FIRST + Vec(30, -30), FIRST + Vec(10, -40), FIRST + Vec(45, -8)), 1):
        hand.do("down", at, number, 0.03)
    assert hand.held_by() is None, "the whole hand rests"
    assert FIRST in [shell.at for shell in hand.rules.shells]
    hand.glide(FIRST + Vec(4, 0), DISH + Vec(4, 0))
    hand.do("up", DISH + Vec(4, 0))
    assert hand.outcomes == [Outcome.DONE]


def test_a_finger_right_on_the_shell_asked_for_is_not_led_to_another_by_a_second_one() -> None:
    hand = Hand()
    hand.do("down", FIRST + Vec(7, 0), 0)
    hand.do("down", SECOND + Vec(9, 0), 1, 0.1)
    assert hand.held_by() == (FIRST, 1)


def test_while_a_shell_waits_two_fingers_on_another_send_it_home() -> None:
    hand = Hand(aids=Taps)
    tap(hand, FIRST, 0)
    tap(hand, SHELF, 1)
    last = SECOND + Vec(APART, 0)
    hand.do("down", last - Vec(0, 9), 2)
    hand.do("down", last + Vec(0, 9), 3)
    assert hand.rules.waiting is None
    assert hand.held_by() == (last, 2)
    assert FIRST in [shell.at for shell in hand.rules.shells]
