"""Flat things: solid wood for planks and turned pieces, the table of smoked oak, linen, cotton paper."""
import numpy as np

from light import F, blur, hexcolour, mix, noise, relief, sample, shade, smooth, unit

TOP = unit(0, 0, 1)
CLOUD = noise((512, 512), 2.3, seed=3)                       # soft patches
FIBRE = noise((1024, 512), 0.9, (1, 14), low=6, seed=5)      # long hairs along u
PORES = noise((1024, 1024), 0.7, (1, 16), low=60, seed=7)     # short dashes along u

SPECIES = {  # early wood, late wood, pore colour; rings per unit; pore threshold; contrast
    "oak": ("#cba16c", "#96683a", "#573a22", 4.2, 0.85, 1.0),
    "smoked oak": ("#8a6346", "#583a26", "#2c1a0f", 4.2, 0.85, 0.9),
    "walnut": ("#8a5530", "#472716", "#24130a", 3.4, 0.95, 1.0),
    "beech": ("#e3b98a", "#c9925f", "#8e5d38", 3.0, 1.2, 0.9),
}


def wood(p, species, knots=()):
    """Albedo and bump height of solid wood at points p: x runs along the trunk, the pith lies at y = z = 0."""
    early, late, dark, rings, threshold, contrast = SPECIES[species]
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    r = np.hypot(y, z) + 0.16 * sample(CLOUD, x * 0.012, y * 0.05 + z * 0.04) + 0.025 * sample(CLOUD, x * 0.09, y * 0.4 + z * 0.3)
    heart = np.zeros_like(r)
    for kx, ky, size in knots:                               # rings flow round a knot; its heart has rings of its own
        dx, dy = (x - kx) * 0.62, y - ky
        d = np.hypot(dx, dy) * (1 + 0.12 * sample(CLOUD, x * 0.3, y * 0.3))
        r = r + np.exp(-(d / (size * 2.4)) ** 2) * size * 1.5
        core = 1 - smooth(size * 0.75, size * 1.0, d)
        heart = np.maximum(heart, (1 - smooth(size * 0.2, size * 1.5, d)) * 0.9)
        r = r * (1 - core) + (d * 2.2 + ky) * core
    ring = r * rings
    i, t = np.floor(ring), ring - np.floor(ring)
    strength = 0.55 + 0.45 * np.sin(i * 12.9898) * np.cos(i * 4.1)
    band = smooth(0.25, 0.93, t) * (1 - smooth(0.93, 1.0, t)) * strength
    hair = sample(FIBRE, x * 0.03, y * 0.21 + z * 0.17)
    fine = sample(FIBRE, x * 0.11 + 0.3, y * 0.83 + z * 0.61)
    pore = smooth(threshold, threshold + 0.9, sample(PORES, x * 0.07, y * 0.31 + z * 0.23)) * (0.35 + 0.65 * (1 - smooth(0.1, 0.5, t)))
    tone = np.clip(0.25 + contrast * (0.55 * band + 0.10 * hair + 0.06 * fine) + 0.10 * sample(CLOUD, x * 0.02, y * 0.1), 0, 1)
    albedo = mix(hexcolour(early), hexcolour(late), tone)
    albedo = mix(albedo, hexcolour(dark), np.clip(0.50 * pore + heart * (0.50 + 0.30 * band), 0, 0.9))
    return albedo, -0.8 * pore - 0.15 * band + 0.06 * fine


def flecks(shape, seed):
    """Ray flecks of quartered oak: pale, silky, slanting across the grain, each a few millimetres long."""
    f = noise(shape, 1.7, (1, 3.2), low=46, seed=seed)
    here = smooth(0.2, 1.6, noise(shape, 2.4, (1, 2), low=2, seed=seed + 1))
    return smooth(1.7, 2.5, f) * here


