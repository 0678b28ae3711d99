"""Points, paths, outlines; and chance."""

from __future__ import annotations

from random import Random

import pytest

from games.kit.chance import below, pick, shuffled, within
from games.kit.geometry import ORIGIN, Vec, area, between, crossing, distance, inside, middle, nearest_on_segment


def test_vectors_add_and_stretch_as_vectors() -> None:
    assert Vec(1, 2) + Vec(3, 4) == Vec(4, 6)
    assert Vec(1, 2) - Vec(3, 4) == Vec(-2, -2)
    assert Vec(3, 4) * 2 == Vec(6, 8)
    assert Vec(3, 4).length == 5
    assert distance(Vec(1, 1), Vec(4, 5)) == 5
    assert between(ORIGIN, Vec(10, 20), 0.25) == Vec(2.5, 5)


def test_the_middle_of_nothing_is_refused() -> None:
    assert middle([Vec(0, 0), Vec(4, 2)]) == Vec(2, 1)
    with pytest.raises(ValueError, match="at least one"):
        middle([])


def test_nearest_points_and_crossings() -> None:
    assert nearest_on_segment(Vec(5, 9), Vec(0, 0), Vec(10, 0)) == Vec(5, 0)
    assert nearest_on_segment(Vec(-5, 9), Vec(0, 0), Vec(10, 0)) == Vec(0, 0)
    assert nearest_on_segment(Vec(5, 9), Vec(1, 1), Vec(1, 1)) == Vec(1, 1)
    assert crossing(Vec(0, 0), Vec(10, 20), 5) == 10
    assert crossing(Vec(0, 0), Vec(4, 20), 5) is None


def test_a_triangle_has_its_area_and_its_inside() -> None:
    triangle = (Vec(0, 0), Vec(10, 0), Vec(0, 10))
    assert area(triangle) == area(triangle[::-1]) == 50
    assert inside(Vec(2, 2), triangle)
    assert not inside(Vec(8, 8), triangle)


def test_chance_is_the_same_on_every_python() -> None:
    assert shuffled(Random(2026), range(8)) == [2, 1, 5, 7, 4, 6, 3, 0]
    assert [below(Random(1), 6), pick(Random(1), "abc"), within(Random(1), 5, 6)] == [0, "a", 5.134364244112401]


def test_shuffling_keeps_everything_and_favours_nothing() -> None:
    rng = Random(3)
    firsts = [shuffled(rng, (0, 1, 2, 3))[0] for _ in range(4000)]
    assert all(850 < firsts.count(item) < 1150 for item in range(4))


def test_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="0"):
        below(Random(1), 0)
