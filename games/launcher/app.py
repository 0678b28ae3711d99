"""The app: the current screen, fed with what was read, drawn on a canvas. It owns no loop and no device."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading
from games.launcher.display import Display
from games.launcher.screens.home import Home
from games.launcher.screens.screen import Desk, Screen
from games.launcher.sound import Sound

FADING = 0.25  # s a screen is drawn on after the last thing that happened, so that nothing stops half way


class App:
    """What the device drives: frames in, a picture out.

    `loading` is called after the first frame and then each frame until it says
    that the player's files are ready.
    """

    def __init__(self, desk: Desk, loading: Callable[[], bool]) -> None:
        self.desk = desk
        self._loading: Callable[[], bool] | None = loading
        self._shown_first = False
        self._broken: BaseException | None = None
        self._still_at = 0.0
        self.screen: Screen = Home(desk)
        self.wants_fullscreen = False

    @property
    def closed(self) -> bool:
        """Whether the program shall end."""
        return self.desk.closed

    @property
    def lively(self) -> bool:
        """Whether frames are wanted without input."""
        return self.screen.lively or self._loading is not None or self._still_at > 0.0

    @property
    def waiting(self) -> bool:
        """Whether input must be answered at once."""
        return self.screen.waiting

    @property
    def rescale(self) -> float:
        """What the device's px per mm shall be multiplied by; 1 leaves them."""
        return self.desk.rescale

    @rescale.setter
    def rescale(self, value: float) -> None:
        self.desk.rescale = value

    def after_first_frame(self) -> None:
        """The first picture is on the screen: now pictures and files may load."""
        self._shown_first = True
        self.desk.pictures = True
        self.screen.laid()

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """Let the screen take what was read; an exception lands on the calm card."""
        if readings:
            self._still_at = now + FADING
        elif now >= self._still_at:
            self._still_at = 0.0
        if self._loading is not None and self._shown_first and self._loading():
            self._loading = None
            self._loaded()
        if any((isinstance(r, Command) and r.name in ("quit",)) or _quits(r) for r in readings):
            self.screen.leave()
            self.desk.closed = True
            return
        try:
            if self._broken is not None:
                error, self._broken = self._broken, None
                raise error
            following = self.screen.frame(now, readings)
        except Exception as error:
            following = self._calm(error)
        self._show(following)

    def draw(self, canvas: Canvas) -> None:
        """Draw the screen; what goes wrong here is dealt with in the next frame."""
        try:
            self.screen.draw(canvas)
        except Exception as error:
            self._broken = error
            self._still_at = max(self._still_at, 1e-9)

    def resize(self, display: Display) -> None:
        """The window has this size and scale now."""
        self.desk.display = display
        self.desk.tell.px_per_mm = display.px_per_mm
        self.screen.laid()
        self.desk.tell.screen(self.screen.name, self.screen.controls)

    def take_sounds(self) -> list[Sound]:
        """What is to be heard since this was last asked."""
        sounds, self.desk.sounds = self.desk.sounds, []
        return sounds

    def leave(self) -> None:
        """The device ends, for whatever reason: keep what was played."""
        self.screen.leave()

    def _calm(self, error: Exception) -> Screen:
        from games.launcher.screens.play import Play
        from games.launcher.screens.stopped import Stopped

        if isinstance(self.screen, Play):
            return self.screen.broke(error)
        self.desk.report(error)
        return Stopped(self.desk)

    def _show(self, following: Screen) -> None:
        if following is not self.screen:
            self.screen = following
            following.laid()
        self.desk.tell.screen(self.screen.name, self.screen.controls)

    def _loaded(self) -> None:
        """The player's files are there: go where the command line asked, or show today's repetitions."""
        wish = self.desk.wish
        if wish.game is not None and isinstance(self.screen, Home):
            from games.catalog import named
            from games.launcher.screens.play import Play

            self._show(Play(self.desk, named(wish.game), wish.mode, wish.level))
            return
        self.screen.laid()


def _quits(reading: Reading) -> bool:
    return isinstance(reading, Command) and reading.name == "key" and reading.value == "ctrl q"
