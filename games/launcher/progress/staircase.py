"""A weighted up-down staircase: one step harder after a success, easier after a miss, so that a wanted share succeeds."""

from __future__ import annotations

import math

# Bits harder after a success, from this trial on: large steps find the hand's level, small ones follow it.
STEPS = ((0, 0.2), (10, 0.1), (60, 0.07))
FALL = 3.0  # a miss makes it easier by at most this many upward steps
USUAL = 0.75  # share of successes


class Staircase:
    """Weighted up-down staircase (Kaernbach 1991): one step harder after a success, p / (1 - p) steps easier after a miss.

    It settles where the share of successes is p. `bits` stays between `lowest` and `highest`. `trials`: how many there
    were already, in earlier sessions.
    Raises ValueError for a target that is not between 0 and 1, or bounds in the wrong order.
    """

    def __init__(
        self,
        target: float = USUAL,
        bits: float = 0.0,
        lowest: float = -math.inf,
        highest: float = math.inf,
        trials: int = 0,
    ) -> None:
        if not 0.0 < target < 1.0:
            raise ValueError(f"a target of {target} is impossible: it is between 0 and 1")
        if not lowest <= highest:
            raise ValueError(f"bounds of {lowest} to {highest} bits are impossible: the lower one comes first")
        self.target, self.lowest, self.highest = target, lowest, highest
        self.bits = min(highest, max(lowest, bits))
        self.trials = trials
        self._climbing = trials == 0  # until the first miss of all

    def heard(self, success: bool) -> float:
        """Take in the result of a trial; returns the bits of the next one."""
        odds = self.target / (1.0 - self.target)
        size = next(size for trial, size in reversed(STEPS) if self.trials >= trial)
        # The same step down for every target, so that a higher target does not swing more widely.
        down = size * min(FALL, odds)
        self._climbing = self._climbing and success
        self.trials += 1
        self.bits += (STEPS[0][1] if self._climbing else down / odds) if success else -down
        self.bits = min(self.highest, max(self.lowest, self.bits))
        return self.bits

    def ease(self, bits: float) -> None:
        """Make it easier by `bits` at once."""
        self.bits = max(self.lowest, self.bits - bits)
        self._climbing = False

    def at_most(self, bits: float) -> None:
        """Come back to these bits if it stands above them."""
        self.bits = max(self.lowest, min(self.bits, bits))
