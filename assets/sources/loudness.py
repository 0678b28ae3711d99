"""How loud every sound is: python assets/sources/loudness.py [--all]; needs numpy, scipy and soundfile.

Loudness is that of ITU-R BS.1770 (K-weighted mean square, in LUFS) in the loudest tenth of a second, about as long as an
ear takes to gather a short sound; and it is taken behind a high-pass at 300 Hz, because that is what the small speaker of
a tablet gives. The bounds are held by tests/test_loudness.py.
"""
import sys
from pathlib import Path

import numpy as np
from scipy import signal

SOUNDS = Path(__file__).resolve().parents[1] / "sounds"
SPEAKER = 300.0  # Hz, below which a tablet's speaker gives little
WINDOW = 0.1  # s
LANDING = ("land", "seat", "rest", "paint", "coin_land", "ball_land", "dough_land", "band_land")
HANDLING = {  # what the hand does, and the landing that it is heard beside
    "lift": "land", "drop": "land", "wall": "land", "perch": "land", "handful": "land", "spill": "land", "home": "land",
    "press": "land", "pull": "seat", "turn": "seat", "coin_lift": "coin_land", "coin_drop": "coin_land", "coin_knock": "coin_land",
    "brush": "paint", "tool": "paint", "rinse": "paint", "ball_squish": "ball_land", "ball_spring": "ball_land", "ball_pop": "ball_land",
    "dough_press": "dough_land", "dough_grip": "dough_land", "dough_knead": "dough_land", "dough_dig": "dough_land",
    "dough_cut": "dough_land", "dough_home": "dough_land", "band_lift": "band_land", "band_snap": "band_land",
}
APART = 8.0  # dB, by which handling may be softer than landing


def weighted(samples, rate):
    """One channel as the ear weighs it (BS.1770's K filter, worked out for this rate)."""
    high, gain, q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    k, over = np.tan(np.pi * high / rate), 10 ** (gain / 20)
    half, whole = over**0.4996667741545416, 1 + k / q + k * k
    shelf = [(over + half * k / q + k * k) / whole, 2 * (k * k - over) / whole, (over - half * k / q + k * k) / whole]
    heard = signal.lfilter(shelf, [1, 2 * (k * k - 1) / whole, (1 - k / q + k * k) / whole], samples)
    low, q = 38.13547087602444, 0.5003270373238773
    k = np.tan(np.pi * low / rate)
    whole = 1 + k / q + k * k
    return signal.lfilter([1, -2, 1], [1, 2 * (k * k - 1) / whole, (1 - k / q + k * k) / whole], heard)


def loudness(samples, rate):
    """LUFS of the loudest tenth of a second of one channel, behind a tablet's speaker."""
    small = signal.sosfilt(signal.butter(4, SPEAKER, "highpass", fs=rate, output="sos"), samples)
    n = int(WINDOW * rate)
    total = np.cumsum(np.concatenate([np.zeros(n), weighted(small, rate) ** 2, np.zeros(n)]))
    power = (total[n:] - total[:-n]) / n
    return -0.691 + 10 * np.log10(power.max() + 1e-12)


def family(name):
    """The name of a sound without the number of its take or step."""
    return name.rstrip("0123456789").rstrip("_") if name[-1].isdigit() else name


def main(arguments):
    """Print the table, a line for each sound, or for each family of takes and steps."""
    import soundfile

    found = {}
    for path in sorted(SOUNDS.glob("*.ogg")):
        samples, rate = soundfile.read(path, always_2d=True)
        one = samples.mean(axis=1)
        name = path.stem if "--all" in arguments else family(path.stem)
        found.setdefault(name, []).append((loudness(one, rate), 20 * np.log10(np.abs(samples).max() + 1e-9), len(one) / rate, path.stat().st_size))
    landing = {name: np.mean([one[0] for one in found[name]]) for name in LANDING if name in found}
    print(f"{'sound':16} {'files':>5} {'LUFS':>7} {'from':>7} {'to':>7} {'peak dBFS':>10} {'s':>6} {'kB':>6}  beside landing")
    for name, several in found.items():
        loud = [one[0] for one in several]
        beside = f"{np.mean(loud) - landing[HANDLING[name]]:+.1f} dB" if name in HANDLING and HANDLING[name] in landing else ""
        print(f"{name:16} {len(several):5} {np.mean(loud):7.1f} {min(loud):7.1f} {max(loud):7.1f} {max(one[1] for one in several):10.1f}"
              f" {max(one[2] for one in several):6.2f} {sum(one[3] for one in several) / 1000:6.0f}  {beside}")
    print(f"{sum(one[3] for several in found.values() for one in several) / 1e6:.2f} MB in all")


if __name__ == "__main__":
    main(sys.argv[1:])
