"""Canvases that pass drawing on: nothing is left out, and what is mirrored or small lies where it should."""

import pytest

from games.kit.canvas import Canvas, Clay
from games.kit.geometry import ORIGIN, Vec
from games.launcher.drawing.faint import Faint
from games.launcher.drawing.passing import Passing
from games.launcher.drawing.recording import Recording
from games.launcher.drawing.small import LEAST_WORDS, Small

SIZE = Vec(200.0, 100.0)
A, B, C = Vec(20.0, 30.0), Vec(60.0, 30.0), Vec(60.0, 80.0)
CLAY = Clay("#102030", "#405060", "#708090", "#00000080", round=4.0, lift=2.0)
RUN = ((0.0, "#112233"), (1.0, "#11223300"))
OPERATIONS = {
    "rect": lambda canvas: canvas.rect(A, Vec(10.0, 6.0), "#112233", 2.0, 1.0),
    "circle": lambda canvas: canvas.circle(A, 4.0, "#112233", 1.0),
    "ellipse": lambda canvas: canvas.ellipse(A, Vec(10.0, 6.0), "#112233", 1.0),
    "arc": lambda canvas: canvas.arc(A, 8.0, 0.5, 2.0, "#112233", 1.0),
    "line": lambda canvas: canvas.line([A, B, C], "#112233", 1.0),
    "polygon": lambda canvas: canvas.polygon([A, B, C], "#112233"),
    "soft": lambda canvas: canvas.soft([A, B, C], [(B, Vec(8.0, 4.0), 0.25, RUN)]),
    "glow": lambda canvas: canvas.glow(A, Vec(8.0, 4.0), RUN, 0.25),
    "shade": lambda canvas: canvas.shade([A, B], 2.0, "#11223380"),
    "tube": lambda canvas: canvas.tube([A, B, C], 4.0, [(1.0, "#112233"), (0.5, "#445566")], True),
    "relief": lambda canvas: canvas.relief([[A, B, C]], [[B, C, A]], [(B, 5.0, 0.5)], CLAY),
    "text": lambda canvas: canvas.text("forty beans", A, 8.0, "#112233", "bold", "left", 30.0),
    "picture": lambda canvas: canvas.picture("beans/bean", A, 10.0, 0.5, 0.8, (1, 2, 3, 4)),
    "posed": lambda canvas: canvas.posed("beans/bean", A, 10.0, (0.25, 0.9), 0.8, (1, 2, 3, 4)),
    "icon": lambda canvas: canvas.icon("pause", A, 10.0, "#112233"),
    "tile": lambda canvas: canvas.tile("surfaces/cork", A, Vec(10.0, 6.0), 40.0, 2.0),
    "layer": lambda canvas: canvas.layer("paint"),
}


def drawn(kind: str, through) -> tuple[tuple, ...]:
    """What one operation leaves on a recording, passed on by `through`."""
    canvas = Recording(SIZE)
    OPERATIONS[kind](through(canvas))
    return tuple(canvas.drawn)


def test_every_operation_of_the_protocol_is_tried_here() -> None:
    other = {"size", "text_size", "clip", "shifted", "kept", "piece", "prepare", "calm", "say", "ring"}
    named = {name for name in (*vars(Canvas), *Canvas.__annotations__) if not name.startswith("_")}
    assert named - other == set(OPERATIONS)


@pytest.mark.parametrize("kind", OPERATIONS)
def test_what_is_only_passed_on_stays_as_it_is(kind: str) -> None:
    assert drawn(kind, Passing) == drawn(kind, lambda canvas: canvas) != ()


@pytest.mark.parametrize("kind", sorted(set(OPERATIONS) - {"layer"}))
def test_a_small_table_of_full_size_is_the_table(kind: str) -> None:
    assert drawn(kind, lambda canvas: Small(canvas, ORIGIN, SIZE, 1.0)) == drawn(kind, lambda canvas: canvas)


