"""Where the pieces of a picture lie on the table, and how wide their lanes are there."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.geometry import Vec, path_length
from games.kit.task import Fill, Follow, Task, Track
from games.paint.curves import FINE, Line, timed
from games.paint.levels import PaintSettings
from games.paint.pictures import FRAME, Picture, Piece

EDGE = 10.0  # mm; no line lies nearer to the edge of the table
SHEET = 4.0  # mm; the paper's margin on the table
LANE_SHARE = 0.36  # widest lane as a share of the table's shorter side
LEAST_BRUSH = 2.5  # mm


@dataclass(frozen=True)
class Placed:
    """A piece as it lies on the table, in mm."""

    line: Line
    colour: str
    kind: str
    seconds: float
    number: int  # its number, counted since the block began

    def task(self, width: float, brush: float) -> Task:
        """The task for this piece."""
        if self.kind == "track":
            return Track(timed(self.line, self.seconds), width)
        return Fill(self.line, width, brush) if self.kind == "fill" else Follow(self.line, width)


class Layout:
    """A picture scaled to fit the table; mirrored for the left hand if the picture allows it."""

    def __init__(self, size: Vec, settings: PaintSettings, picture: Picture, side: str) -> None:
        self.size, self.picture = size, picture
        self.width = min(settings.width, LANE_SHARE * min(size.x, size.y))
        margin = max(EDGE, min(self.width / 2 + 2.0, 0.14 * min(size.x, size.y)))
        room = size - Vec(2 * margin, 2 * margin)
        most = min(room.x / FRAME.x, room.y / FRAME.y)
        self.scale = Vec(min(room.x / FRAME.x, most * picture.stretch), min(room.y / FRAME.y, most * picture.stretch))
        self.unit = most  # mm of one unit, in the less stretched direction
        self._mirror = side == "left" and picture.turns
        self.brush = max(LEAST_BRUSH, min(settings.brush, most * 26.0))

    def fit(self, settings: PaintSettings) -> None:
        """Adopt another lane and brush for what is asked next; nothing moves."""
        self.width = min(settings.width, LANE_SHARE * min(self.size.x, self.size.y))
        self.brush = max(LEAST_BRUSH, min(settings.brush, self.unit * 26.0))

    def at(self, place: Vec) -> Vec:
        """Where a place of the picture lies on the table."""
        x = FRAME.x - place.x if self._mirror else place.x
        off = Vec((x - FRAME.x / 2) * self.scale.x, (place.y - FRAME.y / 2) * self.scale.y)
        return Vec(round(self.size.x / 2 + off.x, FINE), round(self.size.y / 2 + off.y, FINE))

    def line(self, line: Line) -> Line:
        """A line of the picture on the table."""
        return tuple(self.at(place) for place in line)

    def placed(self, piece: Piece, number: int) -> Placed:
        """A piece on the table."""
        return Placed(self.line(piece.line), piece.colour, piece.kind, piece.seconds, number)


def shortened(line: Line, most: float) -> Line:
    """A simplified line with the same ends that deviates little: a finger's ink as a path to trace."""
    out = [line[0]]
    for place in line[1:-1]:
        if path_length((out[-1], place)) >= most:
            out.append(place)
    return (*out, line[-1])
