"""Animation for views: one set of times and curves for all games. Rules never use it.

If the player chose less motion, the canvas is `calm`: nothing moves, swells or bounces; things only fade in and out.
"""

from __future__ import annotations

from games.kit.geometry import Vec, between

LIFT = 0.06  # how much larger a held thing is drawn, as a share
GLIDE = 0.35  # s, back to its place after a miss
FALL = 0.20  # s, into its place after letting go
SETTLE = 0.18  # s, the small swell after landing
SWELL = 0.04  # its size, as a share
APPEAR = 0.25  # s, fading in of something new
GLOW = 0.6  # s, the ring of light after a success
JOSTLE = 0.30  # s in which neighbours of a landing thing give way and come back


def share(now: float, since: float, seconds: float) -> float:
    """The share of an animation of this many seconds that is over, 0 to 1."""
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
    """The place of a thing that glides from start to end."""
    return between(start, end, ease_out(share(now, since, seconds)))


def falling(start: Vec, end: Vec, now: float, since: float, seconds: float = FALL) -> Vec:
    """The place of a thing that falls from start to end."""
    return between(start, end, ease_in(share(now, since, seconds)))


def settling(now: float, landed: float, calm: bool = False) -> float:
    """The size factor of a thing that landed at `landed`: 1, except for one small swell."""
    return 1.0 if calm else 1.0 + SWELL * there_and_back(share(now, landed, SETTLE))
