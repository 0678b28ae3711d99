"""How far a hand is open, in mm: between fingertips, by one finger's distance from the middle, or by how long it presses."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.geometry import Vec, distance, middle

Curve = tuple[tuple[float, float], ...]  # (s, mm)

FILLS = 1.0  # s in which a press alone closes the hand to where the goal's tolerance begins ...
FILLS_FAST = 0.5  # ... and where nothing is to be held
LINGERS = 1.4  # s, beyond what is to be held, that it takes through the tolerance
OPENEST = 0.76  # of the open span: less closed is an open hand, in which nothing is held
LEAST = 0.08  # of the open span: no press closes further


def aperture(tips: Sequence[Vec]) -> float:
    """Twice the mean distance of two or more fingertips from their middle; of two, their distance."""
    centre = middle(tips)
    total = 0.0
    for tip in tips:
        total += distance(tip, centre)
    return 2 * total / len(tips)


def pressed(span: float, goal: float, width: float, hold: float) -> Curve:
    """How a press that stays closes a hand of this span: quickly to the tolerance, slowly through it."""
    near, far, least = goal + width / 2, goal - width / 2, LEAST * span
    near, far = min(span * OPENEST, near), max(least, far)
    first = FILLS if hold > 0 else FILLS_FAST
    return ((0.0, span), (first, near), (first + hold + LINGERS, far), (first + hold + LINGERS + 1.0, least))


def along(curve: Curve, t: float) -> float:
    """The value of a curve at a time, by straight lines; its ends hold beyond it."""
    before = curve[0]
    if t <= before[0]:
        return before[1]
    for after in curve[1:]:
        if t <= after[0]:
            share = (t - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 1.0
            return before[1] + (after[1] - before[1]) * share
        before = after
    return before[1]