def test_all_lengths_of_a_small_table_shrink_alike() -> None:
    half = {kind: drawn(kind, lambda canvas: Small(canvas, Vec(7.0, 5.0), SIZE, 0.5)) for kind in OPERATIONS}
    at, b, c = Vec(17.0, 20.0), Vec(37.0, 20.0), Vec(37.0, 45.0)
    assert half["rect"] == (("rect", at, Vec(5.0, 3.0), "#112233", 1.0, 0.5),)
    assert half["circle"] == (("circle", at, 2.0, "#112233", 0.5),)
    assert half["arc"] == (("arc", at, 4.0, 0.5, 2.0, "#112233", 0.5),)
    assert half["tube"] == (("tube", (at, b, c), 2.0, ((1.0, "#112233"), (0.5, "#445566")), True),)
    assert half["soft"] == (("soft", (at, b, c), ((b, Vec(4.0, 2.0), 0.25, RUN),)),)
    assert half["glow"] == (("glow", at, Vec(4.0, 2.0), RUN, 0.25),)
    assert half["picture"] == (("picture", "beans/bean", at, 5.0, 0.5, 0.8, (1, 2, 3, 4)),)
    assert half["tile"] == (("tile", "surfaces/cork", at, Vec(5.0, 3.0), 20.0, 1.0),)
    ((_, rims, holes, dents, clay),) = half["relief"]
    assert (rims, holes, dents) == (((at, b, c),), ((b, c, at),), ((b, 2.5, 0.5),))
    assert (clay.round, clay.lift) == (2.0, 1.0)
    assert half["text"] == (), "four millimetres can be too small to be read"
    larger = drawn("text", lambda canvas: Small(canvas, ORIGIN, SIZE, LEAST_WORDS / 8.0))
    assert larger == (("text", "forty beans", A * 0.6, LEAST_WORDS, "#112233", "bold", "left", 18.0),)


def test_a_mirrored_ghost_is_turned_round_with_its_colours_faint() -> None:
    ghost = {kind: drawn(kind, lambda c: Faint(c, 0.5, SIZE.x)) for kind in set(OPERATIONS) - {"layer"}}
    at, b, c = Vec(180.0, 30.0), Vec(140.0, 30.0), Vec(140.0, 80.0)
    faint = ((0.0, "#11223380"), (1.0, "#11223300"))
    assert ghost["rect"] == (("rect", Vec(170.0, 30.0), Vec(10.0, 6.0), "#11223380", 2.0, 1.0),)
    assert ghost["arc"] == (("arc", at, 8.0, -2.0, -0.5, "#11223380", 1.0),)
    assert ghost["glow"] == (("glow", at, Vec(8.0, 4.0), faint, -0.25),)
    assert ghost["soft"] == (("soft", (at, b, c), ((b, Vec(8.0, 4.0), -0.25, faint),)),)
    assert ghost["tube"] == (("line", (at, b, c, at), "#44556680", 4.0),)
    assert ghost["text"] == (("text", "forty beans", at, 8.0, "#11223380", "bold", "right", 30.0),)
    assert ghost["picture"] == (("picture", "beans/bean", at, 10.0, 0.25, 0.8, (1, 2, 3, 4)),)
    assert ghost["posed"] == (("picture", "beans/bean", at, 10.0, 0.5, 0.8, (1, 2, 3, 4)),), "a ghost hangs still"
    assert ghost["tile"] == ()
    ((_, _, _, _, clay),) = ghost["relief"]
    assert (clay.body, clay.shadow) == ("#10203080", "#00000040")


def test_a_ring_is_passed_on_as_a_circle_for_its_colour_may_be_seen_through() -> None:
    canvas = Recording(SIZE)
    Faint(canvas, 0.5).ring(A, 4.0, "#112233", 1.0)
    assert canvas.drawn == [("circle", A, 4.0, "#11223380", 1.0)]


def test_a_clip_and_a_shift_move_with_the_table() -> None:
    canvas = Recording(SIZE)
    small = Small(canvas, Vec(10.0, 10.0), SIZE, 0.5)
    with small.shifted(Vec(20.0, 20.0), Vec(40.0, 40.0)), small.clip(ORIGIN, small.size):
        small.circle(Vec(2.0, 2.0), 2.0, "#112233")
    small.circle(ORIGIN, 2.0, "#112233")
    assert canvas.drawn == [
        ("clip", Vec(20.0, 20.0), Vec(20.0, 20.0)),
        ("circle", Vec(21.0, 21.0), 1.0, "#112233", 0.0),
        ("clip ends",),
        ("circle", Vec(10.0, 10.0), 1.0, "#112233", 0.0),
    ]
    with pytest.raises(ValueError, match="mirrored"), Faint(canvas, 0.5, SIZE.x).shifted(A, SIZE):
        pass
    assert small.size == SIZE
