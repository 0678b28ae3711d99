"""How things move when they are shown: one set of times and curves for all games. Rules never look here.

Asked for less motion, a canvas is `calm`: nothing travels, swells or bounces; what comes or goes only fades.
"""

from __future__ import annotations

from games.kit.geometry import Vec, between

LIFT = 0.06  # how much larger a thing is shown while it is held
GLIDE = 0.35  # s, home after a miss
FALL = 0.20  # s, into its place after it was let go
SETTLE = 0.18  # s, the tiny swell when it has landed
SWELL = 0.04  # how much larger it is then
APPEAR = 0.25  # s, something new comes up
GLOW = 0.6  # s, the ring of light after a success
JOSTLE = 0.30  # s in which what lies near a thing that falls gives way and comes back


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


def there_and_back(part: float) -> float:
    """From 0 to 1 and back to 0, quick at first."""
    return 4.0 * ease_out(part) * (1.0 - ease_out(part))


def gliding(start: Vec, end: Vec, now: float, since: float, seconds: float = GLIDE) -> Vec:
    """Where a thing is shown that glides from start to end."""
    return between(start, end, ease_out(share(now, since, seconds)))


def falling(start: Vec, end: Vec, now: float, since: float, seconds: float = FALL) -> Vec:
    """Where a thing is shown that falls from start to end."""
    return between(start, end, ease_in(share(now, since, seconds)))


def settling(now: float, landed: float, calm: bool = False) -> float:
    """How large a thing is shown that has just landed: 1, but for one tiny swell."""
    return 1.0 if calm else 1.0 + SWELL * there_and_back(share(now, landed, SETTLE))
