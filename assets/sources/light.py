"""Light, noise, shading and saving: what every picture is made with.

Axes everywhere: x right, y away from the player (up on the screen), z up from the table. Colours are linear until `to_srgb`.
"""
import numpy as np
from PIL import Image

F = np.float32


def unit(*v):
    v = np.array(v, F)
    return v / np.linalg.norm(v)


KEY_DIR = unit(-0.55, 0.22, 0.80)                 # towards the sun: upper left, slightly behind the thing
KEY = np.array([1.00, 0.90, 0.74], F) * 2.3       # warm
SKY = np.array([0.66, 0.80, 1.00], F) * 0.62      # cool, from above
BOUNCE = np.array([0.62, 0.42, 0.25], F) * 0.50   # warm, up from the oak
FILL_DIR = unit(-0.62, -0.68, 0.38)               # a second, pale window to the front left lights standing walls
FILL = np.array([0.88, 0.94, 1.00], F) * 0.74
WINDOW = unit(-0.46, -0.02, 0.86)                 # the bright panel seen in gloss


def smooth(a, b, x):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def mix(a, b, t):
    return a + (b - a) * np.asarray(t)[..., None]


def hexcolour(code):
    """Linear RGB of a '#rrggbb' colour."""
    c = np.array([int(code[i:i + 2], 16) for i in (1, 3, 5)], F) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(F)


def to_srgb(c):
    c = np.where(c > 0.7, 0.7 + 0.3 * (1 - np.exp(-(np.maximum(c, 0.7) - 0.7) / 0.3)), np.maximum(c, 0))  # soft shoulder
    return np.where(c <= 0.0031308, c * 12.92, 1.055 * np.maximum(c, 1e-6) ** (1 / 2.4) - 0.055)


# ---- noise -----------------------------------------------------------------------------------------------------------
def noise(shape, falloff=1.6, stretch=(1, 1), low=1, seed=0):
    """Tiling noise, mean 0 and deviation 1: white noise through a power-law filter. stretch=(sy, sx) draws it out."""
    h, w = shape
    fy, fx = np.fft.fftfreq(h)[:, None] * h * stretch[0], np.fft.rfftfreq(w)[None] * w * stretch[1]
    f = np.hypot(fy, fx)
    gain = np.where(f > 0, 1 / (np.maximum(f, 1e-9) + low) ** falloff, 0)
    out = np.fft.irfft2(np.fft.rfft2(np.random.default_rng(seed).standard_normal((h, w))) * gain, (h, w))
    return (out / out.std()).astype(F)


def sample(tile, u, v):
    """Bilinear look-up in a tiling texture; u and v in tiles."""
    h, w = tile.shape
    x, y = np.mod(u, 1) * w, np.mod(v, 1) * h
    i, j = y.astype(int), x.astype(int)
    fy, fx = (y - i).astype(F), (x - j).astype(F)
    i, j = i % h, j % w
    k, m = (i + 1) % h, (j + 1) % w
    return (tile[i, j] * (1 - fx) + tile[i, m] * fx) * (1 - fy) + (tile[k, j] * (1 - fx) + tile[k, m] * fx) * fy


def blur(a, s):
    """Gaussian blur by FFT; edges are mirrored."""
    m = int(3 * s) + 1
    b = np.pad(a, m, mode="symmetric")
    fy, fx = np.fft.fftfreq(b.shape[0])[:, None], np.fft.rfftfreq(b.shape[1])[None]
    g = np.exp(-2 * (np.pi * s) ** 2 * (fx * fx + fy * fy))
    return np.fft.irfft2(np.fft.rfft2(b) * g, b.shape)[m:-m, m:-m].astype(F)


# ---- shading ---------------------------------------------------------------------------------------------------------
def studio(d, rough):
    """Radiance from direction d, blurred by roughness: oak below, sky above, a window with a cross to the upper left."""
    e = 0.05 + rough
    env = mix(BOUNCE * 0.8, SKY * 1.0, smooth(-e, e, d[..., 2] - 0.05))
    env = env + np.exp(-((d[..., 2] - 0.12) / (0.22 + e)) ** 2)[..., None] * np.array([0.62, 0.48, 0.34], F)   # warm walls of the room
    side, up = unit(0.86, 0, 0.50), np.cross(WINDOW, unit(0.86, 0, 0.50))
    c = np.maximum(d @ WINDOW, 1e-3)
    u, v = d @ side / c, d @ up / c
    pane = (1 - smooth(0.42 - e, 0.42 + e, np.abs(u))) * (1 - smooth(0.52 - e, 0.52 + e, np.abs(v))) * (d @ WINDOW > 0)
    if rough < 0.15:
        pane = pane * smooth(0.0, 0.05, np.abs(u + 0.02)) * smooth(0.0, 0.05, np.abs(v))
    around = d[..., 0] * FILL_DIR[1] - d[..., 1] * FILL_DIR[0]            # a tall strip at the front left
    strip = (1 - smooth(0.16 - e * 0.5, 0.16 + e, np.abs(around))) * smooth(-0.30 - e, -0.10 + e, d[..., 2]) * (d @ FILL_DIR > 0)
    env = env + (strip * (1 - smooth(0.55, 0.75 + e, d[..., 2])))[..., None] * np.array([0.94, 0.97, 1.0], F) * (1.7 / (1 + 4 * rough))
    return env + pane[..., None] * np.array([1.0, 0.96, 0.88], F) * (6.0 / (1 + 9 * rough * rough))


