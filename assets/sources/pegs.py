"""The things of Pegs: beech pegs in three forms, bored holes, the walnut of the board, felt, the brass knob, washers.

A peg is shown as a stack: thin slices of its shaft, each a little higher and, when it leans, a little aside, and its
head on top. Its thickness is 1; the middle of each picture is the middle of the piece's foot.
"""
import numpy as np

from light import F, KEY_DIR, blur, hexcolour, mix, noise, relief, sample, shade, smooth, unit
from marching import march
from pieces import CAMERA, rounded_max
from surfaces import CLOUD, FIBRE, TOP, settle, wood

SPAN = 1.7          # world width of a peg's picture
HEAD = 0.52         # height of a head
SLICE = 0.16        # height of a slice
TURNS = 12          # pictures of a piece turned through its symmetry
SQUARE, STAR = np.pi / 2 / TURNS, 2 * np.pi / 5 / TURNS
SHEENS = (None, "#f2a58e", "#a6e2d4", None)  # at the rims of the darker ones, so that they part from wood and felt
STAINS = (None, "#9c3322", "#1d6a62", "#dba128")  # plain beech, brick, teal, gold


def turn(p, angle):
    """p in the frame of a piece turned clockwise, as seen from above."""
    c, s = np.cos(angle), np.sin(angle)
    return np.stack([p[:, 0] * c - p[:, 1] * s, p[:, 0] * s + p[:, 1] * c, p[:, 2]], 1)


def round_form(q, grow=0.0):
    return np.hypot(q[:, 0], q[:, 1]) - 0.5 - grow


def square_form(q, grow=0.0):
    d = np.abs(q[:, :2]) - 0.455 - grow + 0.09
    return np.linalg.norm(d.clip(0), axis=1) + np.minimum(d.max(1), 0) - 0.09


def star_form(q, grow=0.0):
    """Distance to a star of five rounded points, one of them away from the player."""
    outer, inner = 0.60 + grow * 1.25, 0.355 + grow * 1.1
    angle = np.arctan2(q[:, 0], q[:, 1])
    sector = 2 * np.pi / 5
    a = np.abs((angle + sector / 2) % sector - sector / 2)
    r = np.hypot(q[:, 0], q[:, 1])
    x, y = r * np.cos(a), r * np.sin(a)
    bx, by = inner * np.cos(sector / 2), inner * np.sin(sector / 2)
    ex, ey = bx - outer, by
    t = np.clip(((x - outer) * ex + y * ey) / (ex * ex + ey * ey), 0, 1)
    d = np.hypot(x - outer - t * ex, y - t * ey)
    within = (x - outer) * ey - y * ex < 0
    return np.where(within, -d, d) - 0.045


FORMS = {"round": (round_form, 0.0), "square": (square_form, SQUARE), "star": (star_form, STAR)}


def stained(albedo, stain):
    """Wood under a thin stain: its grain shows through."""
    if stain is None:
        return albedo
    grain = (albedo @ np.array([0.3, 0.5, 0.2], F) / 0.5)[:, None]
    return hexcolour(stain) * np.clip(0.55 + 0.55 * grain, 0, 1.3)


def beech(q, height, mark=0):
    """The wood of a peg, its grain along the shaft, a burnt line under the shoulder, a mark on top that tells the stain."""
    albedo, bump = wood(np.stack([q[:, 2] * 6, q[:, 0] * 4.2 + 1.3, q[:, 1] * 4.2 + 2.6], 1), "beech")
    albedo = stained(albedo, STAINS[mark])
    r = np.hypot(q[:, 0], q[:, 1])
    dark = np.zeros(len(q), F)
    if height > SLICE:
        dark = np.exp(-((q[:, 2] - 0.17) / 0.016) ** 2) * 0.62
        top = q[:, 2] > height - 0.2
        if mark == 1:
            dark = np.maximum(dark, top * (1 - smooth(0.022, 0.036, np.abs(r - 0.24))) * 0.85)
        elif mark == 2:
            dark = np.maximum(dark, top * (1 - smooth(0.085, 0.10, r)) * 0.85)
        elif mark == 3:
            cross = np.minimum(np.abs(q[:, 0]), np.abs(q[:, 1]))
            dark = np.maximum(dark, top * (1 - smooth(0.026, 0.040, cross)) * (1 - smooth(0.24, 0.26, r)) * 0.85)
    return mix(albedo, hexcolour("#2c160a"), dark), bump


