"""Buttons: pressed by finger, mouse or keys; they act on release inside, sliding off cancels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.screens.theme import CORNER, FOCUS, LABEL, REPEAT_GUARD, Palette


@dataclass(frozen=True)
class Button:
    """One control. `at` is its upper left corner, in mm of the window."""

    id: str
    label: str
    at: Vec
    size: Vec
    act: Callable[[], None]
    main: bool = False  # filled: the one thing to do on this screen
    chosen: bool = False
    bare: bool = False  # draws no face of its own: a picture is its face
    height: float = LABEL

    def holds(self, place: Vec) -> bool:
        """Whether a place lies on the control."""
        x, y = place.x - self.at.x, place.y - self.at.y
        return 0 <= x <= self.size.x and 0 <= y <= self.size.y

    @property
    def middle(self) -> Vec:
        """Its middle, in mm of the window."""
        return self.at + self.size * 0.5


class Controls:
    """The controls of one screen, and who is pressing them."""

    def __init__(self) -> None:
        self.buttons: Sequence[Button] = ()
        self._pressing: dict[int, str] = {}  # finger -> id of the control it landed on
        self._inside: dict[int, bool] = {}
        self._acted: tuple[str, float] = ("", -REPEAT_GUARD)
        self.focus: str | None = None  # shown only once keys are used

    def lay(self, buttons: Sequence[Button]) -> None:
        """These are the controls now."""
        self.buttons = buttons
        known = {button.id for button in buttons}
        self._pressing = {finger: name for finger, name in self._pressing.items() if name in known}
        if self.focus not in known:
            self.focus = None

    def owns(self, finger: int) -> bool:
        """Whether this finger landed on a control."""
        return finger in self._pressing

    def read(self, reading: Reading) -> bool:
        """Take a reading; True when it belongs to the controls and to nothing else."""
        if isinstance(reading, Command):
            return reading.name == "key" and self._key(str(reading.value), reading.t)
        return self._touch(reading)

    def _touch(self, sample: Sample) -> bool:
        if sample.phase == "down":
            hit = next((b for b in self.buttons if b.holds(sample.at)), None)
            if hit is None:
                return False
            self._pressing[sample.finger], self._inside[sample.finger] = hit.id, True
            self.focus = None
            return True
        name = self._pressing.get(sample.finger)
        if name is None:
            return False
        button = next((b for b in self.buttons if b.id == name), None)
        if sample.phase in ("up", "cancel"):
            del self._pressing[sample.finger]
            inside = self._inside.pop(sample.finger, False) and button is not None and button.holds(sample.at)
            if sample.phase == "up" and inside and button is not None:
                self._act(button, sample.t)
        elif button is not None and not button.holds(sample.at):
            self._inside[sample.finger] = False
        return True

    def _key(self, key: str, t: float) -> bool:
        ids = [button.id for button in self.buttons]
        if not ids:
            return False
        here = ids.index(self.focus) if self.focus in ids else None
        if key in ("tab", "right", "down"):
            self.focus = ids[0 if here is None else (here + 1) % len(ids)]
        elif key in ("shift tab", "left", "up"):
            self.focus = ids[-1 if here is None else (here - 1) % len(ids)]
        elif key in ("enter", "space"):
            chosen = next((b for b in self.buttons if b.main), self.buttons[0]) if here is None else self.buttons[here]
            self._act(chosen, t)
        else:
            return False
        return True

    def _act(self, button: Button, t: float) -> None:
        last, when = self._acted
        if last == button.id and t - when < REPEAT_GUARD:
            return
        self._acted = button.id, t
        button.act()

    def draw(self, canvas: Canvas, palette: Palette) -> None:
        """All buttons, the pressed ones sunk, the focused one ringed."""
        for button in self.buttons:
            pressed = any(n == button.id and self._inside.get(f) for f, n in self._pressing.items())
            draw_button(canvas, button, palette, pressed)
            if button.id == self.focus:
                rim = Vec(2.2, 2.2)
                canvas.rect(button.at - rim, button.size + rim * 2, palette.focus, CORNER + 2.2, border=FOCUS)


def draw_button(canvas: Canvas, button: Button, palette: Palette, pressed: bool) -> None:
    """A key of enamel: it has an edge below, and sinks onto it when pressed."""
    sink = Vec(0, 0.8 if pressed else 0.0)
    if button.bare:
        return
    edge, face, ink = palette.border, palette.surface, palette.ink
    if button.main or button.chosen:
        edge, face, ink = palette.primary_edge, palette.primary, palette.on_primary
    canvas.rect(button.at + Vec(0.7, 1.4), button.size, palette.shadow, CORNER)
    canvas.rect(button.at, button.size, edge, CORNER)
    rim = Vec(0.4, 0.4)
    canvas.rect(button.at + rim + sink, button.size - Vec(0.8, 1.6), face, CORNER - 0.4)
    middle = button.at + Vec(button.size.x / 2, button.size.y / 2 - 0.4) + sink
    canvas.text(button.label, middle, button.height, ink, "bold", "centre")
