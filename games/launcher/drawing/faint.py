"""A canvas that passes drawing on to another one with less opacity, and mirrored if wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from games.kit.canvas import Anchor, Canvas, Colour, Layer, Layered, Pose, Weight
from games.kit.geometry import Vec
from games.launcher.drawing.passing import Passing

MIRRORED: dict[Anchor, Anchor] = {"left": "right", "right": "left", "centre": "centre"}


class Faint(Passing):
    """Draws on another canvas with only this share of opacity.

    `across`: the width in mm of a table that is drawn mirrored; positions are mirrored, pictures themselves are not.
    Nothing is cached, because a ghost seldom stays the same.
    """

    def __init__(self, canvas: Canvas, strength: float, across: float | None = None) -> None:
        super().__init__(canvas)
        self._strength, self._across = strength, across

    def _at(self, place: Vec) -> Vec:
        return place if self._across is None else Vec(self._across - place[0], place[1])

    def _corner(self, at: Vec, size: Vec) -> Vec:
        return at if self._across is None else Vec(self._across - at[0] - size[0], at[1])

    def _tint(self, colour: Colour) -> Colour:
        alpha = int(colour[7:9], 16) if len(colour) == 9 else 255
        return f"{colour[:7]}{round(alpha * self._strength):02X}"

    def _turned(self, angle: float) -> float:
        return angle if self._across is None else -angle

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        """A flat, faint line: a band that is seen through has no light and no rim."""
        self.line([*points, points[0]] if closed else points, layers[-1][1], width)

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

    def picture(
        self,
        name: str,
        centre: Vec,
        width: float,
        opacity: float = 1.0,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        super().picture(name, centre, width, opacity * self._strength, shade, part)

    def posed(
        self,
        name: str,
        centre: Vec,
        width: float,
        pose: Pose,  # noqa: ARG002 (a ghost hangs still)
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        self.picture(name, centre, width, 1.0, shade, part)

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        """Draws nothing: a ghost has no table of its own."""

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        if self._across is not None:
            raise ValueError("a mirrored table cannot be shifted")
        with super().shifted(by, size):
            yield

    def layer(self, name: str) -> Layer:
        raise ValueError(f"a ghost paints on no sheet of its own, not even {name!r}")
