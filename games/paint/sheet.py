"""The stroke log: all that was painted on a sheet, in order, so that a view or a replay can paint it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from games.kit.geometry import Vec, distance

CLOSE = 0.4  # mm; a brush that has moved less leaves nothing new
STEPS_BACK = 50  # steps that can be taken back


class Entry(NamedTuple):
    """One thing done to the sheet. `stroke` numbers the brush strokes; `size` is the brush's, in mm across."""

    kind: str  # "mark", "begin", "to", "end", "back", "forth", "clear"
    stroke: int = 0
    at: Vec = Vec(0.0, 0.0)
    size: float = 0.0
    colour: str = ""


class Sheet:
    """What was done to a sheet of paper; nothing is ever taken out of the log, it only grows."""

    def __init__(self, name: str) -> None:
        self.name = name  # of this block and sheet alone: what is kept of another is not taken for it
        self.log: list[Entry] = []
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
