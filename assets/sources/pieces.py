"""Things with weight for Beans: beans, enamel bowls, the walnut wall. All seen by one camera, so that they share a table."""
import numpy as np

from light import F, hexcolour, mix, noise, sample, smooth, unit
from marching import march
from surfaces import CLOUD, wood

CAMERA = 62  # degrees above the table: a circle that lies on it is 0.88 as high as wide

# half length, half width, half thickness, bend, hilum notch, colour, roughness, dark rim, pale edge
BEANS = {
    "borlotti": (1.00, 0.56, 0.47, 0.20, 0.12, "#f0dcc0", 0.24, 0.55, None),
    "black": (0.88, 0.52, 0.44, 0.16, 0.10, "#201c22", 0.16, 0.0, "#c3c9d8"),
    "navy": (0.74, 0.56, 0.50, 0.10, 0.08, "#f6ead0", 0.24, 0.60, None),
    "kidney": (1.08, 0.52, 0.45, 0.26, 0.14, "#921f1f", 0.18, 0.0, "#e69a88"),
}
LIES = ((0.3, -0.3), (1.2, 0.2), (2.4, -0.6), (-0.7, 0.5), (3.5, -0.15))  # yaw and roll: five ways to lie
SPECKLE = noise((1024, 1024), 2.4, (1, 2.0), low=12, seed=51)
CHIPS = noise((1024, 1024), 2.3, low=9, seed=52)


def turned(p, yaw, roll):
    """p in the frame of a thing rolled about its own x axis, then turned about z."""
    c, s = np.cos(yaw), np.sin(yaw)
    x, y, z = p[:, 0] * c + p[:, 1] * s, -p[:, 0] * s + p[:, 1] * c, p[:, 2]
    c, s = np.cos(roll), np.sin(roll)
    return np.stack([x, y * c + z * s, -y * s + z * c], 1)


def rounded_max(a, b, k):
    """The larger of two distances, with the edge between them rounded over k."""
    return np.maximum(a, b) + np.maximum(k - np.abs(a - b), 0) ** 2 / (4 * k)


def rounded_min(a, b, k):
    """The smaller of two distances, with the hollow between them filled over k."""
    return -rounded_max(-a, -b, k)


def bean(kind, yaw=0.35, roll=-0.30, size=512):
    """A kidney: a full ellipsoid bent along its length, notched at the hilum, lying on the table."""
    a, b, c, bend, notch, colour, rough, rim, edge = BEANS[kind]

    def body(p):
        q = turned(p, yaw, roll)
        x = q[:, 0]
        y = q[:, 1] + bend * x * x - bend * 0.28
        taper = 1 - 0.07 * x / a
        u = np.stack([x / a, y / (b * taper), q[:, 2] / (c * taper)], 1)
        k0 = (np.abs(u[:, 0]) ** 2.5 + (u[:, 1] ** 2 + u[:, 2] ** 2) ** 1.25) ** 0.4
        k1 = np.linalg.norm(u / np.array([a, b, c], F), axis=1)
        d = k0 * (k0 - 1) / (k1 + 1e-6)
        dent = np.sqrt((x / 3.2) ** 2 + (y + b + 0.05) ** 2 + (q[:, 2] / 1.8) ** 2) - 0.10
        return rounded_max(d, -dent, notch), x, y, q[:, 2]

    def material(p, n):
        _, x, y, z = body(p)
        angle = np.arctan2(z, y) / (2 * np.pi)
        skin = np.broadcast_to(hexcolour(colour), p.shape) * (1 + 0.05 * sample(CLOUD, x * 0.3, angle * 2))[:, None]
        if kind == "borlotti":
            s = sample(SPECKLE, x * 0.22, angle * 0.62 + 0.2)
            skin = mix(skin, hexcolour("#e2b59e"), smooth(-0.8, 0.8, s) * 0.5)
            skin = mix(skin, hexcolour("#7a1f27"), smooth(0.80, 1.0, s) * 0.92)
            skin = mix(skin, hexcolour("#8d3038"), smooth(1.6, 1.9, sample(SPECKLE, x * 0.6 + 0.4, angle * 2)) * 0.85)
        elif kind == "kidney":
            skin = mix(skin, hexcolour("#a53226"), smooth(-0.5, 2, sample(CLOUD, x * 0.4, angle * 2)) * 0.5)
        eye = np.hypot(x / 0.17, z / 0.062)
        near = y < -b * 0.45
        scar, ring = (1 - smooth(0.75, 1.0, eye)) * near, smooth(0.75, 1.0, eye) * (1 - smooth(1.2, 1.9, eye)) * near
        skin = mix(skin, hexcolour({"navy": "#d8bf8e", "borlotti": "#f2e3c8"}.get(kind, "#efe6d6")), scar * 0.95)
        skin = mix(skin, hexcolour("#8b6a3f" if kind in ("navy", "borlotti") else "#2a0c0c"), ring * 0.55)
        wrinkle = 0.012 * sample(CLOUD, x * 0.5, angle * 2)
        return {"albedo": skin, "rough": rough, "f0": 0.065, "wrap": 0.35 if kind == "navy" else 0.18, "rim": rim,
                "edge": None if edge is None else hexcolour(edge), "bump": wrinkle[:, None] * np.array([1, 0.6, 0], F)}

    lie = np.hypot(c * np.cos(roll), b * np.sin(roll)) * 0.97
    return march(lambda p: body(p)[0], material, (size, size), 3.0, CAMERA, ground=-lie, step=0.6)


