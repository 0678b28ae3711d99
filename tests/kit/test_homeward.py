"""What was dropped falls, and slides home as something heavy does; what lands is squashed for a moment."""

from __future__ import annotations

from itertools import pairwise

from games.kit.geometry import Vec
from games.kit.motion import FALL, SETTLE, SLIDES, homeward, squashed

HERE, HOME = Vec(100, 40), Vec(20, 60)


def test_it_falls_where_it_was_dropped_before_it_slides() -> None:
    heights = [homeward(HERE, HOME, FALL * part, 0.0) for part in (0.0, 0.5, 1.0)]
    assert [place for place, _ in heights] == [HERE] * 3
    assert [high for _, high in heights] == sorted((high for _, high in heights), reverse=True)
    assert heights[0][1] == 1.0
    assert heights[-1][1] == 0.0


def test_it_starts_and_stops_slowly_and_lies_at_home() -> None:
    way = [homeward(HERE, HOME, FALL + SLIDES * part / 10, 0.0)[0] for part in range(11)]
    steps = [(b - a).length for a, b in pairwise(way)]
    assert steps[0] < steps[4] > steps[-1]
    assert way[-1] == HOME


def test_it_is_stretched_in_the_air_squashed_on_landing_and_then_as_it_was() -> None:
    assert squashed(0.9 * FALL, FALL) > 1.0
    assert squashed(FALL + 0.2 * SETTLE, FALL) < 1.0
    assert squashed(FALL + SETTLE, FALL) == 1.0
    assert squashed(FALL + 0.2 * SETTLE, FALL, calm=True) == 1.0
