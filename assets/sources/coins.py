"""Things with weight for Pennies: copper coins as they stand, lean and tumble, a heap of them, the stand, the ledge, the light of a window.

All are seen from the side by an eye 7 degrees above the table, so that a tower shows the face of its uppermost coin.
"""
import numpy as np

from light import F, blur, hexcolour, mix, noise, relief, sample, shade, smooth, unit
from marching import march
from pieces import rounded_max
from surfaces import CLOUD, TOP, wood

CAMERA = 7       # degrees
HALF = 0.14      # half a coin's thickness over its radius: it is 0.14 as thick as wide
TEETH = 84       # of the milled edge
METALS = (((0.92, 0.40, 0.17), (0.24, 0.075, 0.03)), ((0.66, 0.27, 0.12), (0.13, 0.045, 0.022)), ((0.90, 0.54, 0.20), (0.24, 0.11, 0.035)))  # bright, worn
TINT = np.array([1.04, 0.91, 0.70], F)   # takes out the white that any metal shows at a low angle: copper stays copper
BRIGHT = (1.18, 1.50, 1.05)               # so that each metal reaches 3:1 before the smoked oak
SPAN = 2.16      # width of a coin's picture over its radius
LEANS = (-6.0, -3.0, 0.0, 3.0, 6.0)   # degrees by which a coin of a leaning tower is tilted: the rows of its sheet
ROLLS, PITCHES = 8, (7, 34, 64)         # a tumbling coin: eighths of half a turn (columns), tilts towards the eye (rows)


def leaf(x, y):
    """Our motif: one oak leaf with veins on a stalk, in a ring of beads; heights 0 to 1."""
    c, s = np.cos(0.6), np.sin(0.6)
    u, v = x * c + y * s, -x * s + y * c
    t = np.clip((u + 0.50) / 1.08, 0, 1)
    width = 0.30 * np.sin(np.pi * t ** 0.8) ** 0.75 * (1 - 0.26 * np.cos(t * 26 + 0.6)) * (1 - 0.25 * t)
    edge = np.clip((width - np.abs(v)) / 0.06, 0, 1) * (t > 0) * (t < 1)
    blade = edge * (2 - edge) * (0.55 + 0.35 * np.abs(v) / (width + 0.05))
    vein = np.exp(-(v / 0.016) ** 2) + 0.8 * np.exp(-(np.mod(t * 26 + 0.6 - np.abs(v) * 16 + np.pi, 2 * np.pi) - np.pi) ** 2 / 0.10) * (np.abs(v) < width * 0.8)
    stalk = np.clip(1 - np.hypot(np.maximum(np.abs(u + 0.58) - 0.13, 0), v + 0.25 * (u + 0.5) ** 2) / 0.035, 0, 1)
    r, a = np.hypot(x, y), np.arctan2(y, x)
    bead = np.clip(1 - np.hypot(r - 0.80, (np.mod(a * 72 / (2 * np.pi), 1) - 0.5) * 2 * np.pi * 0.80 / 72) / 0.026, 0, 1) ** 0.6
    return np.maximum(blade - 0.32 * np.clip(vein, 0, 1) * edge, 0.6 * stalk) + 0.45 * bead


GRID = 512
_y, _x = (np.mgrid[0:GRID, 0:GRID].astype(F) / GRID - 0.5) * 2.1
LEAF = blur(leaf(_x, _y).astype(F), 1.2)
LEAF_Y, LEAF_X = (g / (2.1 / GRID) for g in np.gradient(LEAF))


def on_face(tile, x, y):
    """Look up a picture of the face at places on it."""
    return sample(tile, x / 2.1 + 0.5, y / 2.1 + 0.5)


def turned(p, roll, pitch):
    """p in the frame of a coin rolled in the plane of the picture (radians), after it was tilted towards the eye."""
    c, s = np.cos(roll), np.sin(roll)
    x, y, z = p[:, 0] * c + p[:, 2] * s, p[:, 1], -p[:, 0] * s + p[:, 2] * c
    c, s = np.cos(pitch), np.sin(pitch)
    return np.stack([x, y * c + z * s, -y * s + z * c], 1)


def turned_back(v, roll, pitch):
    """The other way round."""
    c, s = np.cos(pitch), np.sin(pitch)
    x, y, z = v[:, 0], v[:, 1] * c - v[:, 2] * s, v[:, 1] * s + v[:, 2] * c
    c, s = np.cos(roll), np.sin(roll)
    return np.stack([x * c - z * s, y, x * s + z * c], 1)


