"""The app: feeds input to the current screen and draws it on a canvas. It has no loop and no device of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from games.kit.aids import REST, REST_REACH
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import distance
from games.launcher.drawing.mirrored import Mirrored
from games.launcher.people.settings import TEXTS
from games.launcher.screens import detours, routes
from games.launcher.screens.too_small import too_small
from games.launcher.shell.between.passing import Box, Passing, Way, pressed
from games.launcher.shell.between.stage import Stage
from games.launcher.shell.between.touch_guard import TouchGuard, parts
from games.launcher.shell.desk import Desk
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Close, Outbox
from games.launcher.shell.page import Page
from games.launcher.shell.places import Back, Go, Home, Language, Move, Over, Place, Playing, TakeAlong, TooSmall
from games.launcher.ui.facing import faced, seen
from games.launcher.ui.notices import draw_notice
from games.launcher.ui.paper import draw_rest, scene

REPEATED = 0.05  # s between two repeated positions of a pointer that stands still
FADING = 0.25  # s that drawing continues after the last event, so that animations finish


class App:
    """What the device drives: it takes the readings of each frame and draws a picture.

    `loading` is called in each frame after the first until it returns True: the player's files are ready.
    """

    def __init__(self, desk: Desk, loading: Callable[[], bool]) -> None:
        self.desk = desk
        self._loading: Callable[[], bool] | None = loading
        self._shown_first = False
        self._broken: BaseException | None = None
        self._still_at = 0.0
        self._now = 0.0
        self._open_places: list[tuple[Place, Page]] = []  # a stack: the last one is shown, those below it wait
        self._passing = Passing()
        self._doors: list[Box | None] = []  # what was pressed to open each of them; the first: what led away from Home
        self._pressed: Box | None = None  # what was pressed in the readings that are being followed
        self._open(Go(Home()))
        if too_small(desk.display):
            self._open(Over(TooSmall()))
        self._guard = TouchGuard()
        self._along = False  # somebody wants to take data along, because the device keeps nothing
        self._resting: Sample | None = None  # the last position of a mouse with no button pressed
        self._repeated = self._rested = 0.0

    @property
    def screen(self) -> Page:
        """The page that is shown."""
        return self._open_places[-1][1]

    @property
    def outbox(self) -> Outbox:
        """What is wanted of the device."""
        return self.desk.outbox

    @property
    def lively(self) -> bool:
        """Whether frames are needed even without input."""
        moving = self._resting is not None or self.screen.lively or self._still_at > 0.0 or self._passing.runs
        moving = moving or self.desk.sounding.waits or self.desk.surroundings.changes
        beside = not self.waiting and (self.outbox.painting or self.desk.indexed[1] > 0)
        return moving or self._loading is not None or beside

    @property
    def waiting(self) -> bool:
        """Whether input must be answered at once."""
        return self.screen.waiting

    def after_first_frame(self) -> None:
        """The first frame is on the screen: now pictures and the player's files may load."""
        self._shown_first = True
        self.desk.pictures = True
        self.screen.laid()

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """Let the page take the readings of a frame; an exception leads to the page `Stopped`."""
        self._now = now
        self._passing.frame(now, readings)
        self.desk.passing = self._passing.runs
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
            self.outbox.ask(Close())
            return
        self._along |= any(isinstance(r, Command) and r.name == "take along" for r in readings)
        if self._along and self._loading is None:
            self._take_along(now)
        if not self.screen.waiting:  # not while a game is played: no frame may wait for a failing disk
            self.desk.save_again(now)
        if self.desk.catch_up(bool(readings) or self.screen.waiting):
            self.screen.laid()  # now that all are there, and measured alike, they are shown together
        for part in parts(self._with_rest(now, readings), self.screen.waiting):
            across = self._across
            meant = self._guard.meant(faced(part, across), self.desk.settings.seconds_between)
            self._pressed = seen(pressed(self.screen.controls, meant), across)
            self._follow(self._moved(now, meant))
            self._guard.shown(self.screen, now)
        self.desk.sound_due(now)
        self.desk.go_around(now, self.screen.room)

    def _take_along(self, now: float) -> None:
        """Show how to take data along; a game that is played pauses, as when the window loses the focus."""
        self._along = False
        if isinstance(self._open_places[-1][0], TooSmall | TakeAlong):
            return
        if self.screen.waiting:
            self._follow(self._moved(now, [Command(now, "lost")]))
        self._follow(Over(TakeAlong()))

    def _moved(self, now: float, readings: Sequence[Reading]) -> Move:
        """The move that these readings cause; to the page `Stopped` if handling them raises an exception."""
        if not self.screen.takes_text:  # other pages want key names, not typed text
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

    def draw(self, canvas: Stage) -> None:
        """Draw the page; an exception here is handled in the next frame."""
        canvas.calm = self.desk.settings.less_motion
        canvas.say = self.desk.say
        self._passing.before(canvas)
        page = canvas if self._across is None else Mirrored(canvas)
        try:
            if self._goes_on:
                scene(page, self.desk)
            else:
                self.screen.draw(page)
            draw_notice(page, self.desk, self.screen)
            if self._resting is not None and self.desk.settings.dwell:
                draw_rest(canvas, self.desk, self._resting.at, self._rested)
            self._passing.draw(canvas, self._now)
        except Exception as error:
            self._broken = error
            self._still_at = max(self._still_at, 1e-9)

    def resize(self, display: Display) -> None:
        """The window has a new size or scale. If it is too small for any page, the current one waits behind a notice."""
        small, waits = too_small(display), isinstance(self._open_places[-1][0], TooSmall)
        if small and not waits:  # a running game pauses, as when the window loses the focus
            self._follow(self._moved(self._now, [Command(self._now, "lost")]))
        self.desk.display = display
        self._doors = [None] * len(self._doors)
        self.desk.tell.px_per_mm = display.px_per_mm
        if small != waits:
            self._follow(Over(TooSmall()) if small else Back())
        else:
            self.screen.laid()
            self._tell()
        self._passing.end()

    def leave(self) -> None:
        """The program ends: store what was played, also on pages that wait below and what waits on the desk."""
        try:
            for _, page in reversed(self._open_places):
                page.leave()
        finally:
            self.desk.save_again(float("inf"))

    def _anywhere(self, key: str) -> None:
        """Handle keys that mean the same on every page, except where a name is typed."""
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
        """The readings, with the position of a still pointer repeated for players who press by resting it (dwell)."""
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
        """Go to this place, whatever is shown now."""
        self._follow(Go(place))

    def _follow(self, move: Move) -> None:
        """Move on, as far as the answers lead; the page that is seen then is laid out and told."""
        moved = move is not None
        while move is not None:
            if isinstance(move, Back):
                move = self._close(move.answer)
            else:
                self._open(move)
                move = None
        if moved:
            self.screen.laid()
        self._tell()

    @property
    def _across(self) -> float | None:
        """The width in mm of a page that is laid out from right to left; None for others."""
        return self.desk.display.size.x if self.desk.mirrored and self.screen.mirrors else None

    def _tell(self) -> None:
        self.desk.tell.screen(self.screen.name, self.screen.controls, self._across)

    def _open(self, move: Go | Over) -> None:
        """Build the page of a place; going Home closes all other pages."""
        if isinstance(move.to, Home):
            self._pass("closes", self._doors[0] if self._doors else None)
            self._open_places, self._doors = [(move.to, routes.page(self.desk, move.to))], [None]
            return
        here = self._open_places[-1][0]
        place = detours.on_the_way(self.desk, here, move.to)
        opened = place, routes.page(self.desk, place)
        self._pass("opens", self._pressed)
        if not isinstance(move, Go):
            self._open_places.append(opened)
            self._doors.append(self._pressed)
            return
        self._open_places[-1] = opened
        if isinstance(here, Home):
            self._doors[-1] = self._pressed

    def _pass(self, way: Way, box: Box | None) -> None:
        """Let the next screen appear out of this box; at once before there are pictures, and with less motion."""
        if self.desk.pictures and not self.desk.settings.less_motion:
            self._passing.begin(way, box)

    def _close(self, answer: object) -> Move:
        """Close the top page and pass the answer to the page below; if there is none, go Home."""
        if len(self._open_places) == 1:
            return Go(Home())
        self._open_places.pop()
        self._pass("closes", self._doors.pop())
        return self.screen.answered(answer)

    @property
    def _goes_on(self) -> bool:
        """Whether Home is only waited in, for the files of the place that the command line asks for."""
        wish = self.desk.wish
        asked = wish.game is not None or wish.challenge is not None
        return asked and self._loading is not None and isinstance(self._open_places[-1][0], Home)

    def _loaded(self) -> None:
        """The player's files are loaded: go where the command line asked, or let Home show today's repetitions."""
        wished = self._wished() if isinstance(self._open_places[-1][0], Home) else None
        if wished is not None:
            self.go(wished)
        else:
            self.screen.laid()

    def _wished(self) -> Place | None:
        """Where the command line asked to go; to the languages if nobody has played here."""
        wish = self.desk.wish
        if wish.challenge is not None:
            return detours.sent(wish.challenge, self.desk.say)
        if wish.game is not None:
            return Playing(wish.game, wish.mode, wish.level)
        return Language(first=True) if self.desk.is_new else None


def _quits(reading: Reading) -> bool:
    return isinstance(reading, Command) and reading.name == "key" and reading.value == "ctrl q"
