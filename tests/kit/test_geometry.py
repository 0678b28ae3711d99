"""Points, paths, outlines; and chance."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from games.kit.chance import below, pick, shuffled, within
from games.kit.geometry import (
    ORIGIN,
    Vec,
    area,
    between,
    crossing,
    distance,
    inside,
    middle,
    nearest_on_segment,
    path_length,
)

WHOLE = st.builds(Vec, st.integers(-30, 30), st.integers(-30, 30))


def test_vectors_add_and_stretch_as_vectors() -> None:
    assert Vec(1, 2) + Vec(3, 4) == Vec(4, 6)
    assert Vec(1, 2) - Vec(3, 4) == Vec(-2, -2)
    assert Vec(3, 4) * 2 == Vec(6, 8)
    assert Vec(3, 4).length == 5
    assert distance(Vec(1, 1), Vec(4, 5)) == 5
    assert between(ORIGIN, Vec(10, 20), 0.25) == Vec(2.5, 5)
    assert between(Vec(2, 4), Vec(10, 20), 0.25) == Vec(4, 8)


def test_the_middle_of_nothing_is_refused() -> None:
    assert middle([Vec(0, 0), Vec(4, 2)]) == Vec(2, 1)
    with pytest.raises(ValueError, match="at least one"):
        middle([])


def test_nearest_points_and_crossings() -> None:
    assert nearest_on_segment(Vec(5, 9), Vec(0, 0), Vec(10, 0)) == Vec(5, 0)
    assert nearest_on_segment(Vec(-5, 9), Vec(0, 0), Vec(10, 0)) == Vec(0, 0)
    assert nearest_on_segment(Vec(5, 9), Vec(1, 1), Vec(1, 1)) == Vec(1, 1)
    assert nearest_on_segment(Vec(4, 0), Vec(1, 1), Vec(5, 5)) == Vec(2, 2)
    assert nearest_on_segment(Vec(9, 4), Vec(1, 1), Vec(5, 5)) == Vec(5, 5)
    assert crossing(Vec(0, 0), Vec(10, 20), 5) == 10
    assert crossing(Vec(2, 4), Vec(12, 24), 7) == 14
    assert crossing(Vec(0, 0), Vec(4, 20), 5) is None


def test_a_triangle_has_its_area_and_its_inside() -> None:
    triangle = (Vec(0, 0), Vec(10, 0), Vec(0, 10))
    assert area(triangle) == area(triangle[::-1]) == 50
    assert inside(Vec(2, 2), triangle)
    assert not inside(Vec(8, 8), triangle)


def side(a: Vec, b: Vec, point: Vec) -> float:
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)


@given(WHOLE, WHOLE, WHOLE, WHOLE)
def test_a_point_is_inside_a_triangle_when_it_lies_on_the_same_side_of_all_its_edges(
    a: Vec, b: Vec, c: Vec, point: Vec
) -> None:
    sides = [side(a, b, point), side(b, c, point), side(c, a, point)]
    assume(0 not in sides)
    assert inside(point, (a, b, c)) == (min(sides) > 0 or max(sides) < 0)
    assert area((a, b, c)) == abs(side(a, b, c)) / 2


def test_a_point_level_with_corners_is_inside_or_outside_like_any_other() -> None:
    diamond = (Vec(0, 5), Vec(5, 0), Vec(10, 5), Vec(5, 10))
    assert [inside(Vec(x, 5), diamond) for x in (-3, 3, 7, 13)] == [False, True, True, False]
    assert not inside(Vec(8, 10), diamond)
    assert not inside(Vec(2, 0), diamond)


def test_a_path_with_a_corner_on_the_line_crosses_it_once() -> None:
    for path in ([Vec(0, 0), Vec(5, 2), Vec(10, 4)], [Vec(10, 4), Vec(5, 2), Vec(0, 0)]):
        crossings = [crossing(path[0], path[1], 5), crossing(path[1], path[2], 5)]
        assert sorted(crossings, key=str) == [2, None]


def test_a_path_is_as_long_as_its_pieces() -> None:
    assert path_length([Vec(1, 1), Vec(4, 5), Vec(4, 15)]) == 15
    assert path_length([Vec(1, 1)]) == path_length([]) == 0


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
    assert below(Random(1), 1) == 0
