"""Today's plan on Home: a disc on each of its games."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.screens.home_tiles import TILE_SHAPE, Tile
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import STRIP

if TYPE_CHECKING:
    from games.launcher.planning.doing import Doing

PLANNED = 6.5  # mm, the radius of a disc
ACROSS = 0.36  # of a picture's width, from its middle to the disc's


def draw(canvas: Canvas, desk: Desk, plan: Sequence[Doing], tiles: Sequence[Tile], label: float) -> None:
    """Draw how much is done of each game's exercises, and which one is next. `label`: the height in mm of the name below a
    picture."""
    palette = desk.palette
    following = next((doing.exercise.game for doing in plan if not doing.done), None)
    for tile in tiles:
        own = [doing for doing in plan if doing.exercise.game == tile.game.id]
        if not own:
            continue
        radius = min(PLANNED, tile.width * 0.16)
        foot = tile.middle.y + tile.tall / 2 - label  # of the picture, which stands on its name
        at = Vec(tile.middle.x + tile.width * ACROSS, foot - tile.width * TILE_SHAPE + radius)
        at = Vec(min(at.x, canvas.size.x - radius - 1.0), max(at.y, STRIP + radius + 0.5))
        canvas.circle(at + Vec(0.4, 0.7), radius + 0.6, palette.shadow)
        canvas.circle(at, radius, palette.surface)
        if all(doing.done for doing in own):
            canvas.circle(at, radius, palette.primary)
            canvas.icon("check", at, radius * 1.3, palette.on_primary)
            continue
        paper.ring(canvas, desk, at, radius, sum(doing.share for doing in own) / len(own), radius * 0.3)
        if tile.game.id == following:
            canvas.icon("play", at + Vec(radius * 0.06, 0), radius * 1.05, palette.primary)