def table(w=2736, h=1824, planks=(0.23, 0.27, 0.22, 0.28), seed=11, luminance=0.32):
    """Planks of oak side by side, each from another place of the log, eased edges, sunlight from the upper left.

    Its median luminance is settled: light enough for a table in the morning, and dark enough that white china and paper
    stand out from it.
    """
    rng = np.random.default_rng(seed)
    unit_px = h / 22
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    albedo, bump = np.zeros((h, w, 3), F), np.zeros((h, w), F)
    top = 0
    for k, share in enumerate(planks):
        end = h if k == len(planks) - 1 else top + int(h * share)
        rows = slice(top, end)
        x, y = xx[rows] / unit_px + rng.uniform(0, 60), (yy[rows] - (top + end) / 2) / unit_px + rng.normal(0, 0.9)
        z = rng.uniform(0.4, 1.6) + (0.05 + 0.03 * rng.random()) * (x - x.min()) * rng.choice([-1, 1])
        x0, far = x.min(), w / unit_px
        spots = {0: [(x0 + far * 0.72, 0.9, 0.34)], 2: [(x0 + far * 0.24, -0.7, 0.42), (x0 + far * 0.31, 0.6, 0.12)]}.get(k, [])
        a, b = wood(np.dstack([x, y, z]), "oak", spots)
        a *= rng.uniform(0.90, 1.07) * np.array([1, rng.uniform(0.98, 1.02), rng.uniform(0.94, 1.03)], F)
        edge = np.minimum(yy[rows] - top, end - 1 - yy[rows]) * (1216 / h)
        seam = np.exp(-(edge / 1.6) ** 2)[..., None]
        albedo[rows] = a * (1 - 0.72 * seam)
        bump[rows] = b - 2.5 * np.exp(-(edge / 3.0) ** 2)
        top = end
    albedo *= 1 + 0.16 * flecks((h, w), seed + 40)[..., None]
    n, vis, ao = relief(blur(bump, 1.0), 0.7)
    rgb = shade(n, TOP, albedo, rough=0.5, f0=0.03, vis=0.5 + 0.5 * vis, ao=ao)
    pool = np.exp(-(((xx / w - 0.30) / 0.85) ** 2 + ((yy / h - 0.26) / 0.95) ** 2))
    rgb = rgb * mix(np.array([0.62, 0.59, 0.56], F), np.array([1.30, 1.18, 0.97], F), pool)
    rgb = np.dstack([blur(c, 0.8) for c in np.moveaxis(rgb, 2, 0)])   # calmer, and a third smaller as JPEG
    return rgb * (luminance / np.median(rgb @ np.array([0.2126, 0.7152, 0.0722], F)))


def settle(rgb, colour):
    """Scale to a mean colour as shown, so that the contrast computed for the palette holds on the texture."""
    want = hexcolour(colour)
    want = np.where(want > 0.7, 0.7 - 0.3 * np.log(np.maximum(1 - (want - 0.7) / 0.3, 1e-3)), want)   # undo the shoulder
    return rgb * (want / rgb.mean((0, 1)))


def tiling_relief(h, depth, margin=64):
    """`relief` of a tile that goes on beyond its edges."""
    return (a[margin:-margin, margin:-margin] for a in relief(np.pad(h, margin, mode="wrap"), depth))


def linen(w, h, thread=5.0, seed=21, colour="#f6f1e6", fine=False):
    """Plain weave with slubs, low in contrast; w and h: even numbers of threads. `fine`: without the coarser slubs."""
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    u = xx / thread + 0.35 * noise((h, w), 1.4, (1, 0.12), low=3, seed=seed)
    v = yy / thread + 0.35 * noise((h, w), 1.4, (0.12, 1), low=3, seed=seed + 1)
    i, j = np.floor(u + 0.5).astype(int), np.floor(v + 0.5).astype(int)
    rng = np.random.default_rng(seed)
    warp_tone, weft_tone = rng.normal(0, 1, 4096)[i % int(w / thread)], rng.normal(0, 1, 4096)[j % int(h / thread)]
    across_u, across_v = np.cos(np.pi * (u - i)) , np.cos(np.pi * (v - j))
    height = np.where((i + j) % 2 == 0, across_u * (0.55 + 0.45 * across_v), across_v * (0.55 + 0.45 * across_u))
    tone = np.where((i + j) % 2 == 0, warp_tone, weft_tone) * 0.035 + 0.02 * noise((h, w), 1.8, seed=seed + 3)
    albedo = hexcolour("#f0e9da") * (1 + tone)[..., None]
    n, vis, ao = tiling_relief(blur(height, 0.7), 1.2 if fine else 1.9)
    return settle(shade(n, TOP, albedo, rough=0.9, f0=0.02, vis=0.6 + 0.4 * vis, ao=0.75 + 0.25 * ao), colour)


