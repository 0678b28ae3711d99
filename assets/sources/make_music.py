"""Makes the room tones and the music in assets/sounds anew: python assets/sources/make_music.py [name ...]; needs numpy, scipy and
soundfile.

A room tone is what a quiet room sounds like while nobody speaks: noise in soft bands that swells a little. The piece of music
is written and played by this script: slow chords of the scale that the games ring in, a few bars of wood, a soft string bass.
Both are made on a circle (what rings at the end rings on at the beginning), so that no seam is heard when they begin again.
"""
import sys

import numpy as np
import soundfile
from loudness import SOUNDS, loudness

TONE_RATE, TONE_LASTS, TONE_LOUD = 22050, 13.0, -45.0  # Hz, s, LUFS as loudness.py measures
MUSIC_RATE, MUSIC_LOUD = 22050, -27.0  # a half of 44100 Hz, which every device takes without stretching it
SEED = 1907
# of each table: (band from, to in Hz, strength, how much it swells, swells in one round) several times
ROOMS = {
    "beans": ((180, 700, 1.0, 0.15, 3), (1200, 3400, 0.16, 0.3, 5)),  # a kitchen: a refrigerator far away, air
    "pegs": ((250, 1100, 1.0, 0.2, 2), (2000, 5200, 0.10, 0.4, 7)),  # a workshop: air through an open door
    "pennies": ((300, 900, 1.0, 0.35, 2), (900, 2600, 0.30, 0.5, 3)),  # a window: a street two corners away
    "paint": ((1500, 6500, 0.5, 0.2, 3), (300, 1200, 0.7, 0.2, 2)),  # rain outside, see DROPS
    "bands": ((220, 800, 1.0, 0.12, 3), (800, 1900, 0.22, 0.25, 4)),  # a study: a fan that turns slowly
    "ball": ((500, 2200, 0.6, 0.6, 3), (2200, 6000, 0.35, 0.8, 4)),  # a windowsill: wind in leaves
    "dough": ((200, 900, 1.0, 0.15, 2), (1400, 3000, 0.14, 0.3, 6)),  # a kitchen: an oven, see DROPS
}
DROPS = {"paint": (900, 0.006, 0.5), "dough": (46, 0.010, 0.35)}  # how many, s each, strength
TONIC, SCALE = 261.63, (0, 2, 4, 7, 9)  # as the games ring
BAR_LASTS = 3.4  # s
BARS = 28


def band(rng, n, rate, low, high):
    """Noise on a circle of n samples between two frequencies with soft shoulders; its mean square is 1."""
    f = np.fft.rfftfreq(n, 1 / rate)
    gain = 1 / (1 + (low / np.maximum(f, 1)) ** 6) / (1 + (f / high) ** 6)
    out = np.fft.irfft(np.fft.rfft(rng.standard_normal(n)) * gain, n)
    return out / np.sqrt(np.mean(out**2))


def swell(rng, n, much, times):
    """A slow, uneven swell on a circle, around 1."""
    t = np.arange(n) / n * 2 * np.pi
    out = sum(np.sin(k * t + rng.uniform(0, 2 * np.pi)) / k**0.5 for k in range(1, times + 1))
    return 1 + much * out / np.abs(out).max()


def room(name):
    """The tone of the room in which this game's table stands."""
    rng, n = np.random.default_rng([SEED, *name.encode()]), int(TONE_RATE * TONE_LASTS)
    out = sum(strength * band(rng, n, TONE_RATE, low, high) * swell(rng, n, much, times) for low, high, strength, much, times in ROOMS[name])
    count, lasts, strength = DROPS.get(name, (0, 0.0, 0.0))
    for _ in range(count):
        m = int(lasts * TONE_RATE * rng.uniform(0.5, 2))
        drop = rng.standard_normal(m) * np.exp(-6 * np.arange(m) / m) * strength * rng.uniform(0.1, 1) ** 2 * 4
        out[(int(rng.uniform(0, n)) + np.arange(m)) % n] += drop
    return out


def put(whole, at, sound, pan):
    """Lay a sound on the circle of two channels; pan from -1 to 1."""
    place = (int(at * MUSIC_RATE) + np.arange(len(sound))) % whole.shape[0]
    whole[place, 0] += sound * np.cos((pan + 1) * np.pi / 4)
    whole[place, 1] += sound * np.sin((pan + 1) * np.pi / 4)


