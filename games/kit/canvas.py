"""What a view draws on: shapes, text, pictures, clips and cached layers, in mm. The device paints only what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from games.kit.geometry import Vec
from games.kit.words import Say

Colour = str  # "#RRGGBB" or "#RRGGBBAA"
Anchor = Literal["left", "centre", "right"]  # which end of the text's middle line a position means
Weight = Literal["regular", "bold"]
Run = tuple[tuple[float, Colour], ...]  # colours on the way from a middle outwards, each with its place from 0 to 1
# A radial gradient: its centre, the full size of the ellipse at which it ends, that ellipse's clockwise turn in radians,
# and the colours on the way.
Coat = tuple[Vec, Vec, float, Run]
# How a moving thing is shown: its clockwise turn about its middle in radians, and how many times as high it is, by as much
# narrower, so that it seems to keep its volume.
Pose = tuple[float, float]
Layered = tuple[float, Colour]  # a layer of a round band: its share of the band's width, and its colour


@dataclass(frozen=True)
class Clay:
    """What a soft body is made of. Light comes from the upper left."""

    body: Colour
    pale: Colour  # what faces the light
    deep: Colour  # what is turned away from it, and dents
    shadow: Colour  # with its strength
    round: float  # mm from the rim within which it curves down
    lift: float  # mm by which its shadow falls aside; its blur is as wide


# A dent of a soft body: its centre, its radius in mm, and how deep it is pressed (1: all the way; below 0: it is raised).
Dent = tuple[Vec, float, float]


class Layer(Protocol):
    """A layer that keeps what is painted on it from frame to frame: wet paint."""

    drawn: int  # number of entries already painted; the view sets it, the layer only stores it

    @property
    def tired(self) -> bool:
        """Whether enough was painted in this frame and the rest should wait for the next one."""

    def dab(self, at: Vec, radius: float, colour: Colour) -> None:
        """Put down one soft-edged spot of paint."""

    def smear(self, start: Vec, end: Vec, radius: float, strength: float) -> None:
        """Drag what lies at start towards end; strength 0 to 1."""

    def brush(self, stroke: int, at: Vec, radius: float, colour: Colour, lasts: float = 0.0) -> None:
        """Put a wet brush down, or move it on from the last place of this stroke: it mixes with the paint there, drags it
        along and picks it up. `lasts`: mm after which the brush is dry; 0: never."""

    def lift(self, stroke: int) -> None:
        """End this stroke."""

    def clear(self) -> None:
        """Remove all paint."""

    def forth(self) -> None:
        """Redo what was undone last; no effect if nothing was undone, or a new step was begun since."""

    def mark(self) -> None:
        """Begin an undo step, when the first finger lands."""

    def back(self) -> None:
        """Undo to the last mark; no effect if there is none."""


class Canvas(Protocol):
    """A surface measured in mm. Everything drawn in one frame, in order, makes the picture."""

    calm: bool  # the player chose less motion: things fade instead of moving; set by the app
    say: Say  # gives sentences in the player's language, by id; set by the app

    @property
    def size(self) -> Vec:
        """Width and height of the drawing area, in mm."""

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        """A rectangle from its upper left corner; `radius` rounds corners; `border` > 0: only an inner rim of this thickness."""

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        """A disc; `border` > 0: only an inner ring of this thickness."""

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        """An upright ellipse of this full width and height."""

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        """An inner ring of a disc in one opaque colour, for one whose size changes from frame to frame: less exact than
        `circle`, but it costs nothing to be of a new size."""

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        """Part of a ring, clockwise from `start` to `end`, in radians from twelve o'clock; round ends."""

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        """A polyline with round joins and ends."""

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        """A filled outline."""

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        """An outline filled with several gradients, the first one lowest: a soft thing with light, hollows and shine.

        If the first one is opaque, the outline may change in every frame at little cost, as long as the coats stay the
        same relative to the centre of the first one: let them change in steps.
        """

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        """One gradient that ends at an ellipse of this full size, turned clockwise; nothing beyond: a shadow, a light.

        The last colour should be transparent. Its size is rounded to steps that are not seen.
        """

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        """A soft shadow along a polyline, darkest along it, gone at half this width to either side."""

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        """A round band along a polyline, which may change in every frame at little cost. Colours are opaque.

        The first layer is its dark rim and should be 1.0 wide; each further one is narrower, and moved towards the light in
        the upper left, so that the band looks round. One layer alone is a flat band. `closed`: from the last point to the
        first one.
        """

    def relief(
        self, rims: Sequence[Sequence[Vec]], holes: Sequence[Sequence[Vec]], dents: Sequence[Dent], clay: Clay
    ) -> None:
        """Soft bodies seen from above, as of dough: thick inside their rims, round towards rims and holes, with dents and a
        soft shadow, lit from the upper left. They may change in every frame."""

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
        """Text with an em of `height` mm; `at` is the vertical middle of its left end, centre or right end.

        `wrap` breaks lines at this width in mm; the lines together are then centred vertically on `at`.
        """

    def text_size(self, words: str, height: float, weight: Weight = "regular", wrap: float | None = None) -> Vec:
        """Width and height of a text in mm."""

    def picture(
        self,
        name: str,
        centre: Vec,
        width: float,
        opacity: float = 1.0,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        """A picture from assets/images, by name ("beans/bowl_back"), scaled to this width.

        `shade` below 1 darkens it. `part` = (column, row, columns, rows) takes one cell of a sheet of cells.
        """

    def posed(
        self,
        name: str,
        centre: Vec,
        width: float,
        pose: Pose,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        """A picture as `picture` draws it, turned and squashed: a thing that sways or lands. Both are rounded to steps that
        are not seen."""

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        """A one-coloured icon from assets/icons, by name ("pause"), `size` mm wide and high; an unknown name draws nothing."""

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        """Fill a rectangle with a picture that is `scale` mm wide, repeated; `radius` rounds the corners."""

    def clip(self, at: Vec, size: Vec) -> AbstractContextManager[None]:
        """Within the context nothing is drawn outside this rectangle."""

    def shifted(self, by: Vec, size: Vec) -> AbstractContextManager[None]:
        """Within the context the origin lies here and `size` is this: a table on the screen."""

    def kept(self, name: str, key: Hashable, draw: Callable[[Canvas], None]) -> None:
        """A cached part: `draw` is called only if `key` has changed; until then, what it drew is shown again."""

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        """A thing that the view draws itself, once, and that then is moved about like a picture: `at` is its upper left
        corner, and within `draw` the origin; what lies outside `size` is cut off. `draw` is called only if name, key or
        size are new."""

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        """Draw this without showing it, so that the pictures and shapes that it needs are ready when they are shown."""

    def layer(self, name: str) -> Layer:
        """The layer of this name, as large as the canvas; created empty at first use, and drawn at this point of the frame."""


def pictured(name: str) -> Callable[[Canvas, Vec, float], None]:
    """A function that draws this picture from assets/images centred at a point, `width` mm wide, to be used as a tile."""
    return lambda canvas, centre, width: canvas.picture(name, centre, width)
