"""Shapes cut from coloured paper, laid on a disc and lit from the upper left; lengths in hundredths of the disc."""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIZE, FINE = 256, 4  # pixels of the finished picture; how many times finer it is drawn
WIDE = SIZE * FINE
UNIT = WIDE / 100
STEPS = 24  # straight pieces of one curve


def path(d):
    """The outline of an SVG path of absolute M, L, Q, C and Z."""
    words = d.replace(",", " ").split()
    points, i, order = [], 0, 1
    while i < len(words):
        if words[i].isalpha():
            order = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}[words[i]]
            i += 1
            continue
        knots = points[-1:] * (order > 1) + [
            (float(words[i + 2 * k]), float(words[i + 2 * k + 1])) for k in range(order)
        ]
        i += 2 * order
        points += [_between(knots, step / STEPS) for step in range(1, STEPS + 1)] if order > 1 else knots
    return [(points, 0, 255)]


def _between(knots, t):
    """De Casteljau: the point at t of the curve of these knots."""
    while len(knots) > 1:
        knots = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(knots, knots[1:], strict=False)]
    return knots[0]


def oval(x, y, rx, ry=None, turn=0.0):
    """An ellipse, turned clockwise by degrees."""
    ry, c, s = ry or rx, math.cos(math.radians(turn)), math.sin(math.radians(turn))
    round_ = [(rx * math.cos(a), ry * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 120, endpoint=False)]
    return [([(x + u * c - v * s, y + u * s + v * c) for u, v in round_], 0, 255)]


def stroke(width, d):
    """A line with round ends along a path."""
    return [(points, width, value) for points, _, value in path(d)]


def ring(x, y, r, width):
    """A circle drawn as a line."""
    return oval(x, y, r + width / 2) + hole(oval(x, y, r - width / 2))


def hole(shape):
    """What is cut out of the shapes before it."""
    return [(points, width, 0) for points, width, _ in shape]


def mirrored(shape):
    """A shape and its image in the upright axis of the disc."""
    return shape + [([(100 - x, y) for x, y in points], width, value) for points, width, value in shape]


def turned(shape, degrees, x=50, y=50):
    """A shape turned clockwise about a point."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        ([(x + (u - x) * c - (v - y) * s, y + (u - x) * s + (v - y) * c) for u, v in points], *how)
        for points, *how in shape
    ]


def colour_of(code):
    return np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)], np.float32)


def luminance(code):
    c = colour_of(code) / 255
    return float(np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4) @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one, other):
    """The contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mask(*shapes):
    """How far each pixel is covered, 0 to 1."""
    image = Image.new("L", (WIDE, WIDE))
    pen = ImageDraw.Draw(image)
    for points, width, value in sum(shapes, []):
        at = [(x * UNIT, y * UNIT) for x, y in points]
        if not width:
            pen.polygon(at, fill=value)
            continue
        half = width * UNIT / 2
        pen.line(at, fill=value, width=round(width * UNIT))
        for x, y in at:
            pen.ellipse((x - half, y - half, x + half, y + half), fill=value)
    return np.asarray(image, np.float32) / 255


def soft(m, blur, shift):
    """A mask blurred and pushed down and to the right, both in hundredths."""
    pixels = Image.fromarray((m * 255).astype("u1")).filter(ImageFilter.GaussianBlur(blur * UNIT))
    down, right = round(shift * UNIT), round(shift * UNIT * 0.7)
    moved = pixels.transform(pixels.size, Image.AFFINE, (1, 0, -right, 0, 1, -down))  # what comes in is empty
    return np.asarray(moved, np.float32) / 255


class Disc:
    """A picture that grows piece by piece."""

    def __init__(self, ground):
        self.ground, self.main = ground, ""
        y, x = np.mgrid[0:WIDE, 0:WIDE].astype(np.float32) / WIDE
        self.fall = (0.5 - x) * 0.7 + (0.5 - y)  # towards the light
        self.rgb = colour_of(ground) * (1 + 0.16 * self.fall)[..., None]

    def lay(self, colour, *shapes, lift=1.0):
        """Lay a piece of paper on what is there; lift 0 paints it on, flat.

        The first piece's colour is the one that must part from the ground.
        """
        self.main = self.main or colour
        m = mask(*shapes)
        if lift:
            self.rgb *= 1 - 0.34 * soft(m, 1.5 * lift, 1.7 * lift)[..., None]
        lit = 1 + 0.12 * self.fall
        if lift:
            lit += 0.22 * (1 - soft(m, 0.9, 0.9)) - 0.17 * (1 - soft(m, 1.2, -1.2))
        self.rgb += (np.minimum(colour_of(colour) * lit[..., None], 255) - self.rgb) * m[..., None]
        return self

    def finished(self):
        """The picture at its size, its disc cut out."""
        rim = 1 - mask(oval(50, 50, 48.2))
        light = np.where(self.fall > 0, 0.20, -0.22) * np.minimum(np.abs(self.fall) * 2.2, 1)
        if luminance(self.ground) > 0.5:  # a pale disc must part from pale paper all round
            light = np.minimum(light, 0) - 0.14
        rgb = np.clip(self.rgb * (1 + rim * light)[..., None], 0, 255)
        alpha = mask(oval(50, 50, 49.6))
        small = [np.asarray(Image.fromarray(rgb[..., k]).resize((SIZE, SIZE), Image.BOX)) for k in range(3)]
        cover = np.asarray(Image.fromarray(alpha).resize((SIZE, SIZE), Image.BOX)) * 255
        return Image.fromarray((np.dstack([*small, cover]) + 0.5).clip(0, 255).astype("u1"))
