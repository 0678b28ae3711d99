"""A slip of paper at the near edge of the table, with a message for the player."""

from __future__ import annotations

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec

INK, PAPER, SHADOW = "#1B1F2A", "#FFFDF6", "#20130850"
EM, LEAST_EM = 6.35, 4.94  # mm, its letter size: 18 pt, and 14 pt on a small table
LINE = 1.4  # em
ROOMY = 72.0  # mm; a table lower than this has room for one line


def words(canvas: Canvas, said: str, beneath: str = "") -> None:
    """Draw the slip with one or two lines; on a low table only the first. Nothing for an empty message."""
    if not said:
        return
    lines = [said, beneath] if beneath and canvas.size.y >= ROOMY else [said]
    em = max(LEAST_EM, min(EM, canvas.size.y * 0.075))
    room = canvas.size.x - 12.0
    sizes = [canvas.text_size(line, em, "bold", room) for line in lines]
    tall = 2.6
    for one in sizes:
        tall += max(one.y, em * LINE)
    size = Vec(min(canvas.size.x - 4.0, max(one.x for one in sizes) + 8.0), tall)
    corner = Vec((canvas.size.x - size.x) / 2, canvas.size.y - size.y - 2.0)

    def draw(kept: Canvas) -> None:
        kept.rect(corner + Vec(0.5, 0.9), size, SHADOW, 2.2)
        kept.rect(corner, size, PAPER, 2.2)
        y = corner.y + 1.3
        for index, (line, one) in enumerate(zip(lines, sizes, strict=True)):
            high = max(one.y, em * LINE)
            weight: Weight = "bold" if index == 0 else "regular"
            kept.text(line, Vec(canvas.size.x / 2, y + high / 2), em, INK, weight, "centre", room)
            y += high

    canvas.kept("slip", (canvas.size, said, beneath), draw)
