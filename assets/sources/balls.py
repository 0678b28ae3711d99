"""The stress ball as it lies on the home screen: matt silicone, pressed from two sides, bulging between."""
import numpy as np

from light import F, hexcolour, mix, smooth
from marching import march
from pieces import rounded_max


def ball(size=(720, 690), colour="#1f7d70"):
    """Squashed along a slant, a fingertip's hollow on either side, a fine moulded seam round it."""
    turn = np.radians(24)
    along = np.array([np.cos(turn), np.sin(turn), 0], F)
    across = np.array([-np.sin(turn), np.cos(turn), 0], F)
    radii = np.array([0.90, 1.08, 1.02], F)

    def own(p):
        return np.stack([p @ along, p @ across, p[:, 2]], 1)

    def sdf(p):
        q = own(p)
        k = np.linalg.norm(q / radii, axis=1)
        d = k * (k - 1) / (np.linalg.norm(q / (radii * radii), axis=1) + 1e-6)
        d = d + 0.008 * np.exp(-((q[:, 2] - 0.22 * q[:, 1] - 0.12) / 0.02) ** 2)
        for side, high in ((1, 0.30), (-1, 0.36)):
            hollow = np.linalg.norm((q - np.array([side * 1.20, 0.06 * side, high], F)) * np.array([1, 0.92, 0.92], F), axis=1) - 0.46
            d = rounded_max(d, -hollow, 0.16)
        return d

    def material(p, n):
        pale = smooth(0.0, 1.0, n[:, 2])
        albedo = mix(np.broadcast_to(hexcolour(colour) * F(0.92), p.shape), hexcolour("#2a9485"), pale * 0.5)
        return {"albedo": albedo, "rough": 0.42, "f0": 0.038, "wrap": 0.25}

    return march(sdf, material, size, 3.35, 50, (0.16, 0, -0.1), ground=-1.0, step=0.6)