def shade(n, view, albedo, rough=0.4, f0=0.04, vis=1.0, ao=1.0, wrap=0.12, rim=0.0, edge=None):
    """Linear colour of points with normals n: wrapped warm key, hemisphere fill, window reflection with Fresnel.

    rim (0 to 1) darkens what turns away from the eye, so that pale things part from pale ones without an outline;
    edge, a linear colour, is the pale sheen that parts dark things from a dark table in the same place.
    """
    vis, ao = np.asarray(vis, F)[..., None], np.asarray(ao, F)[..., None]
    ndl, ndv = n @ KEY_DIR, np.clip(n @ view, 0.02, 1)
    lit = np.clip((ndl + wrap) / (1 + wrap), 0, 1)[..., None] * KEY * vis
    fill = (mix(BOUNCE, SKY, n[..., 2] * 0.5 + 0.5) + np.clip(n @ FILL_DIR * 0.8 + 0.2, 0, 1)[..., None] * FILL) * ao
    r = 2 * ndv[..., None] * n - view
    fres = f0 + (1 - f0) * ((1 - ndv)[..., None] ** 5) * (1 - rough) ** 2
    turned_away = (rim * smooth(0.58, 0.86, 1 - ndv))[..., None]
    fres, albedo = fres * (1 - turned_away), albedo * (1 - turned_away) ** np.array([0.8, 1.0, 1.25], F)
    half = (KEY_DIR + view) / np.linalg.norm(KEY_DIR + view)
    power = 2 / max(rough, 0.05) ** 3
    glint = (np.clip(n @ half, 0, 1) ** power * (power + 8) / 40)[..., None] * KEY * vis * 0.5
    rgb = albedo * (lit + fill) * 0.46 + fres * (studio(r, rough) * (0.35 + 0.65 * vis) * ao + glint)
    if edge is None:
        return rgb
    sheen = smooth(0.36, 0.80, 1 - ndv) ** 1.2 * (0.82 + 0.30 * ndl)
    return rgb + np.asarray(edge, F) * sheen[..., None]


def relief(h, depth):
    """Normals, key visibility and ambient occlusion of a height field (h in pixels of depth 1)."""
    h = h * depth
    gy, gx = np.gradient(h)
    n = np.dstack([-gx, gy, np.ones_like(h)])
    n /= np.linalg.norm(n, axis=2, keepdims=True)
    ao = np.clip(1 - sum(np.maximum(blur(h, s) - h, 0) * k for s, k in ((2, .30), (6, .14), (16, .05))), 0.25, 1)
    vis = np.ones_like(h)
    for t in (1, 2, 3, 5, 8, 12, 18):
        dx, dy = KEY_DIR[0] / KEY_DIR[2], -KEY_DIR[1] / KEY_DIR[2]
        ahead = np.roll(h, (-int(round(dy * t)), -int(round(dx * t))), (0, 1))
        vis = np.minimum(vis, 1 - np.clip((ahead - h - t) * 0.5, 0, 0.85))
    return n.astype(F), vis, ao


# ---- files -----------------------------------------------------------------------------------------------------------
def save(path, picture):
    """Write a linear RGB (JPEG) or premultiplied RGBA picture (straight alpha PNG; a palette would band the shadows)."""
    if picture.shape[2] == 3:
        grey = np.random.default_rng(1).uniform(-0.5, 0.5, picture.shape[:2] + (1,))
        Image.fromarray((to_srgb(picture) * 255 + 0.5 + grey * 0.5).clip(0, 255).astype("u1")).save(path, quality=88, optimize=True)
        return
    a = picture[..., 3:]
    rgb = to_srgb(picture[..., :3] / np.maximum(a, 1e-4))
    Image.fromarray((np.dstack([rgb, a]) * 255 + 0.5).clip(0, 255).astype("u1")).save(path, optimize=True)
