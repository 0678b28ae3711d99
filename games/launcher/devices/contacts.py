"""Fingers and mouse as one stream of samples in mm, corrected for events that SDL omits, repeats or invents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from games.kit.fingers import Device, Phase, Sample
from games.kit.geometry import Vec, distance

MOUSE = ("mouse", 1)
COPIES = 2.0  # s after a touch within which a mouse button pressed near its place is a copy of it ...
COPY_REACH = 12.0  # mm; ... if it is this near
FOLLOWING = 0.3  # s after a touch within which mouse movement is only the pointer following the finger
STALE = 20.0  # s without events of a finger while others send some: its UP was lost (unplugged, taken by a gesture)
WILD = 0.5  # share of the window; a finger may be reported this far outside of it, anything farther is noise

Key = tuple[object, object]


@dataclass(frozen=True)
class Touch:
    """A finger landed, moved or lifted. `key`: which panel and which finger; `x` and `y` in pixels of the window."""

    phase: Literal["down", "move", "up"]
    key: Key
    x: float
    y: float


@dataclass(frozen=True)
class Mouse:
    """A mouse button went down or up, or the mouse moved. Button 1 is the left one; `held`: whether that is down."""

    phase: Literal["down", "move", "up"]
    x: float
    y: float
    button: int = 1
    held: bool = False


@dataclass(frozen=True)
class Interrupted:
    """The system took a contact away: it neither lifted nor will it go on."""

    key: Key


Happening = Touch | Mouse


@dataclass
class _Live:
    """A contact that is down."""

    id: int
    at: Vec
    heard: float
    start: Vec
    born: float


class Contacts:
    """Follows every contact by (touch device, finger) and gives each a small id.

    `width` and `height` are the window's, in pixels. Times are those at which events were received, because SDL's events
    carry none.
    """

    def __init__(self, width: int, height: int, px_per_mm: float) -> None:
        self.width, self.height, self.px_per_mm = width, height, px_per_mm
        self._live: dict[Key, _Live] = {}
        self._next = 1
        self._touched = -math.inf  # time of the last touch event
        self._touches: list[tuple[float, Vec]] = []  # recent places of fingers: landed, lifted, or present
        self._copied = False  # whether the pressed mouse button is a copy of a finger
        self._polled: float | None = None

    @property
    def down(self) -> int:
        """The number of present contacts."""
        return len(self._live)

    def take(self, happenings: Sequence[Happening], now: float, since: float | None = None) -> list[Sample]:
        """The samples of events that arrived between `since` and `now`. Several motions of one contact are spread evenly.

        Without `since`: since the last call, at most 0.1 s ago.
        """
        start = max(self._polled if self._polled is not None else now, now - 0.1) if since is None else since
        start = start if self._polled is None else max(self._polled, start)
        self._polled = now
        out: list[Sample] = []
        for one, t in zip(happenings, _times(happenings, start, now), strict=True):
            out += self._finger(one, t) if isinstance(one, Touch) else self._mouse(one, t)
        return out + self._stale(now)

    def take_timed(self, happenings: Sequence[tuple[float, Happening | Interrupted]], now: float) -> list[Sample]:
        """The samples of events that carry times of their own, in s on the clock of `now`. None is put before the last
        call, none after now, and none before the one that it follows."""
        last = now if self._polled is None else self._polled
        self._polled = now
        out: list[Sample] = []
        for at, one in happenings:
            last = t = min(now, max(last, at))
            if isinstance(one, Interrupted):
                out += self._interrupted(one.key, t)
            else:
                out += self._finger(one, t) if isinstance(one, Touch) else self._mouse(one, t)
        return out + self._stale(now)

    def cancel_all(self, now: float) -> list[Sample]:
        """Cancel every contact: the window has lost the focus, or changed its size or screen."""
        out = [Sample(now, c.id, "cancel", c.at, _device(key)) for key, c in self._live.items()]
        self._live.clear()
        return out

    def _interrupted(self, key: Key, t: float) -> list[Sample]:
        """The system took this contact away, for a gesture of its own."""
        contact = self._live.pop(key, None)
        return [] if contact is None else [Sample(t, contact.id, "cancel", contact.at, _device(key))]

    def _finger(self, touch: Touch, t: float) -> list[Sample]:
        at, key = self._place(touch.x, touch.y), touch.key
        if at is None:
            return []
        self._touched = t
        if touch.phase == "down" or key not in self._live:
            self._heard(at, t)
            if touch.phase == "up":
                return []
            return [*self._without_copy(at, t), *self._down(key, at, t)]
        if touch.phase == "up":
            self._heard(self._live[key].start, t)
            self._heard(at, t)
            return self._up(key, at, t)
        return self._move(key, at, t)

    def _heard(self, at: Vec, t: float) -> None:
        self._touches = [one for one in self._touches if t - one[0] <= COPIES][-20:]
        self._touches.append((t, at))

    def _without_copy(self, at: Vec, t: float) -> list[Sample]:
        """Cancel a mouse contact that turns out to be a copy which arrived before its finger."""
        mouse = self._live.get(MOUSE)
        if mouse is None or distance(mouse.at, at) > COPY_REACH or t - mouse.born > COPIES:
            return []
        del self._live[MOUSE]
        self._copied = True
        return [Sample(t, mouse.id, "cancel", mouse.at, "mouse")]

    def _is_copy(self, at: Vec, t: float) -> bool:
        """Whether a mouse button pressed here is a copy of a finger: some systems also send every touch as an unmarked
        mouse event, at once or after it has rested or lifted."""
        lately = [place for heard, place in self._touches if t - heard <= COPIES]
        there = [contact.at for key, contact in self._live.items() if key != MOUSE]
        return any(distance(place, at) <= COPY_REACH for place in (*lately, *there))

    def _mouse(self, mouse: Mouse, t: float) -> list[Sample]:
        at = self._place(mouse.x, mouse.y)
        if at is None:
            return []
        if mouse.phase == "down":
            if mouse.button != 1:
                return []
            self._copied = self._is_copy(at, t)
            return [] if self._copied else self._down(MOUSE, at, t)
        if mouse.phase == "up":
            if mouse.button == 1 and self._copied:
                self._copied = False
                return []
            return self._up(MOUSE, at, t) if mouse.button == 1 else []
        if MOUSE in self._live:
            if not mouse.held:  # its UP was lost while the window had no focus
                return self._up(MOUSE, at, t)
            return self._move(MOUSE, at, t)
        if not mouse.held:
            self._copied = False
        if mouse.held or self._live or t - self._touched < FOLLOWING:
            return []
        return [Sample(t, 0, "hover", at, "mouse")]

    def _down(self, key: Key, at: Vec, t: float) -> list[Sample]:
        out = []
        if key in self._live:
            before = self._live.pop(key)
            out.append(Sample(t, before.id, "cancel", before.at, _device(key)))
        if not self._live:
            self._next = 1
        self._live[key] = _Live(self._next, at, t, at, t)
        self._next += 1
        return [*out, self._sample(key, "down", t)]

    def _move(self, key: Key, at: Vec, t: float) -> list[Sample]:
        self._live[key].at, self._live[key].heard = at, t
        return [self._sample(key, "move", t)]

    def _up(self, key: Key, at: Vec, t: float) -> list[Sample]:
        if key not in self._live:
            return []
        self._live[key].at = at
        sample = self._sample(key, "up", t)
        del self._live[key]
        return [sample]

    def _sample(self, key: Key, phase: Phase, t: float) -> Sample:
        contact = self._live[key]
        return Sample(t, contact.id, phase, contact.at, _device(key))

    def _place(self, x: float, y: float) -> Vec | None:
        """A place in mm; None for invalid coordinates."""
        if not (math.isfinite(x) and math.isfinite(y)):
            return None
        x = min(max(x, -WILD * self.width), (1 + WILD) * self.width)
        y = min(max(y, -WILD * self.height), (1 + WILD) * self.height)
        return Vec(x / self.px_per_mm, y / self.px_per_mm)

    def _stale(self, now: float) -> list[Sample]:
        """Cancel lost contacts. A still finger sends no events, so only a finger that is silent while another one is used
        counts as lost."""
        if now - self._touched > 1.0:
            return []
        out = []
        for key, contact in list(self._live.items()):
            if key != MOUSE and now - contact.heard > STALE:
                del self._live[key]
                out.append(Sample(now, contact.id, "cancel", contact.at, "touch"))
        return out


def _device(key: Key) -> Device:
    return "mouse" if key == MOUSE else "touch"


def _times(happenings: Iterable[Happening], start: float, now: float) -> list[float]:
    """The assumed time of each event: `now`, except that motions of one contact are spread evenly up to it."""
    keys = [_motion_of(one) for one in happenings]
    count: dict[Key, int] = {}
    for key in keys:
        if key is not None:
            count[key] = count.get(key, 0) + 1
    seen: dict[Key, int] = {}
    times, last = [], start
    for key in keys:
        t = now
        if key is not None and count[key] > 1:
            seen[key] = seen.get(key, 0) + 1
            t = start + (now - start) * seen[key] / count[key]
        times.append(t)
    # Motions must not overtake a lift or a touch between them: times never decrease.
    for i in range(len(times) - 1, -1, -1):
        last = times[i] if i == len(times) - 1 else min(times[i], last)
        times[i] = last
    return times


def _motion_of(one: Happening) -> Key | None:
    if one.phase != "move":
        return None
    return one.key if isinstance(one, Touch) else MOUSE
