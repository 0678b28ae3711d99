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
RIPPLE = 260.0  # mm/s with which that spreads among them
STRETCH, SQUASH = 0.10, 0.16  # how much taller a falling thing gets, and how much flatter for a moment when it lands
SLIDES = 0.42  # s in which a thing that was dropped slides home, after it has fallen


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


def homeward(start: Vec, end: Vec, now: float, since: float) -> tuple[Vec, float]:
    """The place of a thing that was dropped at `since`, and its height in the air from 1 to 0: it falls, lies for a blink,
    and slides home as something heavy does, slowly at first and slowly at the end."""
    falls = share(now, since, FALL)
    part = share(now, since + FALL, SLIDES)
    return between(start, end, part * part * (3.0 - 2.0 * part)), 1.0 - ease_in(falls)


def squashed(now: float, landed: float, calm: bool = False) -> float:
    """How many times as high a thing is that lands at `landed` after a fall: stretched on its way, squashed when it lands."""
    if calm or now >= landed + SETTLE:
        return 1.0
    if now < landed:
        return 1.0 + STRETCH * ease_in(share(now, landed - FALL, FALL))
    return 1.0 - SQUASH * there_and_back(share(now, landed, SETTLE))


def settling(now: float, landed: float, calm: bool = False) -> float:
    """The size factor of a thing that landed at `landed`: 1, except for one small swell."""
    return 1.0 if calm else 1.0 + SWELL * there_and_back(share(now, landed, SETTLE))
