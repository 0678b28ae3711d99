"""The canvas of a browser: what it sends for what is drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from web_page_stand_in import WebPage, kinds, told

from games.kit.canvas import Canvas, Clay
from games.kit.geometry import Vec
from games.launcher.devices.web.canvas import operations as op
from games.launcher.devices.web.canvas.lettering import Lettering
from games.launcher.devices.web.canvas.paint_layer import MOST
from games.launcher.devices.web.canvas.tape import Tape
from games.launcher.devices.web.canvas.web_canvas import ROOM, WebCanvas

RED = "#C02020"
CLAY = Clay("#C0A080", "#F0E0D0", "#806040", "#00000060", 6.0, 3.0)
SQUARE = [Vec(10, 10), Vec(30, 10), Vec(30, 30), Vec(10, 30)]


@pytest.fixture
def page() -> WebPage:
    return WebPage()


@pytest.fixture
def canvas(page: WebPage) -> WebCanvas:
    return WebCanvas(Tape(page), Lettering(page), (800, 600), 4.0)


def drawn(page: WebPage, canvas: WebCanvas) -> list[tuple[float, ...]]:
    canvas.show()
    return list(told(page.frames[-1]))


def test_both_halves_of_the_device_have_the_same_table_of_operations() -> None:
    browser = Path(op.__file__).parents[1] / "browser" / "operations.mjs"
    said = dict(re.findall(r"^export const ([A-Z]+) = ([0-9]+);$", browser.read_text(encoding="utf-8"), re.MULTILINE))
    assert {name: int(value) for name, value in said.items()} == {
        name: value for name, value in vars(op).items() if name.isupper()
    }


def test_millimetres_become_pixels_of_the_screen(page: WebPage, canvas: WebCanvas) -> None:
    canvas.rect(Vec(10, 20), Vec(30, 40), RED, radius=2.0)
    assert drawn(page, canvas) == [(op.RECT, 40, 80, 120, 160, 8, 0, 0)]
    assert page.texts == [RED]


def test_a_text_is_sent_once_and_then_named_by_its_number(page: WebPage, canvas: WebCanvas) -> None:
    for n in range(3):
        canvas.begin()
        canvas.text("beans", Vec(10, 10 + n), 5.0, RED)
        canvas.show()
    assert page.texts == ["beans", RED]


def test_a_frame_that_is_seen_already_is_not_sent_again(page: WebPage, canvas: WebCanvas) -> None:
    sent = []
    for radius in (3.0, 3.0, 4.0):
        canvas.begin()
        canvas.circle(Vec(10, 10), radius, RED)
        sent.append(canvas.show())
    assert sent == [True, False, True]
    assert len(page.frames) == 2


def test_every_shape_is_sent_as_its_table_says(page: WebPage, canvas: WebCanvas) -> None:
    run = ((0.0, "#FFFFFF"), (1.0, "#FFFFFF00"))
    canvas.ellipse(Vec(9, 9), Vec(4, 6), RED, 0.5)
    canvas.ring(Vec(9, 9), 4.0, RED, 1.0)
    canvas.arc(Vec(9, 9), 4.0, 0.0, 2.0, RED, 1.0)
    canvas.line(SQUARE, RED, 1.0)
    canvas.polygon(SQUARE, RED)
    canvas.soft(SQUARE, [(Vec(20, 20), Vec(9, 9), 0.5, run), (Vec(15, 15), Vec(3, 3), 0.0, run)])
    canvas.glow(Vec(9, 9), Vec(20, 10), run, 0.3)
    canvas.shade(SQUARE, 3.0, "#00000080")
    canvas.tube(SQUARE, 3.0, [(1.0, "#402010"), (0.6, "#C08040")], closed=True)
    canvas.relief([SQUARE], [[Vec(15, 15), Vec(18, 15), Vec(18, 18)]], [(Vec(20, 20), 3.0, 0.5)], CLAY)
    canvas.picture("beans/bowl", Vec(20, 20), 10.0, part=(1, 0, 4, 2))
    canvas.icon("pause", Vec(20, 20), 8.0, RED)
    canvas.tile("linen", Vec(0, 0), Vec(50, 50), 20.0, 2.0)
    wanted = "ELLIPSE ELLIPSE ARC LINE POLYGON SOFT GLOW SHADE TUBE RELIEF PICTURE ICON TILE"
    canvas.show()
    assert kinds(page.frames[-1]) == wanted.split()


def test_what_has_no_extent_is_not_sent(page: WebPage, canvas: WebCanvas) -> None:
    canvas.rect(Vec(0, 0), Vec(0, 5), RED)
    canvas.circle(Vec(0, 0), 0.0, RED)
    canvas.polygon(SQUARE[:2], RED)
    canvas.line([], RED, 1.0)
    canvas.arc(Vec(9, 9), 4.0, 1.0, 1.0, RED, 1.0)
    canvas.picture("beans/bowl", Vec(20, 20), 0.0)
    assert drawn(page, canvas) == []


def test_within_a_shift_the_origin_lies_elsewhere(page: WebPage, canvas: WebCanvas) -> None:
    with canvas.shifted(Vec(10, 5), Vec(100, 90)):
        assert canvas.size == Vec(100, 90)
        canvas.rect(Vec(1, 1), Vec(1, 1), RED)
    assert drawn(page, canvas)[0][1:3] == (44, 24)
    assert canvas.size == Vec(200, 150)


def test_clips_within_each_other_are_sent_as_what_they_have_in_common(page: WebPage, canvas: WebCanvas) -> None:
    with canvas.clip(Vec(10, 10), Vec(20, 20)), canvas.clip(Vec(20, 0), Vec(50, 20)):
        canvas.rect(Vec(0, 0), Vec(200, 150), RED)
    canvas.show()
    assert kinds(page.frames[-1]) == ["CLIP", "CLIP", "RECT", "UNCLIP", "UNCLIP"]
    assert list(told(page.frames[-1]))[1] == (op.CLIP, 80, 40, 40, 40)


def test_a_clip_ends_also_where_drawing_breaks_off(page: WebPage, canvas: WebCanvas) -> None:
    with pytest.raises(ZeroDivisionError), canvas.clip(Vec(10, 10), Vec(20, 20)):
        raise ZeroDivisionError
    canvas.show()
    assert kinds(page.frames[-1]) == ["CLIP", "UNCLIP"]


def test_a_kept_part_is_drawn_once_until_its_key_changes(page: WebPage, canvas: WebCanvas) -> None:
    times = []

    def draw(on: Canvas) -> None:
        times.append(1)
        on.circle(Vec(9, 9), 3.0, RED)

    for key in (1, 1, 2):
        canvas.begin()
        canvas.kept("table", key, draw)
        canvas.show()
    assert len(times) == 2
    first, second, third = page.frames
    assert kinds(first) == kinds(third) == ["SHEET", "ELLIPSE", "PUT"]
    assert kinds(second) == ["PUT"]
    assert next(told(first))[1] == next(told(third))[1], "the same sheet is drawn anew"


def test_a_kept_part_that_a_frame_does_not_use_is_forgotten(page: WebPage, canvas: WebCanvas) -> None:
    canvas.kept("table", 1, lambda on: on.circle(Vec(9, 9), 3.0, RED))
    canvas.show()
    canvas.begin()
    canvas.show()
    assert kinds(page.frames[-1]) == ["DROP"]


def test_kept_parts_within_each_other_are_one(page: WebPage, canvas: WebCanvas) -> None:
    canvas.kept("outer", 1, lambda on: on.kept("inner", 1, lambda within: within.circle(Vec(9, 9), 3.0, RED)))
    canvas.show()
    assert kinds(page.frames[-1]) == ["SHEET", "ELLIPSE", "PUT"]


def test_a_piece_is_drawn_once_and_then_moved_about(page: WebPage, canvas: WebCanvas) -> None:
    for x in (10, 12, 14):
        canvas.begin()
        canvas.piece("puck", "red", Vec(x, 10), Vec(8, 8), lambda on: on.circle(Vec(4, 4), 4.0, RED))
        canvas.show()
    assert [kinds(frame) for frame in page.frames] == [["SHEET", "ELLIPSE", "PUT"], ["PUT"], ["PUT"]]
    assert [list(told(frame))[-1][2] for frame in page.frames] == [40, 48, 56]


def test_pieces_are_kept_within_a_bound_and_the_oldest_go_first(page: WebPage, canvas: WebCanvas) -> None:
    side = Vec(500, 500)  # 2000 x 2000 pixels of 4 bytes: three are as much as may be kept
    most = ROOM // (2000 * 2000 * 4)
    for number in range(most + 1):
        canvas.begin()
        canvas.piece("sheet", number, Vec(0, 0), side, lambda on: on.circle(Vec(4, 4), 4.0, RED))
        canvas.show()
    first = next(told(page.frames[0]))[1]
    assert list(told(page.frames[-1]))[-1] == (op.DROP, first)


def test_what_is_prepared_is_not_shown_but_pieces_of_it_are_there(page: WebPage, canvas: WebCanvas) -> None:
    def puck(on: Canvas) -> None:
        on.piece("puck", "red", Vec(10, 10), Vec(8, 8), lambda own: own.circle(Vec(4, 4), 4.0, RED))

    canvas.prepare(puck)
    puck(canvas)
    canvas.show()
    assert kinds(page.frames[-1]) == ["PREPARE", "SHEET", "ELLIPSE", "PUT", "PUT"]


def test_a_width_is_asked_of_the_page_once(page: WebPage, canvas: WebCanvas) -> None:
    assert canvas.text_size("abcd", 5.0) == Vec(10, 7)
    canvas.text_size("abcd", 5.0)
    canvas.text("abcd", Vec(10, 10), 5.0, RED)
    assert page.measured["abcd"] == 1


def test_lines_break_where_the_width_ends(page: WebPage, canvas: WebCanvas) -> None:
    canvas.text("one two three", Vec(50, 50), 4.0, RED, wrap=16.0)  # 16 pixels em, 8 a letter, 64 to a line
    lines = [one for one in drawn(page, canvas) if one[0] == op.TEXT]
    assert [page.texts[int(one[1])] for one in lines] == ["one two", "three"]
    assert lines[1][3] - lines[0][3] == pytest.approx(1.4 * 16, abs=1)


def brushed(page: WebPage, canvas: WebCanvas, frames: int = 1) -> None:
    for frame in range(frames):
        canvas.begin()
        layer = canvas.layer("paint")
        layer.brush(1, Vec(20 + 10 * frame, 20), 4.0, RED)
        layer.brush(1, Vec(30 + 10 * frame, 20), 4.0, RED)
        canvas.show()


def test_a_wet_brush_looks_at_the_paint_and_carries_some_along(page: WebPage, canvas: WebCanvas) -> None:
    brushed(page, canvas)
    assert page.shared == 1
    dry = [one[5:8] for one in told(page.painted) if one[0] == op.PRINT]
    assert len(set(dry)) == 1, "on bare paper its colour stays"
    page.painted, page.seen = [], [20.0, 40.0, 200.0, 255.0]
    brushed(page, canvas, 2)
    wet = [one for one in told(page.painted) if one[0] == op.PRINT]
    assert wet[-1][5] < dry[0][0], "red grows darker where blue lies"
    assert "DRAG" in kinds(page.painted)


def test_paint_is_sent_before_the_frame_that_shows_it_and_only_new_paint_makes_a_new_frame(
    page: WebPage, canvas: WebCanvas
) -> None:
    brushed(page, canvas)
    count = len(page.frames)
    canvas.begin()
    canvas.layer("paint")
    assert not canvas.show()
    canvas.begin()
    canvas.layer("paint").dab(Vec(10, 10), 3.0, RED)
    assert canvas.show()
    assert len(page.frames) == count + 1


def test_a_layer_is_tired_after_so_many_prints_and_rested_in_the_next_frame(page: WebPage, canvas: WebCanvas) -> None:
    layer = canvas.layer("paint")
    for _ in range(MOST + 1):
        layer.dab(Vec(10, 10), 3.0, RED)
    assert layer.tired
    canvas.show()
    canvas.begin()
    assert not canvas.layer("paint").tired


def test_a_layer_that_a_frame_does_not_use_is_forgotten(page: WebPage, canvas: WebCanvas) -> None:
    canvas.layer("paint").mark()
    canvas.show()
    canvas.begin()
    canvas.show()
    assert kinds(page.painted) == ["BEGIN", "MARK", "FORGET"]


def test_a_layer_within_a_kept_part_is_refused(canvas: WebCanvas) -> None:
    with pytest.raises(ValueError, match="outside"):
        canvas.kept("table", 1, lambda on: on.layer("paint").clear())


def test_the_picture_before_is_held_until_it_is_released(page: WebPage, canvas: WebCanvas) -> None:
    canvas.held_around(Vec(1, 2), Vec(3, 4), 1.0)
    assert drawn(page, canvas) == []
    canvas.begin()
    canvas.hold()
    canvas.held_around(Vec(1, 2), Vec(3, 4), 1.0)
    canvas.held_part((Vec(0, 0), Vec(10, 10)), Vec(5, 5), Vec(20, 20), 0.5)
    assert drawn(page, canvas) == [(op.AROUND, 4, 8, 12, 16, 4), (op.HELD, 0, 0, 40, 40, 20, 20, 80, 80, 0.5)]
    assert page.holds == 1
    canvas.release()
    assert page.holds == 0
