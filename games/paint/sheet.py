"""The stroke log: all that was painted on a sheet, in order, so that a view or a replay can paint it again."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.geometry import Vec, distance
from games.kit.painting import Entry, Log

CLOSE = 0.4  # mm; a brush that has moved less leaves nothing new
STEPS_BACK = 50  # steps that can be taken back


class Sheet:
    """What was done to a sheet of paper; nothing is ever taken out of the log, it only grows."""

    def __init__(self, name: str) -> None:
        self.name = name  # of this block and sheet alone: what is kept of another is not taken for it
        self.log = Log()
        self.strokes = 0
        self._brushes: dict[int, tuple[Vec, float, str]] = {}
        self.can_back = 0
        self.can_forth = 0

    def mark(self) -> None:
        """Begin a step that can be taken back."""
        self.log.append(Entry("mark"))
        self.can_back, self.can_forth = min(STEPS_BACK, self.can_back + 1), 0

    def begin(self, at: Vec, size: float, colour: str) -> int:
        """Set a brush down; the number of its stroke."""
        self.strokes += 1
        self.log.append(Entry("begin", self.strokes, at, size, colour))
        self._brushes[self.strokes] = at, size, colour
        return self.strokes

    def draw(self, stroke: int, at: Vec, least: float = CLOSE) -> None:
        """The brush moves here."""
        last, size, colour = self._brushes[stroke]
        if distance(last, at) >= least:
            self.log.append(Entry("to", stroke, at, size, colour))
            self._brushes[stroke] = at, size, colour

    def brush(self, stroke: int) -> tuple[float, str]:
        """Size and colour of a brush that is being drawn."""
        return self._brushes[stroke][1:]

    def end(self, stroke: int) -> None:
        """The brush is lifted."""
        if self._brushes.pop(stroke, None) is not None:
            self.log.append(Entry("end", stroke))

    def back(self) -> bool:
        """Take the last step back, if there is one; strokes that are still being drawn end."""
        return self._turn("back", self.can_back, -1)

    def forth(self) -> bool:
        """Do again what was taken back."""
        return self._turn("forth", self.can_forth, 1)

    def clear(self) -> None:
        """An empty sheet; a step like any other."""
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
