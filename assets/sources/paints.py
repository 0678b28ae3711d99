"""Things of Finger paint: four papers, a porcelain cup, pale washes for the background, and the tile of the home screen."""
import math
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from light import F, blur, hexcolour, mix, noise, relief, shade, smooth
from surfaces import TOP, settle

SIZE = 640
PAPERS = {  # colour as shown, tooth, fibres, their colour
    "cotton": ("#f8f4ea", 0.95, 0.25, "#cdbfa4"),
    "cream": ("#f0e2c2", 0.55, 0.5, "#b59a68"),
    "kraft": ("#c4a278", 0.6, 1.0, "#7d5b36"),
    "slate": ("#39424a", 0.8, 0.15, "#56626c"),
}


def paper(kind, seed=61):
    """A paper with its tooth and fibres; tiles seamlessly."""
    colour, tooth, fibres, hair = PAPERS[kind]
    seed += 7 * list(PAPERS).index(kind)
    shape = (SIZE, SIZE)
    felt = noise(shape, 1.25, low=26, seed=seed) * 0.6 + noise(shape, 0.8, low=70, seed=seed + 1) * 0.28
    if kind == "cream":   # laid: the fine lines of the mould
        y = np.arange(SIZE)[:, None] * np.ones((1, SIZE))
        felt = felt * 0.7 + 0.7 * np.sin(2 * np.pi * y * 64 / SIZE).astype(F)
    hairs = smooth(2.4, 3.3, noise(shape, 0.8, (1, 8), low=20, seed=seed + 2)) + smooth(2.5, 3.4, noise(shape, 0.8, (7, 1), low=20, seed=seed + 3))
    n, vis, ao = relief(blur(np.pad(felt, 8, mode="wrap"), 0.9)[8:-8, 8:-8], tooth)
    albedo = mix(np.broadcast_to(hexcolour(colour), (*shape, 3)), hexcolour(hair), np.clip(hairs, 0, 1) * 0.45 * fibres)
    albedo = albedo * (1 + 0.02 * noise(shape, 2.0, seed=seed + 4))[..., None]
    return settle(shade(n, TOP, albedo, rough=0.95, f0=0.01, vis=0.45 + 0.55 * vis, ao=ao), colour)


def cup(pixels=320):
    """A porcelain cup from above, its hollow left open for the paint: rim, the shadow of its wall, a window on the wet."""
    big = pixels * 2
    y, x = (np.mgrid[0:big, 0:big].astype(F) + 0.5) / big * 2 - 1
    r = np.hypot(x, y) / 0.97
    inner, outer = 0.78, 1.0
    t = np.clip((r - inner) / (outer - inner), 0, 1)
    slope = -np.cos(np.pi * t) * 1.5                              # up from the hollow, over the rim, down outside
    n = np.dstack([x / np.maximum(r, 1e-3) * slope, -y / np.maximum(r, 1e-3) * slope, np.ones_like(r)])
    n = (n / np.linalg.norm(n, axis=2, keepdims=True)).astype(F)
    rgb = shade(n, TOP, np.broadcast_to(hexcolour("#eeebe2"), (*r.shape, 3)), rough=0.18, f0=0.05, rim=0.25)
    ring = smooth(inner - 0.01, inner + 0.01, r) * (1 - smooth(outer - 0.012, outer, r))
    wall = smooth(0.42, 0.80, r) * np.clip(-(x * 0.66 + y * 0.62) + 0.15, 0, 1) * 0.55 + 0.16 * smooth(0.62, 0.79, r)
    wall = np.clip(wall, 0, 0.7) * (r < inner + 0.01)
    gloss = np.exp(-(((x + 0.26) / 0.20) ** 4 + ((y + 0.36) / 0.075) ** 4)) * 0.62 * (np.abs(x + 0.26) > 0.012)
    gloss = blur(gloss.astype(F), 1.2) * (r < inner)
    alpha = np.clip(ring + (1 - ring) * np.maximum(wall, gloss), 0, 1)
    colour = rgb * ring[..., None] + (1 - ring)[..., None] * gloss[..., None] * np.ones(3, F)
    piece = np.dstack([colour, alpha]).astype(F)
    small = piece.reshape(pixels, 2, pixels, 2, 4).mean((1, 3))
    return {"piece": small, "shadow": _shadow(pixels)}


