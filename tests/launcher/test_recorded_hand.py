"""The synthetic hand that draws as recorded hands do has their figures, by another calculation and by our own measures."""

from __future__ import annotations

from functools import cache
from statistics import median

import numpy as np
import pytest
from recorded_hand import MEDIAN, READ, STRONGEST, spiral
from scipy.signal import butter, hilbert, sosfiltfilt

from games.launcher.hand import Skill
from games.launcher.scoring.smoothness import contact
from games.launcher.scoring.stroke import pauses
from games.launcher.scoring.tremor import tremor

SEEDS = range(9)
EDGE = 70  # readings left out at either end


@cache
def swing(skill: Skill, seed: int) -> tuple[float, float, float]:
    """rms in mm between 4 and 8 Hz, SD of its envelope over the mean, and s until the envelope is another one."""
    _, x, y = spiral(skill, seed)
    band = butter(4, [4, 8], "band", fs=1 / READ, output="sos")
    bx, by = sosfiltfilt(band, x), sosfiltfilt(band, y)
    envelope = np.sqrt(np.abs(hilbert(bx)) ** 2 + np.abs(hilbert(by)) ** 2)[EDGE:-EDGE]
    about = envelope - envelope.mean()
    alike = np.correlate(about, about, "full")[len(about) - 1 :]
    lasts = float(np.argmax(alike < alike[0] / np.e)) * READ
    rms = float(np.sqrt((bx[EDGE:-EDGE] ** 2 + by[EDGE:-EDGE] ** 2).mean()))
    return rms, float(envelope.std() / envelope.mean()), lasts


def middle(skill: Skill, which: int) -> float:
    return median(swing(skill, seed)[which] for seed in SEEDS)


def test_it_trembles_as_much_as_recorded_hands() -> None:
    assert 0.046 <= middle(MEDIAN, 0) <= 0.091
    assert middle(STRONGEST, 0) == pytest.approx(0.18, rel=0.2)


def test_its_tremor_comes_and_goes_as_theirs_does_and_a_steady_one_does_not() -> None:
    assert 0.40 <= middle(STRONGEST, 1) <= 0.52
    assert 0.18 <= middle(STRONGEST, 2) <= 0.37
    steady = Skill(tremor=STRONGEST.tremor, tremor_rate=4.8)
    assert middle(steady, 1) < 0.25


def test_our_measures_read_its_tremor_its_pauses_and_its_speed() -> None:
    strong, stops, speeds = [], [], []
    for seed in SEEDS:
        t, x, y = spiral(STRONGEST, seed)
        whole = contact(t, x, y)
        found = tremor(t, x, y, whole)
        assert whole is not None
        assert found is not None
        strong.append(found.slow)
        stops.append(pauses(whole)[0] / t[-1] * 60)
        speeds.append(median(whole.speed))
    assert median(one.rms for one in strong) == pytest.approx(0.18, rel=0.2)
    assert median(one.frequency for one in strong if one.frequency is not None) == pytest.approx(4.8, abs=0.8)
    assert 0.7 <= median(stops) <= 17.9
    assert 13 <= median(speeds) <= 27