def paper(w, h, seed=31):
    """Cotton paper: felt marks a third of a millimetre high, a few fibres, almost white."""
    felt = noise((h, w), 1.1, low=14, seed=seed) * 0.45 + noise((h, w), 1.6, seed=seed + 1) * 0.3
    hairs = smooth(2.7, 3.4, noise((h, w), 0.8, (1, 7), low=20, seed=seed + 2))
    n, vis, ao = tiling_relief(blur(felt, 0.8), 0.42)
    albedo = mix(np.broadcast_to(hexcolour("#faf7f0"), (h, w, 3)), hexcolour("#c9b99c"), hairs * 0.35)
    return settle(shade(n, TOP, albedo, rough=0.9, f0=0.01, vis=vis, ao=ao), "#faf7f0")


def marble(w, h, seed=71):
    """Polished grey-green marble, cool beside warm dough: soft clouds, pale veins with dark ones beside them, tiling."""
    cloud = noise((h, w), 2.1, seed=seed)
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    bend = noise((h, w), 2.9, seed=seed + 1), noise((h, w), 2.9, seed=seed + 2)
    u, v = (xx + 46 * bend[0]) / w, (yy + 46 * bend[1]) / h
    vein, dark = np.zeros((h, w), F), np.zeros((h, w), F)
    for k, (low, wide) in enumerate(((2, 0.06), (4, 0.05), (8, 0.045))):
        field = sample(noise((h, w), 2.7, low=low, seed=seed + 10 + k), u, v)
        here = smooth(-0.4, 1.2, noise((h, w), 2.2, low=2, seed=seed + 20 + k))
        vein = np.maximum(vein, np.exp(-((field / wide) ** 2)) * here * (1.0, 0.7, 0.45)[k])
        dark = np.maximum(dark, np.exp(-(((field - 2.2 * wide) / (1.6 * wide)) ** 2)) * here * 0.55)
    albedo = mix(hexcolour("#8fa3a3"), hexcolour("#a9b8b4"), np.clip(0.5 + 0.3 * cloud, 0, 1))
    albedo = mix(albedo, hexcolour("#5f7476"), 0.45 * np.clip(dark, 0, 0.8))
    albedo = mix(albedo, hexcolour("#dfe4dd"), 0.5 * np.clip(vein, 0, 0.85))
    n, vis, ao = tiling_relief(blur(0.02 * cloud, 2.0), 0.1)
    return settle(shade(n, TOP, albedo, rough=0.25, f0=0.03, vis=vis, ao=ao), "#97a9a7")


def cork(w, h, seed=51):
    """Pressed cork: grains of several sizes, each with a tone of its own, dark seams and a few bark flecks between them."""
    rng = np.random.default_rng(seed)
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    count = w * h // 420
    cx, cy = rng.uniform(0, w, count), rng.uniform(0, h, count)
    tone, size = rng.normal(0, 1, count), rng.uniform(0.7, 1.6, count)
    near, next_, whose = np.full((h, w), 1e9, F), np.full((h, w), 1e9, F), np.zeros((h, w), int)
    for k in range(count):                                  # the grain that is nearest, measured by its own size
        r = int(46 * size[k])
        rows, columns = np.arange(int(cy[k]) - r, int(cy[k]) + r) % h, np.arange(int(cx[k]) - r, int(cx[k]) + r) % w
        dx = (columns - cx[k] + w / 2) % w - w / 2
        dy = (rows - cy[k] + h / 2) % h - h / 2
        d = (np.hypot(dx[None, :], dy[:, None]) / size[k]).astype(F)
        at = np.ix_(rows, columns)
        first = d < near[at]
        next_[at] = np.where(first, near[at], np.minimum(next_[at], d))
        whose[at] = np.where(first, k, whose[at])
        near[at] = np.minimum(near[at], d)
    seam = np.exp(-((next_ - near) / 2.2) ** 2)
    fleck = smooth(1.7, 2.6, tone[whose])
    grain = noise((h, w), 1.0, low=20, seed=seed + 1)
    albedo = mix(hexcolour("#a8793f"), hexcolour("#8a5f30"), np.clip(0.5 + 0.26 * tone[whose] + 0.14 * grain, 0, 1))
    albedo = mix(albedo, hexcolour("#4a2c14"), np.clip(0.14 * seam + 0.34 * fleck, 0, 0.9))
    n, vis, ao = tiling_relief(blur(-0.9 * seam + 0.3 * grain + 0.25 * tone[whose], 0.9), 0.7)
    return settle(shade(n, TOP, albedo, rough=0.95, f0=0.01, vis=0.6 + 0.4 * vis, ao=0.7 + 0.3 * ao), "#c39867")
