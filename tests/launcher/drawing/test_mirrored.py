"""A page from right to left: places are mirrored, and what is a picture or a table is not."""

from __future__ import annotations

import math

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.launcher.drawing.mirrored import Mirrored
from games.launcher.drawing.recording import Recording

WIDE = 200.0


def drawn() -> tuple[Recording, Mirrored]:
    canvas = Recording(Vec(WIDE, 100))
    return canvas, Mirrored(canvas)


def test_what_begins_at_the_left_begins_at_the_right() -> None:
    canvas, page = drawn()
    page.rect(Vec(10, 5), Vec(30, 8), "#000000")
    page.text("Back", Vec(12, 9), 5.0, "#000000")
    page.text("12", Vec(60, 9), 5.0, "#000000", "bold", "right")
    assert canvas.named("rect")[0][1] == Vec(160, 5)
    (_, _, at, _, _, _, anchor, _), (_, _, at_2, _, _, _, anchor_2, _) = canvas.named("text")
    assert (at, anchor) == (Vec(188, 9), "right")
    assert (at_2, anchor_2) == (Vec(140, 9), "left")


def test_arrows_that_point_on_or_back_are_turned_and_no_other_icon() -> None:
    canvas, page = drawn()
    for name in ("back", "undo", "play", "hand_left", "help"):
        page.icon(name, Vec(20, 20), 8.0, "#000000")
    assert [one[1] for one in canvas.named("icon")] == ["forward", "redo", "play", "hand_left", "help"]


def test_a_ring_closes_clockwise_as_everywhere() -> None:
    canvas, page = drawn()
    page.arc(Vec(20, 20), 7.0, 0.0, math.pi, "#000000", 1.0)
    assert canvas.named("arc")[0][1:5] == (Vec(180, 20), 7.0, 0.0, math.pi)


def test_a_table_lies_at_its_mirrored_place_and_is_itself_as_it_is() -> None:
    canvas, page = drawn()
    with page.shifted(Vec(20, 10), Vec(100, 60)):
        assert page.size == Vec(100, 60)
        page.circle(Vec(5, 5), 2.0, "#000000")
        page.text("here", Vec(5, 5), 5.0, "#000000")
        page.kept("part", 1, lambda kept: kept.circle(Vec(30, 5), 2.0, "#000000"))
        page.icon("back", Vec(50, 5), 2.0, "#000000")
    page.circle(Vec(5, 5), 2.0, "#000000")
    assert [one[1] for one in canvas.named("circle")] == [Vec(85, 15), Vec(110, 15), Vec(195, 5)]
    assert canvas.named("text")[0][6] == "left"
    assert canvas.named("icon")[0][1] == "back"


def test_a_cached_part_is_mirrored_and_drawn_once() -> None:
    canvas, page = drawn()
    times = []

    def part(kept: Canvas) -> None:
        times.append(1)
        kept.rect(ORIGIN, Vec(10, 10), "#000000")

    page.kept("part", 1, part)
    page.kept("part", 1, part)
    assert [one[1] for one in canvas.named("rect")] == [Vec(190, 0), Vec(190, 0)]
    assert len(times) == 1


def test_what_is_cut_off_and_what_is_moved_about_lie_at_the_other_side() -> None:
    canvas, page = drawn()
    with page.clip(Vec(0, 0), Vec(50, 50)):
        page.piece("thing", 1, Vec(10, 10), Vec(20, 20), lambda kept: kept.circle(Vec(5, 5), 1.0, "#000000"))
    assert canvas.named("circle")[0][1] == Vec(175, 15)