def piece(form, angle, height, size, mark=0):
    """A head (tall) or a slice (flat) of a peg of this form."""
    outline, _ = FORMS[form]
    head = height > SLICE

    def sdf(p):
        q = turn(p, angle)
        side, up = outline(q), np.maximum(q[:, 2] - height, -q[:, 2])
        if not head:
            return np.maximum(side, up) * 0.9
        dome = q[:, 2] - height + 0.14 * (q[:, 0] ** 2 + q[:, 1] ** 2)      # a gentle crown
        return rounded_max(rounded_max(side, dome, 0.13), -q[:, 2], 0.01) * 0.85

    def material(p, n):
        q = turn(p, angle)
        albedo, bump = beech(q, height, mark)
        if not head:  # of a slice that leans only its edge is seen: its top is as dark as its side
            albedo = albedo * np.where(n[:, 2] > 0.9, 0.60, 1.0)[:, None]
        return {"albedo": albedo, "rough": 0.36, "f0": 0.04, "rim": 0.55 if SHEENS[mark] is None else 0.0, "wrap": 0.15,
                "edge": None if SHEENS[mark] is None or not head else hexcolour(SHEENS[mark]) * F(0.16),
                "bump": bump[:, None] * unit(1, 0.3, 0) * 0.06}

    return march(sdf, material, (size, size), SPAN, CAMERA, step=0.85)


def sheet(cells, columns):
    """Pictures of one size side by side, row by row."""
    rows = [np.concatenate(cells[i:i + columns], 1) for i in range(0, len(cells), columns)]
    return np.concatenate(rows)


def pegs():
    """All heads and slices, and one shadow for all."""
    out = {}
    heads = [piece("round", 0, HEAD, 320, mark) for mark in range(4)]
    out["round"] = sheet([h["piece"] for h in heads], 4)
    out["round_slice"] = sheet([piece("round", 0, SLICE, 200, mark)["piece"] for mark in range(4)], 4)
    out["shadow"] = heads[0]["shadow"]
    for form in ("square", "star"):
        step = FORMS[form][1]
        out[form] = sheet([piece(form, i * step, HEAD, 272)["piece"] for i in range(TURNS)], 6)
        out[f"{form}_slice"] = sheet([piece(form, i * step, SLICE, 176)["piece"] for i in range(TURNS)], 6)
    return out


def hole(form, angle, size=224):
    """A hole bored into walnut, its rim eased, seen into; only the hole, to be laid on the board."""
    outline, _ = FORMS[form]

    def sdf(p):
        q = turn(p, angle)
        eased = 0.05 * smooth(-0.06, 0.0, q[:, 2])
        bore = np.maximum(outline(q, 0.045) - eased, -0.75 - q[:, 2])
        return rounded_max(np.maximum(p[:, 2], -1.0 - p[:, 2]), -bore, 0.025) * 0.85

    def material(p, n):
        albedo, bump = wood(p * F(3.0) + np.array([9, 2.4, 2.2], F), "walnut")
        deep = smooth(-0.04, -0.62, p[:, 2])
        return {"albedo": albedo * (1 - 0.78 * deep)[:, None], "rough": 0.5, "f0": 0.02, "bump": bump[:, None] * unit(0, 1, 0) * 0.05}

    def layers(p, n):
        q = turn(p, angle)
        return {"hole": 1 - smooth(0.085, 0.125, outline(q, 0.0))}

    return march(sdf, material, (size, size), SPAN, CAMERA, layers=layers, spread=6)["hole"]


def holes():
    """One round hole, six squares and five stars, each turned one notch (15 degrees) further."""
    notch = np.pi / 12
    cells = [hole("round", 0)]
    cells += [hole("square", i * notch) for i in range(6)]
    cells += [hole("star", i * notch) for i in range(-2, 3)]
    return {"piece": sheet(cells, 4)}


def dish(size=320):
    """A shallow countersink round a hole, as light and shade to be laid over any wood; its rim is 0.46 of the width."""
    v, u = (np.mgrid[0:size, 0:size].astype(F) - size / 2 + 0.5) / (size * 0.46)
    v = v / np.sin(np.radians(CAMERA))
    r = np.hypot(u, v)
    slope = np.clip(r, 0, 1) * smooth(1.0, 0.93, r) * 0.62
    n = np.dstack([-u / np.maximum(r, 1e-4) * slope * -1, v / np.maximum(r, 1e-4) * slope * -1, np.ones_like(r)])
    n[..., 0] *= -1
    n /= np.linalg.norm(n, axis=2, keepdims=True)
    ratio = (n @ KEY_DIR) / KEY_DIR[2]
    ratio = 1 + (ratio - 1) * 1.15 - 0.16 * smooth(1.0, 0.2, r)
    edge = np.exp(-((r - 0.975) / 0.018) ** 2)
    light = np.clip(ratio - 1, 0, 1) * 0.55 + edge * np.clip((u * 0.7 + v * 0.7), 0, 1) * 0.35
    dark = np.clip(1 - ratio, 0, 0.85) + edge * np.clip(-(u * 0.7 + v * 0.7), 0, 1) * 0.25
    inside = smooth(1.01, 0.985, r)
    light, dark = light * inside, dark * inside
    rgb = hexcolour("#ffe2b4") * light[..., None] + hexcolour("#160a04") * dark[..., None]
    return {"piece": np.dstack([rgb, np.clip(light + dark, 0, 1)])}


