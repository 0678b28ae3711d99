"""How a carried thing swings: behind the hand, for a moment, and never far."""

from __future__ import annotations

from games.kit.game import RATE
from games.kit.geometry import ORIGIN, Vec
from games.kit.swing import MOST_LAG, MOST_TILT, REMEMBERED, lag, remember, swung


def carried(speed: float, steps: int, still: int = 0) -> list[Vec]:
    trail: list[Vec] = []
    for step in range(steps):
        remember(trail, Vec(speed * step / RATE, 20.0))
    for _ in range(still):
        remember(trail, trail[-1])
    return trail


def test_a_thing_that_is_held_still_hangs_still() -> None:
    assert swung(carried(0.0, 60)) == (ORIGIN, 0.0)
    assert swung([]) == (ORIGIN, 0.0)


def test_it_stays_behind_and_tilts_the_more_the_faster_it_is_carried() -> None:
    slow, fast = swung(carried(100.0, 20)), swung(carried(300.0, 20))
    assert fast[0].x < slow[0].x < 0.0
    assert 0.0 < slow[1] < fast[1]


def test_it_swings_past_its_place_when_the_hand_stops_and_then_hangs_still() -> None:
    after = [lag(carried(250.0, 40, still)).x for still in range(REMEMBERED + 2)]
    assert min(after) < 0.0 < after[0]
    assert abs(after[-1]) < 1e-9


def test_however_fast_it_is_never_far_from_the_fingers() -> None:
    aside, tilt = swung(carried(20_000.0, 30))
    assert aside.length <= MOST_LAG + 1e-9
    assert abs(tilt) <= MOST_TILT
