"""Guards against an unintended second tap of a trembling hand: it does not press a control that the first tap brought."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec, distance
from games.launcher.shell.page import Page
from games.launcher.ui.button import Button, topmost

REACH = 25.0  # mm from the last release; a press farther away is intended
REPEATING = 1.0  # s; a key that comes again sooner without a release is an automatic repeat
PRESSING = frozenset({"enter", "space", "escape"})  # the keys that act on a screen


class TouchGuard:
    """Remembers how long each control has been in its place, and discards presses that come too soon and too near.

    A press is discarded if the control under it appeared less than the player's "time between touches" ago and the
    last release was near. A control that stayed in place is not guarded here: widgets.py prevents that one double tap
    acts on it twice.
    """

    def __init__(self) -> None:
        self._screen: Page | None = None
        self._came = -math.inf  # when the screen came, on the device's clock
        self._since: dict[Hashable, float] = {}  # when each control came that is there now
        self._released: Vec | None = None  # where a contact last lifted
        self._void: set[int] = set()  # contacts whose press is discarded
        self._keys: dict[str, float] = {}  # the acting keys that are down, and when they last came
        self._key: tuple[str, float] = ("", -math.inf)  # the one that went down last, and when

    def shown(self, screen: Page, now: float) -> None:
        """Note what is shown after the last readings."""
        fresh = screen is not self._screen
        if fresh:
            self._screen, self._came = screen, now
        before = {} if fresh else self._since
        self._since = {}
        for button in screen.controls:
            face = _face(button)
            self._since[face] = before.get(face, now)

    def meant(self, readings: Sequence[Reading], between: float) -> list[Reading]:
        """The readings without presses that come less than `between` s after the control under them appeared."""
        return [reading for reading in readings if self._is_meant(reading, between)]

    def _is_meant(self, reading: Reading, between: float) -> bool:
        if isinstance(reading, Command):
            return reading.value not in PRESSING or self._key_is_meant(reading, between)
        finger = reading.finger
        if reading.phase == "down":
            self._void.discard(finger)
            if self._comes_too_soon(reading, between):
                self._void.add(finger)
        if reading.phase in ("up", "cancel"):
            if reading.phase == "up":
                self._released = reading.at
            if finger in self._void:
                self._void.discard(finger)
                return False
        return reading.phase == "hover" or finger not in self._void

    def _comes_too_soon(self, press: Sample, between: float) -> bool:
        if self._screen is None or self._released is None or distance(self._released, press.at) > REACH:
            return False
        hit = topmost(self._screen.controls, press.at)
        if hit is None:
            return press.t - self._came < between
        if hit.at_once and not hit.holds(self._released):
            return False
        return press.t - self._since.get(_face(hit), self._came) < between

    def _key_is_meant(self, command: Command, between: float) -> bool:
        """Whether a key press is neither an automatic repeat nor a second press that would act on a new screen."""
        name, t = str(command.value), command.t
        if command.name == "key up":
            self._keys.pop(name, None)
        if command.name != "key":
            return True
        repeats = t - self._keys.get(name, -math.inf) < REPEATING
        self._keys[name] = t
        last, when = self._key
        bounces = last == name and when <= self._came and t - self._came < between
        if repeats or bounces:
            return False
        self._key = name, t
        return True


def parts(readings: Sequence[Reading], at_once: bool) -> Iterator[Sequence[Reading]]:
    """The readings of a frame in parts, cut after each release or key, because then the screen may change.

    A running game (`at_once`) takes all readings of a frame together: its screen changes only when it ends.
    """
    start = 0
    for index, reading in enumerate(() if at_once else readings, start=1):
        ends = reading.phase == "up" if isinstance(reading, Sample) else reading.name == "key"
        if ends and index < len(readings):
            yield readings[start:index]
            start = index
    yield readings[start:]


def _face(button: Button) -> Hashable:
    """What identifies a control: its label and its place."""
    return button.id, button.label, button.at, button.size
