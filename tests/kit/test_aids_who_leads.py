"""Tap to pick up: which contact leads what was tapped, which one only stands by, and what is no tap at all."""

from __future__ import annotations

import pytest

from games.kit.aids import TapCarry, made
from games.kit.fingers import Sample
from games.kit.geometry import Vec

Row = tuple[float, int, str, float]


def feed(aid: TapCarry, *rows: Row) -> list[tuple[str, int, float]]:
    out = []
    for t, finger, phase, x in rows:
        out += [(s.phase, s.finger, s.at.x) for s in aid.feed(Sample(t, finger, phase, Vec(x, 0)))]  # type: ignore[arg-type]
    return out


def tapped(finger: int = 1, t: float = 0.0, aid: TapCarry | None = None) -> TapCarry:
    """An aid with a finger that tapped at 10 mm and stayed behind."""
    aid = aid or TapCarry()
    assert feed(aid, (t, finger, "down", 10), (t + 0.1, finger, "up", 10))[-1] == ("hover", finger, 10)
    return aid


def of(finger: int, out: list[tuple[str, int, float]]) -> list[tuple[str, float]]:
    return [(phase, x) for phase, one, x in out if one == finger]


def test_while_one_contact_leads_no_other_does() -> None:
    aid = tapped()
    feed(aid, (1.0, 2, "down", 40))
    out = feed(aid, (1.1, 3, "down", 90), (1.2, 3, "move", 120), (1.3, 2, "move", 50), (1.4, 3, "up", 150))
    assert of(1, out) == [("hover", 50)]
    assert of(3, out) == [("down", 90), ("move", 120), ("up", 150)]
    assert of(1, feed(aid, (1.5, 2, "up", 60))) == [("up", 60)]


def test_a_contact_that_rested_before_the_tap_is_the_other_hand_and_leads_nothing() -> None:
    aid = TapCarry()
    feed(aid, (0.0, 5, "down", 200))
    tapped(t=1.0, aid=aid)
    out = feed(aid, (1.5, 5, "move", 201), (1.6, 5, "move", 190), (1.7, 5, "move", 200), (1.8, 5, "up", 200))
    assert of(1, out) == []
    assert of(5, out) == [("move", 201), ("move", 190), ("move", 200), ("up", 200)]
    assert of(1, feed(aid, (2.0, 2, "down", 90), (2.1, 2, "up", 91))) == [("hover", 90), ("up", 91)]


@pytest.mark.parametrize(("early", "leads"), [(0.5, False), (0.49, True), (0.0, True)])
def test_a_contact_stands_by_when_it_was_there_half_a_second_before_the_tap(early: float, leads: bool) -> None:
    aid = TapCarry()
    feed(aid, (1.0 - early, 5, "down", 200))
    tapped(t=1.0, aid=aid)
    assert of(1, feed(aid, (1.5, 5, "move", 150))) == ([("hover", 150)] if leads else [])


def test_a_hand_that_stood_by_and_lifted_without_moving_has_not_tapped() -> None:
    aid = TapCarry()
    feed(aid, (0.0, 5, "down", 200))
    tapped(t=1.0, aid=aid)
    assert feed(aid, (1.5, 5, "up", 200)) == [("up", 5, 200)]
    assert of(1, feed(aid, (2.0, 2, "move", 90), (2.1, 2, "up", 90))) == [("hover", 90), ("up", 90)]


@pytest.mark.parametrize("end", ["up", "cancel"])
def test_once_lifted_a_hand_that_stood_by_may_lead(end: str) -> None:
    aid = TapCarry()
    feed(aid, (0.0, 5, "down", 200))
    tapped(t=1.0, aid=aid)
    feed(aid, (1.5, 5, end, 200))
    assert of(1, feed(aid, (2.0, 5, "down", 200), (2.1, 5, "move", 180))) == [("hover", 200), ("hover", 180)]


def test_when_its_leader_is_void_a_tapped_piece_waits_for_another() -> None:
    aid = tapped()
    feed(aid, (1.0, 2, "down", 40))
    assert of(1, feed(aid, (1.1, 2, "cancel", 45))) == []
    assert of(1, feed(aid, (1.2, 3, "down", 60), (1.3, 3, "up", 70))) == [("hover", 60), ("up", 70)]