def bean_sheet(cell=272):
    """Five ways to lie (columns) of the four kinds (rows), the same light for all: pick, never rotate."""
    rows = [[bean(kind, *lie, size=cell) for lie in LIES] for kind in BEANS]
    return {part: np.concatenate([np.concatenate([s[part] for s in r], 1) for r in rows]) for part in ("piece", "shadow")}


PROFILE = ((0, 0.03), (0.70, 0.03), (0.88, 0.17), (1.01, 0.68), (1.10, 0.72))  # radius and height along the wall of the bowl
LIP, LIP_THICK, STEEL = (1.10, 0.72), 0.044, 0.028  # the rolled rim's middle and radius; half the steel's thickness
CELLS, FAR = 900, 3.6  # a table of distances over radius 0 to FAR and height FAR / 3 below to 2 / 3 above


def curve(points, rounds=6):
    """Chaikin's corner cutting: so fine that no corner shows in the gloss."""
    p = np.array(points, F)
    for _ in range(rounds):
        a, b = p[:-1], p[1:]
        p = np.concatenate([p[:1], np.stack([a * 0.75 + b * 0.25, a * 0.25 + b * 0.75], 1).reshape(-1, 2)[1:-1], p[-1:]])
    return p


def baked_bowl():
    """Distance to the bowl over (height, radius), and its slopes: a look-up instead of hundreds of segments."""
    step = FAR / CELLS
    z, r = np.mgrid[0:CELLS, 0:CELLS].astype(F) * step
    z = z - FAR / 3
    best = np.full(z.shape, 1e9, F)
    points = curve(PROFILE)
    for (ar, az), (br, bz) in zip(points, points[1:]):
        dr, dz = br - ar, bz - az
        t = np.clip(((r - ar) * dr + (z - az) * dz) / (dr * dr + dz * dz), 0, 1)
        best = np.minimum(best, (r - ar - t * dr) ** 2 + (z - az - t * dz) ** 2)
    d = rounded_min(np.sqrt(best) - STEEL, np.hypot(r - LIP[0], z - LIP[1]) - LIP_THICK, 0.03)
    slope_z, slope_r = np.gradient(d, step)
    return d, slope_z.astype(F), slope_r.astype(F)


def look_up(tables, r, z):
    """Bilinear values of the tables at these radii and heights."""
    x, y = np.clip(r / FAR * CELLS, 0, CELLS - 1.01), np.clip((z + FAR / 3) / FAR * CELLS, 0, CELLS - 1.01)
    j, i = x.astype(np.int32), y.astype(np.int32)
    fx, fy, at = x - j, y - i, i * CELLS + j
    out = []
    for table in tables:
        flat = table.ravel()
        upper = flat.take(at) * (1 - fx) + flat.take(at + 1) * fx
        out.append(upper * (1 - fy) + (flat.take(at + CELLS) * (1 - fx) + flat.take(at + CELLS + 1) * fx) * fy)
    return out


