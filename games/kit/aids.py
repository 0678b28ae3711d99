"""Aids: filters on the samples in front of the rules, so that every game supports them without knowing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from games.kit.fingers import Phase, Sample
from games.kit.game import EDITION
from games.kit.geometry import Vec, distance

TAP_REACH = 6.0  # mm; a contact that lifts this near to where it landed was a tap, however long it lasted
STROKE_REACH = 2.0  # mm; the same in games played with short strokes
BYSTANDS = 0.5  # s; a contact that was there this long before a tap belongs to the other hand, and does not lead the tapped piece
REST = 0.8  # s; a pointer that rests this long presses, for players who cannot press a button ...
REST_REACH = 4.0  # mm; ... within this
DWELLER = 1000  # ids of presses by a resting pointer begin here, above those of contacts


class Aid(Protocol):
    """One kind of aid. It may use only the samples it is fed."""

    @property
    def wants_hover(self) -> bool:
        """Whether it needs hover samples (without contact) now."""

    def feed(self, sample: Sample) -> list[Sample]:
        """The samples that the rules get in place of this one."""

    def reset(self) -> None:
        """Forget all contacts."""


class TapCarry:
    """Sticky grab: tap to pick up, tap to put down; a press that moves is an ordinary drag.

    After a tap, its finger is not lifted: it stays as a hovering finger (the carrier) and follows the next contact, or
    a mouse without a pressed button. When that contact lifts, the carrier lifts too. Whether the tap picked anything up
    does not matter here: a finger that holds nothing has no effect. In games of short `strokes` with several fingers,
    a tap is shorter than a stroke, and a contact beside another one is never a tap.
    """

    def __init__(self, strokes: bool = False) -> None:
        self._strokes, self._reach = strokes, STROKE_REACH if strokes else TAP_REACH
        self._pressed: dict[int, _Press] = {}  # by finger, while it is on the glass
        self._carrier: int | None = None  # the finger that was kept after its tap
        self._guide: int | None = None  # the contact that the carrier follows now

    @property
    def wants_hover(self) -> bool:
        return self._carrier is not None

    def feed(self, sample: Sample) -> list[Sample]:
        if sample.phase == "down" and sample.finger == self._carrier:
            self._carrier = self._guide = None  # the contact was only lost for a moment and is still pressed
        out = self._led(sample)
        if sample.phase == "down":
            self._press(sample)
        elif sample.phase == "move" and sample.finger in self._pressed:
            self._pressed[sample.finger].reach(sample.at, self._reach)
        elif sample.phase == "cancel":
            self._pressed.pop(sample.finger, None)
            if sample.finger == self._guide:
                self._guide = None
        elif sample.phase == "up" and self._taps(sample):
            return [*out, *self._stay(sample)]
        return out if sample.phase == "hover" else [*out, sample]

    def reset(self) -> None:
        self._carrier = self._guide = None
        self._pressed.clear()

    def _leads(self, finger: int) -> bool:
        """Whether the carrier follows this contact."""
        press = self._pressed.get(finger)
        return self._guide in (None, finger) and (press is None or not press.bystands)

    def _led(self, sample: Sample) -> list[Sample]:
        """The samples of the carrier that follow from this one; it lifts with the contact that leads it."""
        carrier = self._carrier
        if carrier is None or sample.phase == "cancel" or not self._leads(sample.finger):
            return []
        lifts = sample.phase == "up"
        self._guide = sample.finger if sample.phase in ("down", "move") else None
        if lifts:
            self._carrier = None
        return [_again(sample, carrier, "up" if lifts else "hover")]

    def _press(self, sample: Sample) -> None:
        """Note a landing contact; in games of strokes, none of several simultaneous contacts is a tap."""
        self._pressed.setdefault(sample.finger, _Press(sample.at, sample.t))
        if self._strokes and len(self._pressed) > 1:
            for press in self._pressed.values():
                press.tap = False

    def _taps(self, sample: Sample) -> bool:
        """Whether the contact that lifts here was a tap. One that was resting while another tapped was not."""
        press = self._pressed.get(sample.finger)
        if press is None:
            return False
        press.reach(sample.at, self._reach)
        if press.tap and not press.bystands:
            return True
        del self._pressed[sample.finger]
        return False

    def _stay(self, sample: Sample) -> list[Sample]:
        """Make the finger of this tap the carrier; a previous carrier lifts."""
        since = self._pressed.pop(sample.finger).since
        for press in self._pressed.values():
            press.bystands = press.since <= since - BYSTANDS
        lifted = [] if self._carrier is None else [_again(sample, self._carrier, "up")]
        self._carrier, self._guide = sample.finger, None
        return [*lifted, _again(sample, sample.finger, "hover")]


@dataclass
class _Press:
    """A contact on the glass."""

    start: Vec
    since: float
    tap: bool = True  # False once it has moved too far for a tap
    bystands: bool = False  # it was resting before another one tapped, so it leads nothing

    def reach(self, at: Vec, most: float) -> None:
        """Note that the contact is here now; farther than `most` from its beginning, it is not a tap."""
        self.tap = self.tap and distance(self.start, at) <= most


def _again(sample: Sample, finger: int, phase: Phase) -> Sample:
    """The same sample with another finger and phase."""
    return Sample(sample.t, finger, phase, sample.at, sample.device)


class Dwell:
    """A resting pointer taps where it rests; it must move away before it taps again.

    It measures time by the samples it is fed, so the caller repeats the position of a pointer that stands still.
    """

    def __init__(self, again: float = 2 * REST_REACH) -> None:
        self._again = again  # mm that it must move away before the next tap
        self._since: Sample | None = None  # where and when the pointer came to rest
        self._tapped: Vec | None = None
        self._presses = 0

    @property
    def wants_hover(self) -> bool:
        return True

    def feed(self, sample: Sample) -> list[Sample]:
        if sample.phase != "hover":
            self._since = self._tapped = None
            return [sample]
        if self._tapped is not None and distance(self._tapped, sample.at) > self._again:
            self._tapped = None
        rested = self._since
        if rested is None or distance(rested.at, sample.at) > REST_REACH:
            self._since = sample
        elif self._tapped is None and sample.t - rested.t >= REST:
            self._presses += 1
            self._since, self._tapped = sample, sample.at
            finger = DWELLER + self._presses
            press = [Sample(sample.t, finger, phase, sample.at, sample.device) for phase in _PRESS]
            return [sample, *press]
        return [sample]

    def reset(self) -> None:
        self._since = self._tapped = None


_PRESS: tuple[Phase, Phase] = ("down", "up")
AIDS = ("dwell", "tap")


def made(names: tuple[str, ...], strokes: bool = False, edition: int = EDITION) -> list[Aid]:
    """New aids of these names, for a game of short `strokes` or not. Raises ValueError that names an unknown one."""
    again = REST_REACH if strokes and edition >= 2 else 2 * REST_REACH  # so that a short stroke can end
    kinds: dict[str, Callable[[], Aid]] = {"tap": lambda: TapCarry(strokes), "dwell": lambda: Dwell(again)}
    for name in names:
        if name not in AIDS:
            raise ValueError(f"there is no aid {name!r}: the aids are {', '.join(AIDS)}")
    return [kinds[name]() for name in names]
