"""A browser's pointer events as samples. The page sends eight numbers for each event, in the order in which they came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from games.kit.fingers import Sample
from games.launcher.devices.contacts import MOUSE, Contacts, Happening, Interrupted, Key, Mouse, Touch

VALUES = (
    8  # phase, pointer, x, y (pixels of the screen), time (s), whether it is a mouse, its button, whether that is held
)
PHASES: tuple[Literal["down", "move", "up"], ...] = ("down", "move", "up")
CANCEL = 3


class Pointers(Contacts):
    """Contacts that are read from pointer events; each has the time at which it happened."""

    def read(self, numbers: Sequence[float], now: float) -> list[Sample]:
        """The samples of these events; `now` and their times are on the page's clock."""
        found = [
            (numbers[first + 4], _happening(numbers[first : first + VALUES]))
            for first in range(0, len(numbers) - VALUES + 1, VALUES)
        ]
        return self.take_timed(found, now)


def _happening(numbers: Sequence[float]) -> Happening | Interrupted:
    phase, pointer, x, y, _, is_mouse, button, held = numbers
    key: Key = MOUSE if is_mouse else ("pointer", int(pointer))
    if phase == CANCEL:
        return Interrupted(key)
    named = PHASES[int(phase)]
    return Mouse(named, x, y, int(button), bool(held)) if is_mouse else Touch(named, key, x, y)
