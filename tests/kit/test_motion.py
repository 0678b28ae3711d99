"""How things move when they are shown."""

from __future__ import annotations

import pytest

from games.kit.geometry import Vec
from games.kit.motion import ease_in, ease_out, falling, gliding, settling, share, there_and_back


def test_a_movement_is_over_after_its_time_and_not_begun_before() -> None:
    assert [share(now, 2.0, 4.0) for now in (1.0, 2.0, 3.0, 6.0, 9.0)] == [0.0, 0.0, 0.25, 1.0, 1.0]


def test_what_settles_is_quick_at_first_and_what_falls_is_slow_at_first() -> None:
    assert [ease_out(part) for part in (0.0, 0.5, 1.0)] == [0.0, 0.875, 1.0]
    assert [ease_in(part) for part in (0.0, 0.5, 1.0)] == [0.0, 0.25, 1.0]


def test_there_and_back_ends_where_it_began_and_reaches_the_whole_way() -> None:
    tops = [there_and_back(part / 1000) for part in range(1001)]
    assert (tops[0], tops[-1]) == (0.0, 0.0)
    assert max(tops) == pytest.approx(1.0, abs=1e-4)
    assert there_and_back(0.5) == 4 * 0.875 * 0.125
    assert tops.index(max(tops)) < 300


def test_a_thing_glides_home_in_a_third_of_a_second_and_falls_in_a_fifth() -> None:
    start, end = Vec(10, 20), Vec(30, 60)
    for move, seconds in ((gliding, 0.35), (falling, 0.20)):
        assert [move(start, end, now, 1.0) for now in (0.9, 1.0, 1.001 + seconds)] == [start, start, end]
        assert move(start, end, 0.99 + seconds, 1.0) != end
    assert falling(start, end, 1.5, 1.0, 1.0) == Vec(15, 30)
    assert gliding(start, end, 1.5, 1.0, 1.0) == Vec(27.5, 55.0)


def test_what_has_landed_swells_a_little_once_and_not_at_all_where_calm_is_asked_for() -> None:
    sizes = [settling(1.0 + k * 0.001, 1.0) for k in range(300)]
    assert sizes[0] == sizes[181] == sizes[-1] == 1.0
    assert max(sizes) == pytest.approx(1.04, abs=1e-4)
    assert min(sizes) == 1.0
    assert settling(1.09, 1.0) == pytest.approx(1.0 + 0.04 * 4 * 0.875 * 0.125)
    assert settling(1.05, 1.0, calm=True) == 1.0
