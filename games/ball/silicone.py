"""The look of a soft ball: it is dented by fingertips, bulges between them, and keeps its size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from games.kit.canvas import Canvas, Coat, Colour
from games.kit.geometry import ORIGIN, Vec, vecs

POINTS = 60  # of an outline
WAYS = tuple((math.cos(2 * math.pi * k / POINTS), math.sin(2 * math.pi * k / POINTS)) for k in range(POINTS))
FINE = 1200  # angles in half a turn at which the form of a dent is known
STEPS = 48  # in which light and shadow follow a fingertip from the rim to the middle ...
TURNS = math.radians(4)  # ... and round the ball, in rad
FADES = 16  # strengths of a colour that is laid over another
WIDE = 2.35  # rad, divided by the number of fingers: width of the dent under a fingertip
BULGES = (1.0, 1.3, 1.30, 1.12, 1.06, 1.03)  # largest bulge in radii, by the number of fingers ...
# ... and no more than this times the fingers' own distance: between many fingers it goes upwards instead.
RISES = (9.0, 9.0, 9.0, 1.62, 1.40, 1.28)
LEAST = 0.16  # least radius under a dent, as a share of the ball's
TABLE_LIGHT = "#F0A960"  # light reflected by the oak table
SHADOW_DOWN = Vec(0.15, 0.24)  # of the radius: where its shadow lies
SHADOW = ((0.0, "#160A04C8"), (0.6, "#160A04B0"), (0.76, "#160A0468"), (0.9, "#160A041C"), (1.0, "#160A0400"))


@dataclass(frozen=True)
class Rubber:
    """The colours of one material, from light to dark."""

    shine: Colour
    light: Colour
    body: Colour
    dark: Colour
    rim: Colour


TEAL = Rubber("#8FE0CF", "#41AE9C", "#1F7D70", "#0E4A43", "#062B27")
CORAL = Rubber("#FFC2A6", "#E9805C", "#C4553A", "#7E2C1C", "#4A160C")
PLUM = Rubber("#DDB3D6", "#A767A0", "#7C4277", "#472144", "#2A1028")
ORANGE = Rubber("#FFD88A", "#F5A52C", "#DD7F12", "#954A08", "#5A2A04")


def outline(centre: Vec, radius: float, tips: Sequence[Vec]) -> list[Vec]:
    """The outline of a ball of this radius with fingertips pressed into it: the displaced area bulges out between them
    and, with several fingers, upwards."""
    if not tips:
        return _ring(centre, radius)
    fall = _fall(WIDE / max(2, len(tips)))
    weights: list[float] = []
    pulls: list[float] = []
    free_parts: list[float] = []
    total = 0.0
    for tip in tips:
        away = max(LEAST * radius, tip.length)
        start = round(-math.atan2(tip.y, tip.x) * FINE / math.pi) % (2 * FINE)
        near = fall[start : start + 2 * FINE : 2 * FINE // POINTS]
        total += away
        if not weights:
            weights, pulls, free_parts = [*near], [one * away for one in near], [1.0 - one for one in near]
            continue
        weights = [weight + one for weight, one in zip(weights, near, strict=True)]
        pulls = [pull + one * away for pull, one in zip(pulls, near, strict=True)]
        free_parts = [part * (1.0 - one) for part, one in zip(free_parts, near, strict=True)]
    aways = [pull / weight if weight > 1e-9 else radius for pull, weight in zip(pulls, weights, strict=True)]
    count = min(len(tips), len(BULGES) - 1)
    rises = max(RISES[count] * total / len(tips), 0.5 * radius)
    free = min(_free(free_parts, aways, radius, BULGES[count]), rises)
    x, y = centre
    reach = [away + (free - away) * part for part, away in zip(free_parts, aways, strict=True)]
    return vecs([(x + r * cos, y + r * sin) for r, (cos, sin) in zip(reach, WAYS, strict=True)])


@lru_cache(maxsize=8)
def _fall(wide: float) -> tuple[float, ...]:
    """How much a fingertip dents the ball at each angle from it, for a dent of this width (rad); twice round."""
    near = [math.exp(-((math.pi * k / FINE / wide) ** 2)) for k in range(FINE + 1)]
    return (*near, *near[-2:0:-1]) * 2


def _free(parts: Sequence[float], aways: Sequence[float], radius: float, most: float) -> float:
    """How far the ball bulges between the fingers, so that its area is constant. `parts`: how far no finger is felt."""
    a = b = c = 0.0
    for part, away in zip(parts, aways, strict=True):
        held = away - part * away
        a += part * part
        b += 2 * part * held
        c += held * held
    c -= len(parts) * radius * radius
    if a < 1e-9:
        return radius
    return min(most * radius, max(0.5 * radius, (-b + math.sqrt(max(0.0, b * b - 4 * a * c))) / (2 * a)))


def _ring(centre: Vec, radius: float) -> list[Vec]:
    return vecs([(centre.x + radius * cos, centre.y + radius * sin) for cos, sin in WAYS])


@dataclass(frozen=True)
class Form:
    """The ellipse that an outline fills: its middle, half its size, and how far it is turned."""

    middle: Vec
    half: Vec
    turn: float


def form_of(points: Sequence[Vec], centre: Vec, tips: Sequence[Vec]) -> Form:
    """Along the line between two fingers, else upright."""
    turn = math.atan2(tips[0].y, tips[0].x) if len(tips) == 2 else 0.0
    cos, sin = math.cos(turn), math.sin(turn)
    along = [(p.x - centre.x) * cos + (p.y - centre.y) * sin for p in points]
    across = [(p.y - centre.y) * cos - (p.x - centre.x) * sin for p in points]
    x, y = (min(along) + max(along)) / 2, (min(across) + max(across)) / 2
    middle = Vec(centre.x + x * cos - y * sin, centre.y + x * sin + y * cos)
    return Form(middle, Vec((max(along) - min(along)) / 2, (max(across) - min(across)) / 2), turn)


def draw(canvas: Canvas, centre: Vec, radius: float, tips: Sequence[Vec], rubber: Rubber, hollow: float = 0.0) -> None:
    """The ball and its shadow. `hollow`: how deep a finger presses from above, 0 to 1.

    The outline follows the fingers exactly; light and shadow follow in steps that are too small to be seen, so that they
    need not be made anew for each frame.
    """
    pressed = round(hollow * STEPS) / STEPS
    form, coats = _lit(radius, tuple(_stepped(tip, radius) for tip in tips), rubber, pressed)
    middle = centre + form.middle + SHADOW_DOWN * radius
    canvas.glow(middle, form.half * 2.46, SHADOW, form.turn)
    with canvas.shifted(centre, canvas.size):  # so the coats are the same thing from frame to frame
        canvas.soft(outline(ORIGIN, radius * (1 + 0.10 * hollow), tips), coats)


def _stepped(tip: Vec, radius: float) -> Vec:
    """A fingertip's place on a ball of this radius, in steps round it and towards its middle."""
    turn = round(math.atan2(tip.y, tip.x) / TURNS) * TURNS
    away = round(tip.length / radius * STEPS) / STEPS * radius
    return Vec(away * math.cos(turn), away * math.sin(turn))


