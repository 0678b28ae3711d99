"""Tap to pick up, tap to put down."""

from __future__ import annotations

from games.kit.aids import TapCarry
from games.kit.fingers import Sample
from games.kit.geometry import Vec

Row = tuple[float, int, str, float]


def feed(aid: TapCarry, *rows: Row) -> list[tuple[str, int, float]]:
    out = []
    for t, finger, phase, x in rows:
        out += [(s.phase, s.finger, s.at.x) for s in aid.feed(Sample(t, finger, phase, Vec(x, 0)))]  # type: ignore[arg-type]
    return out


def test_a_drag_is_left_as_it_is() -> None:
    rows: list[Row] = [(0, 1, "down", 10), (0.1, 1, "move", 40), (0.2, 1, "up", 80)]
    assert feed(TapCarry(), *rows) == [("down", 1, 10), ("move", 1, 40), ("up", 1, 80)]


def test_a_tap_stays_and_the_next_contact_puts_it_down() -> None:
    aid = TapCarry()
    assert feed(aid, (0, 1, "down", 10), (0.8, 1, "up", 12)) == [("down", 1, 10), ("hover", 1, 12)]
    out = feed(aid, (2, 2, "down", 90), (2.1, 2, "up", 91))
    assert [row for row in out if row[1] == 1] == [("hover", 1, 90), ("up", 1, 91)]


def test_what_is_carried_by_taps_may_also_be_dragged_on() -> None:
    aid = TapCarry()
    feed(aid, (0, 1, "down", 10), (0.1, 1, "up", 10))
    out = feed(aid, (1, 2, "down", 12), (1.1, 2, "move", 60), (1.2, 2, "up", 90))
    assert [row for row in out if row[1] == 1] == [("hover", 1, 12), ("hover", 1, 60), ("up", 1, 90)]


def test_a_mouse_with_no_button_leads_what_was_clicked() -> None:
    aid = TapCarry()
    assert not aid.wants_hover
    feed(aid, (0, 1, "down", 10), (0.1, 1, "up", 10))
    assert aid.wants_hover
    assert feed(aid, (0.5, 0, "hover", 55)) == [("hover", 1, 55)]
    assert ("up", 1, 80) in feed(aid, (1, 2, "down", 80), (1.1, 2, "up", 80))


def test_a_flicker_within_a_tap_is_still_one_tap() -> None:
    aid = TapCarry()
    out = feed(aid, (0, 1, "down", 10), (0.1, 1, "up", 10), (0.15, 1, "down", 11), (0.3, 1, "up", 11))
    assert out == [("down", 1, 10), ("hover", 1, 10), ("down", 1, 11), ("hover", 1, 11)]


def test_a_tap_that_took_nothing_does_not_swallow_the_next() -> None:
    aid = TapCarry()
    feed(aid, (0, 1, "down", 10), (0.1, 1, "up", 10))
    out = feed(aid, (1, 2, "down", 50), (1.1, 2, "up", 50))
    assert ("down", 2, 50) in out
    assert ("hover", 2, 50) in out
    assert ("up", 1, 50) in out


def test_after_a_pause_nothing_is_carried() -> None:
    aid = TapCarry()
    feed(aid, (0, 1, "down", 10), (0.1, 1, "up", 10))
    aid.reset()
    assert feed(aid, (1, 2, "down", 90), (1.2, 2, "move", 120), (1.4, 2, "up", 150)) == [
        ("down", 2, 90),
        ("move", 2, 120),
        ("up", 2, 150),
    ]


def test_in_a_game_of_strokes_a_short_stroke_is_no_tap() -> None:
    for strokes, phases in ((False, ["down", "move", "hover"]), (True, ["down", "move", "up"])):
        aid = TapCarry(strokes)
        fed = [
            Sample(0.0, 1, "down", Vec(10, 10)),
            Sample(0.1, 1, "move", Vec(14, 10)),
            Sample(0.2, 1, "up", Vec(14, 10)),
        ]
        assert [out.phase for sample in fed for out in aid.feed(sample)] == phases


def test_in_a_game_of_strokes_two_fingers_at_once_are_no_taps() -> None:
    aid = TapCarry(strokes=True)
    fed = [Sample(0.0, 1, "down", Vec(10, 10)), Sample(0.05, 2, "down", Vec(40, 10))]
    fed += [Sample(0.2, 1, "up", Vec(10, 10)), Sample(0.3, 2, "up", Vec(40, 10))]
    assert [(out.finger, out.phase) for sample in fed for out in aid.feed(sample)] == [
        (1, "down"),
        (2, "down"),
        (1, "up"),
        (2, "up"),
    ]
    assert not aid.wants_hover
    alone = [Sample(1.0, 3, "down", Vec(10, 10)), Sample(1.1, 3, "up", Vec(10, 10))]
    assert [out.phase for sample in alone for out in aid.feed(sample)] == ["down", "hover"]