def disc(q):
    """Distance to a coin of radius 1 that lies flat: a milled edge between two rims, faces sunk a little."""
    r, a = np.hypot(q[:, 0], q[:, 1]), np.arctan2(q[:, 1], q[:, 0])
    z = np.abs(q[:, 2])
    reed = 0.010 * np.cos(a * TEETH) * (1 - smooth(HALF * 0.52, HALF * 0.74, z))
    d = rounded_max(r - 1 - reed, z - HALF, 0.045)
    return rounded_max(d, -np.maximum(r - 0.90, HALF * 0.86 - z), 0.02)


def copper(q, n, metal, roll=0.0, pitch=0.0):
    """The metal at places of a coin: bright where hands rub it, brown in the hollows; and the leaf as a bump."""
    bright, worn = (np.array(c, F) for c in METALS[metal])
    r, a = np.hypot(q[:, 0], q[:, 1]), np.arctan2(q[:, 1], q[:, 0])
    face = np.abs(q[:, 2]) > HALF * 0.7
    between = 0.5 - 0.5 * np.cos(a * TEETH)
    wall = (~face) * between * 0.62
    rimless = face & (r < 0.88)
    height = on_face(LEAF, q[:, 0], q[:, 1]) * rimless
    field = rimless * (0.42 - 0.34 * height)
    corner = np.exp(-((r - 0.885) / 0.022) ** 2) * face * 0.75
    stain = 0.10 * sample(CLOUD, q[:, 0] * 0.5 + metal * 0.3, q[:, 1] * 0.5 + q[:, 2]) + 0.07 * sample(CLOUD, q[:, 0] * 2, q[:, 1] * 2)
    f0 = mix(np.broadcast_to(bright, q.shape), np.broadcast_to(worn, q.shape), np.clip(wall + field + corner + stain, 0, 1))
    bump = np.stack([-on_face(LEAF_X, q[:, 0], q[:, 1]), -on_face(LEAF_Y, q[:, 0], q[:, 1]), 0 * r], 1) * (rimless * 0.055)[:, None]
    bump = bump * np.sign(q[:, 2])[:, None] ** np.array([0, 0, 1], F)
    return {"albedo": f0 * F(0.26), "f0": f0 * F(0.86), "rough": 0.30, "bump": turned_back(bump, roll, pitch)}


def one(metal, size, span, roll=0.0, pitch=0.0, ss=3):
    """One coin, its middle in the middle of the picture."""
    made = march(lambda p: disc(turned(p, roll, pitch)), lambda p, n: copper(turned(p, roll, pitch), n, metal, roll, pitch),
                 size, span, CAMERA, ss=ss, ground=-HALF, step=0.7)
    made["piece"][..., :3] *= TINT * F(BRIGHT[metal])
    return made


def coin(metal, cell=(520, 168)):
    """A coin of a tower: upright in the middle row of its sheet, leaning to either side in the others."""
    return {"piece": np.concatenate([one(metal, cell, SPAN, np.radians(-lean))["piece"] for lean in LEANS])}


def coin_shadow(size=(320, 130)):
    """What a coin that lies takes from the light around it."""
    return {"piece": one(0, size, 3.0, ss=1)["shadow"]}


def tumble(cell=150):
    """A coin in the air, in every way it may turn; half a turn shows the same again."""
    rows = [[one(0, (cell, cell), SPAN, np.pi * column / ROLLS, np.radians(pitch - CAMERA), ss=2)["piece"] for column in range(ROLLS)] for pitch in PITCHES]
    return {"piece": np.concatenate([np.concatenate(row, 1) for row in rows])}


