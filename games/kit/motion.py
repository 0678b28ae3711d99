"""How things move when they are shown: one set of times and curves for all games. Rules never look here."""

from __future__ import annotations

from games.kit.geometry import Vec, between

LIFT = 0.06  # how much larger a thing is shown while it is held
GLIDE = 0.35  # s, home after a miss
FALL = 0.20  # s, into its place after it was let go
APPEAR = 0.25  # s, something new comes up
GLOW = 0.6  # s, the ring of light after a success


def share(now: float, since: float, seconds: float) -> float:
    """How much of a movement of this many seconds is over, 0 to 1."""
    return min(1.0, max(0.0, (now - since) / seconds))


def ease_out(part: float) -> float:
    """Quick at first, then settling."""
    rest = 1.0 - part
    return 1.0 - rest * rest * rest


def ease_in(part: float) -> float:
    """Slow at first, then falling."""
    return part * part


def gliding(start: Vec, end: Vec, now: float, since: float, seconds: float = GLIDE) -> Vec:
    """Where a thing is shown that glides from start to end."""
    return between(start, end, ease_out(share(now, since, seconds)))
