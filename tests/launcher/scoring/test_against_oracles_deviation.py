"""How far a trace is off its template, against closed forms and oracles that walk every 0.02 mm."""

from __future__ import annotations

import math

import curve_oracles
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import Curve, circle, curves, line, wave

from games.launcher.scoring.path import deviation

STEP = 1.0  # mm; no coarser than this may a curve be walked along


def test_a_trace_beside_its_template_is_off_by_so_much_everywhere() -> None:
    found = deviation(line(100, 3), line(100))
    assert found is not None
    assert (found.mean, found.rms, found.p95, found.max) == pytest.approx((3, 3, 3, 3))
    assert found.area == pytest.approx(300)


def test_a_trace_that_drifts_off_has_its_closed_forms() -> None:
    found = deviation([(0.0, 0.0), (100.0, 10.0)], line(100))
    assert found is not None
    assert (found.mean, found.max, found.area) == pytest.approx((5, 10, 500), rel=0.005)
    assert found.rms == pytest.approx(10 / math.sqrt(3), rel=0.01)
    assert found.p95 == pytest.approx(9.5, rel=0.005)


def test_a_wave_about_its_template_does_not_cancel_out() -> None:
    found = deviation(wave(3), line(160))
    assert found is not None
    assert found.max == pytest.approx(3, abs=0.02)
    assert found.area == pytest.approx(160 * 3 * 2 / math.pi, rel=0.03)
    assert found.area == pytest.approx(curve_oracles.area_between(wave(3), line(160)), rel=0.03)


@pytest.mark.parametrize("template", [line(150), [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]])
def test_one_bump_is_no_larger_for_what_comes_after_it(template: Curve) -> None:
    found = deviation([(0.0, 0.0), (10.0, 0.0), (20.0, 40.0), (30.0, 0.0), *template[1:]], template)
    assert found is not None
    assert found.area == pytest.approx(400, rel=0.03)  # a triangle of 20 by 40
    assert curve_oracles.area_between([(0, 0), (10, 0), (20, 40), (30, 0), *template[1:]], template) == pytest.approx(
        400
    )


def test_going_over_a_part_again_encloses_nothing() -> None:
    arc = circle(30, share=0.5)
    found = deviation([*arc[:190], *arc[190::-1], *arc], arc)
    assert found is not None
    assert found.max == pytest.approx(0, abs=0.02)
    assert found.area == pytest.approx(0, abs=2)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.floats(-8, 8), st.floats(0, 6)), min_size=1, max_size=5))
def test_the_area_of_any_waviness_agrees_with_the_oracle(parts: list[tuple[float, float]]) -> None:
    x = np.linspace(0, 150, 300)
    y = sum(a * np.sin(2 * np.pi * (k + 1) * x / 150 + phase) for k, (a, phase) in enumerate(parts))
    drawn = [
        (float(a), float(b)) for a, b in zip(x, np.asarray(y) * np.minimum(1, np.minimum(x, 150 - x) / 10), strict=True)
    ]
    found = deviation(drawn, line(150))
    assert found is not None
    assert found.area == pytest.approx(curve_oracles.area_between(drawn, line(150), 1000), rel=0.03, abs=3)


def test_a_ring_round_a_ring_has_its_closed_forms() -> None:
    found = deviation(circle(33), circle(30))
    assert found is not None
    assert (found.mean, found.rms, found.max) == pytest.approx((3, 3, 3), abs=0.01)
    assert found.area == pytest.approx(math.pi * (33**2 - 30**2), rel=0.02)


def test_a_line_drawn_on_its_template_is_not_off_at_all() -> None:
    found = deviation(wave(5), wave(5))
    assert found is not None
    assert (found.mean, found.rms, found.p95, found.max, found.area) == pytest.approx((0, 0, 0, 0, 0), abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(curves(), curves(2))
def test_deviation_agrees_with_the_oracle(trace: Curve, template: Curve) -> None:
    found, off = deviation(trace, template), curve_oracles.distances(curve_oracles.walked(trace), template)
    assert found is not None
    slack = 2 * STEP * (off.max() + 1) / curve_oracles.length(trace) + 0.02  # both ends count in full, not by half
    assert found.mean == pytest.approx(float(off.mean()), abs=slack)
    assert found.rms == pytest.approx(math.sqrt(float((off**2).mean())), abs=slack + 0.1)
    assert found.p95 == pytest.approx(float(np.percentile(off, 95)), abs=1.5 * STEP)
    assert float(off.max()) - STEP / 2 - 1e-9 <= found.max <= float(off.max()) + 0.011  # the oracle's own half step
    assert 0 <= found.mean <= found.rms <= found.max + 1e-9
