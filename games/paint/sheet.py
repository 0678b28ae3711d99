"""The stroke log of a sheet, in order, from which views and replays paint it."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.geometry import Vec, distance
from games.kit.painting import Entry, Log

CLOSE = 0.4  # mm; shorter movements of a brush are not recorded
STEPS_BACK = 50  # most undo steps


class Sheet:
    """A sheet of paper as an append-only log of actions."""

    def __init__(self, name: str) -> None:
        self.name = name  # unique to this block and sheet, so that cached layers of others are not used for it
        self.log = Log()
        self.strokes = 0
        self._brushes: dict[int, tuple[Vec, float, str]] = {}
        self.can_back = 0
        self.can_forth = 0

    def mark(self) -> None:
        """Begin an undo step."""
        self.log.append(Entry("mark"))
        self.can_back, self.can_forth = min(STEPS_BACK, self.can_back + 1), 0

    def begin(self, at: Vec, size: float, colour: str) -> int:
        """Put a brush down; returns the number of its stroke."""
        self.strokes += 1
        self.log.append(Entry("begin", self.strokes, at, size, colour))
        self._brushes[self.strokes] = at, size, colour
        return self.strokes

    def draw(self, stroke: int, at: Vec, least: float = CLOSE) -> None:
        """Move the brush of a stroke."""
        last, size, colour = self._brushes[stroke]
        if distance(last, at) >= least:
            self.log.append(Entry("to", stroke, at, size, colour))
            self._brushes[stroke] = at, size, colour

    def brush(self, stroke: int) -> tuple[float, str]:
        """Size and colour of a brush that is being drawn."""
        return self._brushes[stroke][1:]

    def end(self, stroke: int) -> None:
        """Lift the brush."""
        if self._brushes.pop(stroke, None) is not None:
            self.log.append(Entry("end", stroke))

    def back(self) -> bool:
        """Undo the last step, if there is one; strokes in progress end."""
        return self._turn("back", self.can_back, -1)

    def forth(self) -> bool:
        """Redo what was undone."""
        return self._turn("forth", self.can_forth, 1)

    def clear(self) -> None:
        """Clear the sheet, as a step that can be undone."""
        self.mark()
        self.log.append(Entry("clear"))

    def _turn(self, kind: str, there: int, way: int) -> bool:
        if not there:
            return False
        self.lift(tuple(self._brushes))
        self.log.append(Entry(kind))
        self.can_back += way
        self.can_forth -= way
        return True

    def lift(self, strokes: Sequence[int]) -> None:
        """Lift all of these brushes."""
        for stroke in strokes:
            self.end(stroke)
