"""A tower of another day, small: what stands in a row of the last days' towers."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec

THICK = 0.14  # of a coin's width
ACROSS = 1.08  # width of a coin's picture over the coin's
SHEET = (0, 2, 1, 5)  # the coin that lies level, in its sheet of five rows


def draw_tower(canvas: Canvas, foot: Vec, width: float, tall: float, number: int) -> None:
    """Draw a tower of coins, `width` and `tall` mm, with the middle of its foot at `foot`; `number` varies the coins."""
    high = tall - width * 0.2
    for storey in range(max(1, round(high / (width * THICK)))):
        y = foot.y - (storey + 0.5) * width * THICK - width * 0.06
        aside = ((storey * 7 + number * 3) % 5 - 2) * width * 0.012
        metal = (storey * 5 + number * 2) % 7 % 3
        canvas.picture(f"pennies/coin{metal}", Vec(foot.x + aside, y), width * ACROSS, part=SHEET)
