"""The skyline: the highest tower of each recent day, side by side, drawn as stacks of coins."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.game import Game
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui.theme import SMALL

BUILDERS = ("pennies",)  # games in which something is built up
DAYS = 7
THICK = 0.14  # thickness of a coin, as a share of its width
ACROSS = 1.08  # width of a coin's picture over the coin's
SHEET = (0, 2, 1, 5)  # the coin that lies level, in its sheet of five rows
WIDEST = 17.0  # mm, the widest tower
LEAST = 8.0  # mm; a skyline lower or towers narrower than this are not worth drawing
AIR = 1.25  # tower widths from one to the next
FULL = 60.0  # mm of tower that fill the room, unless one was higher


def towers_of(desk: Desk, game: Game) -> list[tuple[str, float]]:
    """The highest tower of each recent day that has one: (day, mm), in order; [] for games without towers."""
    if game.id not in BUILDERS:
        return []
    return desk.store.tallest(desk.player.id, game.id, DAYS)


def draw(canvas: Canvas, desk: Desk, at: Vec, size: Vec, towers: list[tuple[str, float]], dated: bool = True) -> None:
    """Draw towers side by side, the newest on the right; `dated`: on a line with the day of the month under each."""
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
        high = (room - width * 0.2) * tall / most
        count = max(1, round(high / (width * THICK)))
        for storey in range(count):
            y = base - (storey + 0.5) * width * THICK - width * 0.06
            aside = ((storey * 7 + index * 3) % 5 - 2) * width * 0.012
            metal = (storey * 5 + index * 2) % 7 % 3
            if desk.pictures:
                canvas.picture(f"pennies/coin{metal}", Vec(x + aside, y), width * ACROSS, part=SHEET)
            else:
                canvas.rect(Vec(x - width / 2, y), Vec(width, width * THICK * 0.8), desk.palette.primary, 0.6)
        if dated:
            canvas.text(day[-2:].lstrip("0"), Vec(x, base + foot * 0.62), SMALL, desk.palette.muted, "bold", "centre")
