"""The page as a window: the browser calls `tick` for each frame, and everything else follows from that."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Sequence

from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec
from games.launcher.device import DrivenApp
from games.launcher.devices.web.canvas.lettering import Lettering
from games.launcher.devices.web.canvas.tape import Tape
from games.launcher.devices.web.canvas.web_canvas import WebCanvas
from games.launcher.devices.web.carrying import Carrier
from games.launcher.devices.web.input.keys import Keys, Said, switches
from games.launcher.devices.web.input.pointers import Pointers
from games.launcher.devices.web.page import Page
from games.launcher.devices.web.pictures import Easel, copied
from games.launcher.drawing.commission import Commission
from games.launcher.shell.display import GUESS, Display, KnownScreens
from games.launcher.shell.outbox import Close, Give, Hear, Paint, Pick, Rescale, SwitchFullscreen, TakePicture
from games.launcher.shell.sound.around import Around

LOOK = 5.0  # s between frames when nothing moves
AGAIN = 0.03  # s; the same sound is not repeated sooner
ASIDE = 0.6  # how far a sound at the edge of the table is moved aside


class WebWindow:
    """The page's canvas, pointers and sounds. `size` is in pixels of the screen, `density` how many make a CSS pixel."""

    def __init__(self, page: Page, known: KnownScreens, size: tuple[int, int], density: float) -> None:
        self._page, self._known = page, known
        self._tape = Tape(page)
        self._letters = Lettering(page)
        self._keys = Keys()
        self._carrier = Carrier(page)
        self._commissions: deque[Commission] = deque()
        self._easel = Easel(self._tape, self._letters, self._commissions)
        self._app: DrivenApp | None = None
        self._frames, self._before, self._awake = 0, 0.0, False
        self._begun: dict[str, float] = {}  # when each sound last began
        self._rescaled = 1.0
        self.closed = False
        self.frame_over: Callable[[], None] = lambda: None  # called when a frame is over and its sounds have begun
        self._lay_out(size, density)

    def drive(self, app: DrivenApp) -> None:
        """Let the browser's frames drive this app from now on; returns at once, because a page must not be held up."""
        self._app = app

    def playing(self) -> bool:
        """Whether a round is open: nothing may take the page away from it."""
        return self._app is not None and not self.closed and self._app.waiting

    def close(self) -> None:
        """Let the screen dim again."""
        self._page.awake(False)

    def tick(self, now: float, pointers: Sequence[float], keys: str) -> bool:
        """A frame of the browser, at `now` s: what pointers did (see Pointers), and keys as JSON; returns whether the
        picture was drawn."""
        app = self._app
        if app is None or self.closed:
            return False
        said: list[Said] = json.loads(keys) if keys else []
        readings: list[Reading] = [*self._pointers.read(list(pointers), now), *self._keys.read(said, now)]
        if switches(said):
            self._page.fullscreen()
        came = self._carrier.answered()
        if not came and not readings and not app.lively and self._frames > 1 and now - self._before < LOOK:
            self.frame_over()
            return False
        self._before = now
        return self._frame(app, now, readings)

    def lost(self, now: float) -> None:
        """The page is hidden or has lost the focus: contacts are interrupted, and a round pauses."""
        if self._app is not None and not self.closed:
            self._frame(
                self._app, now, [*self._keys.release(now), *self._pointers.cancel_all(now), Command(now, "lost")]
            )

    def found(self, now: float) -> None:
        """The page is seen again."""
        self._awake = False  # the browser lets the screen dim whenever the page is hidden: ask again
        if self._app is not None and not self.closed:
            self._frame(self._app, now, [Command(now, "found")])

    def along(self, now: float) -> None:
        """The player has pressed the sentence that nothing is kept: show how to take the data along."""
        if self._app is not None and not self.closed:
            self._frame(self._app, now, [Command(now, "take along")])

    def resize(self, now: float, size: tuple[int, int], density: float, fullscreen: bool) -> None:
        """The page has another size, was turned, or fills the screen."""
        cancelled = self._pointers.cancel_all(now)
        self._lay_out(size, density, fullscreen)
        if self._app is not None and not self.closed:
            self._app.resize(self.display)
            self._frame(self._app, now, [*cancelled, Command(now, "lost")])

    def _frame(self, app: DrivenApp, now: float, readings: list[Reading]) -> bool:
        app.frame(now, readings)
        self._canvas.begin()
        app.draw(self._canvas)
        drawn = self._canvas.show()
        self._frames += 1
        if self._frames == 1:
            app.after_first_frame()
        self._serve(app, now)
        if not app.waiting:
            self._easel.paint()
        runs = app.waiting and app.lively  # a round that has paused is not lively: then the screen may dim
        if runs != self._awake:
            self._awake = runs
            self._page.awake(runs)
        self.frame_over()
        if self._rescaled != 1.0:
            self._rescale(app)
        return drawn

    def _serve(self, app: DrivenApp, now: float) -> None:
        """Carry out what the app asks for."""
        for request in app.outbox.take():
            match request:
                case Hear(sound, loudness):
                    self._play(sound.name, sound.pitch, sound.pan, sound.loudness * loudness, now)
                case Around(room, tone, music):
                    self._page.around(room, tone, music)
                case Paint(picture):
                    self._commissions.append(picture)
                case TakePicture(corner, size, take):
                    take(copied(self._page, corner, size, self._px_per_mm))
                case Rescale(factor):
                    self._rescaled = factor
                case SwitchFullscreen():
                    self._page.fullscreen()
                case Give() | Pick():
                    self._carrier.carry(request)
                case Close():
                    self.closed = True

    def _play(self, name: str, pitch: int, pan: float, loudness: float, now: float) -> None:
        if loudness > 0.0 and now - self._begun.get(name, -1.0) >= AGAIN:
            self._begun[name] = now
            self._page.sound(f"{name}_{pitch}" if pitch else name, max(-1.0, min(1.0, pan)) * ASIDE, loudness)

    def _rescale(self, app: DrivenApp) -> None:
        """The player has measured the screen."""
        self._px_per_mm *= self._rescaled
        self._rescaled = 1.0
        self._known.keep(self._key, self._px_per_mm)
        self._lay_out(self._size, self._density, self.display.fullscreen)
        app.resize(self.display)

    def _lay_out(self, size: tuple[int, int], density: float, fullscreen: bool = False) -> None:
        """Canvas and pointers for a size and a scale; old ones are discarded."""
        self._size, self._density = size, density
        self._key = f"browser {density:g}"  # a page has the same scale however large it is
        known = self._known.px_per_mm_for(self._key)
        self._px_per_mm = known or GUESS * density
        self._canvas = WebCanvas(self._tape, self._letters, size, self._px_per_mm)
        self._pointers = Pointers(*size, self._px_per_mm)
        size_mm = Vec(size[0] / self._px_per_mm, size[1] / self._px_per_mm)
        self.display = Display(self._key, size_mm, self._px_per_mm, known is not None, fullscreen)
