"""A canvas that lays out a page from right to left, on another canvas."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from games.kit.canvas import Anchor, Canvas, Colour, Weight
from games.kit.geometry import Vec
from games.launcher.drawing.faint import MIRRORED
from games.launcher.drawing.passing import Passing

ONWARDS = {"back": "forward", "forward": "back", "left": "right", "right": "left", "undo": "redo", "redo": "undo"}


class Mirrored(Passing):
    """Places are mirrored, and words are anchored at the other side. Pictures stay as they are, rings close clockwise, and
    of the icons only the arrows that point on or back are turned round. What is drawn within `shifted` is a table: it is a
    thing, and is not mirrored. The cached parts of the other canvas are used.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._across: float | None = canvas.size.x  # mm; None within a table

    def _at(self, place: Vec) -> Vec:
        return place if self._across is None else Vec(self._across - place[0], place[1])

    def _corner(self, at: Vec, size: Vec) -> Vec:
        return at if self._across is None else Vec(self._across - at[0] - size[0], at[1])

    def _turned(self, angle: float) -> float:
        return angle if self._across is None else -angle

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        self._canvas.ring(self._at(centre), radius, colour, width)

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        self._canvas.arc(self._at(centre), radius, start, end, colour, width)

    def text(
        self,
        words: str,
        at: Vec,
        height: float,
        colour: Colour,
        weight: Weight = "regular",
        anchor: Anchor = "left",
        wrap: float | None = None,
    ) -> None:
        side = anchor if self._across is None else MIRRORED[anchor]
        super().text(words, at, height, colour, weight, side, wrap)

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        super().icon(name if self._across is None else ONWARDS.get(name, name), centre, size, colour)

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        corner, before, self._across = self._corner(by, size), self._across, None
        try:
            with self._canvas.shifted(corner, size):
                yield
        finally:
            self._across = before

    def kept(self, name: str, key: Hashable, draw: Callable[[Canvas], None]) -> None:
        self._canvas.kept(name, key, lambda kept: draw(self._on(kept)))

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        self._canvas.piece(name, key, self._corner(at, size), size, draw)

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        self._canvas.prepare(lambda canvas: draw(self._on(canvas)))

    def _on(self, canvas: Canvas) -> Canvas:
        """The same view of another canvas, on which a part is drawn."""
        if canvas is self._canvas:
            return self
        return canvas if self._across is None else Mirrored(canvas)
