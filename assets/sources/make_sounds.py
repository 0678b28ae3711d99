"""Makes the sounds in assets/sounds anew: python assets/sources/make_sounds.py [name ...]; needs numpy and soundfile.

Struck things ring in a few modes, each a sine that dies away at its own pace; short noise is the touch itself. What the
hand does often is made in several takes, which differ as one touch differs from the next. Each sound is brought to the
loudness of its kind, as a tablet's speaker gives it (see loudness.py).
"""
import sys
from pathlib import Path

import numpy as np
import soundfile
from loudness import loudness

SOUNDS = Path(__file__).resolve().parents[1] / "sounds"
RATE = 44100
PEAK = 10 ** (-4.5 / 20)  # leaves room for what the codec adds: -3 dBFS is never reached
BEFORE = 0.004  # s of silence, in which the codec's forerun of a hard strike dies unheard
SCALE = (0, 2, 4, 7, 9)  # semitones of the major pentatonic scale
TONIC = 261.63  # Hz, middle C

# Frequency over the lowest, strength, seconds to fall by 60 dB
ENAMEL = ((1.0, 0.50, 0.34), (1.58, 0.34, 0.26), (2.41, 0.26, 0.20), (3.37, 0.18, 0.14), (4.62, 0.12, 0.10), (6.1, 0.07, 0.07))
OAK = ((1.0, 1.0, 0.16), (1.83, 0.55, 0.11), (2.74, 0.40, 0.08), (3.90, 0.22, 0.06), (5.35, 0.12, 0.045))
SHELL = ((1.0, 0.9, 0.035), (1.47, 0.7, 0.028), (2.15, 0.45, 0.02), (2.9, 0.25, 0.015))
COPPER = ((1.0, 0.40, 0.42), (1.36, 0.42, 0.36), (2.09, 0.40, 0.30), (2.93, 0.30, 0.22), (3.77, 0.22, 0.16), (5.2, 0.14, 0.10))  # a small disc that rings
FELT = ((1.0, 1.0, 0.09), (1.7, 0.4, 0.06))  # a cloth over wood
BAR = ((1.0, 1.0, 1.0), (2.0, 0.22, 0.62), (3.01, 0.10, 0.42), (3.99, 0.14, 0.28), (6.3, 0.03, 0.12))  # a warm wooden bar


class Take:
    """How this take differs from the first one; the first one, number 0, is as written."""

    number = 0
    chance = np.random.default_rng(0)

    @classmethod
    def begin(cls, number, name):
        cls.number, cls.chance = number, np.random.default_rng([number, *name.encode()])

    @classmethod
    def about(cls, value, some):
        """A value, give or take a share."""
        return value * 2 ** cls.chance.uniform(-some, some) if cls.number else value


def modes(lowest, table, seconds, attack=0.0008, longer=1.0):
    """The sum of a table's modes above `lowest` Hz, struck at time 0."""
    t = np.arange(int(seconds * RATE)) / RATE
    if Take.number:  # struck elsewhere and otherwise: other modes are louder, the body stays the same
        lowest = Take.about(lowest, 0.09)
        table = [(Take.about(ratio, 0.01), Take.about(gain, 0.35), Take.about(fall, 0.2)) for ratio, gain, fall in table]
    ring = sum(gain * np.sin(2 * np.pi * lowest * ratio * t) * np.exp(-6.91 * t / (fall * longer)) for ratio, gain, fall in table)
    return ring * (1 - np.exp(-t / attack))


def noise(seconds, low, high, seed, fall):
    """Noise between two frequencies with soft shoulders, falling by 60 dB in `fall` seconds; its peak is 1."""
    n = int(seconds * RATE)
    f = np.fft.rfftfreq(n, 1 / RATE)
    seed, low, high = seed + 10_000 * Take.number, Take.about(low, 0.12), Take.about(high, 0.12)
    gain = 1 / (1 + (low / np.maximum(f, 1)) ** 4) / (1 + (f / high) ** 4)
    out = np.fft.irfft(np.fft.rfft(np.random.default_rng(seed).standard_normal(n)) * gain, n)
    return out / np.abs(out).max() * np.exp(-6.91 * np.arange(n) / RATE / fall)