def bowl(size=(1000, 960), rim="#1f4f9c", turn=0.0, ss=2, colour="#e6dcca", fixed=None, copper=False):
    """Enamelled steel, cream unless told otherwise, with a coloured rim chipped to the iron; or copper, tinned inside. The picture's middle is the middle of the mouth.

    "back" is the whole bowl; "front", its near wall and rim, goes over it again once the beans lie in it.
    """
    distances, slope_z, slope_r = baked_bowl()

    def sdf(p):
        body = look_up((distances,), np.hypot(p[:, 0], p[:, 1]), p[:, 2])[0]
        return body if fixed is None else rounded_min(body, fixed(p), 0.04)

    def turned_normal(p):
        r = np.hypot(p[:, 0], p[:, 1])
        up, out = look_up((slope_z, slope_r), r, p[:, 2])
        n = np.stack([out * p[:, 0] / np.maximum(r, 1e-4), out * p[:, 1] / np.maximum(r, 1e-4), up], 1)
        return n / np.linalg.norm(n, axis=1, keepdims=True)

    def material(p, n):
        angle, r, z = np.arctan2(p[:, 1], p[:, 0]) / (2 * np.pi) + turn, np.hypot(p[:, 0], p[:, 1]), p[:, 2] - LIP[1] + 1.0
        wave = 0.006 * sample(CLOUD, angle * 3, z * 0.3)
        if copper:
            return tinned(p, n)
        ripple = wrapped(CLOUD, p, n, 6, 1.0)
        enamel = np.broadcast_to(hexcolour(colour), p.shape)
        fleck = smooth(2.5, 2.8, sample(CHIPS, angle * 5, z * 0.8 + r * 0.8))
        enamel = mix(enamel, hexcolour("#8a94a4"), fleck * 0.4)
        painted = smooth(-0.006, 0.006, z - 0.945 + wave)
        albedo = mix(enamel, hexcolour(rim) * (1 + 0.1 * sample(CLOUD, angle * 4, z))[:, None], painted)
        worn = sample(CHIPS, angle * 1.0 + 0.37, z * 0.16) + 0.12 * sample(CHIPS, angle * 7, z) - 9 * (1 - smooth(0.80, 1.0, z)) ** 2
        albedo = mix(albedo, hexcolour("#e8e6e0"), smooth(1.35, 1.39, worn))
        chip = smooth(1.48, 1.52, worn)
        albedo = mix(albedo, mix(hexcolour("#29231f") + 0 * p, hexcolour("#5e3420"), smooth(1.6, 2.2, worn)), chip)
        return {"albedo": albedo, "rough": 0.09, "f0": 0.075 * (1 - 0.8 * chip)[:, None],
                "bump": (0.02 * ripple)[:, None] * np.array([0.6, 0.6, 1], F)}

    def layers(p, n):
        r = np.hypot(p[:, 0], p[:, 1])
        out = (n[:, 0] * p[:, 0] + n[:, 1] * p[:, 1]) / r
        return {"front": (p[:, 1] < 0) & ((out > 0.05) & (p[:, 2] < LIP[1] - 0.03) | (p[:, 2] >= LIP[1] - 0.045) & (r > LIP[0] - LIP_THICK - 0.012))}

    made = march(sdf, material, size, 3.2, CAMERA, (0, 0, LIP[1]), ss=ss, layers=layers, step=0.9, spread=7, normal=turned_normal if fixed is None else None)
    made["back"] = made.pop("piece")
    return made


def wrapped(tile, p, n, turns, rise):
    """A texture that goes round the wall but lies flat on the floor, where its turns would meet in a star."""
    angle = np.arctan2(p[:, 1], p[:, 0]) / (2 * np.pi)
    flat = smooth(0.35, 0.85, n[:, 2]) * (p[:, 2] < 0.5)
    return sample(tile, angle * turns, p[:, 2] * rise) * (1 - flat) + sample(tile, p[:, 0] * 0.3, p[:, 1] * 0.3) * flat


def tinned(p, n):
    """Hammered copper outside and on the rim, dull tin inside."""
    r = np.hypot(p[:, 0], p[:, 1])
    out = (n[:, 0] * p[:, 0] + n[:, 1] * p[:, 1]) / np.maximum(r, 1e-4)
    inside = smooth(0.05, -0.05, out - 0.5 * n[:, 2]) * smooth(LIP[0] - 0.06, LIP[0] - 0.09, r)
    worn = wrapped(CLOUD, p, n, 6, 1.0)
    metal = mix(hexcolour("#8f3c14") * (1 + 0.15 * worn)[:, None], hexcolour("#8d877d") * (1 + 0.05 * worn)[:, None], inside)
    gloss = mix(np.array([0.46, 0.22, 0.11], F) + 0 * p, np.array([0.13, 0.13, 0.12], F) + 0 * p, inside)
    dents = (0.05 * wrapped(CHIPS, p, n, 9, 1.4) * (1 - inside))[:, None] * np.array([0.7, 0.7, 1], F)
    return {"albedo": metal, "rough": 0.26, "f0": gloss, "bump": dents}


