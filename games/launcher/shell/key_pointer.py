"""A pointer moved by the arrow keys: it glides while they are held, and taps with Space or Enter."""

from __future__ import annotations

from games.kit.fingers import Phase, Sample
from games.kit.geometry import Vec

NUDGE = 2.0  # mm, one short press of an arrow
SLOW, FAST = 25.0, 140.0  # mm/s, at first and at most, while an arrow is held
GATHERS = 0.9  # s from slow to fast
HELD = 0.18  # s; an arrow held longer than this glides
KEYS_FINGER = 900  # the finger number of taps made with keys
ARROWS = {"left": Vec(-1, 0), "right": Vec(1, 0), "up": Vec(0, -1), "down": Vec(0, 1)}
TAPS = ("space", "enter")


class KeyPointer:
    """The pointer's position in mm of the window, and its taps; it appears with the first arrow key."""

    def __init__(self, least: Vec, most: Vec) -> None:
        self.least, self.most = least, most
        self.at = (least + most) * 0.5
        self.used = False
        self._held: dict[str, float] = {}  # arrow -> when it went down
        self._then = 0.0

    def press(self, key: str, now: float) -> list[Sample] | None:
        """A key goes down: the samples that result, or None for a key that the pointer does not use."""
        if key in ARROWS:
            self._held[key] = now
            self._then = now
            self.used = True
            return [self._move(ARROWS[key] * NUDGE, now)]
        if key in TAPS:
            self.used = True
            return [self._sample("down", now), self._sample("up", now)]
        return None

    def release(self, key: str) -> None:
        """A key goes up."""
        self._held.pop(key, None)

    def forget(self) -> None:
        """Forget held keys: after a pause or a loss of focus."""
        self._held.clear()

    def glide(self, now: float) -> list[Sample]:
        """The samples of the movement by held arrows since the last frame."""
        passed, self._then = min(0.1, now - self._then), now
        way = Vec(0, 0)
        for key, since in self._held.items():
            if now - since > HELD:
                speed = SLOW + (FAST - SLOW) * min(1.0, (now - since - HELD) / GATHERS)
                way = way + ARROWS[key] * (speed * passed)
        return [self._move(way, now)] if way != Vec(0, 0) else []

    @property
    def gliding(self) -> bool:
        """Whether an arrow is held."""
        return bool(self._held)

    def _move(self, by: Vec, now: float) -> Sample:
        x = min(max(self.at.x + by.x, self.least.x), self.most.x)
        y = min(max(self.at.y + by.y, self.least.y), self.most.y)
        self.at = Vec(x, y)
        return self._sample("hover", now)

    def _sample(self, phase: Phase, now: float) -> Sample:
        return Sample(now, 0 if phase == "hover" else KEYS_FINGER, phase, self.at, "keys")