def test_a_void_contact_beside_the_leader_changes_nothing() -> None:
    aid = tapped()
    feed(aid, (1.0, 2, "down", 40), (1.1, 3, "down", 90))
    feed(aid, (1.2, 3, "cancel", 90))
    assert of(1, feed(aid, (1.3, 4, "down", 150), (1.4, 2, "move", 50))) == [("hover", 50)]


def test_after_a_mouse_has_shown_the_way_a_finger_may_lead() -> None:
    aid = tapped()
    assert of(1, feed(aid, (0.5, 0, "hover", 55), (0.6, 2, "down", 70), (0.7, 2, "move", 80))) == [
        ("hover", 55),
        ("hover", 70),
        ("hover", 80),
    ]


def test_a_mouse_that_leads_nothing_is_not_heard() -> None:
    assert feed(TapCarry(), (0.0, 0, "hover", 55)) == []


def test_a_tap_beside_the_leader_lets_go_and_takes_anew() -> None:
    aid = tapped()
    feed(aid, (1.0, 2, "down", 40))
    out = feed(aid, (1.1, 3, "down", 90), (1.2, 3, "up", 90))
    assert [phase for phase, _ in of(1, out)] == ["up"]
    assert of(3, out) == [("down", 90), ("hover", 90)]
    assert of(3, feed(aid, (1.3, 4, "down", 100))) == [("hover", 100)]


@pytest.mark.parametrize(("aid", "reach"), [(TapCarry(), 6.0), (TapCarry(strokes=True), 2.0)])
def test_a_tap_goes_no_farther_than_its_reach(aid: TapCarry, reach: float) -> None:
    for finger, way, last in ((1, reach, "hover"), (2, reach + 0.1, "up")):
        assert feed(aid, (finger, finger, "down", 10), (finger, finger, "up", 10 + way))[-1][0] == last
        aid.reset()
        down_and_moved: list[Row] = [(finger, finger, "down", 10), (finger, finger, "move", 10 + way)]
        assert feed(aid, *down_and_moved, (finger, finger, "up", 10))[-1][0] == last, "there and back"
        aid.reset()


def test_what_was_down_before_a_pause_or_was_void_has_not_tapped_when_it_lifts() -> None:
    aid = TapCarry()
    feed(aid, (0.0, 1, "down", 10))
    aid.reset()
    assert feed(aid, (0.1, 1, "up", 10)) == [("up", 1, 10)]
    feed(aid, (1.0, 2, "down", 10), (1.1, 2, "cancel", 10))
    assert feed(aid, (1.2, 2, "up", 10)) == [("up", 2, 10)]


def test_after_a_pause_nobody_stands_by() -> None:
    aid = TapCarry()
    feed(aid, (0.0, 5, "down", 200))
    tapped(t=1.0, aid=aid)
    aid.reset()
    assert feed(aid, (2.0, 5, "down", 200), (2.1, 5, "up", 200)) == [("down", 5, 200), ("hover", 5, 200)]
    tapped(t=3.0, aid=aid)
    assert of(1, feed(aid, (3.5, 5, "down", 200))) == [("hover", 200)]


@pytest.mark.parametrize("end", ["up", "cancel", "pause"])
def test_in_a_game_of_strokes_a_finger_that_was_not_alone_may_tap_alone_later(end: str) -> None:
    aid = TapCarry(strokes=True)
    feed(aid, (0.0, 1, "down", 10), (0.0, 2, "down", 40))
    if end == "pause":
        aid.reset()
    else:
        feed(aid, (0.1, 1, end, 10), (0.1, 2, end, 40))
    tapped(1, 1.0, aid)


def test_aids_come_by_their_names_and_know_whether_a_game_is_played_by_strokes() -> None:
    short: list[Row] = [(0.0, 1, "down", 10), (0.1, 1, "up", 14)]
    for strokes, last in ((False, "hover"), (True, "up")):
        tap, dwell = made(("tap", "dwell"), strokes)
        assert isinstance(tap, TapCarry)
        assert dwell.wants_hover
        assert not isinstance(dwell, TapCarry)
        assert feed(tap, *short)[-1][0] == last
    (tap,) = made(("tap",))
    assert isinstance(tap, TapCarry)
    assert feed(tap, *short)[-1][0] == "hover"
    with pytest.raises(ValueError, match=r"no aid 'magnet': the aids are dwell, tap"):
        made(("tap", "magnet"))