def hertz(step):
    """Frequency of a step of the scale, step 0 being the tonic."""
    return TONIC * 2 ** ((SCALE[step % 5] + 12 * (step // 5)) / 12)


def wood(step, loud):
    """A bar of warm wood, struck softly."""
    t = np.arange(int(3.2 * MUSIC_RATE)) / MUSIC_RATE
    f = hertz(step)
    ring = sum(g * np.sin(2 * np.pi * f * r * t) * np.exp(-t * d) for r, g, d in ((1, 1.0, 2.4), (2.0, 0.12, 4.5), (3.99, 0.07, 9.0)))
    return loud * ring * (1 - np.exp(-t / 0.006)) * np.minimum(1, (3.2 - t) / 0.3)


def breath(step, lasts, loud):
    """A held note as of a soft organ pipe that comes and goes slowly, three strings of it not quite together."""
    t = np.arange(int(lasts * MUSIC_RATE)) / MUSIC_RATE
    f = hertz(step)
    ring = sum(np.sin(2 * np.pi * f * off * t + phase) + 0.18 * np.sin(4 * np.pi * f * off * t) for off, phase in ((1, 0), (1.0016, 1.7), (0.9985, 4.0)))
    return loud * ring * np.sin(np.pi * t / lasts) ** 1.5


def pluck(step, loud):
    """A low string, plucked with a thumb."""
    t = np.arange(int(2.6 * MUSIC_RATE)) / MUSIC_RATE
    f = hertz(step)
    ring = sum(g * np.sin(2 * np.pi * f * k * t) * np.exp(-t * (1.6 + 1.1 * k)) for k, g in ((1, 1.0), (2, 0.45), (3, 0.2), (4, 0.08)))
    return loud * ring * (1 - np.exp(-t / 0.004)) * np.minimum(1, (2.6 - t) / 0.2)


CHORDS = {"home": (-10, (-5, -3, 0)), "low": (-11, (-6, -3, -1)), "far": (-8, (-4, -3, 1)), "up": (-7, (-4, -2, 1))}  # bass, held notes
ROUND = ("home", "far", "low", "up", "home", "low", "far")


def music():
    """The piece: four rounds of seven bars; alone, with the tune, with a second voice, and thinning out again."""
    rng, whole = np.random.default_rng(SEED), np.zeros((int(BARS * BAR_LASTS * MUSIC_RATE), 2))
    motif, here = (0, 2, 1, -1), 3
    for bar in range(BARS):
        begins, part = bar * BAR_LASTS, bar // len(ROUND)
        bass, held = CHORDS[ROUND[bar % len(ROUND)]]
        put(whole, begins, pluck(bass + 5, 0.5), -0.1)
        if bar % 2 and part in (1, 2):
            put(whole, begins + BAR_LASTS * 0.5, pluck(bass + 10, 0.22), 0.15)
        for number, step in enumerate(held):
            put(whole, begins - 0.5, breath(step + 5, BAR_LASTS * 1.5, 0.10), -0.5 + 0.5 * number)
        notes = (1, 3, 3, 2)[part]
        if bar % 7 == 6:
            continue  # a bar to breathe in
        for number in range(notes):
            here = max(1, min(9, here + motif[(bar + number) % 4] + int(rng.integers(-1, 2))))
            late = (0.0, 0.375, 0.625, 0.875)[number] * BAR_LASTS + rng.normal(0, 0.012)
            put(whole, begins + late, wood(here, 0.34 * rng.uniform(0.75, 1.0) * (0.8 if number else 1.0)), rng.uniform(-0.4, 0.4))
            if part == 2 and number == 0:
                put(whole, begins + late + BAR_LASTS * 0.25, wood(here + 5, 0.10), 0.6)
    return hall(whole, rng)


def hall(dry, rng):
    """The same in a large, soft room: its echo goes round the circle too."""
    n = dry.shape[0]
    t = np.arange(n) / MUSIC_RATE
    wet = np.empty_like(dry)
    for channel in range(2):
        echo = rng.standard_normal(n) * np.exp(-t / 0.75) * (t < 5) * (1 - np.exp(-t / 0.03))
        f = np.fft.rfftfreq(n, 1 / MUSIC_RATE)
        dull = np.fft.rfft(echo) / (1 + (f / 1800) ** 2)
        out = np.fft.irfft(np.fft.rfft(dry[:, channel]) * dull, n)
        wet[:, channel] = out / np.sqrt(np.mean(out**2))
    return dry + 0.55 * np.sqrt(np.mean(dry**2)) * wet


def begun(sound, rate):
    """The same circle, begun in its quietest moment: there the codec, which hears no circle, errs least."""
    one = sound if sound.ndim == 1 else np.abs(sound).max(axis=1)
    n = int(0.012 * rate)
    power = np.cumsum(np.concatenate([one[-n:], one, one[:n]]) ** 2)
    return np.roll(sound, -int(np.argmin(power[2 * n :] - power[: -2 * n])), axis=0)


def levelled(sound, rate, wanted):
    """At this loudness; of two channels, of their mean."""
    one = sound if sound.ndim == 1 else sound.mean(axis=1)
    return (sound * 10 ** ((wanted - loudness(one, rate)) / 20)).astype("f4")


def main(names):
    """Make these, or all."""
    for name in names or [*(f"room_{game}" for game in ROOMS), "music"]:
        path = SOUNDS / f"{name}.ogg"
        if name == "music":
            rate, sound = MUSIC_RATE, levelled(begun(music(), MUSIC_RATE), MUSIC_RATE, MUSIC_LOUD)
        else:
            rate, sound = TONE_RATE, levelled(begun(room(name.removeprefix("room_")), TONE_RATE), TONE_RATE, TONE_LOUD)
        channels, quality = (2, 0.9) if name == "music" else (1, 0.9)
        with soundfile.SoundFile(path, "w", rate, channels, format="OGG", subtype="VORBIS", compression_level=quality) as file:
            for start in range(0, len(sound), rate):  # its encoder does not take minutes at once
                file.write(sound[start : start + rate])
        heard, _ = soundfile.read(path)
        one = heard if heard.ndim == 1 else heard.mean(axis=1)
        print(f"{name}: {len(one) / rate:.1f} s, {loudness(one, rate):.1f} LUFS, peak {20 * np.log10(np.abs(heard).max()):.1f} dBFS, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
