"""Today's plan on Home: a disc on each of its games."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import STRIP

if TYPE_CHECKING:
    from games.kit.game import AnyGame
    from games.launcher.planning.doing import Doing

PLANNED = 6.5  # mm, the radius of a disc
ACROSS, UP = 0.42, 0.29  # of a tile's width, from its middle to the disc's


def draw(
    canvas: Canvas,
    desk: Desk,
    plan: Sequence[Doing],
    tiles: Sequence[tuple[AnyGame, Vec, float]],
    label: float,
) -> None:
    """Draw how much is done of each game's exercises, and which one is next. `tiles`: (game, middle, width in mm);
    `label`: the height in mm of the name below a picture."""
    palette = desk.palette
    following = next((doing.exercise.game for doing in plan if not doing.done), None)
    for game, centre, width in tiles:
        own = [doing for doing in plan if doing.exercise.game == game.id]
        if not own:
            continue
        radius = min(PLANNED, width * 0.16)
        at = centre + Vec(width * ACROSS, -width * UP - label * 0.5)
        at = Vec(min(at.x, canvas.size.x - radius - 1.0), max(at.y, STRIP + radius + 0.5))
        canvas.circle(at + Vec(0.4, 0.7), radius + 0.6, palette.shadow)
        canvas.circle(at, radius, palette.surface)
        if all(doing.done for doing in own):
            canvas.circle(at, radius, palette.primary)
            canvas.icon("check", at, radius * 1.3, palette.on_primary)
            continue
        paper.ring(canvas, desk, at, radius, sum(doing.share for doing in own) / len(own), radius * 0.3)
        if game.id == following:
            canvas.icon("play", at + Vec(radius * 0.06, 0), radius * 1.05, palette.primary)
