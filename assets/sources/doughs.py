"""The lump of dough as it lies on the home screen: warm and matt, a heart pressed of it, two fingertips' hollows."""
import numpy as np

from light import F, hexcolour, mix, smooth
from marching import march
from pieces import rounded_max


def lump(size=(720, 690), colour="#e3a765"):
    """A soft heart, thicker in the middle, with hollows where it was pressed."""
    def sdf(p):
        x, y, z = p[:, 0], -p[:, 1], p[:, 2]
        x, y = x * 0.97 + y * 0.20, y * 0.97 - x * 0.20
        ax = np.sqrt(x * x + 0.006)
        y = y + 0.12
        # the flat heart: a tilted square with two half discs, all of one distance
        u, v = (ax + y) / np.sqrt(2), (y - ax) / np.sqrt(2)
        h = 0.62
        square = np.maximum(np.abs(u - 0.08) - h, np.abs(v - 0.08) - h) * 0.98
        disc = np.sqrt((ax - 0.50) ** 2 + (y - 0.52) ** 2) - 0.60
        k = 0.10
        share = np.clip(0.5 + 0.5 * (disc - square) / k, 0, 1)
        flat = disc * (1 - share) + square * share - k * share * (1 - share)
        q = np.stack([np.maximum(flat + 0.34, 0), np.maximum(np.abs(z + 0.55) - 0.10, 0)], 1)
        d = np.sqrt((q * q).sum(1)) - 0.40 + np.minimum(np.maximum(flat + 0.34, np.abs(z + 0.55) - 0.10), 0)
        d = d + 0.010 * np.sin(9 * p[:, 0] + 2) * np.sin(8 * p[:, 1] + 1) + 0.004 * np.sin(23 * p[:, 0]) * np.sin(21 * p[:, 1])
        for hx, hy in ((-0.52, -0.42), (0.46, -0.30), (0.02, 0.42)):
            hollow = np.sqrt((p[:, 0] - hx) ** 2 + (p[:, 1] - hy) ** 2 + (z - 0.17) ** 2) - 0.30
            d = rounded_max(d, -hollow, 0.14)
        return d * F(0.8)

    def material(p, n):
        pale = smooth(0.0, 1.0, n[:, 2])
        albedo = mix(np.broadcast_to(hexcolour(colour), p.shape), hexcolour("#f2c48c"), pale * 0.6)
        return {"albedo": albedo, "rough": 0.62, "f0": 0.03, "wrap": 0.35}

    return march(sdf, material, size, 3.35, 50, (0.05, 0.05, -0.5), ground=-1.0, step=0.6)