def together(*parts):
    """Sounds laid over each other: (start in seconds, gain, samples) each."""
    if Take.number:
        parts = [(Take.about(start, 0.25), Take.about(gain, 0.2), samples) for start, gain, samples in parts]
    out = np.zeros(max(int(start * RATE) + len(samples) for start, _, samples in parts))
    for start, gain, samples in parts:
        at = int(start * RATE)
        out[at : at + len(samples)] += gain * samples
    return out


def note(step):
    """Frequency of a step of the scale, step 0 being the tonic."""
    return TONIC * 2 ** ((SCALE[step % 5] + 12 * (step // 5)) / 12)


def lift():
    """A bean slides off its neighbours: two dry ticks."""
    return together((0, 1.0, modes(1900, SHELL, 0.08)), (0.026, 0.5, modes(2350, SHELL, 0.08)), (0, 0.35, noise(0.09, 1500, 6000, 3, 0.06)))


def land(step):
    """A bean falls into an enamel bowl: tick, the bowl's own ring, two small bounces, and one warm note of the scale."""
    def hit(pitch, gain):
        return gain * together((0, 0.9, modes(2050 * pitch, SHELL, 0.06)), (0, 0.42, modes(905 * pitch, ENAMEL, 0.40)), (0, 0.3, noise(0.04, 900, 7000, 7 + step, 0.025)))
    return together((0, 0.85, hit(1.0, 1.0)), (0.082, 1.0, hit(1.05, 0.32)), (0.131, 1.0, hit(0.97, 0.14)),
                    (0.004, 0.80, modes(note(step), BAR, 1.0, 0.004, 0.9)))


def drop():
    """A bean falls on the oak table: soft and low, one bounce."""
    def hit(gain):
        return gain * together((0, 1.0, modes(215, OAK, 0.26, 0.002)), (0, 0.35, modes(1250, SHELL, 0.06)), (0, 0.25, noise(0.05, 200, 2200, 11, 0.04)))
    return together((0, 1.0, hit(0.8)), (0, 0.5, modes(620, OAK, 0.16, 0.001, 0.7)), (0.105, 1.0, hit(0.24)))


def wall():
    """A bean knocks against the wall: brighter, shorter wood."""
    return together((0, 1.0, modes(430, OAK, 0.28, 0.001)), (0, 0.5, modes(1650, SHELL, 0.06)), (0, 0.3, noise(0.04, 400, 4000, 13, 0.03)))


def press():
    """A key of the launcher: a fingertip on felt over wood."""
    return together((0, 1.0, modes(390, OAK, 0.16, 0.003, 0.6)), (0, 0.5, noise(0.09, 300, 1800, 17, 0.07)))


def done():
    """The end of a block: a warm chord, rolled upwards."""
    return together(*((0.07 * i, 0.8 - 0.08 * i, modes(note(step), BAR, 1.9, 0.006, 1.9)) for i, step in enumerate((0, 2, 3, 5, 7))))


def clatter(seed):
    """A bean falls among other beans: a few dry shells, ever softer, never twice the same."""
    rng = np.random.default_rng(100 + seed)
    start, hits = 0.0, []
    for i in range(3 + seed % 3):
        shell = modes(1500 * 2 ** rng.uniform(-0.35, 0.45), SHELL, 0.07)
        hits.append((start, 0.8 * 0.62**i, together((0, 1.0, shell), (0, 0.4, noise(0.03, 900, 6000, 200 + seed * 9 + i, 0.02)))))
        start += rng.uniform(0.022, 0.055)
    return together(*hits)


def perch():
    """A bean is set down on the wall: one small knock on oak."""
    return together((0, 1.0, modes(520, OAK, 0.22, 0.002, 0.7)), (0, 0.3, modes(1800, SHELL, 0.05)))


def handful():
    """Several beans come along: a soft rustle of shells."""
    rng = np.random.default_rng(31)
    hits = [(rng.uniform(0, 0.16), rng.uniform(0.3, 0.8), modes(1700 * 2 ** rng.uniform(-0.4, 0.4), SHELL, 0.06)) for _ in range(9)]
    return together(*hits, (0, 0.25, noise(0.22, 1200, 5000, 37, 0.3)))


def spill():
    """A bean rolls out of the wooden spoon and taps the table twice."""
    roll = noise(0.16, 500, 2600, 41, 0.6) * np.linspace(0.2, 1.0, int(0.16 * RATE))
    tap = together((0, 1.0, modes(240, OAK, 0.22, 0.002)), (0, 0.35, modes(1300, SHELL, 0.06)))
    return together((0, 0.25, roll), (0.15, 0.8, tap), (0.26, 0.25, tap))


def count():
    """One of three, before a game goes on: a soft bar."""
    return modes(note(2), BAR, 0.5, 0.006, 0.5)


def start():
    """The game goes on, after three counts: the same bar and the fourth above it, a little firmer."""
    return together((0, 0.7, modes(note(2), BAR, 0.9, 0.005, 0.8)), (0.07, 1.0, modes(note(4), BAR, 1.0, 0.005, 0.9)))


def record():
    """A new best: the scale climbs, and a chord stays."""
    climb = [(0.09 * i, 0.55, modes(note(step), BAR, 0.9, 0.005, 0.9)) for i, step in enumerate((0, 2, 4, 5))]
    return together(*climb, *((0.42, 0.6 - 0.07 * i, modes(note(step), BAR, 2.0, 0.008, 1.9)) for i, step in enumerate((5, 7, 8, 10))))


def seat(step):
    """A peg goes into its hole: the click of beech on walnut, a short hollow knock below it, and one note of the scale."""
    click = together((0, 0.7, modes(1480, OAK, 0.07, 0.0005, 0.5)), (0, 0.35, noise(0.03, 1200, 7000, 51 + step, 0.018)))
    knock = together((0, 1.0, modes(262, OAK, 0.30, 0.0015, 1.1)), (0, 0.4, modes(540, OAK, 0.22, 0.001)))
    return together((0, 0.8, click), (0.028, 0.75, knock), (0.030, 0.80, modes(note(step), BAR, 1.0, 0.004, 0.9)))


def rest(step):
    """A peg is set down on felt: a soft thud, and one note of the scale, a little veiled."""
    thud = together((0, 1.0, modes(165, OAK, 0.24, 0.004, 0.8)), (0, 0.35, noise(0.06, 120, 1100, 71 + step, 0.05)))
    return together((0, 0.8, thud), (0.012, 0.60, modes(note(step), BAR, 0.9, 0.012, 0.75)))


def pull():
    """A peg comes out of its hole: wood slides on wood, then a small hollow pop."""
    slide = noise(0.075, 500, 3200, 81, 0.5) * np.linspace(0.3, 1.0, int(0.075 * RATE))
    return together((0, 0.3, slide), (0.068, 0.9, modes(410, OAK, 0.2, 0.002, 0.7)), (0.068, 0.25, modes(1250, SHELL, 0.05)))


def turn():
    """One notch of a turn: a ratchet of brass, very short."""
    return together((0, 1.0, modes(2350, SHELL, 0.05)), (0, 0.4, modes(3900, SHELL, 0.04)), (0.011, 0.35, modes(1900, SHELL, 0.05)))


def light():
    """A lamp comes on: a soft, high bar."""
    return modes(note(7), BAR, 0.8, 0.012, 0.8)


def complete():
    """A picture or a row of lights is complete: four steps up."""
    return together(*((0.085 * i, 0.7, modes(note(step), BAR, 1.2, 0.006, 1.1)) for i, step in enumerate((2, 4, 5, 7))))


def home():
    """A bean glides home over the table: a very soft brush."""
    brush = noise(0.32, 350, 2600, 19, 9.0)
    return 0.16 * brush * np.sin(np.pi * np.linspace(0, 1, len(brush))) ** 2


def clink(pitch, seed, longer=1.0):
    """A coin meets a coin: both ring, neither for long, after a tick of metal."""
    return together((0, 0.8, modes(3150 * pitch, COPPER, 0.5, 0.0004, longer)), (0.0006, 0.5, modes(2480 * pitch, COPPER, 0.5, 0.0004, longer)),
                    (0, 0.35, noise(0.03, 2500, 11000, 300 + seed, 0.012)))


def coin_land(step):
    """A coin is laid on a tower: a clink that climbs, a tiny second one as it settles, and one warm note of the scale."""
    pitch = 2 ** (step * 0.045)
    return together((0, 0.55, clink(pitch, step)), (0.052, 0.17, clink(pitch * 1.03, step + 20, 0.7)), (0, 0.35, modes(180, FELT, 0.14, 0.002)),
                    (0.004, 0.85, modes(note(step), BAR, 1.0, 0.004, 0.95)))


def coin_lift():
    """A coin slides off the heap: two bright ticks and a whisper of metal."""
    return together((0, 0.9, clink(1.25, 41, 0.35)), (0.034, 0.4, clink(1.42, 42, 0.3)), (0, 0.22, noise(0.10, 3000, 9000, 43, 0.08)))


def coin_drop():
    """A coin falls on felt: a soft knock, a little ring, one bounce."""
    def hit(gain):
        return gain * together((0, 0.8, modes(190, FELT, 0.16, 0.002)), (0, 0.45, modes(520, FELT, 0.10, 0.001)), (0, 0.3, clink(0.9, 44, 0.5)))
    return together((0, 1.0, hit(0.8)), (0.11, 1.0, hit(0.28)))


def coin_knock():
    """A coin touches the tower's side: a short, dull clink."""
    return together((0, 0.7, clink(0.82, 45, 0.28)), (0, 0.5, modes(300, FELT, 0.10, 0.001)))


def coin_topple():
    """A tower comes down: clinks upon felt, first close, then ever more single and softer."""
    rng, hits, start = np.random.default_rng(46), [], 0.16
    for i in range(15):
        gain = 0.75 * 0.88**i
        hits.append((start, gain, together((0, 0.6, clink(2 ** rng.uniform(-0.25, 0.35), 60 + i, 0.8)), (0, 0.5, modes(150 + 8 * i, FELT, 0.15, 0.002)))))
        start += rng.uniform(0.028, 0.055) * (1 + 0.09 * i)
    return together((0, 0.18, noise(0.2, 2500, 8000, 47, 0.5) * np.linspace(0.1, 1, int(0.2 * RATE))), *hits)


def coin_tower():
    """A tower is complete: three notes upwards, and a clink on each."""
    return together(*((0.11 * i, 0.6, together((0, 0.35, clink(1.0 + 0.12 * i, 80 + i)), (0, 0.9, modes(note(step), BAR, 1.3, 0.005, 1.2)))) for i, step in enumerate((2, 4, 7))))


def coin_ring():
    """A coin that has landed cleanly rings on: played the louder the cleaner it lies, so that it is heard the longer."""
    return together((0, 0.8, modes(3150, COPPER, 2.2, 0.012, 4.6)), (0, 0.5, modes(2480, COPPER, 2.2, 0.012, 4.2)))


def brush():
    """A full brush is set on rough paper: a short, soft, wet stroke."""
    n = int(0.26 * RATE)
    swell = np.sin(np.pi * np.linspace(0, 1, n) ** 0.6) ** 1.5
    return together((0, 0.8, noise(0.26, 900, 4200, 401, 3.0) * swell), (0, 0.35, noise(0.26, 250, 900, 402, 3.0) * swell))


def paint(step):
    """A piece is painted: the brush leaves the paper, and one warm note of the scale rings."""
    n = int(0.16 * RATE)
    off = noise(0.16, 700, 3600, 410 + step, 2.0) * np.linspace(1, 0, n) ** 1.5
    return together((0, 0.22, off), (0.03, 0.85, modes(note(step), BAR, 1.1, 0.008, 1.0)), (0.03, 0.12, modes(note(step) * 2, BAR, 0.8, 0.01, 0.8)))


def tool():
    """A cup or a tool is taken: porcelain on oak, very softly."""
    return together((0, 0.8, modes(1480, ENAMEL, 0.18, 0.001, 0.4)), (0, 0.5, modes(330, OAK, 0.14, 0.002, 0.6)))


def rinse():
    """The cup is rinsed: a small swirl of water."""
    n = int(0.5 * RATE)
    t = np.linspace(0, 1, n)
    return noise(0.5, 500, 2400, 421, 6.0) * np.sin(np.pi * t) ** 1.2 * (0.7 + 0.3 * np.sin(2 * np.pi * 7 * t))


def ball_squish():
    """Fingers close on soft silicone: air that is pressed aside, low and dull."""
    air = noise(0.16, 180, 1500, 401, 0.34) * np.sin(np.pi * np.linspace(0.12, 1, int(0.16 * RATE))) ** 0.7
    skin = noise(0.13, 600, 2600, 402, 0.22) * np.sin(np.pi * np.linspace(0.08, 1, int(0.13 * RATE))) ** 0.8
    return together((0, 0.7, air), (0.01, 0.30, skin), (0, 0.4, modes(180, FELT, 0.16, 0.012, 1.6)))


def ball_land(step):
    """The ball springs open: a soft plop that rises, and one warm note of the scale."""
    t = np.arange(int(0.11 * RATE)) / RATE
    plop = np.sin(2 * np.pi * (170 * t + 900 * t * t)) * np.exp(-t * 34) * (1 - np.exp(-t / 0.004))
    return together((0, 0.75, plop), (0, 0.18, noise(0.06, 250, 1800, 411 + step, 0.05)), (0.012, 0.75, modes(note(step), BAR, 1.0, 0.007, 0.95)))


def ball_ripe():
    """Held long enough: a soft bar a fifth above, so that one knows to let go."""
    return together((0, 0.9, modes(note(4), BAR, 0.7, 0.012, 0.8)), (0.06, 0.5, modes(note(7), BAR, 0.7, 0.012, 0.7)))


def ball_spring():
    """It springs back without having come to what was asked: only air."""
    air = noise(0.20, 160, 1100, 421, 0.30)
    return 0.8 * air * np.sin(np.pi * np.linspace(0.1, 1, len(air)))


def ball_beat():
    """A beat to squeeze to: a fingertip on felt."""
    return together((0, 0.8, modes(235, FELT, 0.14, 0.003, 1.3)), (0, 0.5, modes(note(2), BAR, 0.25, 0.004, 0.3)))


def ball_pop():
    """A bubble pops: a tiny skin that gives way, and the hollow under it."""
    t = np.arange(int(0.05 * RATE)) / RATE
    hollow = np.sin(2 * np.pi * (Take.about(620, 0.2) * t - 2400 * t * t)) * np.exp(-t * Take.about(95, 0.3))
    return together((0, 0.8, noise(0.018, 900, 6500, 431, 0.010)), (0.001, 1.0, hollow))


def dough_press():
    """A fingertip sinks into dough: a dull, damp thud."""
    return together((0, 0.5, modes(150, FELT, 0.16, 0.012, 1.4)), (0, 0.7, noise(0.13, 320, 1300, 501, 0.13)), (0.012, 0.16, noise(0.09, 1200, 3200, 502, 0.08)))


def dough_grip():
    """Dough is taken between fingers: a little damp, a little higher."""
    return together((0, 0.4, modes(190, FELT, 0.14, 0.010, 1.2)), (0, 0.7, noise(0.12, 420, 1700, 503, 0.12)))


def dough_knead():
    """A stroke is over: dough comes off the fingers."""
    air = noise(0.14, 150, 1000, 505, 0.3)
    return air * np.sin(np.pi * np.linspace(0.05, 1, len(air)))


def dough_dig():
    """A thumb goes through to the board."""
    return together((0, 0.6, modes(160, FELT, 0.18, 0.010, 1.6)), (0, 0.5, noise(0.12, 350, 1500, 506, 0.12)), (0.05, 0.7, modes(430, OAK, 0.18, 0.002)))


def dough_cut():
    """A knife goes through dough and touches the board."""
    return together((0, 0.5, noise(0.11, 400, 2400, 507, 0.10)), (0.07, 0.8, modes(330, OAK, 0.18, 0.002, 0.8)))


def dough_match():
    """The shape is there: two soft notes."""
    return together((0, 0.8, modes(note(4), BAR, 0.8, 0.012, 0.8)), (0.09, 0.6, modes(note(7), BAR, 0.8, 0.012, 0.8)))


def dough_bell():
    """A small kitchen bell."""
    return together((0, 1.0, modes(note(10), BAR, 1.0, 0.002, 1.0)), (0, 0.3, modes(2093, COPPER, 0.6, 0.001, 1.2)))


def dough_home():
    """A lump is put aside: only cloth."""
    return noise(0.18, 140, 900, 509, 0.25) * np.sin(np.pi * np.linspace(0.1, 1, int(0.18 * RATE)))


def dough_land(step):
    """A shape is done: it is patted, and one warm note of the scale rings."""
    return together((0, 0.8, modes(120, FELT, 0.2, 0.008, 1.6)), (0, 0.15, noise(0.08, 150, 1200, 511 + step, 0.06)), (0.012, 0.8, modes(note(step), BAR, 1.1, 0.007, 1.0)))


def plucked(frequency, seconds, seed, soft=0.5):
    """A string of rubber: a loop of noise that is smoothed a little each time round (Karplus and Strong)."""
    n = max(2, int(RATE / Take.about(frequency, 0.06)))
    loop = np.random.default_rng(seed + 10_000 * Take.number).uniform(-1, 1, n)
    for _ in range(6):
        loop = soft * loop + (1 - soft) * np.roll(loop, 1)
    out = np.empty(int(seconds * RATE))
    for start in range(0, len(out), n):
        part = min(n, len(out) - start)
        out[start : start + part] = loop[:part]
        loop = 0.992 * (0.5 * loop + 0.5 * np.roll(loop, 1))
    return out * (1 - np.exp(-np.arange(len(out)) / RATE / 0.002))


def band_pluck(step):
    """A rubber band that sounds as a harp's string."""
    return together((0, 0.9, plucked(note(step), 1.0, 601 + step)), (0, 0.25, modes(note(step), BAR, 0.9, 0.004, 0.7)))


def band_lift():
    """A fingertip takes the band: rubber gives way."""
    return together((0, 0.8, plucked(150, 0.16, 611, 0.4)), (0, 0.25, noise(0.08, 200, 1600, 612, 0.08)))


def band_snap():
    """The band is let go: a short, dry twang."""
    return together((0, 0.9, plucked(96, 0.30, 613, 0.35)), (0, 0.3, noise(0.03, 600, 4200, 614, 0.02)))


def band_land(step):
    """It came off: the band comes home, and one warm note of the scale rings."""
    return together((0, 0.35, plucked(110, 0.25, 615 + step, 0.4)), (0.01, 0.8, modes(note(step), BAR, 1.0, 0.007, 0.95)))


MAKERS = {**{f"band_land_{i}": lambda i=i: band_land(i) for i in range(10)}, **{f"band_pluck_{i}": lambda i=i: band_pluck(i) for i in range(10)}, "band_lift": band_lift, "band_snap": band_snap,
          **{f"dough_land_{i}": lambda i=i: dough_land(i) for i in range(10)}, "dough_press": dough_press, "dough_grip": dough_grip, "dough_knead": dough_knead, "dough_dig": dough_dig, "dough_cut": dough_cut,
          "dough_match": dough_match, "dough_bell": dough_bell, "dough_home": dough_home, "brush": brush, "tool": tool, "rinse": rinse, **{f"paint_{i}": lambda i=i: paint(i) for i in range(10)},
          "ball_squish": ball_squish, "ball_ripe": ball_ripe, "ball_spring": ball_spring, "ball_beat": ball_beat, "ball_pop": ball_pop,
          **{f"ball_land_{i}": lambda i=i: ball_land(i) for i in range(10)},
          "lift": lift, "drop": drop, "wall": wall, "press": press, "perch": perch, "handful": handful, "spill": spill, "count": count,
          "pull": pull, "turn": turn, "light": light, "complete": complete, "start": start, "record": record, "done": done, "home": home,
          "coin_ring": coin_ring, "coin_lift": coin_lift, "coin_drop": coin_drop, "coin_knock": coin_knock, "coin_topple": coin_topple, "coin_tower": coin_tower,
          **{f"coin_land_{i}": lambda i=i: coin_land(i) for i in range(10)},
          **{f"land_{i}": lambda i=i: land(i) for i in range(10)},
          **{f"seat_{i}": lambda i=i: seat(i) for i in range(10)}, **{f"rest_{i}": lambda i=i: rest(i) for i in range(10)}, **{f"clatter_{i}": lambda i=i: clatter(i) for i in range(6)}}
TAKES = {"lift": 4, "drop": 4, "wall": 4, "perch": 3, "handful": 3, "spill": 3, "press": 4, "home": 3, "pull": 4, "turn": 3, "coin_lift": 4,
         "coin_drop": 4, "coin_knock": 3, "brush": 5, "tool": 3, "ball_squish": 4, "ball_spring": 3, "ball_pop": 4, "dough_press": 5,
         "dough_grip": 4, "dough_knead": 4, "dough_dig": 3, "dough_cut": 3, "band_lift": 4, "band_snap": 4}  # of games/launcher/shell/sound.py
LANDS = -18.0  # LUFS, as loudness.py measures: a thing comes to where it belongs
HANDLED = -23.5  # what the hand does on the way
LOUD = {"done": -15.5, "record": -14.5, "complete": -16.5, "coin_tower": -16.0, "coin_topple": -18.0, "start": -19.0, "count": -22.0, "light": -22.0,
        "coin_ring": -22.0, "ball_ripe": -20.5, "ball_beat": -23.0, "dough_match": -20.0, "dough_bell": -19.5, "band_pluck": -19.0, "clatter": -24.5, "press": -24.5,
        "home": -25.5, "dough_home": -25.5, "dough_knead": -25.0, "ball_spring": -25.0, "turn": -25.0, "rinse": -24.0, "band_snap": -22.0,
        **dict.fromkeys(("land", "seat", "rest", "paint", "coin_land", "ball_land", "dough_land", "band_land"), LANDS)}


def made(name):
    """A sound or one of its takes ("lift_2"), as it was struck."""
    kind, _, number = name.rpartition("_")
    take = int(number) if kind in TAKES and number.isdigit() else 0
    Take.begin(take, kind)
    sound = MAKERS[kind if take else name]()
    Take.begin(0, "")
    return sound


def finished(name):
    """The sound at its loudness, with ends that reach silence."""
    sound = made(name)
    sound = sound - sound.mean()
    start, end = int(0.0005 * RATE), min(int(0.03 * RATE), len(sound) // 2)
    sound[:start] *= np.linspace(0, 1, start)
    sound[-end:] *= np.cos(np.linspace(0, np.pi / 2, end)) ** 2
    sound = np.concatenate([np.zeros(int(BEFORE * RATE)), sound])
    sound /= np.abs(sound).max()
    wanted, gain = LOUD.get(name.rstrip("0123456789").rstrip("_"), HANDLED), 1.0
    for _ in range(12):  # until it is as loud as wanted; the hardest strikes are rounded off rather than cut
        gain *= 10 ** ((wanted - loudness(rounded(sound * gain), RATE)) / 20)
    return rounded(sound * gain).astype("f4")


def rounded(sound):
    """Peaks bent softly below the highest one allowed; what is below half of it stays as it is."""
    knee = PEAK / 2
    over = np.maximum(np.abs(sound) - knee, 0.0)
    return np.sign(sound) * (np.minimum(np.abs(sound), knee) + knee * np.tanh(over / knee))


def names_of_all():
    """Every sound with its takes."""
    return [*MAKERS, *(f"{name}_{take}" for name, takes in TAKES.items() for take in range(1, takes))]


def main(names):
    """Make the sounds of these names, or all of them."""
    SOUNDS.mkdir(exist_ok=True)
    for name in names or names_of_all():
        path = SOUNDS / f"{name}.ogg"
        soundfile.write(path, finished(name), RATE, format="OGG", subtype="VORBIS")
        heard, _ = soundfile.read(path)
        print(f"{name}: {20 * np.log10(np.abs(heard).max()):.1f} dBFS, {loudness(heard, RATE):.1f} LUFS, {len(heard) / RATE:.2f} s, {path.stat().st_size / 1000:.1f} kB,"
              f" ends at {abs(heard[0]):.4f} and {abs(heard[-1]):.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
