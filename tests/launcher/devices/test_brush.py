"""A wet brush without pixels: where it prints, how it runs dry, what it picks up and drags along."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from games.launcher.devices import bristles
from games.launcher.devices.brush import FULL, Box, Brush, Print

ROOT = Path(__file__).parents[3]
BLUE = (31, 95, 174, 255)  # of opaque paint ahead
CLEAR = (0, 0, 0, 0)


def made(
    brush: Brush, *places: tuple[float, float], ahead: Callable[[Box], tuple[int, int, int, int] | None] | None = None
) -> list[Print]:
    """The prints of a way through these places; `ahead`: the paint in a box, None where that lies outside the picture."""
    out = []
    for place in places:
        for one in brush.move(place):
            if isinstance(one, Print):
                out.append(one)
            elif (paint := ahead(one) if ahead else CLEAR) is not None:
                brush.saw(*paint)
    return out


def test_a_touch_is_one_print_around_its_place() -> None:
    (one,) = made(Brush((50.4, 60.6), 10, "#C8332F", 0.0), (50.4, 60.6), (50.4, 60.6))
    assert (one.at, one.full, one.drags) == ((40, 51), True, None)
    assert one.colour == tuple(round(FULL * band) for band in (0xC8, 0x33, 0x2F, 255))


@pytest.mark.parametrize(("radius", "apart"), [(100, 12.0), (50, 6.0), (5, 1.2)])
def test_prints_are_an_eighth_of_the_radius_apart_and_at_least_1_2_pixels(radius: int, apart: float) -> None:
    prints = made(Brush((0, 0), radius, "#C8332F", 0.0), (60.1, 0))
    assert [one.at[0] + radius for one in prints] == [round(apart * n) for n in range(int(60.1 / apart) + 1)]
    assert {one.at[1] + radius for one in prints} == {0}


def test_a_way_makes_the_same_prints_however_it_is_cut() -> None:
    whole = made(Brush((0, 0), 50, "#C8332F", 90.0), (40, 30))
    cut = made(Brush((0, 0), 50, "#C8332F", 90.0), *[(4.0 * n / 5, 3.0 * n / 5) for n in range(1, 51)])
    assert [one.at for one in cut] == [one.at for one in whole]
    assert [one.colour for one in cut] == [one.colour for one in whole]
    assert len(whole) == 9


def test_a_move_that_makes_no_print_changes_nothing_and_others_stay_within_what_they_said() -> None:
    brush = Brush((10, 10), 20, "#C8332F", 0.0)
    assert brush.area((10, 10)) == (-11, -11, 42, 42)
    made(brush, (10, 10))
    assert brush.area((12.0, 10)) is None
    assert made(brush, (12.0, 10)) == []
    area = brush.area((40.5, -3.0))
    assert area == (12 - 21, -3 - 21, (41 + 21) - (12 - 21), (10 + 21) - (-3 - 21))
    for one in made(brush, (40.5, -3.0)):
        assert area[0] <= one.at[0] <= area[0] + area[2] - 40
        assert area[1] <= one.at[1] <= area[1] + area[3] - 40


def test_a_brush_that_lasts_for_ever_stays_full() -> None:
    prints = made(Brush((0, 0), 50, "#C8332F", 0.0), (3000, 0))
    assert len({one.colour for one in prints}) == 1
    assert all(one.full for one in prints)


def test_another_becomes_dry_first_only_its_bristles_touch_and_then_nothing() -> None:
    prints = made(Brush((0, 0), 50, "#C8332F", 600.0), (630, 0))
    full, dry = [one for one in prints if one.full], [one for one in prints if not one.full]
    assert (len(full), len(dry)) == (70, 36), "at three tenths of its filling"
    strength = [one.colour[3] for one in dry if one.colour is not None]
    assert strength == sorted(strength, reverse=True)
    assert strength[0] == pytest.approx(255 * FULL, abs=1)
    assert prints[-1].colour is None


def test_it_looks_ahead_at_every_third_print_over_its_radius() -> None:
    looked: list[Box] = []
    brush = Brush((0, 0), 100, "#C8332F", 0.0)
    made(brush, (84.1, 0), ahead=lambda box: looked.append(box) or CLEAR)
    assert looked == [(round(12 * n + 115) - 25, -25, 50, 50) for n in (3, 6)]
    small: list[Box] = []
    made(Brush((0, 0), 3, "#C8332F", 0.0), (0, -10), ahead=lambda box: small.append(box) or CLEAR)
    assert {box[2:] for box in small} == {(2, 2)}


def test_over_wet_paint_its_tip_takes_some_of_it_and_its_own_paint_flows_after() -> None:
    brush = Brush((0, 0), 50, "#F4C21F", 0.0)
    wet = made(brush, (200, 0), ahead=lambda _: BLUE)
    colours = [one.colour for one in wet]
    assert colours[0] != colours[-1]
    red, green, _, _ = colours[-1] or CLEAR
    assert green > red, "yellow and blue are green"
    clean = made(brush, (500, 0))
    assert (clean[-1].colour or CLEAR)[0] > (clean[0].colour or CLEAR)[0], "it becomes its own again"


def test_where_nothing_is_wet_it_stays_as_it_is_and_drags_nothing() -> None:
    for ahead in (CLEAR, (200, 200, 200, 15), None):
        prints = made(Brush((0, 0), 50, "#F4C21F", 0.0), (200, 0), ahead=lambda _, paint=ahead: paint)
        assert len({one.colour for one in prints}) == 1
        assert {one.drags for one in prints} == {None}


def test_what_is_wet_is_dragged_from_one_print_to_the_next_and_more_by_a_dry_brush() -> None:
    full = made(Brush((0, 0), 50, "#F4C21F", 0.0), (90, 0), ahead=lambda _: BLUE)
    assert [one.drags for one in full] == [None, None, None, *[51] * (len(full) - 3)]
    assert [one.before for one in full[1:]] == [one.at for one in full[:-1]]
    assert [one.fades for one in full[:4]] == [True, False, True, False]
    dry = made(Brush((0, 0), 50, "#F4C21F", 60.0), (90, 0), ahead=lambda _: BLUE)
    assert dry[-1].drags == pytest.approx(255 * 0.9, abs=1)
    half = made(Brush((0, 0), 50, "#F4C21F", 0.0), (90, 0), ahead=lambda _: (15, 47, 87, 128))
    assert half[-1].drags == round(51 * 128 / 255)


def test_nothing_is_dragged_from_a_print_to_itself() -> None:
    prints = made(Brush((0, 0), 2, "#F4C21F", 0.0), (3.0, 0), (0.0, 0), ahead=lambda _: BLUE)
    assert all(one.drags is None for one in prints if one.before == one.at)


def test_the_prints_of_bristles_are_round_premultiplied_and_always_the_same() -> None:
    body, longest, relief = bristles.prints()
    side = bristles.SIDE
    assert {len(one) for one in (body, longest, relief)} == {4 * side * side}
    assert body == bristles.prints()[0]
    middle, corner = 4 * (side * side // 2 + side // 2), 0
    assert body[middle : middle + 4] == bytes([body[middle]]) * 4
    assert 170 < body[middle] < 256
    assert body[corner : corner + 4] == longest[corner : corner + 4] == relief[corner : corner + 4] == bytes(4)
    assert sum(longest) < 0.5 * sum(body)
    assert all(max(relief[i : i + 3]) <= relief[i + 3] for i in range(0, len(relief), 4))


def test_a_brush_needs_no_pygame() -> None:
    script = (
        "import games.launcher.devices.brush, games.launcher.devices.bristles, sys; sys.exit('pygame' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
