"""Where the board, its holes, the trays and the knob of Pegs lie: a function of the table, the settings and the hand."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.game import BOARD
from games.kit.geometry import Vec, distance, nearest_on_segment
from games.pegs.levels import PegsSettings

EDGE = 10.0  # mm; everything needed for play keeps this distance from the table's edge, except ...
BOARD_EDGE = 6.0  # ... on the fixed board of tests, which has a margin of its own
PITCH = {2: 48.0, 3: 32.0, 5: 16.0}  # holes a side -> mm from hole to hole; less on a small table
RIM = 8.0  # mm of wood beyond the outer holes, at least
NEAREST = 0.45  # largest tolerance of a hole, as a share of the pitch
THICKEST = 0.72  # largest thickness of a peg, as a share of the pitch
WIDE = 0.66  # distance from the middle of a peg to its farthest corner, in thicknesses
TRAY = (20.0, 62.0)  # mm, the tray's shorter side
TRAY_OF_TWO = 42.0  # mm at most, so that thumb and finger have room beside both
TRAY_SHARE = 0.18  # the tray's shorter side on a small table, as a share of its length
TRAY_LONG = 104.0  # mm, its longer side at most
GAP = (3.0, 26.0)  # mm between board and tray
KNOB = 11.0  # mm, the knob's radius: it is turned, or tapped to either side
KNOB_GAP = 3.0
PORTRAIT = 0.95  # if width / height is less than this, the tray is below the board


@dataclass(frozen=True)
class Rect:
    """Part of the table, from its upper left corner."""

    at: Vec
    size: Vec

    @property
    def middle(self) -> Vec:
        return self.at + self.size * 0.5

    def holds(self, place: Vec, more: float = 0.0) -> bool:
        """Whether a place lies on it, or this much beside it."""
        x, y = place - self.at
        return -more <= x <= self.size.x + more and -more <= y <= self.size.y + more


class Layout:
    """The layout; mirrored for the left hand, so that the tray is on the side of the playing hand (slot 0 with two trays)."""

    def __init__(self, size: Vec, settings: PegsSettings, side: str) -> None:
        count, self.side = settings.holes, side
        self.trays_wanted = 2 if settings.play == "both" else 1
        self.widest = 1.0 if settings.play == "assembly" else WIDE  # thicknesses from a piece's middle to its rim
        knob = 2 * KNOB + KNOB_GAP if settings.turn else 0.0
        rim = max(RIM, settings.tolerance + 2.0, settings.peg * WIDE + 3.0)
        inset = BOARD_EDGE if tuple(size) == tuple(BOARD) else max(EDGE, rim + 1.0)
        upright = size.x < size.y * PORTRAIT
        along, across = (size.y, size.x) if upright else (size.x, size.y)
        trays = 1 if upright else self.trays_wanted
        self.least_tray = min(TRAY[0], along * TRAY_SHARE)
        free = along - trays * (self.least_tray + GAP[0]) - 2 * rim - 2.0
        steps = count - 1
        self.pitch = max(5.0, min(PITCH[count], (across - 2 * inset) / steps, free / steps))
        self.tolerance = min(settings.tolerance, self.pitch * NEAREST)
        self.peg = min(settings.peg, self.pitch * THICKEST)
        self.rim = max(min(RIM, inset + 2.0), self.tolerance + 2.0, self.peg * WIDE + 3.0)
        board = steps * self.pitch + 2 * self.rim
        (self._upright if upright else self._flat)(size, board, knob)
        corner = self.board.at + Vec(self.rim, self.rim)
        spots = [(row, column) for row in range(count) for column in range(count)]
        self.holes = [corner + Vec(column * self.pitch, row * self.pitch) for row, column in spots]

    def _flat(self, size: Vec, board: float, knob: float) -> None:
        """The tray beside the board; a tray to either side for two hands."""
        trays = self.trays_wanted
        margin = 1.0 if tuple(size) == tuple(BOARD) else min(6.0, size.x * 0.03)
        spare = size.x - board - trays * self.least_tray - 2 * margin
        gap = min(GAP[1], max(GAP[0], spare / trays * 0.35))
        wide = min(
            TRAY[1] if trays == 1 else TRAY_OF_TWO, max(self.least_tray, (size.x - 2 * margin - board) / trays - gap)
        )
        tall = min(size.y - 4.0, TRAY_LONG, max(board, 60.0))
        left = (size.x - board - trays * (wide + gap)) / 2
        top = (size.y - tall) / 2
        first = left + (wide + gap if trays == 2 else 0.0)
        tray = Rect(Vec(first + board + gap, top), Vec(wide, tall - knob))
        other = Rect(Vec(left, top), Vec(wide, tall))
        under = Vec(tray.middle.x, top + tall - KNOB)
        self._set(size, Rect(Vec(first, (size.y - board) / 2), Vec(board, board)), tray, other, under if knob else None)

    def _upright(self, size: Vec, board: float, knob: float) -> None:
        """The board far from the player, the trays near."""
        trays = self.trays_wanted
        spare = size.y - board - self.least_tray - 8.0
        gap = min(GAP[1], max(GAP[0], spare * 0.35))
        tall = min(TRAY[1], max(self.least_tray, size.y - board - gap - 8.0))
        room = min(size.x - 4.0, max(board, 60.0), TRAY_LONG * trays)
        top, left = (size.y - board - gap - tall) / 2, (size.x - room) / 2
        wide = (room - knob - (trays - 1) * GAP[0]) / trays
        at = Vec(left + room - wide, top + board + gap)
        tray, other = Rect(at, Vec(wide, tall)), Rect(Vec(left, at.y), Vec(wide, tall))
        if knob:
            tray = Rect(Vec(left, at.y), Vec(wide, tall))
        beside = Vec(left + room - KNOB, tray.middle.y)
        self._set(size, Rect(Vec((size.x - board) / 2, top), Vec(board, board)), tray, other, beside if knob else None)

    def _set(self, size: Vec, board: Rect, tray: Rect, other: Rect, knob: Vec | None) -> None:
        def mirrored(rect: Rect) -> Rect:
            return Rect(Vec(size.x - rect.at.x - rect.size.x, rect.at.y), rect.size)

        if self.side == "left":
            board, tray, other = mirrored(board), mirrored(tray), mirrored(other)
            knob = None if knob is None else Vec(size.x - knob.x, knob.y)
        self.board, self.knob = board, knob
        self.trays = [tray, other][: self.trays_wanted]

    def places(self, slot: int, count: int) -> list[Vec]:
        """`count` places in a tray, as far apart as possible, row by row."""
        tray = self.trays[slot]
        pad = min(max(self.peg * self.widest, 4.0) + 3.5, min(tray.size) * 0.3)
        room = Vec(max(0.0, tray.size.x - 2 * pad), max(0.0, tray.size.y - 2 * pad))
        most = max(18.0, self.peg * 1.5)
        best, columns = -1.0, 1
        for some in range(1, count + 1):
            rows = -(-count // some)
            wide = room.x / (some - 1) if some > 1 else most
            high = room.y / (rows - 1) if rows > 1 else most
            if min(wide, high, most) > best + 1e-9:
                best, columns = min(wide, high, most), some
        rows = -(-count // columns)
        step = Vec(
            min(most * 1.2, room.x / (columns - 1)) if columns > 1 else 0.0,
            min(most * 1.2, room.y / (rows - 1)) if rows > 1 else 0.0,
        )
        first = tray.middle - Vec(step.x * (columns - 1) / 2, step.y * (rows - 1) / 2)
        return [first + Vec(step.x * (i % columns), step.y * (i // columns)) for i in range(count)]

    def into_tray(self, slot: int, place: Vec) -> tuple[Vec, float]:
        """The target in the tray for a peg let go here, and its width: any place along the tray's middle line will do."""
        tray = self.trays[slot]
        width = min(tray.size)
        half = Vec((tray.size.x - width) / 2, (tray.size.y - width) / 2)
        return nearest_on_segment(place, tray.middle - half, tray.middle + half), width

    def on_knob(self, place: Vec, more: float = 1.5) -> bool:
        """Whether a touch here is on the knob."""
        return self.knob is not None and distance(place, self.knob) <= KNOB + more
