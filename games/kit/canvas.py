"""What a view draws on: shapes, words, pictures, clips and kept layers, in mm. A canvas records; the device paints what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from games.kit.geometry import Vec
from games.kit.words import Say

Colour = str  # "#RRGGBB" or "#RRGGBBAA"
Anchor = Literal["left", "centre", "right"]  # of the words' middle line
Weight = Literal["regular", "bold"]
# A colour that runs from a place outwards: the place, the full size of the ellipse at which it ends, how far that is
# turned clockwise in radians, and the colours on the way there, each with its share of the way, 0 to 1.
Coat = tuple[Vec, Vec, float, tuple[tuple[float, Colour], ...]]


class Layer(Protocol):
    """A sheet of its own that keeps what is put on it from frame to frame: wet paint."""

    drawn: int  # how many of the view's strokes are on it; the view counts, the layer remembers

    @property
    def tired(self) -> bool:
        """Whether so much was painted in this frame that the rest had better wait for the next one."""

    def dab(self, at: Vec, radius: float, colour: Colour) -> None:
        """Put down one soft-edged spot of paint."""

    def smear(self, start: Vec, end: Vec, radius: float, strength: float) -> None:
        """Drag what lies at start towards end; strength 0 to 1."""

    def brush(self, stroke: int, at: Vec, radius: float, colour: Colour, lasts: float = 0.0) -> None:
        """Set a wet brush down, or move it on from where this stroke was: it mixes with what lies there, drags it along
        and picks it up. `lasts`: mm after which it has run dry; 0: never."""

    def lift(self, stroke: int) -> None:
        """This stroke is over."""

    def clear(self) -> None:
        """Take all paint off."""

    def forth(self) -> None:
        """Do again what was undone last; nothing happens where nothing was, or something was marked since."""

    def mark(self) -> None:
        """Begin an undo step: first finger down."""

    def back(self) -> None:
        """Undo to the last mark; nothing happens where there is none."""


class Canvas(Protocol):
    """A surface measured in mm. Everything drawn in one frame, in order, is the picture."""

    calm: bool  # the player asked for less motion: things fade instead of travelling; set by the app
    say: Say  # gives sentences in the player's language, by id; set by the app

    @property
    def size(self) -> Vec:
        """Width and height, in mm, of the part that is drawn on."""

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        """A rectangle from its upper left corner; `radius` rounds it, `border` > 0 draws only a rim that thick, inside."""

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        """A disc, or a ring `border` thick, inside."""

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        """An upright ellipse of this full width and height."""

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        """Part of a ring, clockwise from `start` to `end`, in radians from twelve o'clock; round ends."""

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        """A polyline with round joins and ends."""

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        """A filled outline."""

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        """A filled outline in coats, the first one lowest: something soft, lit, with hollows and shine."""

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
        """Words whose em is `height` mm; `at` is the middle of their left, centre or right edge.

        `wrap` breaks lines at this width in mm; the block of lines is then centred upright on `at`.
        """

    def text_size(self, words: str, height: float, weight: Weight = "regular", wrap: float | None = None) -> Vec:
        """Width and height in mm that the words take."""

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

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        """A one-coloured sign from assets/icons, by name ("pause"), this wide and high; an unknown one draws nothing."""

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        """Fill a rectangle with a picture that is `scale` mm wide, repeated; `radius` rounds the corners."""

    def clip(self, at: Vec, size: Vec) -> AbstractContextManager[None]:
        """Within the context nothing is drawn outside this rectangle."""

    def shifted(self, by: Vec, size: Vec) -> AbstractContextManager[None]:
        """Within the context the origin lies here and `size` is this: a table on the screen."""

    def kept(self, name: str, key: Hashable, draw: Callable[[Canvas], None]) -> None:
        """A part that seldom changes. `draw` is called only when the key is a new one; what it drew stays until then."""

    def layer(self, name: str) -> Layer:
        """The kept sheet of this name, as large as the canvas, made empty when first asked for and shown from here on."""


def pictured(name: str) -> Callable[[Canvas, Vec, float], None]:
    """Draws this picture from assets/images round a middle, so many mm wide: what a game's tile can be."""
    return lambda canvas, centre, width: canvas.picture(name, centre, width)
