"""How to stay well: six sentences with pictures, on a card."""

from __future__ import annotations

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import BODY, GAP, SMALL

SENTENCES = (
    ("stop", "safe hurts"),
    ("pinch", "safe tight"),
    ("rest", "safe tired"),
    ("chair", "safe sit"),
    ("person", "safe ask"),
    ("phone", "safe emergency"),
)


def draw_safety(canvas: Canvas, desk: Desk, at: Vec, room: Vec) -> None:
    """Draw the sentences on a card in one or two columns; the last one, the longest and most urgent, spans both."""
    columns = 2 if room.x > 150 and room.y < room.x else 1
    first, last = SENTENCES[:-1], SENTENCES[-1]
    lines = -(-len(first) // columns)
    wide = min(room.x, 240.0 if columns == 2 else 180.0) - 2 * GAP
    icon = min(12.0, room.y / (lines + 3))
    em = desk.em(BODY)
    while True:  # find the largest letters at which everything fits
        sizes = [canvas.text_size(desk.say(key), em, "bold", wide / columns - icon - GAP).y for _, key in first]
        rows = [max(sizes[line::lines]) for line in range(lines)]
        end = canvas.text_size(desk.say(last[1]), em, "bold", wide - icon - GAP).y
        whole = end
        for row in rows:
            whole += row
        if whole <= room.y - 4.0 or em <= SMALL:
            break
        em = max(SMALL, em * 0.95)
    if whole > room.y - 4.0:  # long words in a small window: use its margins too
        at, room = at - Vec(0, 2.0), room + Vec(0, 4.0)
    air = min(9.0, max(0.0, (room.y - 4.0 - whole) / (lines + 1)))
    size = Vec(wide + 2 * GAP, min(room.y, whole + air * (lines + 1) + 4.0))
    at = at + (room - size) * 0.5
    paper.card(canvas, desk, at, size)
    y = at.y + max(0.0, min(2.0, (room.y - whole) / 2)) + air / 2
    for line, tall in enumerate([*rows, end]):
        for column, (name, key) in enumerate(first[line::lines] if line < lines else [last]):
            corner = Vec(at.x + GAP + column * wide / columns, y + tall / 2)
            across = wide / columns if line < lines else wide
            canvas.icon(name, corner + Vec(icon / 2, 0), icon, desk.palette.primary)
            middle = corner + Vec(icon + GAP * 0.7, 0)
            canvas.text(desk.say(key), middle, em, desk.palette.ink, _weight(key), "left", across - icon - GAP)
        y += tall + air


def _weight(key: str) -> Weight:
    return "bold" if key in ("safe hurts", "safe emergency") else "regular"