@lru_cache(maxsize=512)
def _lit(radius: float, tips: tuple[Vec, ...], rubber: Rubber, hollow: float) -> tuple[Form, tuple[Coat, ...]]:
    """What a ball round the origin looks like that is pressed like this: its form, and its light."""
    points = outline(ORIGIN, radius * (1 + 0.10 * hollow), tips)
    form = form_of(points, ORIGIN, tips)
    return form, (*_body(radius, form, rubber), *_dents(ORIGIN, radius, tips, rubber, hollow))


def _faded(colour: Colour, share: float) -> Colour:
    """In few steps, because each colour is a gradient of its own."""
    return f"{colour}{round(255 * round(min(1.0, max(0.0, share)) * FADES) / FADES):02X}"


def _body(radius: float, form: Form, rubber: Rubber) -> list[Coat]:
    """Matt silicone in the light of a window: key from the upper left, a warm light back from the table."""
    size, turn = form.half * 2.0, form.turn
    cos, sin = math.cos(turn), math.sin(turn)

    def off(x: float, y: float) -> Vec:
        """A place within the form, towards a way on the table."""
        along, across = (x * cos + y * sin) * form.half.x, (y * cos - x * sin) * form.half.y
        return Vec(form.middle.x + along * cos - across * sin, form.middle.y + along * sin + across * cos)

    body = ((0.0, rubber.light), (0.28, rubber.light), (0.62, rubber.body), (0.92, rubber.dark), (1.0, rubber.rim))
    glow = ((0.0, _faded(rubber.shine, 0.62)), (0.4, _faded(rubber.shine, 0.34)), (1.0, _faded(rubber.shine, 0)))
    warm = ((0.0, _faded(TABLE_LIGHT, 0.34)), (0.5, _faded(TABLE_LIGHT, 0.16)), (1.0, _faded(TABLE_LIGHT, 0)))
    rim = (
        (0.0, _faded(rubber.rim, 0)),
        (0.78, _faded(rubber.rim, 0)),
        (0.94, _faded(rubber.rim, 0.42)),
        (1.0, _faded(rubber.rim, 0.78)),
    )
    shine = ((0.0, _faded("#FFFFFF", 0.42)), (0.45, _faded("#FFFFFF", 0.20)), (1.0, _faded("#FFFFFF", 0)))
    return [
        (off(-0.34, -0.40), size * 1.54, turn, body),
        (off(-0.40, -0.45), size * 0.70, turn, glow),
        (off(0.52, 0.64), size * 0.56, turn, warm),
        (form.middle, size * 1.03, turn, rim),
        (off(-0.42, -0.50), Vec(radius * 0.78, radius * 0.50), -0.5, shine),
    ]


def _dents(centre: Vec, radius: float, tips: Sequence[Vec], rubber: Rubber, hollow: float) -> list[Coat]:
    """The hollows under fingertips: dark where they turn from the light, pale where they face it."""
    coats: list[Coat] = []
    for tip in tips:
        pressed = min(1.0, max(0.0, 1.12 - tip.length / radius) * 1.8)
        if pressed <= 0.05:
            continue
        at = centre + tip * 0.96
        wide = radius * (0.46 + 0.22 * pressed)
        coats += _hollow(at, at + Vec(0.15, 0.17) * radius, wide, rubber, pressed)
    if hollow > 0.02:
        coats += _hollow(centre, centre + Vec(0.20, 0.24) * radius, radius * (0.5 + 0.8 * hollow), rubber, 1.2 * hollow)
    return coats


def _hollow(at: Vec, pale: Vec, wide: float, rubber: Rubber, strength: float) -> list[Coat]:
    lit = ((0.0, _faded(rubber.shine, 0.36 * strength)), (1.0, _faded(rubber.shine, 0)))
    dark = tuple(
        (share, _faded(rubber.rim, part * strength)) for share, part in ((0.0, 0.66), (0.45, 0.42), (1.0, 0.0))
    )
    return [(pale, Vec(wide, wide) * 1.3, 0.0, lit), (at, Vec(wide, wide), 0.0, dark)]
