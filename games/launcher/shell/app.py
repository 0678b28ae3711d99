"""The app: the current screen, fed with what was read, drawn on a canvas. It owns no loop and no device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from games.kit.aids import REST, REST_REACH
from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec, distance
from games.launcher.gallery.picturing import Commission
from games.launcher.people.settings import TEXTS
from games.launcher.screens import routes
from games.launcher.screens.too_small import too_small
from games.launcher.shell.desk import Desk
from games.launcher.shell.display import Display
from games.launcher.shell.page import Page
from games.launcher.shell.places import Back, Go, Home, Move, Over, Place, Playing, TooSmall
from games.launcher.shell.sound import Sound
from games.launcher.shell.touch_guard import TouchGuard, parts
from games.launcher.ui.paper import draw_rest
from games.launcher.ui.unsaved import draw_unsaved

REPEATED = 0.05  # s between two repetitions of a pointer that stands still
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
        self._now = 0.0
        self._open_places: list[tuple[Place, Page]] = []  # the last is seen; those below it wait
        self._open(Go(Home()))
        if too_small(desk.display):
            self._open(Over(TooSmall()))
        self._guard = TouchGuard()
        self._resting: Sample | None = None  # where a mouse with no button held was last
        self._repeated = self._rested = 0.0

    @property
    def screen(self) -> Page:
        """The page that is seen."""
        return self._open_places[-1][1]

    @property
    def closed(self) -> bool:
        """Whether the program shall end."""
        return self.desk.closed

    @property
    def lively(self) -> bool:
        """Whether frames are wanted without input."""
        moving = self._resting is not None or self.screen.lively or self._still_at > 0.0
        return moving or self._loading is not None or self.commission is not None

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

    @property
    def loudness(self) -> float:
        """How loud everything sounds, 0 to 1."""
        return self.desk.settings.loudness

    @property
    def wants_fullscreen(self) -> bool:
        """Whether the device shall go to the whole screen, or back to a window."""
        return self.desk.wants_fullscreen

    @wants_fullscreen.setter
    def wants_fullscreen(self, value: bool) -> None:
        self.desk.wants_fullscreen = value

    @property
    def wants_picture(self) -> tuple[Vec, Vec] | None:
        """The part of the window, in mm, that is wanted as a picture; None for none."""
        return self.desk.wants_picture

    def keep_picture(self, write: Callable[[Path], None]) -> None:
        """Here it is: `write` writes it to a file, and may be called in another thread."""
        self.desk.wants_picture = None
        self.desk.keep_picture(write)

    @property
    def commission(self) -> Commission | None:
        """The picture that the device is to paint beside the window, a little in each frame; none while a game is played."""
        return self.desk.commissions[0] if self.desk.commissions and not self.screen.waiting else None

    def painted(self) -> None:
        """That picture is whole, and taken."""
        del self.desk.commissions[0]

    def after_first_frame(self) -> None:
        """The first picture is on the screen: now pictures and files may load."""
        self._shown_first = True
        self.desk.pictures = True
        self.screen.laid()

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """Let the screen take what was read; an exception lands on the calm card."""
        self._now = now
        if readings:
            self._still_at = now + FADING
        elif now >= self._still_at:
            self._still_at = 0.0
        cramped = isinstance(self._open_places[-1][0], TooSmall)
        if self._loading is not None and self._shown_first and not cramped and self._loading():
            self._loading = None
            self._loaded()
        if any((isinstance(r, Command) and r.name in ("quit",)) or _quits(r) for r in readings):
            self.leave()
            self.desk.closed = True
            return
        if not self.screen.waiting:  # no frame of a game waits for a disk that refuses
            self.desk.save_again(now)
        for part in parts(self._with_rest(now, readings), self.screen.waiting):
            meant = self._guard.meant(part, self.desk.settings.seconds_between)
            self._follow(self._moved(now, meant))
            self._guard.shown(self.screen, now)

    def _moved(self, now: float, readings: Sequence[Reading]) -> Move:
        """Where these readings lead; to the calm card where they cannot be taken."""
        if not self.screen.takes_text:  # nobody else asks for what a keyboard writes, only for its keys
            readings = [r for r in readings if not (isinstance(r, Command) and r.name == "text")]
        try:
            for reading in readings:
                if isinstance(reading, Command) and reading.name == "key" and not self.screen.typing:
                    self._anywhere(str(reading.value))
            if self._broken is not None:
                error, self._broken = self._broken, None
                raise error
            return self.screen.frame(now, readings)
        except Exception as error:
            return self.screen.broke(error)

    def draw(self, canvas: Canvas) -> None:
        """Draw the screen; what goes wrong here is dealt with in the next frame."""
        canvas.calm = self.desk.settings.less_motion
        canvas.say = self.desk.say
        try:
            self.screen.draw(canvas)
            draw_unsaved(canvas, self.desk, self.screen)
            if self._resting is not None and self.desk.settings.dwell:
                draw_rest(canvas, self.desk, self._resting.at, self._rested)
        except Exception as error:
            self._broken = error
            self._still_at = max(self._still_at, 1e-9)

    def resize(self, display: Display) -> None:
        """The window has this size and scale now. One that is too small for anything makes what is shown wait."""
        small, waits = too_small(display), isinstance(self._open_places[-1][0], TooSmall)
        if small and not waits:  # what is played waits, as when the window has lost the focus
            self._follow(self._moved(self._now, [Command(self._now, "lost")]))
        self.desk.display = display
        self.desk.tell.px_per_mm = display.px_per_mm
        if small != waits:
            self._follow(Over(TooSmall()) if small else Back())
        else:
            self.screen.laid()
            self.desk.tell.screen(self.screen.name, self.screen.controls)

    def take_sounds(self) -> list[Sound]:
        """What is to be heard since this was last asked."""
        sounds, self.desk.sounds = self.desk.sounds, []
        return sounds

    def leave(self) -> None:
        """The device ends, for whatever reason: keep what was played, on pages that wait below and on the desk as well."""
        try:
            for _, page in reversed(self._open_places):
                page.leave()
        finally:
            self.desk.save_again(float("inf"))

    def _anywhere(self, key: str) -> None:
        """Keys that mean the same on every screen but the one where a name is written."""
        chosen = self.desk.settings
        if key == "m":
            self.desk.choose(replace(chosen, mute=not chosen.mute))
        elif key in ("plus", "minus"):
            here = TEXTS.index(chosen.text) + (1 if key == "plus" else -1)
            self.desk.choose(replace(chosen, text=TEXTS[max(0, min(len(TEXTS) - 1, here))]))
        else:
            return
        self.screen.laid()

    def _with_rest(self, now: float, readings: Sequence[Reading]) -> Sequence[Reading]:
        """The readings; for a player whose resting pointer presses, its place again and again while it stands still."""
        if not self.desk.settings.dwell:
            self._resting = None
            return readings
        for reading in readings:
            if isinstance(reading, Sample):
                moved = self._resting is None or distance(self._resting.at, reading.at) > REST_REACH
                if reading.phase != "hover":
                    self._resting = None
                elif moved:
                    self._resting, self._rested = reading, 0.0
        resting = self._resting
        if resting is None or now - self._repeated < REPEATED or any(isinstance(r, Sample) for r in readings):
            return readings
        self._repeated, self._rested = now, min(1.0, (now - resting.t) / REST)
        return [*readings, Sample(now, resting.finger, "hover", resting.at, resting.device)]

    def go(self, place: Place) -> None:
        """To this place, whatever is seen now."""
        self._follow(Go(place))

    def _follow(self, move: Move) -> None:
        """Move on; the page that is seen then is laid out and told."""
        while move is not None:
            if isinstance(move, Back):
                move = self._close(move.answer)
            else:
                self._open(move)
                move = None
            self.screen.laid()
        self.desk.tell.screen(self.screen.name, self.screen.controls)

    def _open(self, move: Go | Over) -> None:
        """Build the page of a place; what Home leads to closes everything."""
        if isinstance(move.to, Home):
            self._open_places = [(move.to, routes.page(self.desk, move.to))]
            return
        place = routes.on_the_way(self.desk, self._open_places[-1][0], move.to)
        opened = place, routes.page(self.desk, place)
        if isinstance(move, Go):
            self._open_places[-1] = opened
        else:
            self._open_places.append(opened)

    def _close(self, answer: object) -> Move:
        """Let the page below hear the answer; where nothing is below, Home follows."""
        if len(self._open_places) == 1:
            return Go(Home())
        self._open_places.pop()
        return self.screen.answered(answer)

    def _loaded(self) -> None:
        """The player's files are there: go where the command line asked, or show today's repetitions."""
        wished = self._wished() if isinstance(self._open_places[-1][0], Home) else None
        if wished is not None:
            self.go(wished)
        else:
            self.screen.laid()

    def _wished(self) -> Place | None:
        """Where the command line asked to go."""
        wish = self.desk.wish
        if wish.challenge is not None:
            return routes.sent(wish.challenge, self.desk.say)
        return None if wish.game is None else Playing(wish.game, wish.mode, wish.level)


def _quits(reading: Reading) -> bool:
    return isinstance(reading, Command) and reading.name == "key" and reading.value == "ctrl q"
