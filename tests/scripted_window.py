"""A window on a screen that nobody sees, driven by the events of a script."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame.event import Event

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.devices.pygame.opening import open_window
from games.launcher.devices.pygame.options import WindowOptions
from games.launcher.devices.pygame.window import Window
from games.launcher.shell.assets import assets_folder
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Close, Hear, Outbox
from games.launcher.shell.sound import Sound


class Known:
    """Scales in memory."""

    def __init__(self) -> None:
        self.scales: dict[str, float] = {}
        self.left: tuple[tuple[int, int], bool] | None = None

    def window_for(self, key: str) -> tuple[tuple[int, int], bool] | None:
        return self.left

    def keep_window(self, key: str, size: tuple[int, int], fullscreen: bool) -> None:
        self.left = size, fullscreen

    def px_per_mm_for(self, key: str) -> float | None:
        return self.scales.get(key)

    def keep(self, key: str, px_per_mm: float) -> None:
        self.scales[key] = px_per_mm


class Script:
    """An app that posts the next events of a script in each frame, and notes what it reads."""

    def __init__(self, *frames: Sequence[Event]) -> None:
        self.frames, self.readings, self.displays = list(frames), list[Reading](), list[Display]()
        self.outbox, self.lively, self.waiting, self.begun = Outbox(), True, True, False

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        self.readings += readings
        if not self.begun:
            return
        if self.frames:
            for event in self.frames.pop(0):
                pygame.event.post(event)
        else:
            self.outbox.ask(Close())

    def draw(self, canvas: Canvas) -> None:
        canvas.rect(Vec(0, 0), canvas.size, "#FFFFFF")
        self.outbox.ask(Hear(Sound("press"), 0.5))

    def resize(self, display: Display) -> None:
        self.displays.append(display)

    def after_first_frame(self) -> None:
        pygame.event.clear()
        self.begun = True


def driven(script: Script, known: Known, **options: object) -> Script:
    open_window((800, 480), False)
    window = Window(WindowOptions(assets_folder(), known, (800, 480), **options))  # type: ignore[arg-type]
    window.drive(script)
    script.displays.append(window.display)
    return script


def touch(kind: int, x: float) -> Event:
    return Event(kind, touch_id=1, finger_id=0, x=x, y=0.5, dx=0.0, dy=0.0, pressure=0.0)
