"""The opening of a hand in mm: from fingertips, from one finger's distance to the middle, or from the time of a press."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.geometry import Vec, distance, middle

Curve = tuple[tuple[float, float], ...]  # (s, mm)

FILLS = 1.0  # s in which a press closes the hand to the edge of the goal's tolerance ...
FILLS_FAST = 0.5  # ... and in levels without a hold
LINGERS = 1.4  # s, in addition to the hold, in which it passes through the tolerance
OPENEST = 0.76  # share of the open span; a hand that is less closed counts as open
LEAST = 0.08  # share of the open span; a press closes no further


def aperture(tips: Sequence[Vec]) -> float:
    """Twice the mean distance of two or more fingertips from their middle; of two, their distance."""
    centre = middle(tips)
    total = 0.0
    for tip in tips:
        total += distance(tip, centre)
    return 2 * total / len(tips)


def pressed(span: float, goal: float, width: float, hold: float) -> Curve:
    """The opening over time during a long press for this span: quickly to the tolerance, slowly through it."""
    near, far, least = goal + width / 2, goal - width / 2, LEAST * span
    near, far = min(span * OPENEST, near), max(least, far)
    first = FILLS if hold > 0 else FILLS_FAST
    return ((0.0, span), (first, near), (first + hold + LINGERS, far), (first + hold + LINGERS + 1.0, least))


def along(curve: Curve, t: float) -> float:
    """The value of a curve at a time, interpolated linearly; constant beyond its ends."""
    before = curve[0]
    if t <= before[0]:
        return before[1]
    for after in curve[1:]:
        if t <= after[0]:
            share = (t - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 1.0
            return before[1] + (after[1] - before[1]) * share
        before = after
    return before[1]
