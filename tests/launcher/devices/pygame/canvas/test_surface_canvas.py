"""The canvas on a pygame surface: what is painted, and that only what changed is."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pygame import Rect, Surface

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.devices.pygame.bench.frame import frame_costs
from games.launcher.devices.pygame.canvas.ground import SLICES, STILL
from games.launcher.devices.pygame.canvas.operations import FILL, Operation, changes, merged
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures

SIZE = (180, 140)
SCALE = 4.0  # px per mm
# A smooth line is drawn anew within each changed part, from the place where it enters that part; pygame then rounds where
# it enters, and now and then a pixel comes out otherwise: of 3,000 lines drawn by pygame alone, whole and within a part, two
# differed, by 1 and 11 levels of 255.
ROUNDED = 12
Drawing = Callable[[Canvas], None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an opaque picture ("wood") and one that is see-through ("bean")."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    folder = tmp_path_factory.mktemp("images")
    wood = Surface((30, 20))
    for x in range(30):
        wood.fill((120 + 3 * x, 90, 50), (x, 0, 1, 20))
    pygame.image.save(wood, folder / "wood.png")
    bean = Surface((64, 48), pygame.SRCALPHA)
    pygame.draw.ellipse(bean, (200, 40, 30, 180), (6, 6, 50, 36))
    pygame.image.save(bean, folder / "bean.png")
    return folder


def canvas_on(folder: Path, size: tuple[int, int] = SIZE) -> tuple[Surface, SurfaceCanvas]:
    surface = Surface(size).convert()
    surface.fill((255, 0, 255))
    return surface, SurfaceCanvas(surface, SCALE, Pictures(folder))


def show(canvas: SurfaceCanvas, *drawings: Drawing) -> list[Rect]:
    canvas.begin()
    for drawing in drawings:
        drawing(canvas)
    return canvas.show()


def seen(surface: Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def apart(one: Surface, other: Surface) -> int:
    """By how much two pictures differ at most, in levels of 255 of any colour of any pixel."""
    first, second = seen(one), seen(other)
    return 0 if first == second else max(abs(a - b) for a, b in zip(first, second, strict=True))


def bean(x: float, y: float, width: float = 9) -> Drawing:
    return lambda canvas: canvas.picture("bean", Vec(x, y), width)


def words(text: str, x: float, y: float) -> Drawing:
    return lambda canvas: canvas.text(text, Vec(x, y), 4, "#102030", "bold", "centre", wrap=20)


def table(canvas: Canvas) -> None:
    canvas.tile("wood", Vec(0, 0), canvas.size, 7)


def clipped(inner: Drawing, x: float, y: float) -> Drawing:
    def draw(canvas: Canvas) -> None:
        with canvas.clip(Vec(x, y), Vec(12, 9)):
            inner(canvas)

    return draw


def shifted(inner: Drawing, x: float, y: float) -> Drawing:
    def draw(canvas: Canvas) -> None:
        with canvas.shifted(Vec(x, y), Vec(20, 15)):
            inner(canvas)

    return draw


def kept(name: str, key: int, *inner: Drawing) -> Drawing:
    def draw(sheet: Canvas) -> None:
        for drawing in inner:
            drawing(sheet)

    return lambda canvas: canvas.kept(name, key, draw)


ZIGZAG = tuple(Vec(3 + 4 * step, 10 + 8 * (step % 2)) for step in range(9))


def zigzag_piece(canvas: Canvas) -> None:
    canvas.tube(ZIGZAG, 1.6, ((1.0, "#703010"), (0.5, "#E0B050")))


POOL: tuple[Drawing, ...] = (
    table,
    lambda canvas: canvas.rect(Vec(2.1, 3.3), Vec(14, 9), "#2F6B57"),
    lambda canvas: canvas.rect(Vec(10, 8), Vec(26, 19), "#00000060"),
    lambda canvas: canvas.rect(Vec(6, 6), Vec(33, 24), "#F0E8D0", radius=4),
    lambda canvas: canvas.rect(Vec(8, 4), Vec(30, 28), "#883311C0", radius=3, border=0.8),
    lambda canvas: canvas.circle(Vec(20, 16), 9.4, "#C0392B"),
    lambda canvas: canvas.circle(Vec(22, 17), 15, "#FFE9A8A0", border=1.2),
    lambda canvas: canvas.circle(Vec(44, 34), 9, "#FFFFFF80", border=2),
    lambda canvas: canvas.ellipse(Vec(-1, 12), Vec(14, 9), "#3355AA"),
    lambda canvas: canvas.arc(Vec(30, 20), 8, 0.4, 4.9, "#114422", 1.5),
    lambda canvas: canvas.line(ZIGZAG, "#552200B0", 1.7),
    lambda canvas: canvas.line((Vec(1, 20), Vec(40, 20)), "#000000", 0.2),
    lambda canvas: canvas.polygon(ZIGZAG[:5], "#C58A1ECC"),
    lambda canvas: canvas.ring(Vec(24, 18), 11.3, "#22AA77", 1.4),
    lambda canvas: canvas.glow(Vec(16, 14), Vec(22, 12), ((0.0, "#00000090"), (1.0, "#00000000")), 0.6),
    lambda canvas: canvas.shade(ZIGZAG, 4.0, "#00000080"),
    lambda canvas: canvas.tube(ZIGZAG, 3.2, ((1.0, "#602010"), (0.7, "#D06030"), (0.3, "#FFC0A0"))),
    lambda canvas: canvas.soft(ZIGZAG[:6], ((Vec(18, 14), Vec(30, 20), 0.3, ((0.0, "#80D0C0"), (1.0, "#105040"))),)),
    lambda canvas: canvas.piece("wire", 1, Vec(-6, 9), Vec(40, 12), zigzag_piece),
    bean(12, 12),
    bean(15, 13),
    bean(44, 34, 12),
    words("Pick up a bean", 20, 20),
    words("Let go", 30, 9),
    clipped(bean(20, 10, 14), 14, 6),
    clipped(words("Half seen", 20, 12), 13, 8),
    shifted(bean(4, 4), 20, 15),
    shifted(clipped(table, 2, 2), 9, 11),
    kept("ground", 1, table, bean(9, 9)),
    kept("ground", 2, table, bean(9, 9), bean(30, 20)),
    kept("ground", 3, table, bean(30, 20)),
    kept("over", 1, bean(25, 25), words("Rim", 9, 30)),
    kept("over", 2, words("Rim", 9, 30)),
    kept("over", 3, words("Rim", 9, 30), bean(38, 6, 15)),
    kept("over", 4),
    shifted(kept("over", 5, bean(2, 3)), 10, 10),
)
STROKES = st.tuples(st.floats(-2, 47), st.floats(-2, 37), st.floats(0.5, 4), st.booleans())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    frames=st.lists(st.lists(st.sampled_from(range(len(POOL))), max_size=9), min_size=2, max_size=6),
    paint=st.lists(STROKES, max_size=8),
    painted=st.booleans(),
)
def test_after_any_frames_the_surface_is_as_if_the_last_were_painted_whole(
    folder: Path, frames: list[list[int]], paint: list[tuple[float, float, float, bool]], painted: bool
) -> None:
    surface, canvas = canvas_on(folder)
    strokes: list[tuple[float, float, float, bool]] = []

    def wet(on: Canvas) -> None:
        layer = on.layer("paint")
        for x, y, radius, smeared in strokes[layer.drawn :]:
            if smeared:
                layer.smear(Vec(x, y), Vec(x + 3, y + 2), radius, 0.7)
            else:
                layer.dab(Vec(x, y), radius, "#2040C0")
        layer.drawn = len(strokes)

    for number, frame in enumerate(frames):
        strokes = paint[: number + 2]
        drawings = [POOL[index] for index in frame]
        if painted:
            drawings.insert(len(drawings) // 2, wet)
        show(canvas, *drawings)
    fresh_surface, fresh = canvas_on(folder)
    show(fresh, *drawings)
    assert apart(surface, fresh_surface) <= ROUNDED


def test_a_frame_like_the_one_before_paints_nothing(folder: Path) -> None:
    _, canvas = canvas_on(folder)
    assert show(canvas, *POOL) == [Rect(0, 0, *SIZE)]
    assert show(canvas, *POOL) == []


def test_a_thing_that_moves_changes_only_the_place_it_left_and_the_place_it_came_to(folder: Path) -> None:
    _, canvas = canvas_on(folder)
    show(canvas, table, bean(8, 8), words("Still", 20, 30))
    parts = show(canvas, table, bean(9, 8), words("Still", 20, 30))
    assert len(parts) == 1
    assert Rect(12, 16, 44, 34).contains(parts[0])
    far = show(canvas, table, bean(38, 28), words("Still", 20, 30))
    assert len(far) == 2


def test_two_things_that_swap_their_order_are_painted_again(folder: Path) -> None:
    surface, canvas = canvas_on(folder)

    def red(on: Canvas) -> None:
        on.rect(Vec(5, 5), Vec(5, 5), "#FF0000")

    def blue(on: Canvas) -> None:
        on.rect(Vec(7, 7), Vec(5, 5), "#0000FF")

    show(canvas, table, red, blue)
    assert surface.get_at((32, 32))[:3] == (0, 0, 255)
    assert show(canvas, table, blue, red)
    assert surface.get_at((32, 32))[:3] == (255, 0, 0)


def test_most_of_the_screen_changed_means_all_is_painted() -> None:
    whole = Rect(0, 0, 100, 100)
    assert merged([(0, 0, 90, 90)], whole) == [whole]
    assert merged([(0, 0, 10, 10), (200, 0, 10, 10)], whole) == [Rect(0, 0, 10, 10)]


def test_what_left_a_row_of_like_things_changes_nothing_else() -> None:
    row: list[Operation] = [(FILL, (10 * x, 0, 8, 8), (x, 0, 0, 255)) for x in range(9)]
    assert changes(row, row[:3] + row[4:]) == [(30, 0, 8, 8)]
    assert changes(row, [*row[:3], *row[4:], row[3]]) == [(30, 0, 8, 8), (30, 0, 8, 8)]


def test_a_kept_part_is_drawn_only_for_a_new_key(folder: Path) -> None:
    _, canvas = canvas_on(folder)
    drawn: list[int] = []

    def part(key: int) -> Drawing:
        def draw(sheet: Canvas) -> None:
            drawn.append(key)
            bean(9, 9 + key)(sheet)

        return lambda on: on.kept("part", key, draw)

    for key in (1, 1, 1, 2, 2):
        show(canvas, table, part(key))
    assert drawn == [1, 2]


def test_a_bean_more_in_a_kept_part_repaints_only_its_place(folder: Path) -> None:
    _, canvas = canvas_on(folder)
    show(canvas, kept("table", 1, table, bean(10, 10)))
    parts = show(canvas, kept("table", 2, table, bean(10, 10), bean(35, 25)))
    assert len(parts) == 1
    assert Rect(120, 80, 40, 40).contains(parts[0])


def test_one_kept_name_used_twice_in_a_frame_shows_both(folder: Path) -> None:
    surface, canvas = canvas_on(folder)
    for _ in range(2):
        show(
            canvas,
            lambda on: on.kept("mark", 1, lambda sheet: sheet.rect(Vec(1, 1), Vec(3, 3), "#FF0000")),
            lambda on: on.kept("mark", 2, lambda sheet: sheet.rect(Vec(9, 1), Vec(3, 3), "#00FF00")),
        )
    assert surface.get_at((8, 8))[:3] == (255, 0, 0)
    assert surface.get_at((40, 8))[:3] == (0, 255, 0)


def test_nothing_is_drawn_outside_a_clip(folder: Path) -> None:
    surface, canvas = canvas_on(folder)

    def draw(on: Canvas) -> None:
        on.rect(Vec(0, 0), on.size, "#FFFFFF")
        with on.clip(Vec(10, 10), Vec(10, 10)), on.clip(Vec(15, 0), Vec(30, 30)):
            on.circle(Vec(15, 15), 9, "#000000")

    show(canvas, draw)
    black = [(x, y) for x in range(SIZE[0]) for y in range(SIZE[1]) if surface.get_at((x, y))[:3] != (255, 255, 255)]
    assert min(black) == (60, 40)
    assert max(black) == (79, 79)


def test_within_a_shift_the_origin_and_the_size_are_others(folder: Path) -> None:
    surface, canvas = canvas_on(folder)
    canvas.begin()
    with canvas.shifted(Vec(10, 5), Vec(20, 15)), canvas.shifted(Vec(2, 2), Vec(4, 3)):
        assert canvas.size == Vec(4, 3)
        canvas.rect(Vec(0, 0), canvas.size, "#FFFFFF")
    assert canvas.size == Vec(45, 35)
    canvas.show()
    assert surface.get_at((48, 28))[:3] == (255, 255, 255)
    assert surface.get_at((47, 27))[:3] == (0, 0, 0)
    assert surface.get_at((64, 40))[:3] == (0, 0, 0)


@pytest.mark.parametrize("radius", [2.0, 9.0, 40.0, 90.0])  # the last is drawn another way: it is too large to decode
@pytest.mark.parametrize("border", [0.0, 1.5])
def test_a_circle_covers_its_area_with_a_smooth_edge(folder: Path, radius: float, border: float) -> None:
    side = math.ceil(2 * radius * SCALE) + 20
    surface, canvas = canvas_on(folder, (side, side))
    middle = Vec(side / 2 / SCALE, side / 2 / SCALE)
    show(canvas, lambda on: on.circle(middle, radius, "#FFFFFF", border))
    levels = [0] * 256
    for level in pygame.image.tobytes(surface, "RGB")[::3]:
        levels[level] += 1
    covered = sum(level * count for level, count in enumerate(levels)) / 255
    inner = radius - border if border else 0.0
    expected = math.pi * (radius**2 - inner**2) * SCALE**2
    length = math.tau * (radius + inner) * SCALE
    assert abs(covered - expected) < 0.2 * length  # a fifth of a pixel along the edge
    assert sum(levels[20:236]) > 0.4 * length


@pytest.mark.parametrize("scale", [1.0, 12.0])
def test_a_line_is_as_thick_as_asked_and_has_round_ends(folder: Path, scale: float) -> None:
    surface, canvas = canvas_on(folder, (int(70 * scale), int(70 * scale)))
    start, end, width = Vec(4 * scale, 5 * scale), Vec(12 * scale, 11 * scale), 1.5 * scale
    show(canvas, lambda on: on.line((start, end), "#FFFFFF", width))
    covered = sum(pygame.image.tobytes(surface, "RGB")[::3]) / 255 / SCALE**2
    expected = width * 10 * scale + math.pi * width**2 / 4
    assert covered == pytest.approx(expected, rel=0.06)


def test_a_rounded_rectangle_looks_the_same_made_of_one_sprite_or_of_corners_and_fills(folder: Path) -> None:
    one, small = canvas_on(folder)
    show(small, lambda on: on.rect(Vec(1, 1), Vec(20, 20), "#FFFFFF", 4, 0.9))
    other, large = canvas_on(folder)
    show(large, lambda on: on.rect(Vec(1, 1), Vec(40, 30), "#FFFFFF", 4, 0.9))
    corner = (0, 0, 40, 40)
    pairs = zip(seen(one.subsurface(corner)), seen(other.subsurface(corner)), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 6


def test_a_translucent_colour_lets_what_is_beneath_shine_through(folder: Path) -> None:
    surface, canvas = canvas_on(folder)
    show(
        canvas,
        lambda on: on.rect(Vec(0, 0), on.size, "#FF0000"),
        lambda on: on.rect(Vec(2, 2), Vec(9, 9), "#0000FF80"),
    )
    red, green, blue, _ = surface.get_at((20, 20))
    assert (abs(red - 127), green, abs(blue - 128)) <= (2, 0, 2)


@pytest.mark.parametrize("colour", ["red", "#12345", "#GG0000", "123456#"])
def test_what_is_no_colour_is_refused(folder: Path, colour: str) -> None:
    _, canvas = canvas_on(folder)
    with pytest.raises(ValueError, match="no colour"):
        canvas.rect(Vec(0, 0), Vec(9, 9), colour)


def test_words_are_as_large_as_text_size_says_and_stand_where_their_anchor_is(folder: Path) -> None:
    surface, canvas = canvas_on(folder)
    text, height = "Carry beans", 4.0
    size = canvas.text_size(text, height)
    for anchor, left in (("left", 20.0), ("centre", 20.0 - size.x / 2), ("right", 20.0 - size.x)):
        show(canvas, lambda on, anchor=anchor: on.text(text, Vec(20, 15), height, "#FFFFFF", anchor=anchor))  # type: ignore[misc]
        box = pygame.mask.from_threshold(surface, (255, 255, 255), (160, 160, 160)).get_bounding_rects()
        whole = box[0].unionall(box)
        assert left * SCALE - 2 <= whole.left <= left * SCALE + 4
        assert abs(whole.right - (left + size.x) * SCALE) <= 4
        assert abs(whole.centery - 15 * SCALE) <= 0.3 * height * SCALE


def test_wrapped_words_are_no_wider_than_asked_and_lines_lie_1_4_em_apart(folder: Path) -> None:
    _, canvas = canvas_on(folder)
    text = "Pick up one bean with thumb and finger"
    one, wrapped = canvas.text_size(text, 4), canvas.text_size(text, 4, wrap=30)
    assert one.x > 30 >= wrapped.x
    lines = round(wrapped.y / one.y)
    assert lines >= 2
    assert wrapped.y == pytest.approx(lines * 1.4 * 4, abs=0.3)
    assert canvas.text_size("Handtherapieeinrichtung", 4, wrap=12).x <= 12
    assert canvas.text_size("a\nb", 4).y == pytest.approx(2 * 1.4 * 4, abs=0.3)


def test_a_frame_that_failed_leaves_no_trace_on_the_next(folder: Path) -> None:
    surface, canvas = canvas_on(folder)

    def failing(on: Canvas) -> None:
        raise RuntimeError("view")

    show(canvas, table)
    canvas.begin()
    with pytest.raises(RuntimeError), canvas.shifted(Vec(5, 5), Vec(9, 9)):
        canvas.kept("part", 1, failing)
    show(canvas, table, bean(9, 9))
    fresh_surface, fresh = canvas_on(folder)
    show(fresh, table, bean(9, 9))
    assert seen(surface) == seen(fresh_surface)


def test_a_surface_that_was_spoilt_is_painted_whole(folder: Path) -> None:
    _, canvas = canvas_on(folder)
    show(canvas, table)
    canvas.forget()
    assert show(canvas, table) == [Rect(0, 0, *SIZE)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((table, bean(20, 15, 9)), (table, bean(20, 15, 20))),
        ((table, bean(20, 15, 9)), (table, words("Longer than a bean", 20, 15))),
        ((table, kept("over", 1, bean(8, 8))), (table, kept("over", 2, bean(8, 8), bean(36, 26)))),
        ((table, kept("over", 1, bean(8, 8), bean(30, 20))), (kept("over", 1, bean(8, 8), bean(30, 20)),)),
        (
            (clipped(kept("over", 1, bean(20, 15, 30)), 10, 10),),
            (clipped(kept("over", 1, bean(20, 15, 30)), 20, 14),),
        ),
    ],
    ids=["grown in place", "another in its place", "a kept part that reaches further", "table gone", "another clip"],
)
def test_what_changes_its_form_is_painted_wherever_it_now_reaches(
    folder: Path, before: tuple[Drawing, ...], after: tuple[Drawing, ...]
) -> None:
    surface, canvas = canvas_on(folder)
    show(canvas, *before)
    show(canvas, *after)
    fresh_surface, fresh = canvas_on(folder)
    show(fresh, *after)
    assert seen(surface) == seen(fresh_surface)
    assert any(seen(surface))


def test_the_costs_of_a_frame_are_told_for_any_size(folder: Path) -> None:
    costs = frame_costs((200, 120), 3, shadows=True, pictures=folder, frames=3)
    assert set(costs) == {"floor", "record", "drag", "ratio"}
    assert costs["drag"] >= costs["record"] > 0
    assert costs["ratio"] == costs["drag"] / costs["floor"]


def test_sheets_that_stay_as_they_are_become_one_picture_and_look_as_before(folder: Path) -> None:
    surface, canvas = canvas_on(folder)
    wide = Vec(*SIZE)
    for number in range(STILL + SLICES + 8):
        lowest = kept("ground", 1, lambda on: on.rect(Vec(0, 0), wide, "#886644"), bean(9, 9))
        rim = kept("over", 1, bean(25, 25), words("Rim", 9, 30))
        drawings = (lowest, rim, bean(5 + number, 20), kept("last", 1, words("Let go", 30, 9)))
        show(canvas, *drawings)
        fresh_surface, fresh = canvas_on(folder)
        show(fresh, *drawings)
        assert apart(surface, fresh_surface) <= ROUNDED, number
    changed = (lowest, kept("over", 2, bean(12, 25)), bean(20, 20))
    show(canvas, *changed)
    fresh_surface, fresh = canvas_on(folder)
    show(fresh, *changed)
    assert apart(surface, fresh_surface) <= ROUNDED
