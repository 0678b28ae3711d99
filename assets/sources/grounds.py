"""What the games lie on, as tiles that repeat, and the light of a window on it, as one soft picture for any size."""
import numpy as np
from PIL import Image, ImageDraw

from light import F, blur, hexcolour, mix, noise, shade, smooth
from surfaces import TOP, linen, settle, tiling_relief

SHADE, SUN = "#24160a", "#fff0cc"


def plaster(w, h, colour="#b3ae94", seed=81):
    """A limewashed wall: broad clouds of the brush, hardly any relief."""
    wash = 0.6 * noise((h, w), 1.7, (1, 1.6), low=3, seed=seed) + 0.4 * noise((h, w), 1.2, (2.4, 1), low=12, seed=seed + 1)
    trowel = noise((h, w), 1.7, (1, 1.3), low=6, seed=seed + 2)
    n, vis, ao = tiling_relief(blur(trowel, 2.0), 0.45)
    albedo = np.broadcast_to(hexcolour(colour), (h, w, 3)) * (1 + 0.035 * wash)[..., None]
    return settle(shade(n, TOP, albedo, rough=0.95, f0=0.01, vis=vis, ao=ao), colour)


def limestone(w, h, colour="#bcae96", seed=91):
    """A honed stone sill: fine grains, shells that left a pale or a dark fleck, faint beds."""
    bed = noise((h, w), 2.0, (5, 1), low=2, seed=seed)
    grain = noise((h, w), 0.7, low=40, seed=seed + 1)
    fleck = noise((h, w), 1.2, (1, 1.5), low=34, seed=seed + 2)
    albedo = np.broadcast_to(hexcolour(colour), (h, w, 3)) * (1 + 0.05 * bed + 0.025 * grain)[..., None]
    albedo = mix(albedo, hexcolour("#e6e0d4"), 0.42 * smooth(1.9, 2.9, fleck))
    albedo = mix(albedo, hexcolour("#7d776d"), 0.36 * smooth(2.0, 3.0, -fleck))
    n, vis, ao = tiling_relief(blur(-0.8 * smooth(2.0, 3.0, -fleck), 0.8), 0.6)
    return settle(shade(n, TOP, albedo, rough=0.6, f0=0.02, vis=vis, ao=ao), colour)


def towel(w=640, h=640):
    """A kitchen runner of natural linen, its long edges up and down at the top and the bottom, with woven blue stripes."""
    cloth = linen(w, h, colour="#c3b59b", fine=True)
    stripes = np.zeros(h, F)
    y = np.arange(h) / h
    for middle, wide in ((0.085, 0.018), (0.125, 0.006), (0.165, 0.018)):
        for at in (middle, 1 - middle):
            stripes = np.maximum(stripes, 1 - smooth(wide * 0.86, wide * 1.08, np.abs(y - at)))
    blue = hexcolour("#4c6f9c") / hexcolour("#c3b59b")
    return cloth * mix(np.ones(3, F), blue, np.broadcast_to(stripes[:, None], (h, w)) * 0.86)


def _lit(sun, dark):
    """A picture of light and shade (0 to 1 each) to lie over a table."""
    sun, dark = (np.clip(a, 0, 1)[..., None] for a in (sun, dark))
    return {"piece": np.dstack([sun * hexcolour(SUN) + dark * hexcolour(SHADE), sun + dark]).astype(F)}


def panes(w=600, h=400, across=2, down=3, left=0.16):
    """The light of a window with crossbars that stands to the upper left: sharp near it, softer farther away."""
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    x, y = xx / w, yy / h
    u, v = (x - left - 0.34 * y) / 0.40, (y + 0.06) / 0.98
    soft = 0.012 + 0.05 * np.clip(y, 0, 1)

    def within(t, count):
        place = np.clip(t, -0.2, 1.2) * count
        bar = 0.10
        inside = smooth(0, 1, (place % 1 - bar / 2) / (soft * count) + 0.5) * smooth(0, 1, (1 - bar / 2 - place % 1) / (soft * count) + 0.5)
        return inside * smooth(-soft, soft, t) * (1 - smooth(1 - soft, 1 + soft, t))

    light = blur(within(u, across) * within(v, down), 2.0)
    fall = 1.0 - 0.45 * smooth(0.1, 1.1, np.hypot(x - 0.2, y))
    away = smooth(0.25, 1.25, np.hypot(x - 0.28, (y - 0.15) * 0.9))
    return _lit(0.42 * light * fall, (0.04 + 0.15 * away) * (1 - light))


def _twig(draw, x, y, turn, leaves, size, scale):
    """A twig with leaves to either side, drawn in shadow."""
    for k in range(leaves):
        ahead = turn + 0.05 * k
        x, y = x + np.cos(ahead) * size * 0.72, y + np.sin(ahead) * size * 0.72
        for side in (-1, 1):
            way = ahead + side * (0.95 - 0.05 * k)
            t = np.linspace(0, 1, 18)
            half = 0.26 * np.sin(np.pi * t ** 0.8) * size
            px, py = x + np.cos(way) * t * size, y + np.sin(way) * t * size
            nx, ny = -np.sin(way), np.cos(way)
            rim = [*zip(px + nx * half, py + ny * half), *zip((px - nx * half)[::-1], (py - ny * half)[::-1])]
            draw.polygon([(a * scale, b * scale) for a, b in rim], fill=255)
        draw.line([(x * scale, y * scale), ((x - np.cos(ahead) * size) * scale, (y - np.sin(ahead) * size) * scale)], fill=255, width=int(3 * scale))


def leaves(w=600, h=400):
    """The same sun, through the twigs of a plant on the sill: their shadows reach in from the upper left."""
    under = panes(w, h, across=2, down=2, left=0.10)["piece"]
    drawn = Image.new("L", (2 * w, 2 * h))
    draw = ImageDraw.Draw(drawn)
    for x, y, turn, count, size in ((-20, 60, 0.42, 5, 46), (40, -30, 1.05, 5, 40), (170, -40, 0.75, 4, 44), (-30, 210, 0.12, 3, 42)):
        _twig(draw, x, y, turn, count, size, 2)
    shadow = np.asarray(drawn.resize((w, h), Image.LANCZOS), F) / 255
    yy, xx = np.mgrid[0:h, 0:w]
    far = smooth(0, 1.0, np.hypot(xx / w, yy / h))
    shadow = mix(blur(shadow, 2.2)[..., None], blur(shadow, 6)[..., None], far)[..., 0]
    keep = (1 - 0.75 * shadow)[..., None]
    dark = 0.22 * shadow[..., None]
    return {"piece": np.dstack([under[..., :3] * keep + dark * hexcolour(SHADE), under[..., 3:] * keep + dark]).astype(F)}


def soft(w=300, h=200):
    """Plain light from the upper left, that fades to the lower right."""
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    d = np.hypot(xx / w - 0.26, yy / h - 0.16)
    return _lit(0.26 * (1 - smooth(0.0, 0.62, d)), 0.26 * smooth(0.5, 1.15, d))
