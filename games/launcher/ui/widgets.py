"""Controls, and pressing them by finger, mouse or keys: a release inside a control acts, outside it cancels."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from games.kit.aids import Dwell
from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.people.settings import Settings
from games.launcher.shell.sound import Sound
from games.launcher.ui.button import Button, topmost
from games.launcher.ui.keys_drawn import draw_button
from games.launcher.ui.theme import CORNER, FOCUS, Palette

EMPTY = 3.0  # controls are cached as one picture up to this many times their own area
NOTCH = 0.1  # share by which an arrow key moves a slider
AHEAD = 2.0  # for arrow keys, sideways distance counts this much more than distance ahead


class Host(Protocol):
    """What controls need from the program around them."""

    @property
    def settings(self) -> Settings:
        """The player's choices."""

    def hear(self, sound: Sound) -> None:
        """Play a sound."""


class Controls:
    """The controls of one screen, and which finger presses which."""

    def __init__(self, host: Host | None = None) -> None:
        self._host = host
        self._dwell = Dwell()
        self.buttons: Sequence[Button] = ()
        self._pressing: dict[int, str] = {}  # finger -> id of the control it landed on
        self._inside: dict[int, bool] = {}  # finger -> whether it is still on the control, so that lifting acts
        self._acted: tuple[str, float] = ("", -math.inf)
        self.focus: str | None = None  # id of the focused control; None until keys are used

    def lay(self, buttons: Sequence[Button]) -> None:
        """Replace the controls."""
        self.buttons = buttons
        known = {button.id for button in buttons}
        self._pressing = {finger: name for finger, name in self._pressing.items() if name in known}
        if self.focus not in known:
            self.focus = None

    def owns(self, finger: int) -> bool:
        """Whether this finger landed on a control."""
        return finger in self._pressing

    def read(self, reading: Reading) -> bool:
        """Handle a reading; True if the controls have used it."""
        if isinstance(reading, Command):
            return reading.name == "key" and self._key(str(reading.value), reading.t)
        if self._host is not None and self._host.settings.dwell and reading.phase == "hover":
            self._rest(reading)
        return self._touch(reading)

    def feed(self, readings: Sequence[Reading], **keys: Callable[[], None]) -> None:
        """Handle all readings of a frame; `keys`: actions for keys that no control uses, called when the key goes down."""
        for reading in readings:
            if not self.read(reading) and isinstance(reading, Command) and reading.name == "key":
                act = keys.get(str(reading.value))
                if act is not None:
                    act()

    def named(self, name: str | None) -> Button | None:
        """The control with this id, or None."""
        return next((button for button in self.buttons if button.id == name), None)

    def _rest(self, sample: Sample) -> None:
        """Press a control on which a pointer has rested long enough (dwell)."""
        if any(out.phase == "down" for out in self._dwell.feed(sample)):
            hit = topmost(self.buttons, sample.at)
            if hit is not None:
                hit.slide_to(sample.at)
                self._act(hit, sample.t)

    def _touch(self, sample: Sample) -> bool:
        if sample.phase == "down":
            hit = topmost(self.buttons, sample.at)
            if hit is None:
                return False
            self._pressing[sample.finger], self._inside[sample.finger] = hit.id, True
            self.focus = None
            hit.slide_to(sample.at)
            return True
        name = self._pressing.get(sample.finger)
        if name is None:
            return False
        button = self.named(name)
        if sample.phase in ("up", "cancel"):
            del self._pressing[sample.finger]
            self._inside.pop(sample.finger, None)
            if sample.phase == "up" and button is not None and button.holds(sample.at):
                self._act(button, sample.t)
        elif button is not None:
            button.slide_to(sample.at)
            self._inside[sample.finger] = button.holds(sample.at)
        return True

    def _key(self, key: str, t: float) -> bool:
        ids = [button.id for button in self.buttons]
        if not ids:
            return False
        here = self.named(self.focus)
        if here is not None and here.share is not None and key in ("left", "right"):
            here.slide(min(1.0, max(0.0, here.share + (NOTCH if key == "right" else -NOTCH))))
        elif key in ("tab", "shift tab"):
            step = 1 if key == "tab" else -1
            start = -1 if step > 0 else 0
            self.focus = ids[(ids.index(here.id) + step if here is not None else start + step) % len(ids)]
        elif key in ("left", "right", "up", "down"):
            self.focus = ids[0] if here is None else self._towards(here, key).id
        elif key in ("enter", "space"):
            self._act(here or next((b for b in self.buttons if b.main), self.buttons[0]), t)
        else:
            return False
        return True

    def _towards(self, here: Button, key: str) -> Button:
        """The nearest control in the direction of an arrow key; the same one if there is none."""
        way = {"left": Vec(-1, 0), "right": Vec(1, 0), "up": Vec(0, -1), "down": Vec(0, 1)}[key]
        best, least = here, float("inf")
        for button in self.buttons:
            off = button.middle - here.middle
            ahead = off.x * way.x + off.y * way.y
            aside = abs(off.x * way.y) + abs(off.y * way.x)
            if ahead > 1.0 and ahead + AHEAD * aside < least:
                best, least = button, ahead + AHEAD * aside
        return best

    def _act(self, button: Button, t: float) -> None:
        last, when = self._acted
        between = (self._host.settings if self._host is not None else Settings()).seconds_between
        if last == button.id and t - when < between and button.share is None:
            return
        self._acted = button.id, t
        if self._host is not None:
            self._host.hear(Sound("press"))
        button.act()

    def draw(self, canvas: Canvas, palette: Palette) -> None:
        """Draw all buttons: pressed ones sunk, the focused one with a ring."""
        held = {name for finger, name in self._pressing.items() if self._inside.get(finger)}
        # The key of the cache holds what is visible: as long as it is the same, nothing is drawn anew.
        key = (palette, self.focus, tuple(sorted(held)), tuple(map(_face, self.buttons)))
        if _close(self.buttons):
            canvas.kept("keys", key, lambda kept: self._draw(kept, palette, held))
        else:
            self._draw(canvas, palette, held)

    def _draw(self, canvas: Canvas, palette: Palette, held: set[str]) -> None:
        for button in self.buttons:
            draw_button(canvas, button, palette, button.id in held)
            if button.id == self.focus:
                rim = Vec(2.2, 2.2)
                canvas.rect(button.at - rim, button.size + rim * 2, palette.focus, CORNER + 2.2, border=FOCUS)


def _face(button: Button) -> Hashable:
    """Everything visible of a button."""
    b = button
    return b.id, b.label, b.at, b.size, b.main, b.chosen, b.bare, b.height, b.icon, b.on, b.share, b.note


def _close(buttons: Sequence[Button]) -> bool:
    """Whether the buttons lie so close that one picture of them all is not mostly empty."""
    faces = [button for button in buttons if not button.bare]
    left, top = min((b.at.x for b in faces), default=0.0), min((b.at.y for b in faces), default=0.0)
    right = max((b.at.x + b.size.x for b in faces), default=0.0)
    foot = max((b.at.y + b.size.y for b in faces), default=0.0)
    covered = 0.0
    for button in faces:
        covered += button.size.x * button.size.y
    return (right - left) * (foot - top) <= EMPTY * covered
