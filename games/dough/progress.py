"""Whether strokes still bring a shape nearer: nobody is to work for nothing, nor to be hurried while it goes well."""

from __future__ import annotations

GAINS = 0.004  # least gain of overlap that counts as an improvement
IN_VAIN, LEEWAY = (
    8,
    0.04,
)  # so many strokes that brought no more, after which a shape is there that lacks no more than this
TIRED = 2  # strokes that brought no more, after which the time for a shape is over when it is over ...
MOST_PATIENCE = 3.0  # ... otherwise it is extended up to this factor


class Progress:
    """The strokes at one shape. `share`: of the overlap, as the shape was asked for."""

    def __init__(self, share: float, edition: int) -> None:
        self._best = share
        self._lenient = edition >= 2
        self.stalled = 0  # strokes, the last ones, that brought no more

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
