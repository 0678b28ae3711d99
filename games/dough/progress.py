"""Whether strokes still improve a shape: who makes progress gets more time, who makes none is let off the last bit."""

from __future__ import annotations

GAINS = 0.004  # least gain of overlap that counts as an improvement
IN_VAIN = 8  # strokes without improvement after which a shape counts as reached that lacks ...
LEEWAY = 0.04  # ... at most this much overlap
TIRED = 2  # strokes without improvement from which on the time limit is strict ...
MOST_PATIENCE = 3.0  # ... otherwise it is extended up to this factor


class Progress:
    """The strokes at one shape. `share`: of the overlap, as the shape was asked for."""

    def __init__(self, share: float, edition: int) -> None:
        self._best = share
        self._lenient = edition >= 2
        self.stalled = 0  # strokes without improvement, since the last that brought one

    def stroke(self, share: float) -> None:
        """A stroke has ended with this share of the overlap."""
        self.stalled = 0 if share > self._best + GAINS else self.stalled + 1
        self._best = max(self._best, share)

    @property
    def leeway(self) -> float:
        """By how much less overlap a shape is there that has come near and comes no nearer."""
        return LEEWAY if self._lenient and self.stalled >= IN_VAIN else 0.0

    def patience(self, working: bool) -> float:
        """The factor on the time limit: more while strokes still improve the shape, however slow the hand is."""
        return MOST_PATIENCE if self._lenient and working and self.stalled < TIRED else 1.0
