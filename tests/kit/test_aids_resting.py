"""A pointer that rests presses: once, where it rests, and not again until it has moved away."""

from __future__ import annotations

from games.kit.aids import DWELLER, Dwell
from games.kit.fingers import Sample
from games.kit.geometry import Vec

REST, LONG = 0.8, 0.81  # s; just long enough, and surely
REST_REACH = 4.0  # mm


def rested(aid: Dwell, x: float, since: float, *after: float) -> list[tuple[str, int, float]]:
    """A mouse that stands at x from a time on and is read again so many seconds later."""
    out = []
    for t in (since, *(since + one for one in after)):
        out += [(s.phase, s.finger, s.at.x) for s in aid.feed(Sample(t, 0, "hover", Vec(x, 0), "mouse"))]
    return [row for row in out if row[0] != "hover"]


def test_it_presses_and_lets_go_when_it_has_rested_long_enough_and_no_sooner() -> None:
    aid = Dwell()
    assert rested(aid, 50, 0.0, REST - 0.01) == []
    at_rest = aid.feed(Sample(REST, 0, "hover", Vec(50, 0), "mouse"))
    assert [(s.t, s.finger, s.phase, s.at, s.device) for s in at_rest] == [
        (REST, 0, "hover", Vec(50, 0), "mouse"),
        (REST, DWELLER + 1, "down", Vec(50, 0), "mouse"),
        (REST, DWELLER + 1, "up", Vec(50, 0), "mouse"),
    ]


def test_its_presses_are_far_from_any_finger_and_each_its_own() -> None:
    aid = Dwell()
    assert DWELLER >= 1000
    pressed = [finger for x in (10, 50, 90) for phase, finger, _ in rested(aid, x, x, LONG) if phase == "down"]
    assert pressed == [DWELLER + 1, DWELLER + 2, DWELLER + 3]


def test_a_pointer_that_trembles_within_its_reach_rests_and_one_that_wanders_does_not() -> None:
    aid = Dwell()
    rested(aid, 50, 0.0)
    assert len(rested(aid, 50 + REST_REACH, REST)) == 2
    aid = Dwell()
    rested(aid, 50, 0.0)
    assert rested(aid, 50.1 + REST_REACH, REST) == []
    assert rested(aid, 50.1 + REST_REACH, REST + 0.1, REST - 0.2) == []
    assert len(rested(aid, 50.1 + REST_REACH, REST + REST)) == 2


def test_where_it_pressed_it_does_not_press_again_until_it_has_moved_away() -> None:
    aid = Dwell()
    assert len(rested(aid, 50, 0.0, REST)) == 2
    assert rested(aid, 50, 2.0, LONG, 2 * LONG) == []
    assert rested(aid, 50 + 2 * REST_REACH, 5.0, LONG, 2 * LONG) == []
    assert rested(aid, 0, 8.0) == []
    assert len(rested(aid, 50, 10.0, LONG)) == 2, "it had been away"
    assert rested(aid, 50.1 + 2 * REST_REACH, 20.0) == []
    assert len(rested(aid, 50, 21.0, LONG)) == 2, "as soon as it is farther than twice the reach"


def test_a_press_of_its_own_and_a_pause_begin_the_rest_anew() -> None:
    aid = Dwell()
    rested(aid, 50, 0.0)
    assert aid.feed(Sample(0.5, 1, "down", Vec(50, 0), "mouse")) == [Sample(0.5, 1, "down", Vec(50, 0), "mouse")]
    assert rested(aid, 50, REST) == []
    assert rested(aid, 50, 0.5 + LONG) == [], "it has rested only since the press"
    aid.reset()
    assert rested(aid, 50, 2 * REST) == []
    assert len(rested(aid, 50, 2 * REST + LONG)) == 2
    aid.reset()
    assert len(rested(aid, 50, 5.0, LONG)) == 2, "after a pause it may press in the same place"
    assert aid.feed(Sample(7.0, 1, "up", Vec(50, 0), "mouse")) == [Sample(7.0, 1, "up", Vec(50, 0), "mouse")]
    assert len(rested(aid, 50, 8.0, LONG)) == 2, "so it may after a press by hand"


def test_it_always_wants_to_know_where_the_pointer_is() -> None:
    assert Dwell().wants_hover is True
