"""The rubber bands as they lie on the home screen: three loops over each other, matt and lit from the upper left."""
import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

COLOURS = (("#2f9c8c", 0.20, 0.98, 0.60, 14), ("#e5a21f", -0.55, 0.86, 0.46, 31), ("#e0603f", 0.62, 0.74, 0.36, 7))


def bands(width: int = 720) -> Image.Image:
    """Three bands, the smallest on top."""
    big = width * 2
    tile = Image.new("RGBA", (big, big))
    for colour, turn, long, high, seed in COLOURS:
        tile.alpha_composite(_band(big, colour, turn, long, high, seed))
    return tile.resize((width, width), Image.LANCZOS)


def _band(size, colour, turn, long, high, seed) -> Image.Image:
    """One loop that lies a little uneven: its shadow, its side, its upper face, a soft shine."""
    chance = np.random.default_rng(seed)
    waves = [(k, chance.uniform(0.004, 0.022), chance.uniform(0, 6.28)) for k in (2, 3, 5)]
    points = []
    for i in range(721):
        a = 2 * math.pi * i / 720
        r = 1 + sum(g * math.cos(k * a + p) for k, g, p in waves)
        x, y = long * 0.42 * size * math.cos(a) * r, high * 0.48 * size * math.sin(a) * r
        points.append((size / 2 + x * math.cos(turn) - y * math.sin(turn), size / 2 + x * math.sin(turn) + y * math.cos(turn)))
    thick = size * 0.052

    def stroke(offset, wide, fill, blur=0.0):
        mask = Image.new("L", (size, size))
        pen = ImageDraw.Draw(mask)
        moved = [(x + offset[0], y + offset[1]) for x, y in points]
        pen.line(moved, fill=255, width=round(wide), joint="curve")
        for x, y in moved[::4]:
            pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask
        layer = Image.new("RGBA", (size, size), fill[:7])
        strength = int(fill[7:9], 16) / 255 if len(fill) == 9 else 1.0
        layer.putalpha(mask.point(lambda v: int(v * strength)))
        return layer

    r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    dark = "#%02x%02x%02x" % (r * 5 // 9, g * 5 // 9, b * 5 // 9)
    pale = "#%02x%02x%02x" % tuple(v + (255 - v) * 5 // 9 for v in (r, g, b))
    out = Image.new("RGBA", (size, size))
    out.alpha_composite(stroke((thick * 0.35, thick * 0.62), thick * 1.1, "#140a04a0", thick * 0.38))
    out.alpha_composite(stroke((0, thick * 0.16), thick * 1.04, dark))
    out.alpha_composite(stroke((0, 0), thick * 0.86, colour))
    out.alpha_composite(stroke((-thick * 0.08, -thick * 0.17), thick * 0.22, pale + "c8", thick * 0.07))
    return out
