"""What is drawn between two tables: a gauge for each player, or the jar that both fill; and the players in the strip."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas, Colour
from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.round.half import Half
from games.launcher.shell.desk import Desk, Player
from games.launcher.ui import paper
from games.launcher.ui.theme import LABEL, MARGIN, SMALL, STRIP

RIGHT = "#C2571A"  # the second player's colour; the first one's comes from the palette
MOST = 1.6  # share of a player's usual points at the top of a gauge
TUBE = 6.0  # mm, how thick a gauge is
BEAD = 4.4  # mm from bead to bead in the jar
GLASS = "#DCEBF2"
LID = "#C9A45C"


def colours(desk: Desk) -> tuple[Colour, Colour]:
    """The colours of the left and the right player."""
    return desk.palette.primary, RIGHT


def name_of(say: Say, who: Player, other: Player) -> str:
    """A player's name here: the hand, if both seats belong to one person."""
    if who.id == other.id:
        return say(f"hand {who.side}")
    return who.name or say("guest" if who.picture == "guest" else f"seat {who.side}")


def name_in(canvas: Canvas, desk: Desk, who: Player, other: Player, room: float, height: float) -> tuple[str, float]:
    """What a player is called here, and the em at which it is no wider than the room: a hand by a shorter word before
    anything is cut; nothing where even that is too long."""
    name = name_of(desk.say, who, other)
    shown, em = paper.shortened(canvas, name, room, height)
    if shown == name or who.id != other.id:
        return shown, em
    name = desk.say(f"{who.side} short")
    shown, em = paper.shortened(canvas, name, room, height)
    return (shown if shown == name else ""), em


def draw_players(canvas: Canvas, desk: Desk, both: tuple[Half, Half], keys: tuple[float, float]) -> None:
    """Draw each player's picture and remaining time at both ends of the strip; `keys`: the ends of its middle keys, mm."""
    size, middle = canvas.size, STRIP / 2 - 0.4
    face, ring = 14.0, 6.2
    for half, other, way in ((both[0], both[1], 1.0), (both[1], both[0], -1.0)):
        edge = MARGIN if way > 0 else size.x - MARGIN
        paper.person(canvas, desk, half.seat.player.picture, Vec(edge + way * face / 2, middle), face)
        done, whole = half.block.progress
        centre = Vec(edge + way * (face + 2.5 + ring), middle)
        paper.ring(canvas, desk, centre, ring, done / whole if whole else 0.0)
        seconds, em = f"{whole - done:.0f}", SMALL
        canvas.text(seconds, centre, em, desk.palette.ink, "bold", "centre")
        start = edge + way * (face + 2 * ring + 5.0)
        end = keys[0] - 2.0 if way > 0 else keys[1] + 2.0
        who, them = half.seat.player, other.seat.player
        name, height = name_in(canvas, desk, who, them, abs(end - start), min(desk.em(LABEL), 9.0))
        if len(name) > 2 or name == name_of(desk.say, who, them):
            anchor = "left" if way > 0 else "right"
            canvas.text(name, Vec(start, middle), height, desk.palette.ink, "bold", anchor)  # type: ignore[arg-type]


def draw_gauges(canvas: Canvas, desk: Desk, at: Vec, size: Vec, shares: Sequence[float | None], worded: bool) -> None:
    """Draw each player's points relative to that player's own usual points, a line across both gauges, named if `worded`."""
    stacked = size.x > size.y
    paper.card(canvas, desk, at + Vec(0.5, 0.5), size - Vec(1.0, 1.0))
    em = SMALL
    words = desk.say("usual")
    if stacked:
        length = size.x - 12.0
        start, step = at + Vec(6.0, size.y / 2), Vec(0, TUBE / 2 + 0.8)
        for share, colour, way in zip(shares, colours(desk), (-1, 1), strict=True):
            corner = start + step * way - Vec(0, TUBE / 2)
            canvas.rect(corner, Vec(length, TUBE), desk.palette.track, TUBE / 2)
            full = length * min(MOST, share or 0.0) / MOST
            if full > TUBE:
                canvas.rect(corner, Vec(full, TUBE), colour, TUBE / 2)
        mark = start.x + length / MOST
        canvas.line((Vec(mark, at.y + 1.6), Vec(mark, at.y + size.y - 1.6)), desk.palette.ink, 0.7)
        return
    foot = at.y + size.y - 4.0
    length = size.y - 8.0
    for share, colour, way in zip(shares, colours(desk), (-1, 1), strict=True):
        x = at.x + size.x / 2 + way * (TUBE / 2 + 0.8) - TUBE / 2
        canvas.rect(Vec(x, foot - length), Vec(TUBE, length), desk.palette.track, TUBE / 2)
        full = length * min(MOST, share or 0.0) / MOST
        if full > TUBE:
            canvas.rect(Vec(x, foot - full), Vec(TUBE, full), colour, TUBE / 2)
    mark = foot - length / MOST
    canvas.line((Vec(at.x + 1.6, mark), Vec(at.x + size.x - 1.6, mark)), desk.palette.ink, 0.7)
    if worded and canvas.text_size(words, em, "bold").x <= size.x - 1.5:
        place = Vec(at.x + size.x / 2, mark - em * 0.75)
        wide = canvas.text_size(words, em, "bold")
        canvas.rect(
            place - Vec(wide.x / 2 + 0.5, em * 0.55), Vec(wide.x + 1.0, em * 1.1), f"{desk.palette.surface}D8", 1.0
        )
        canvas.text(words, place, em, desk.palette.ink, "bold", "centre")


def draw_jar(canvas: Canvas, desk: Desk, at: Vec, size: Vec, filled: Sequence[tuple[float, int]]) -> None:
    """Draw the jar that both fill. `filled`: for each repetition how full it was then (1: full), and by whom (0 left, 1 right)."""
    rim = Vec(2.0, 2.0)
    corner, room = at + rim, size - rim * 2
    canvas.rect(at + Vec(0.9, 1.3), size, "#1A0E0630", 5.0)
    canvas.rect(at, size, GLASS, 5.0)
    canvas.rect(at, size, "#7F9BA8", 5.0, border=0.7)
    columns, rows = max(1, int(room.x // BEAD)), max(1, int(room.y // BEAD))
    pitch = Vec(room.x / columns, room.y / rows)
    both, count = colours(desk), columns * rows
    shown = 0
    for level, who in filled:
        upto = min(count, int(level * count + 1e-9))
        for index in range(shown, upto):
            line, column = divmod(index, columns)
            middle = corner + Vec((column + 0.5) * pitch.x, room.y - (line + 0.5) * pitch.y)
            canvas.circle(middle, BEAD * 0.46, both[who])
            canvas.circle(middle - Vec(0.6, 0.6), BEAD * 0.13, "#FFFFFFB0")
        shown = max(shown, upto)
    canvas.rect(at + Vec(1.4, 3.0), Vec(1.1, size.y - 6.0), "#FFFFFF90", 0.5)
    if filled and filled[-1][0] >= 1.0:
        canvas.rect(at + Vec(-0.8, -1.6), Vec(size.x + 1.6, 3.6), LID, 1.4)
