"""Ray marching of distance functions: round and turned things become sprites with soft shadows."""
import numpy as np

from light import F, KEY_DIR, blur, hexcolour, shade, smooth, unit


def march(sdf, material, size, span, elevation, centre=(0, 0, 0), ss=2, ground=0.0, layers=None, step=0.8, spread=9, normal=None):
    """Render sdf(p) -> RGBA float sprites {"piece", "shadow", ...}; material(p, n) -> keyword arguments of `shade`.

    Orthographic camera `elevation` degrees above the table; span = world width of the picture. layers(p, n) -> {name: mask}
    cuts further sprites out of the piece. The shadow is what the piece takes from a plane at height `ground`. normal(p)
    gives exact normals where the differences of the sdf would not be smooth enough.
    """
    w, h = size[0] * ss, size[1] * ss
    e = np.radians(elevation)
    right, up, view = unit(1, 0, 0), unit(0, np.sin(e), np.cos(e)), unit(0, -np.cos(e), np.sin(e))
    s = span / w
    reach = span * max(1.0, h / w)
    gx, gy = np.meshgrid((np.arange(w) - w / 2 + 0.5) * s, (h / 2 - np.arange(h) - 0.5) * s)
    base = (np.array(centre, F) + gx[..., None] * right + gy[..., None] * up).reshape(-1, 3).astype(F)
    t = np.full(w * h, -reach * 1.2, F)
    live, hit = np.arange(w * h), np.zeros(w * h, bool)
    for _ in range(90):
        d = sdf(base[live] - t[live, None] * view)
        close = d < s * 0.4
        hit[live[close]] = True
        t[live] += np.where(close, 0, d * step)
        live = live[~close & (t[live] < reach * 1.3)]
        if not len(live):
            break
    p = base[hit] - t[hit, None] * view
    n = normal(p) if normal else normals(sdf, p, s)
    mat = material(p, n)
    if "bump" in mat:
        n = n + mat.pop("bump")
        n /= np.linalg.norm(n, axis=1, keepdims=True)
    rgb = shade(n, view, vis=soft_shadow(sdf, p + n * s * 2, span, spread), ao=occlusion(sdf, p, n, span), **mat)
    rgb = np.concatenate([rgb, np.ones((len(rgb), 1))], 1)

    def sprite(keep):
        full = np.zeros((w * h, 4), F)
        full[hit] = rgb * keep[:, None]
        return full.reshape(h // ss, ss, w // ss, ss, 4).mean((1, 3))

    out = {"piece": sprite(np.ones(len(p), F))}
    for name, keep in (layers(p, n) if layers else {}).items():
        out[name] = sprite(keep.astype(F))
    b = base.reshape(h, w, 3)[ss // 2::ss, ss // 2::ss].reshape(-1, 3)
    g = b - ((b[:, 2] - ground) / view[2])[:, None] * view
    flat = np.tile(unit(0, 0, 1), (len(g), 1))
    dark = 1 - (0.62 * soft_shadow(sdf, g + flat * s, span, spread * 0.7) + 0.38 * occlusion(sdf, g, flat, span) ** 1.5)
    fade = 1 - smooth(0.84, 0.99, np.maximum(abs(gx), abs(gy) * w / h)[::ss, ::ss] / (span / 2))
    dark = blur(np.clip(dark.reshape(h // ss, -1) - 0.02, 0, 1), size[0] / 170) * fade * 0.9
    out["shadow"] = np.dstack([dark[..., None] * hexcolour("#2a1608"), dark])
    return out


def normals(sdf, p, s):
    k = np.array([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]], F)
    n = sum(a * sdf(p + a * s)[:, None] for a in k)
    return n / (np.linalg.norm(n, axis=1, keepdims=True) + 1e-9)


def soft_shadow(sdf, p, span, sharp):
    res, t = np.ones(len(p), F), span * 0.006 * np.random.default_rng(2).uniform(1, 1.13, len(p)).astype(F)
    for _ in range(36):                                  # jittered starts: grain instead of rings
        d = sdf(p + KEY_DIR * t[:, None])
        res = np.minimum(res, 0.5 + 0.5 * sharp * d / t)
        t *= 1.13
    return smooth(0, 1, res)


def occlusion(sdf, p, n, span):
    a = np.zeros(len(p), F)
    for i in range(1, 7):
        d = span * 0.011 * i ** 1.35
        a += (d - sdf(p + n * d)).clip(0) * 0.62 ** i / (span * 0.011)
    return np.clip(1 - 0.45 * a, 0.16, 1)
