"""What a round has made of dough: its shapes, beside each other on a plate."""

from __future__ import annotations

import math

from games.dough.rules import DoughRules
from games.dough.softness import clay
from games.kit.canvas import Canvas
from games.kit.gallery import Made
from games.kit.geometry import ORIGIN, Vec

SIZE = Vec(120.0, 92.0)  # mm
PLATE = Vec(116.0, 88.0)
WELL = 0.76  # of the plate: its flat middle
SHAPES = 6  # the last ones that it holds
ROOM = Vec(78.0, 54.0)  # mm, for shapes
FILLED = 0.86  # of its place that a shape fills


def made(rules: DoughRules) -> Made | None:
    """The plate; None if nothing was made."""
    shapes = [shape for shape in rules.made if shape[1]][-SHAPES:]
    if not shapes:
        return None

    def draw(canvas: Canvas) -> None:
        _plate(canvas)
        columns = math.ceil(math.sqrt(len(shapes) * ROOM.x / ROOM.y / 1.3))
        rows = -(-len(shapes) // columns)
        place = Vec(ROOM.x / columns, ROOM.y / rows)
        for index, (name, outlines) in enumerate(shapes):
            row, column = divmod(index, columns)
            in_row = min(columns, len(shapes) - row * columns)
            middle = SIZE * 0.5 + Vec((column - (in_row - 1) / 2) * place.x, (row - (rows - 1) / 2) * place.y)
            _shape(canvas, name, outlines, middle, place * FILLED)

    return Made(ORIGIN, SIZE, draw)


def _shape(canvas: Canvas, name: str, outlines: tuple[tuple[Vec, ...], ...], middle: Vec, room: Vec) -> None:
    xs, ys = [p.x for line in outlines for p in line], [p.y for line in outlines for p in line]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    hub = Vec((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    scale = min(room.x / max(wide, 1.0), room.y / max(high, 1.0), 0.9)
    moved = [[middle + (p - hub) * scale for p in line] for line in outlines]
    holed = name == "ring" and len(moved) == 2
    canvas.relief(moved[:1] if holed else moved, moved[1:] if holed else [], [], clay(scale))


def _plate(canvas: Canvas) -> None:
    middle = SIZE * 0.5
    canvas.glow(middle + Vec(2.2, 3.4), PLATE * 1.10, ((0.0, "#14201F90"), (0.82, "#14201F78"), (1.0, "#14201F00")))
    canvas.ellipse(middle, PLATE, "#8E9A98")
    canvas.ellipse(middle - Vec(0.3, 0.5), PLATE - Vec(1.0, 1.0), "#F4F1E8")
    canvas.ellipse(middle, PLATE - Vec(3.0, 3.0), "#2F5E8C", border=0.9)
    well = PLATE * WELL
    canvas.ellipse(middle, well + Vec(1.6, 1.6), "#D2CFC4")
    canvas.ellipse(middle + Vec(0.4, 0.6), well, "#FBF9F2")
    canvas.ellipse(middle + Vec(0.2, 0.3), well, "#E9E6DB")