def handles(p):
    """Two ears at the sides of the pot, which end in its wall."""
    x, y, z = np.abs(p[:, 0]) - 1.14, p[:, 1] * 0.62, p[:, 2] - 0.62
    return rounded_max(np.hypot(np.hypot(x, y) - 0.19, z) - 0.045, 1.02 - np.abs(p[:, 0]), 0.02)


def pot(size=(768, 737)):
    """A copper pot with the form of the bowls, so that one view shows them all."""
    return bowl(size, copper=True, fixed=handles)


def spoon(size=(720, 720)):
    """A wooden spoon; the picture's middle is the middle of its hollow, which takes 0.36 of the width."""
    half, start, end = np.array([0.62, 0.46, 0.26], F), np.array([0.20, -0.36, 0.29], F), np.array([0.72, -1.36, 0.30], F)
    grain = unit(*(end - start)[:2], 0)

    def ellipsoid(p, radii):
        k0 = np.linalg.norm(p / radii, axis=1)
        return k0 * (k0 - 1) / (np.linalg.norm(p / (radii * radii), axis=1) + 1e-6)

    def sdf(p):
        q = p - np.array([0, 0, 0.30], F)
        hollow = np.minimum(-ellipsoid(q - np.array([0, 0, 0.03], F), half - F(0.085)), 0.09)  # more would step through the wood
        shell = rounded_max(rounded_max(ellipsoid(q, half), q[:, 2] - 0.02, 0.04), hollow, 0.04)
        along = end - start
        t = np.clip(((p - start) @ along) / (along @ along), 0, 1)
        stick = np.linalg.norm(p - start - t[:, None] * along, axis=1) - (0.095 + 0.055 * smooth(0.15, 1.0, t))
        return rounded_min(shell, rounded_max(stick, hollow, 0.03), 0.12)

    def material(p, n):
        x, y = p @ grain, p[:, 0] * -grain[1] + p[:, 1] * grain[0]
        albedo, bump = wood(np.stack([x * 4 + 7, y * 3 + 2.2, p[:, 2] * 3], 1), "oak")
        return {"albedo": albedo * F(1.08), "rough": 0.42, "f0": 0.035, "bump": bump[:, None] * unit(1, 0, 0) * 0.06}

    return march(sdf, material, size, 3.05, CAMERA, (0, 0, 0.30), step=0.7)


WALL = (0.15, 3.20, 0.20)  # half the wall's width, length and height
WALL_SPAN = 1.2            # world width of its picture: the wall takes a quarter of it, the rest is room for the shadow


def box(p, middle, half, ease):
    """Distance to a box with eased edges."""
    q = np.abs(p - np.array(middle, F)) - np.array(half, F) + ease
    return np.linalg.norm(q.clip(0), axis=1) + np.minimum(q.max(1), 0) - ease


def walnut(p, n):
    """The wall's wood, its grain along the wall: dark on a light table."""
    albedo, bump = wood(np.stack([p[:, 1] * 5, p[:, 0] * 5 + 2, p[:, 2] * 5 + 1], 1), "walnut")
    return {"albedo": albedo * F(1.2), "rough": 0.4, "f0": 0.035, "bump": bump[:, None] * unit(1, 0, 0) * 0.08}


def wall(size=(400, 1800)):
    """The low walnut wall between the bowls, running away from the player: a strip whose near end is cut off where wanted."""
    return march(lambda p: box(p, (0, 0, WALL[2]), WALL, 0.04), walnut, size, WALL_SPAN, CAMERA, (0, 0.588, WALL[2]))


def wall_foot(size=(400, 400)):
    """The block that the wall's near end stands in. Cut the wall and its shadow along the middle of this picture."""
    half = (0.21, 0.16, 0.24)
    middle = (0, -0.11, half[2])

    def block(p):
        return box(p, middle, half, 0.05)

    def sdf(p):
        return np.minimum(block(p), box(p, (0, 2.0, WALL[2]), (WALL[0], 2.0, WALL[2]), 0.04))

    def material(p, n):
        albedo, bump = wood(np.stack([p[:, 0] * 4 + 31, p[:, 2] * 5 + 1.4, p[:, 1] * 5 + 2.2], 1), "walnut")
        return {"albedo": albedo * F(0.95), "rough": 0.38, "f0": 0.035, "bump": bump[:, None] * unit(0, 1, 0) * 0.08}

    made = march(sdf, material, size, WALL_SPAN, CAMERA, (0, 0, WALL[2]), layers=lambda p, n: {"block": block(p) < 0.004})
    made["piece"] = made.pop("block")
    made["shadow"][: size[1] // 2] = 0
    return made