def plank(species, w=1100, h=1100, seed=3, luminance=None, scale=8.0):
    """A planed surface of solid wood, oiled: for tiles that are laid into a form."""
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    x, y = xx / h * scale, (yy / h - 0.5) * scale
    albedo, bump = wood(np.dstack([x + 11 * seed, y + 2.4 + 0.25 * np.sin(x * 0.4), 2.2 + 0.14 * x]), species)
    n, vis, ao = relief(blur(bump, 1.0), 0.5)
    rgb = shade(n, TOP, albedo, rough=0.42, f0=0.03, vis=0.6 + 0.4 * vis, ao=ao)
    rgb = np.dstack([blur(c, 0.6) for c in np.moveaxis(rgb, 2, 0)])
    return rgb if luminance is None else rgb * (luminance / np.median(rgb @ np.array([0.2126, 0.7152, 0.0722], F)))


def felt(w=512, h=512, seed=61):
    """Pressed wool, as dark as ink so that pegs of every colour stand out, tiling."""
    fuzz = noise((h, w), 0.9, low=20, seed=seed) * 0.6 + noise((h, w), 1.5, low=4, seed=seed + 1) * 0.25
    hairs = smooth(1.9, 3.0, noise((h, w), 0.8, (1, 6), low=30, seed=seed + 2)) + smooth(1.9, 3.0, noise((h, w), 0.8, (6, 1), low=30, seed=seed + 3))
    albedo = mix(hexcolour("#2b2a3a") * (1 + 0.10 * fuzz)[..., None], hexcolour("#6d6b85"), hairs * 0.35)
    return settle(albedo, "#302e40")


BRASS = np.array([0.80, 0.58, 0.26], F)


def metal(p, n, base, gloss, rough, grain):
    ring = 0.03 * sample(FIBRE, np.hypot(p[:, 0], p[:, 1]) * 2.0, np.arctan2(p[:, 1], p[:, 0]) * 0.05) * grain
    albedo = base * (1 + 0.06 * sample(CLOUD, p[:, 0] * 0.6, p[:, 1] * 0.6))[:, None]
    return {"albedo": albedo, "rough": rough, "f0": gloss, "bump": ring[:, None] * np.array([1, 1, 0], F)}


def ring(inner, outer, height, steel, size=320):
    """A washer or a collar round a pin of thickness 1."""
    def sdf(p):
        r = np.hypot(p[:, 0], p[:, 1])
        q = np.stack([np.abs(r - (inner + outer) / 2) - (outer - inner) / 2, np.abs(p[:, 2] - height / 2) - height / 2], 1) + 0.03
        return np.linalg.norm(q.clip(0), axis=1) + np.minimum(q.max(1), 0) - 0.03

    base, gloss = (hexcolour("#8d949c"), np.array([0.30, 0.31, 0.33], F)) if steel else (hexcolour("#7a5216"), BRASS * 0.5)
    return march(sdf, lambda p, n: metal(p, n, base, gloss + 0 * p, 0.24, 1.0), (size, size), SPAN * 1.6, CAMERA)


def knob(size=512):
    """A turned brass knob with a milled edge and two arrows; the picture's middle is the middle of its foot, its radius 1."""
    def sdf(p):
        r, a = np.hypot(p[:, 0], p[:, 1]), np.arctan2(p[:, 1], p[:, 0])
        mill = 0.018 * np.cos(a * 48) * smooth(0.08, 0.14, p[:, 2]) * smooth(0.5, 0.42, p[:, 2])
        body = rounded_max(r - 0.97 + mill, np.maximum(p[:, 2] - 0.46, -p[:, 2]), 0.10)
        bowl = np.sqrt(r * r + (p[:, 2] - 1.95) ** 2) - 1.60                  # a shallow hollow for the fingertip
        return rounded_max(body, -bowl, 0.04) * 0.8

    def material(p, n):
        q = np.stack([p[:, 0], p[:, 1]], 1)
        r, a = np.hypot(q[:, 0], q[:, 1]), np.degrees(np.arctan2(q[:, 0], q[:, 1]))
        made = metal(p, n, hexcolour("#8a5f1e"), BRASS * 0.55 + 0 * p, 0.30, 1.0)
        arc = (1 - smooth(0.045, 0.065, np.abs(r - 0.60))) * smooth(22, 26, np.abs(a)) * smooth(118, 112, np.abs(a))
        tip = np.zeros(len(p), F)
        for side in (-1, 1):
            t = np.radians(118) * side
            c, d = np.array([np.sin(t), np.cos(t)]) * 0.60, np.array([np.cos(t), -np.sin(t)]) * side
            along, across = (q - c) @ d, np.abs((q - c) @ np.array([-d[1], d[0]]))
            tip = np.maximum(tip, smooth(-0.13, -0.10, along) * (1 - smooth(0.0, 0.03, across - (0.17 - along) * 0.62)) * (along < 0.17))
        ink = np.maximum(arc, tip) * (p[:, 2] > 0.2)
        made["albedo"] = mix(made["albedo"], hexcolour("#1c0f05"), ink * 0.95)
        made["f0"] = made["f0"] * (1 - 0.9 * ink)[:, None]
        return made

    return march(sdf, material, (size, size), 2.7, CAMERA)
