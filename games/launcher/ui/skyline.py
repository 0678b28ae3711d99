"""The skyline: the highest tower of each recent day, side by side, drawn as the game builds them."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui.theme import SMALL

DAYS = 7
WIDEST = 17.0  # mm, the widest tower
LEAST = 8.0  # mm; a skyline lower or towers narrower than this are not worth drawing
AIR = 1.25  # tower widths from one to the next
FULL = 60.0  # mm of tower that fill the room, unless one was higher


def towers_of(desk: Desk, game: AnyGame) -> list[tuple[str, float]]:
    """The highest tower of each recent day that has one: (day, mm), in order; [] for games without towers."""
    if game.gallery is None or game.gallery.tower is None:
        return []
    return desk.store.tallest(desk.player.id, game.id, DAYS)


def draw(
    canvas: Canvas,
    desk: Desk,
    game: AnyGame,
    at: Vec,
    size: Vec,
    towers: list[tuple[str, float]],
    dated: bool = True,
) -> None:
    """Draw a game's towers side by side, the newest on the right; `dated`: on a line with the day of the month under each."""
    tower = None if game.gallery is None else game.gallery.tower
    foot = SMALL * 1.5 if dated else 0.0
    room = size.y - foot
    shown = towers[-max(1, int(size.x / (LEAST * AIR))) :]
    width = min(WIDEST, size.x / (len(shown) * AIR))
    most = max([FULL, *(tall for _, tall in towers)])
    base = at.y + room
    left = at.x + (size.x - len(shown) * width * AIR) / 2
    if dated:
        canvas.line((Vec(at.x + 1.0, base + 0.8), Vec(at.x + size.x - 1.0, base + 0.8)), desk.palette.border, 0.5)
    for index, (day, tall) in enumerate(shown):
        x = left + (index + 0.5) * width * AIR
        high = room * tall / most
        if desk.pictures and tower is not None:
            tower(canvas, Vec(x, base), width, high, index)
        else:
            canvas.rect(Vec(x - width / 2, base - high), Vec(width, high), desk.palette.primary, 0.6)
        if dated:
            canvas.text(day[-2:].lstrip("0"), Vec(x, base + foot * 0.62), SMALL, desk.palette.muted, "bold", "centre")
