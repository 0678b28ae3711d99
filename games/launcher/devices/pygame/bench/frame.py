"""The cost of a frame with things moving over a cached table, compared with one blit of the whole background."""

from __future__ import annotations

import math
import time
from pathlib import Path
from statistics import median

from pygame import Surface

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.shell.assets import assets_folder

FRAMES = 150  # measured
WARM = 20  # frames before measuring, in which sprites are made
TABLE = 217.0  # mm; how wide the table is on any screen, so that every size shows the same scene
HEAP = 60  # beans that lie in the bowls
STEP = 1 / 60  # s
PATH = Vec(60.0, 22.0)  # mm; how far the movers go to either side
CELLS = (5, 4)  # of the sheet of beans
BEAN = 17.6  # mm; the width of one cell, two thirds of which the bean is long


def frame_costs(
    size: tuple[int, int], movers: int, shadows: bool = False, pictures: Path | None = None, frames: int = FRAMES
) -> dict[str, float]:
    """Medians of processor time in ms at this size in pixels, measured alternately.

    `floor`: one opaque blit of the background. `drag`: a whole frame of recording, comparing and painting; `record`: its
    first part; `ratio`: drag / floor. Each mover is one picture; `shadows` adds a second one below it, which doubles the
    painted area. The display must have a mode.
    """
    pictures = pictures if pictures is not None else assets_folder() / "images"
    surface, background, elsewhere = (Surface(size).convert() for _ in range(3))
    canvas = SurfaceCanvas(surface, size[0] / TABLE, Pictures(pictures))
    costs: dict[str, list[float]] = {"floor": [], "record": [], "drag": []}
    for frame in range(frames + WARM):
        start = time.thread_time()
        elsewhere.blit(background, (0, 0))
        blitted = time.thread_time()
        canvas.begin()
        _scene(canvas, movers, shadows, frame * STEP)
        recorded = time.thread_time()
        canvas.show()
        shown = time.thread_time()
        if frame >= WARM:
            costs["floor"].append(blitted - start)
            costs["record"].append(recorded - blitted)
            costs["drag"].append(shown - blitted)
    result = {name: median(times) * 1000 for name, times in costs.items()}
    result["ratio"] = result["drag"] / result["floor"]
    return result


def _scene(canvas: Canvas, movers: int, shadows: bool, now: float) -> None:
    """Draw a table in play: cached still things, a strip of words, and the movers."""
    width, height = canvas.size
    canvas.kept("table", canvas.size, _under)
    canvas.text("Beans", Vec(10, 9), 6, "#2A1E14", "bold")
    canvas.rect(Vec(60, 4), Vec(24, 10), "#2F6B57", radius=4)
    canvas.text("Pause", Vec(72, 9), 4, "#FFFFFF", "bold", "centre")
    canvas.text("Carry each bean over the wall", Vec(width - 10, 9), 4, "#2A1E14", anchor="right")
    for dot in range(12):
        canvas.circle(Vec(96 + dot * 4, 9), 1.4, "#2F6B57", border=0.4)
    canvas.circle(Vec(width * 0.75, height * 0.55), 30, "#FFE9A8", border=1.6)
    for number in range(movers):
        turn = now * (0.8 + 0.1 * number) + number * 2.4
        at = Vec(width / 2 + PATH.x * math.sin(turn), height * 0.55 + PATH.y * math.cos(turn * 1.3))
        _bean(canvas, number, at, at + Vec(4, 5) if shadows else None)
    canvas.kept("rims", canvas.size, _over)


def _under(canvas: Canvas) -> None:
    width, height = canvas.size
    canvas.rect(Vec(0, 0), canvas.size, "#A9763F")
    canvas.tile("table", Vec(0, 0), canvas.size, width)
    canvas.tile("linen", Vec(0, 0), Vec(width, 18), 120)
    for share, bowl in ((0.25, "bowl"), (0.75, "bowl2")):
        centre = Vec(width * share, height * 0.55)
        canvas.picture(f"beans/{bowl}_shadow", centre, 76)
        canvas.picture(f"beans/{bowl}_back", centre, 76)
        for number in range(HEAP // 2):
            reach = 13 * math.sqrt((number + 0.5) / (HEAP // 2))
            at = centre + Vec(reach * math.cos(number * 2.4), reach * math.sin(number * 2.4))
            _bean(canvas, number, at, at)


def _over(canvas: Canvas) -> None:
    width, height = canvas.size
    for share, bowl in ((0.25, "bowl"), (0.75, "bowl2")):
        canvas.picture(f"beans/{bowl}_front", Vec(width * share, height * 0.55), 76)


def _bean(canvas: Canvas, kind: int, at: Vec, shadow: Vec | None) -> None:
    columns, rows = CELLS
    part = (kind % columns, kind // columns % rows, columns, rows)
    if shadow is not None:
        canvas.picture("beans/bean_sheet_shadow", shadow, BEAN, opacity=0.6, part=part)
    canvas.picture("beans/bean_sheet", at, BEAN, part=part)
