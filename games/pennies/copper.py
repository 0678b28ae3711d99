"""The things of Pennies as pictures: coins, the stand, the heap, the ledge."""

from __future__ import annotations

import math

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.pennies.layout import LEDGE, LIP, Layout

ACROSS = 1.08  # width of a coin's picture over the coin's
LEANS = 5  # rows of the sheet of a coin: tilted by so many ...
LEAN_STEP = math.radians(3.0)  # ... steps of this to either side of upright
TUMBLES = (8, 3)  # columns (rolled by eighths of half a turn) and rows (tilted towards the eye) of the sheet in the air
SHADOW = 1.5  # width of the shadow's picture over the coin's
STAND_ACROSS = 1.03  # width of the stand's picture over the stand's
STAND_DOWN = 0.0993  # of the stand's width: how far the picture's middle lies below its top
LEDGE_SCALE = 200.0  # mm that one picture of the ledge covers
HEAP_ACROSS = 2.5  # coin widths
HEAP_UP = 0.50  # coin widths that its middle lies above the foremost coin
SHADES = (1.0, 0.86, 1.0)  # of the three metals when they tumble: all are one picture then


def draw_coin(
    canvas: Canvas, metal: int, at: Vec, width: float, tilt: float = 0.0, opacity: float = 1.0, shade: float = 1.0
) -> None:
    """A coin seen from the side, tilted a little (radians, to the right)."""
    row = max(-2, min(2, round(tilt / LEAN_STEP))) + 2
    part = (0, row, 1, LEANS)
    canvas.picture(f"pennies/coin{metal}", at, width * ACROSS, opacity=opacity, shade=shade, part=part)


def draw_tumbling(canvas: Canvas, metal: int, at: Vec, width: float, roll: float, opacity: float = 1.0) -> None:
    """A coin in the air: rolled by so many radians, the face turning towards the eye on the way."""
    columns, rows = TUMBLES
    column = round(roll / math.pi * columns) % columns
    row = min(rows - 1, int(abs(math.sin(roll)) * rows))
    canvas.picture(
        "pennies/tumble", at, width * ACROSS, opacity=opacity, shade=SHADES[metal], part=(column, row, columns, rows)
    )


def draw_shadow(canvas: Canvas, at: Vec, width: float, opacity: float = 1.0) -> None:
    """What a coin that lies here takes from the felt."""
    canvas.picture("pennies/coin_shadow", at, width * SHADOW, opacity=opacity)


def draw_stand(canvas: Canvas, layout: Layout, foot: Vec) -> None:
    """The turned stand under the tower, which goes up and down."""
    left, right = layout.stand
    middle, width = (left + right) / 2, right - left
    canvas.picture("pennies/stand", foot + Vec(middle, width * STAND_DOWN), width * STAND_ACROSS)


def draw_ledge(canvas: Canvas, layout: Layout) -> None:
    """The felt and the lip of the table, and the heap that coins are taken from."""
    size, coin = layout.size, layout.coin
    canvas.rect(Vec(0, size.y - LEDGE - 0.7), Vec(size.x, 0.7), "#1A0E0638")
    canvas.tile("pennies/ledge", Vec(0, size.y - LEDGE), Vec(size.x, LEDGE), LEDGE_SCALE)
    canvas.picture("pennies/heap", layout.heap - Vec(0, coin * HEAP_UP), coin * HEAP_ACROSS, shade=0.94)


def draw_plate(canvas: Canvas, layout: Layout, count: int) -> None:
    """A brass plate on the lip: how many coins stand."""
    size = Vec(17.0, LIP - 1.4)
    middle = layout.foot.x + (layout.stand[0] + layout.stand[1]) / 2
    at = Vec(middle - size.x / 2, layout.size.y - LIP + 0.9)
    canvas.rect(at + Vec(0.3, 0.6), size, "#1A0E0680", 1.4)
    canvas.rect(at, size, "#7A5A22", 1.4)
    canvas.rect(at + Vec(0.3, 0.3), size - Vec(0.6, 0.6), "#DDBB6A", 1.2)
    canvas.rect(at + Vec(0.8, 0.6), Vec(size.x - 1.6, 1.3), "#F1DA9C", 0.6)
    for x in (1.9, size.x - 1.9):
        canvas.circle(at + Vec(x, size.y / 2), 0.6, "#7A5A22")
    canvas.text(str(count), at + size * 0.5, 5.6, "#1B1F2A", "bold", "centre")