def _shadow(pixels):
    y, x = (np.mgrid[0:pixels, 0:pixels].astype(F) + 0.5) / pixels * 2 - 1
    r = np.hypot(x - 0.07, y - 0.11)
    dark = 0.55 * (1 - smooth(0.62, 0.98, r))
    return np.dstack([np.zeros((pixels, pixels, 3), F) + hexcolour("#1a0e06") * dark[..., None], dark]).astype(F)


WASHES = {"wash_sea": ("#8fb4cc", "#7fae9f", 3), "wash_warm": ("#e6b784", "#d99a86", 8), "wash_green": ("#a9bd86", "#d3c07a", 13), "wash_dusk": ("#b7a3bd", "#93a9c6", 18)}


def wash(name, shape=(340, 720)):
    """A pale wash of watercolour that has dried: clouds of two colours, darker where its edge stood, granules in the tooth."""
    one, other, seed = WASHES[name]
    h, w = shape
    y, x = (np.mgrid[0:h, 0:w].astype(F) + 0.5)
    x, y = x / w * 2 - 1, y / h * 2 - 1
    ragged = noise(shape, 2.0, low=3, seed=seed) * 0.10 + noise(shape, 1.6, low=12, seed=seed + 1) * 0.03
    d = (np.abs(x) ** 3.2 + np.abs(y) ** 2.6) ** (1 / 2.9) + ragged
    inside = 1 - smooth(0.80, 0.86, d)
    edge = np.exp(-((d - 0.79) / 0.035) ** 2)
    cloud = np.clip(0.5 + 0.26 * noise(shape, 2.3, low=2, seed=seed + 2), 0, 1)
    grain = 1 + 0.10 * noise(shape, 0.9, low=60, seed=seed + 3)
    alpha = np.clip(inside * (0.30 + 0.22 * cloud + 0.26 * edge) * grain, 0, 0.85)
    colour = mix(hexcolour(one), hexcolour(other), smooth(0.25, 0.75, cloud))
    return {"piece": np.dstack([colour * alpha[..., None], alpha]).astype(F)}


MAKERS = {
    **{f"paint/{kind}": (lambda kind=kind: paper(kind)) for kind in PAPERS},
    "paint/cup": cup,
    **{f"paint/{name}": (lambda name=name: wash(name)) for name in WASHES},
}


