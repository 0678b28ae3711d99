"""What the guided levels paint: pictures of lines, shapes and moving dots, in a frame 200 units wide and 90 high."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from games.kit.chance import below, pick, within
from games.kit.geometry import Vec, path_length
from games.kit.motion import share
from games.paint.curves import Line, eight, ellipse, mirrored, smooth, spiral, straight, wave
from games.paint.letters import WIDE, WORDS, written

FRAME = Vec(200.0, 90.0)
MIDDLE = FRAME * 0.5


@dataclass(frozen=True)
class Piece:
    """One thing to paint: a line to trace, a shape to fill (closed), or a dot to follow (seconds)."""

    line: Line
    colour: str
    kind: str = "trace"  # "fill", "dots", "track"
    seconds: float = 0.0  # duration of a dot's way


@dataclass(frozen=True)
class Picture:
    """Pieces to paint, sheet by sheet, and what is already drawn."""

    sheets: tuple[tuple[Piece, ...], ...]
    drawn: tuple[tuple[Line, str], ...] = field(default=())  # finished lines and their colours
    pencil: tuple[Line, ...] = ()  # decorative pencil lines
    wash: str = ""  # name of the picture of a pale wash below
    turns: bool = True  # whether it may be mirrored for the left hand
    stretch: float = 1.25  # greatest ratio by which it may be stretched in one direction


BLUE, SKY, DEEP, TEAL = "#2E5FA3", "#6FA3CF", "#1F3F73", "#2C8C8C"
OCHRE, SIENNA, UMBER, RED = "#C98A2B", "#A4532B", "#5E4630", "#B5382E"
LEAF, MOSS, OLIVE, PLUM = "#4F8A3C", "#2F6B45", "#7F8C33", "#7A3B6B"
ORANGE, ROSE, GREY, INK = "#DD7A1F", "#C65B6C", "#6B7683", "#26303F"


def _lines(*each: tuple[Line, str]) -> tuple[tuple[Piece, ...], ...]:
    return (tuple(Piece(line, colour) for line, colour in each),)


def _harbour(_rng: Random) -> Picture:
    return Picture(
        _lines(
            (straight((4, 46), (196, 46)), SKY),
            (straight((10, 82), (190, 82)), OCHRE),
            (straight((70, 66), (70, 4)), UMBER),
            (straight((146, 66), (146, 16)), UMBER),
            (straight((70, 6), (112, 58)), BLUE),
            (straight((70, 10), (34, 58)), TEAL),
            (straight((28, 68), (118, 68)), RED),
            (straight((124, 68), (172, 68)), DEEP),
        ),
        wash="sea",
        stretch=1.5,
    )


def _sea(_rng: Random) -> Picture:
    rows = (
        (12.0, 4.0, 2.5, SKY),
        (26.0, 5.0, 2.5, BLUE),
        (40.0, 6.0, 3.0, TEAL),
        (54.0, 6.0, 3.0, BLUE),
        (68.0, 7.0, 2.5, DEEP),
        (82.0, 6.0, 2.0, TEAL),
    )
    return Picture(
        _lines(*((wave((4, y), 192, high, periods), c) for y, high, periods, c in rows)), wash="sea", stretch=1.5
    )


def _leaves(_rng: Random) -> Picture:
    shapes = (
        ((10, 78), (16, 46), (36, 18), (62, 6), (66, 34), (52, 62), (30, 76)),
        ((76, 84), (72, 56), (84, 26), (104, 6), (118, 30), (116, 60), (98, 80)),
        ((132, 76), (136, 48), (158, 22), (188, 12), (190, 40), (176, 64), (152, 78)),
    )
    colours = (LEAF, OCHRE, MOSS)
    veins = (
        straight((4, 86), (36, 46), (60, 12)),
        straight((80, 90), (98, 48), (104, 12)),
        straight((126, 84), (160, 48), (184, 18)),
    )
    pieces = tuple(
        Piece(smooth(*shape, closed=True, steps=8), colour, "fill")
        for shape, colour in zip(shapes, colours, strict=True)
    )
    return Picture((pieces,), pencil=veins, wash="green")


def _fruit(_rng: Random) -> Picture:
    return Picture(
        _lines(
            (ellipse((52, 36), 24, 24), ORANGE),
            (ellipse((102, 26), 22, 22), RED),
            (ellipse((150, 38), 24, 22), OCHRE),
            (ellipse((76, 62), 20, 20), PLUM),
            (ellipse((124, 64), 20, 18), LEAF),
            (ellipse((100, 66), 88, 22), BLUE),
        ),
        wash="warm",
    )


def _heron(_rng: Random) -> Picture:
    dots = (
        (((8, 22), (34, 16), (52, 14), (64, 22)), ORANGE),
        (((64, 22), (62, 38), (70, 50), (88, 52)), GREY),
        (((72, 30), (104, 20), (140, 30), (182, 58)), BLUE),
        (((88, 52), (116, 60), (150, 60), (182, 58)), GREY),
        (((112, 60), (108, 74), (112, 88)), UMBER),
        (((18, 86), (60, 82), (120, 86), (190, 80)), TEAL),
    )
    return Picture(
        (tuple(Piece(straight(*points), colour, "dots") for points, colour in dots),), wash="dusk", stretch=1.4
    )


def _ribbon(_rng: Random) -> Picture:
    lines = (
        (eight((100, 45), 84, 34), 16.0, BLUE),
        (eight((100, 45), 40, 38, upright=True), 15.0, ROSE),
        (
            smooth((100, 45), (150, 12), (188, 45), (150, 78), (100, 45), (60, 14), (14, 45), (50, 78), (100, 45)),
            14.0,
            TEAL,
        ),
        (spiral((100, 45), 42, 2.5), 14.0, OCHRE),
    )
    return Picture(tuple((Piece(line, colour, "track", seconds),) for line, seconds, colour in lines), wash="dusk")


def _eights(_rng: Random) -> Picture:
    return Picture(
        _lines(
            (eight((58, 28), 50, 22), BLUE),
            (eight((158, 45), 22, 40, upright=True), RED),
            (eight((58, 68), 50, 20), TEAL),
            (eight((100, 45), 94, 40), OCHRE),
        ),
        wash="sea",
    )


def _halves(_rng: Random) -> Picture:
    """A vase, a leaf, a pear and a bell: one half is there, the other is to be drawn."""
    halves = (
        (((30, 6), (17, 8), (21, 20), (10, 40), (10, 64), (18, 82), (30, 86)), BLUE, 30.0),
        (((78, 4), (66, 20), (60, 42), (64, 62), (78, 84)), LEAF, 78.0),
        (((126, 10), (117, 18), (115, 32), (104, 50), (106, 72), (126, 84)), OCHRE, 126.0),
        (((171, 8), (160, 16), (158, 36), (154, 58), (145, 74), (171, 78)), SIENNA, 171.0),
    )
    there, asked = [], []
    for points, colour, middle in halves:
        half = smooth(*points)
        there.append((half, colour))
        asked.append((mirrored(half, middle), colour))
    return Picture(_lines(*asked), tuple(there), wash="warm", stretch=1.1)


def _fern(_rng: Random) -> Picture:
    return Picture(
        _lines(
            (spiral((50, 40), 36, 2.5, start=0.25), MOSS),
            (spiral((140, 26), 22, 1.5, start=0.25, clockwise=False), LEAF),
            (spiral((112, 64), 22, 1.5, start=0.25), OLIVE),
            (spiral((166, 64), 22, 1.5, start=0.25, clockwise=False), TEAL),
        ),
        wash="green",
        stretch=1.0,
    )


def _letters(rng: Random) -> Picture:
    sheets = []
    for word in pick(rng, WORDS):
        size = min(1.25, 190 / (len(word) * WIDE))
        left = (FRAME.x - len(word) * WIDE * size) / 2
        inks = (DEEP, RED, MOSS, PLUM)
        lines = written(word, left, MIDDLE.y - 27 * size, size)
        sheets.append(tuple(Piece(line, inks[i % len(inks)]) for i, line in enumerate(lines)))
    return Picture(tuple(sheets), turns=False, stretch=1.0)


def _signature(_rng: Random) -> Picture:
    return Picture(((Piece(wave((20, 48), 160, 12, 3.5), INK),),), turns=False, stretch=1.0)


def _test(_rng: Random) -> Picture:
    return Picture(
        (
            (Piece(straight((10, 70), (190, 20)), BLUE),),
            (Piece(ellipse((100, 45), 40, 40), RED),),
            (Piece(eight((100, 45), 84, 36), TEAL),),
            (Piece(spiral((100, 45), 43, 2.5, start=0.25), PLUM),),
        ),
        stretch=1.0,
    )


def _garden(_rng: Random) -> Picture:
    """A vase of branches beside a window: long lines for levels with missing parts."""
    lines = (
        (smooth((58, 46), (52, 58), (44, 70), (56, 86), (82, 86), (94, 70), (86, 58), (80, 46)), BLUE),
        (ellipse((69, 46), 11, 3), DEEP),
        (smooth((68, 44), (62, 30), (46, 18), (24, 10)), MOSS),
        (smooth((70, 44), (74, 26), (90, 12), (116, 6)), MOSS),
        (smooth((72, 44), (88, 34), (108, 32), (122, 38)), OLIVE),
        (smooth((24, 10), (14, 14), (8, 26), (22, 24), (32, 13)), LEAF),
        (smooth((116, 6), (126, 2), (136, 8), (126, 18), (112, 14)), LEAF),
        (ellipse((46, 16), 9, 7), ROSE),
        (ellipse((90, 12), 9, 8), RED),
        (ellipse((122, 40), 10, 9), ORANGE),
        (straight((144, 8), (192, 8), (192, 74), (144, 74), (144, 8)), UMBER),
        (smooth((146, 52), (156, 40), (168, 48), (178, 38), (190, 46)), TEAL),
        (straight((6, 86), (196, 86)), SIENNA),
    )
    return Picture(_lines(*lines), wash="warm", stretch=1.0)


PICTURES: dict[str, Callable[[Random], Picture]] = {
    "harbour": _harbour,
    "sea": _sea,
    "leaves": _leaves,
    "fruit": _fruit,
    "heron": _heron,
    "ribbon": _ribbon,
    "eights": _eights,
    "halves": _halves,
    "fern": _fern,
    "letters": _letters,
    "signature": _signature,
    "test": _test,
    "garden": _garden,
}


def with_gaps(picture: Picture, gaps: int, rng: Random) -> Picture:
    """The finished picture with `gaps` missing parts, each to be painted."""
    long = [piece for piece in picture.sheets[0] if path_length(piece.line) >= GAP[1] * 1.4]
    room = {id(piece): [(0.0, path_length(piece.line))] for piece in long}
    missing: list[Piece] = []
    cuts: dict[int, list[tuple[float, float]]] = {}
    for _ in range(gaps * 40):
        if len(missing) == gaps:
            break
        piece = long[below(rng, len(long))]
        free = room[id(piece)]
        start, end = free[below(rng, len(free))]
        length = within(rng, *GAP)
        if end - start < length + 2 * APART:
            continue
        begins = within(rng, start + APART, end - APART - length)
        free.remove((start, end))
        free += [(start, begins), (begins + length, end)]
        missing.append(Piece(part(piece.line, begins, begins + length), piece.colour))
        cuts.setdefault(id(piece), []).append((begins, begins + length))
    drawn = []
    for piece in picture.sheets[0]:
        at, end = 0.0, path_length(piece.line)
        for begins, ends in sorted(cuts.get(id(piece), [])):
            drawn.append((part(piece.line, at, begins), piece.colour))
            at = ends
        drawn.append((part(piece.line, at, end), piece.colour))
    return replace(picture, sheets=(tuple(missing),), drawn=tuple(drawn))


GAP = (26.0, 44.0)  # units, range of lengths of a missing part
APART = 6.0  # units between two of them


def part(line: Line, start: float, end: float) -> Line:
    """The part of a line between two lengths along it."""
    out: list[Vec] = []
    done = 0.0
    for a, b in pairwise(line):
        leg = path_length((a, b))
        if leg > 0 and done + leg >= start and done <= end:
            first, last = share(start, done, leg), share(end, done, leg)
            if not out:
                out.append(a + (b - a) * first)
            out.append(a + (b - a) * last)
        done += leg
    return tuple(out)
