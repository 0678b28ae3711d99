"""The cost of frames of the whole app on a surface: the page's part, drawing, painting; and from a touch to a new pixel."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from pygame import Rect, Surface

from games.kit.fingers import Reading
from games.launcher.device import DrivenApp
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.letters.lettering import Lettering
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.devices.pygame.pictures.sprites import Memory, machine_memory, room_for
from games.launcher.shell.assets import assets_folder

Feed = Callable[[float], Sequence[Reading]]  # the readings up to this time, in s
STEP = 1 / 60  # s from frame to frame


@dataclass(frozen=True)
class Cost:
    """Processor time of one frame of this thread, in ms."""

    at: float  # s, when the frame was shown
    page: float  # taking the readings: the rules
    drawing: float  # the view's calls of the canvas
    painting: float  # comparing with the last frame, and painting what differs
    changed: tuple[Rect, ...] = ()
    made: str = ""  # what was made anew for the caches in this frame

    @property
    def whole(self) -> float:
        """All of it, in ms."""
        return self.page + self.drawing + self.painting

    @property
    def where(self) -> str:
        """Its largest part, in words."""
        return max(("page", self.page), ("drawing", self.drawing), ("painting", self.painting), key=lambda x: x[1])[0]


class Stage:
    """A surface of some size in pixels on which an app is driven frame by frame. The display must have a mode."""

    def __init__(self, size: tuple[int, int], px_per_mm: float) -> None:
        self._surface, self._ground, self._elsewhere = (Surface(size).convert() for _ in range(3))
        assets = assets_folder()
        self._pictures = Pictures(assets / "images", Memory(room_for(size[0] * size[1], machine_memory())))
        self._canvas = SurfaceCanvas(
            self._surface, px_per_mm, self._pictures, Lettering(assets / "fonts", self._pictures.memory)
        )
        self.now = 0.0

    def floor(self) -> float:
        """The processor time of one opaque blit of the whole background, in ms."""
        begun = time.thread_time()
        self._elsewhere.blit(self._ground, (0, 0))
        return (time.thread_time() - begun) * 1000

    def frame(self, app: DrivenApp, feed: Feed) -> Cost:
        """Drive the app through the next frame, as the window does."""
        self.now += STEP
        readings = feed(self.now)
        self._pictures.memory.made.clear()
        begun = time.thread_time()
        app.frame(self.now, readings)
        taken = time.thread_time()
        self._canvas.begin()
        app.draw(self._canvas)
        drawn = time.thread_time()
        changed = self._canvas.show()
        shown = time.thread_time()
        app.outbox.take()
        self._pictures.rest(self.now)
        page, drawing, painting = (part * 1000 for part in (taken - begun, drawn - taken, shown - drawn))
        return Cost(self.now, page, drawing, painting, tuple(changed), _told(self._pictures.memory.made))

    def to_pixel(self, app: DrivenApp, reading: Callable[[float], Reading], most: int = 12) -> float | None:
        """The processor time in ms from this reading to the first frame that changes a pixel; None if none does."""
        spent = 0.0
        for number in range(most):
            cost = self.frame(app, lambda now, number=number: [reading(now)] if number == 0 else [])  # type: ignore[misc]
            spent += cost.whole
            if cost.changed:
                return spent
        return None


def _told(made: Iterable[Hashable]) -> str:
    """What was made anew, shortly: names of pictures, kinds of shapes."""
    kinds = [str(key[0]) if isinstance(key, tuple) else str(key) for key in made]
    return "".join(f", {kind} x{kinds.count(kind)}" for kind in dict.fromkeys(kinds))