def tile(images, width=720):
    """A sheet of paper with a wet branch of leaves on it, and three cups of paint before it."""
    height = round(width * 0.96)
    made = Image.new("RGBA", (width, height))
    side = (round(width * 0.70), round(width * 0.54))
    sheet = Image.open(images / "paint/cotton.jpg").convert("RGB").resize((side[0], side[0]), Image.LANCZOS).crop((0, 0, *side)).convert("RGBA")
    _branch(sheet)
    turned = sheet.rotate(5, Image.BICUBIC, expand=True)
    at = ((width - turned.width) // 2, round(height * 0.05))
    dark = Image.new("L", made.size)
    dark.paste(turned.getchannel("A").point(lambda v: int(v * 0.62)), (at[0] + 9, at[1] + 14))
    made.paste(Image.new("RGBA", made.size, "#140a04"), mask=dark.filter(ImageFilter.GaussianBlur(width * 0.016)))
    made.alpha_composite(turned, at)
    cup_picture, shadow = (Image.open(images / f"paint/{name}.png").convert("RGBA") for name in ("cup", "cup_shadow"))
    for x, y, colour in ((0.22, 0.66, "#1F5FAE"), (0.47, 0.70, "#F4C21F"), (0.72, 0.66, "#C8332F")):
        size = round(width * 0.22)
        place = (round(x * width - size / 2), round(y * height - size / 2))
        wide = round(size * 1.25)
        made.alpha_composite(shadow.resize((wide, wide), Image.LANCZOS), (round(x * width - wide / 2), min(height - wide, round(y * height - wide / 2))))
        paint = Image.new("RGBA", (size * 2, size * 2))
        ImageDraw.Draw(paint).ellipse((size * 0.2, size * 0.2, size * 1.8, size * 1.8), fill=colour)
        made.alpha_composite(paint.resize((size, size), Image.LANCZOS), place)
        made.alpha_composite(cup_picture.resize((size, size), Image.LANCZOS), place)
    return made


def _branch(sheet):
    """A stem and leaves in a few wet strokes, blue into yellow."""
    w, h = sheet.size
    chance = random.Random(3)
    stem = [(w * (0.12 + 0.76 * t), h * (0.86 - 0.62 * t + 0.10 * math.sin(t * 3.4))) for t in (i / 60 for i in range(61))]
    _stroke(sheet, stem, lambda t: h * 0.022 * (1.1 - 0.5 * t), ("#5E4630", "#6f7a34"), chance)
    for i, (t, way, long) in enumerate(((0.16, -1, 0.30), (0.28, 1, 0.33), (0.42, -1, 0.34), (0.55, 1, 0.30), (0.68, -1, 0.28), (0.80, 1, 0.22), (0.97, -0.25, 0.20))):
        x, y = stem[round(t * 60)]
        angle = -0.62 + way * 0.95
        leaf = [(x + math.cos(angle + 0.25 * way * s) * long * w * 0.72 * s, y + math.sin(angle + 0.25 * way * s) * long * w * 0.72 * s) for s in (k / 40 for k in range(41))]
        colours = (("#2f6b45", "#c9b02f"), ("#1F5FAE", "#4F8A3C"), ("#4F8A3C", "#F4C21F"))[i % 3]
        _stroke(sheet, leaf, lambda s: h * 0.085 * math.sin(math.pi * min(1, s * 0.94 + 0.06)) ** 0.8 + 1, colours, chance)


def _stroke(sheet, line, width, colours, chance):
    """One stroke of a wet brush: bristles beside each other, each a little lighter or darker, from one colour into the other."""
    big = 2
    layer = Image.new("RGBA", (sheet.width * big, sheet.height * big))
    draw = ImageDraw.Draw(layer)
    one, other = ([int(c[i:i + 2], 16) for i in (1, 3, 5)] for c in colours)
    bristles = [(k / 17 - 1, chance.uniform(0.82, 1.16), chance.uniform(0, 0.06)) for k in range(35)]
    last = len(line) - 1
    for off, light, late in bristles:
        for i in range(last):
            t = i / last
            if t < late or t > 1 - late:
                continue
            (x0, y0), (x1, y1) = line[i], line[i + 1]
            far = math.hypot(x1 - x0, y1 - y0) or 1
            nx, ny = -(y1 - y0) / far, (x1 - x0) / far
            wa, wb = width(t) * off, width((i + 1) / last) * off
            mixed = tuple(min(255, int((a + (b - a) * t) * light * (1.06 - 0.16 * off * (1 if nx + ny > 0 else -1)))) for a, b in zip(one, other))
            thick = max(2, round(width(t) * big * 0.13 + 1))
            draw.line(((x0 + nx * wa) * big, (y0 + ny * wa) * big, (x1 + nx * wb) * big, (y1 + ny * wb) * big), fill=(*mixed, 255), width=thick)
    sheet.alpha_composite(layer.filter(ImageFilter.GaussianBlur(1.0)).resize(sheet.size, Image.LANCZOS))