def heap(size=(760, 380), count=26, seed=5):
    """A heap of coins, thrown together: each lies a little tilted on those below."""
    rng = np.random.default_rng(seed)
    places = []
    for i in range(count):
        storey = 0 if i < 11 else 1 if i < 19 else 2 if i < 24 else 3
        wide = (1.55, 1.1, 0.65, 0.2)[storey]
        x, y = rng.uniform(-wide, wide), rng.uniform(-1.2, 1.6) * (1 - storey * 0.22)
        places.append((x, y, storey * 0.34 + HALF + 0.05, rng.uniform(-0.34, 0.34) * (0.4 + 0.3 * storey) - x * 0.05, rng.uniform(-0.42, 0.30), rng.uniform(0, 6.28), rng.integers(0, 3)))

    def each(p, i):
        x, y, z, roll, pitch, yaw, _ = places[i]
        q = turned(p - np.array([x, y, z], F), roll, pitch)
        c, s = np.cos(yaw), np.sin(yaw)
        return np.stack([q[:, 0] * c + q[:, 1] * s, -q[:, 0] * s + q[:, 1] * c, q[:, 2]], 1)

    def near(p, i):
        """The distance to a coin: exact where it is near, else to the ball around it."""
        off = p - np.array(places[i][:3], F)
        far = np.linalg.norm(off, axis=1) - 1.06
        close = far < 0.15
        out = np.maximum(far, 0.1)
        if close.any():
            out[close] = disc(each(p[close], i))
        return out

    def sdf(p):
        d = p[:, 2] + 0.02
        for i in range(count):
            d = np.minimum(d, near(p, i))
        return d

    def material(p, n):
        best, which = np.full(len(p), 1e9, F), np.zeros(len(p), int)
        for i in range(count):
            d = near(p, i)
            which = np.where(d < best, i, which)
            best = np.minimum(best, d)
        f0, albedo = np.zeros_like(p), np.zeros_like(p)
        for i in range(count):
            mine = which == i
            if mine.any():
                made = copper(each(p[mine], i), n[mine], int(places[i][6]))
                f0[mine], albedo[mine] = made["f0"], made["albedo"]
        return {"albedo": albedo, "f0": f0, "rough": 0.30}

    def coins(p, n):
        d = np.full(len(p), 1e9, F)
        for i in range(count):
            d = np.minimum(d, near(p, i))
        return {"coins": d < 0.012}

    made = march(sdf, material, size, 5.4, CAMERA, (0, 0, 0.9), ss=2, layers=coins, step=0.7)
    made["coins"][..., :3] *= TINT
    return {"piece": made["coins"]}


def stand(size=(1000, 300)):
    """A turned walnut stand: a flat top with a rounded rim, and the foot on which it goes up and down."""
    def sdf(p):
        r, z = np.hypot(p[:, 0], p[:, 1]), p[:, 2]
        top = rounded_max(r - 1 + 0.02 * np.exp(-((z + 0.05) / 0.012) ** 2), np.abs(z + 0.05) - 0.05, 0.03)
        foot = rounded_max(r - 0.80 - 0.10 * smooth(-0.20, -0.10, z), np.abs(z + 0.5) - 0.42, 0.02)
        return np.minimum(top, foot)

    def material(p, n):
        albedo, bump = wood(np.stack([p[:, 0] * 5 + 3, p[:, 1] * 4 + 2.2, p[:, 2] * 5 + 1.1], 1), "oak")
        return {"albedo": albedo * F(0.85), "rough": 0.34, "f0": 0.04, "bump": bump[:, None] * unit(0, 0, 1) * 0.05}

    return {"piece": march(sdf, material, size, 2.06, CAMERA, (0, 0, -0.20), ss=3, step=0.7)["piece"]}


def ledge(w=1600, h=136, lip=68):
    """The edge of a table from the front: dark green felt that runs away from the eye, then the oak lip. It meets itself when repeated."""
    half = w // 2
    yy, xx = np.mgrid[0:h, 0:half].astype(F)
    felt = hexcolour("#2f5a4a") * (1 + 0.10 * noise((h, half), 0.9, (7, 1), low=20, seed=71) + 0.05 * noise((h, half), 1.6, seed=72))[..., None]
    n, vis, ao = relief(blur(noise((h, half), 0.8, (5, 1), low=20, seed=73), 0.6), 0.35)
    top = shade(n, TOP, felt, rough=0.95, f0=0.01, vis=vis, ao=ao) * (0.62 + 0.38 * smooth(0, h - lip, yy))[..., None]
    albedo, bump = wood(np.dstack([xx / 60 + 4, 0 * xx + 1.3, yy / 60 + 0.4]), "smoked oak")
    n, vis, ao = relief(blur(bump, 0.8), 0.5)
    curve = smooth(h - lip, h - lip + 14, yy) * (1 - 0.55 * smooth(h - lip + 14, h, yy))
    n = n * np.array([1, 1, 1], F)
    front = shade(n, TOP, albedo, rough=0.45, f0=0.03, vis=0.5 + 0.5 * vis, ao=ao) * (0.40 + 0.62 * curve)[..., None]
    glint = np.exp(-((yy - (h - lip) - 7) / 3.2) ** 2)[..., None] * np.array([0.20, 0.17, 0.13], F)
    picture = np.where((yy < h - lip)[..., None], top, front + glint)
    picture = picture * (1 - 0.75 * np.exp(-((yy - (h - lip)) / 1.6) ** 2))[..., None]
    return np.concatenate([picture, picture[:, ::-1]], 1)
