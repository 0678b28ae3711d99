"""The window and its loop: events in, frames out. It is the only place that waits."""

from __future__ import annotations

import logging
import os
import time
from collections import deque

import pygame
from pygame.event import Event

from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec
from games.launcher.device import DrivenApp
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.input.happenings import FINGER_EVENTS, FOUND, LOST, MOUSE_EVENTS, RESIZED, TIMED
from games.launcher.devices.pygame.input.inbox import Batch, Inbox
from games.launcher.devices.pygame.input.keys import FULLSCREEN, Keys, name_of
from games.launcher.devices.pygame.input.pointers import Pointers, thinned
from games.launcher.devices.pygame.letters.lettering import Lettering
from games.launcher.devices.pygame.loop.garbage import Garbage
from games.launcher.devices.pygame.loop.pace import Pace
from games.launcher.devices.pygame.loop.waiting import sleeping_wait
from games.launcher.devices.pygame.opening import NoWindow, flips_slowly, key_of_screen, open_display, set_mode, settle
from games.launcher.devices.pygame.options import WindowOptions
from games.launcher.devices.pygame.pictures.easel import Easel, copied
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.devices.pygame.pictures.sprites import Memory, machine_memory, room_for
from games.launcher.devices.pygame.speaker import NullSpeaker, Voice, open_speaker
from games.launcher.devices.system.spots import carry
from games.launcher.drawing.commission import Commission
from games.launcher.shell.display import GUESS, Display
from games.launcher.shell.outbox import Close, Give, Hear, Paint, Pick, Rescale, SwitchFullscreen, TakePicture
from games.launcher.shell.sound.around import Around

LOOK = 5.0  # s between frames when nothing moves


class Window:
    """The real window (opened by opening.py) with its canvas, its pointers and its loop."""

    def __init__(self, options: WindowOptions) -> None:
        self._options, self._fullscreen = options, options.fullscreen
        self._speaker: Voice = NullSpeaker()
        self._closing = self._switching = False  # what the frame that was shown last asked for
        self._rescaled = 1.0
        self._commissions: deque[Commission] = deque()  # pictures to paint, the next one first
        self._chosen = False  # whether the player switched between window and full screen
        self._memory = Memory(0)  # one bound for all pictures, shapes and words; set when the window's size is known
        self._keys = Keys()
        self._inbox = Inbox(sleeping_wait())
        self._looping = False  # False until the first frame is shown; before, no events are taken
        self._pace = Pace()
        desktop = pygame.display.get_desktop_sizes()[0]
        self._windowed = options.size or (desktop if options.fullscreen else pygame.display.get_window_size())
        pygame.font.init()
        self._take_over()

    def drive(self, app: DrivenApp) -> None:
        """Run the app until it closes: read events, let the app take them, draw what changed, play its sounds, wait.

        The first picture is shown before sounds are loaded, so that the window is not empty while they are.
        """
        self._frame(app, [], time.perf_counter())
        app.after_first_frame()
        self._looping = True
        self._inbox.look()
        self._frame(app, [], time.perf_counter())
        if flips_slowly():
            self._reopen_unaccelerated(app)
        self._speaker = open_speaker(self._options.assets / "sounds", self._options.mute)
        garbage = Garbage()
        garbage.begin()
        before = time.perf_counter()
        while not self._closing:
            garbage.look(app.waiting or app.lively, before)
            came = self._wait(app, before)
            now = time.perf_counter()
            if came or app.lively or now - before >= LOOK:
                self._frame(app, came, now)
                before = now
            if self._rescaled != 1.0:
                self._rescale(app)
            if self._switching:
                self._toggle(app)
        garbage.end()

    def close(self) -> None:
        """Close the window; the mixer is left open, because closing it can hang if the sound card has gone."""
        self._remember()
        self._speaker.close()
        pygame.display.quit()

    def _wait(self, app: DrivenApp, before: float) -> list[Batch]:
        """Wait for events and return them; an empty list when the next frame is due, or after a sleep."""
        if app.lively:
            self._inbox.wait(before + self._pace.span(bool(self._pointers.down)) - time.perf_counter())
        else:
            self._inbox.doze()
        return self._inbox.take()

    def _frame(self, app: DrivenApp, came: list[Batch], now: float) -> None:
        readings = self._read(app, came)
        app.frame(now, readings)
        self._look()
        started = time.perf_counter()
        self._canvas.begin()
        app.draw(self._canvas)
        changed = self._canvas.show()
        if changed:
            pygame.display.update(changed)
        self._look()
        sounds = self._serve(app)
        if not app.waiting:
            self._easel.paint()
        self._pictures.rest(now)
        self._pace.drew(time.perf_counter() - started, bool(changed) or bool(readings))
        if sounds:
            self._speaker.loudness = sounds[-1].loudness
            self._speaker.play([one.sound for one in sounds])

    def _serve(self, app: DrivenApp) -> list[Hear]:
        """Carry out the app's requests, or note those that wait until the frame is over; returns the sounds."""
        sounds = []
        for request in app.outbox.take():
            match request:
                case Hear():
                    sounds.append(request)
                case Around():
                    self._speaker.around(request)
                case Paint(picture):
                    self._commissions.append(picture)
                case TakePicture(corner, size, take):
                    take(copied(corner, size, self._px_per_mm))
                case Rescale(factor):
                    self._rescaled = factor
                case SwitchFullscreen():
                    self._switching = True
                case Give() | Pick():
                    carry(request)
                case Close():
                    self._closing = True
        return sounds

    def _look(self) -> None:
        """Check for events in the middle of a frame, so that their times are known more precisely."""
        if self._looping:
            self._inbox.look()

    def _read(self, app: DrivenApp, came: list[Batch]) -> list[Reading]:
        """Events as samples and commands, in order; touches and events that end them never overtake each other.

        Events that arrived while the program could not check are preceded by the command "stalled", with the time from
        which on and the number of seconds for which times are uncertain.
        """
        out: list[Reading] = []
        for batch in came:
            events, touches = thinned(batch.events), list[Event]()
            if batch.stalled and any(event.type in TIMED for event in events):
                out.append(Command(batch.since, "stalled", batch.until - batch.since))
            for event in events:
                if event.type in FINGER_EVENTS or event.type in MOUSE_EVENTS:
                    touches.append(event)
                    continue
                if touches:
                    out += self._pointers.read(touches, batch.until, batch.since)
                    touches = []
                out += self._other(app, event, batch.until)
            out += self._pointers.read(touches, batch.until, batch.since)
        return out

    def _other(self, app: DrivenApp, event: Event, now: float) -> list[Reading]:
        if event.type == pygame.QUIT:
            return [Command(now, "quit")]
        if event.type in LOST:
            ups, cancelled = self._keys.release(now), self._pointers.cancel_all(now)
            if event.type == pygame.WINDOWDISPLAYCHANGED:
                self._moved_to_another_screen(app)
            return [*ups, *cancelled, Command(now, "lost")]
        if event.type in FOUND:
            return [Command(now, "found")]
        if event.type in RESIZED:
            return self._resized(app, now)
        if event.type == pygame.WINDOWEXPOSED:
            self._canvas.forget()
            return []
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            return self._key(event, now)
        if event.type == pygame.TEXTINPUT and event.text:
            return [Command(now, "text", event.text)]
        if event.type == pygame.MOUSEWHEEL and event.y:
            return [Command(now, "wheel", event.y)]
        return []

    def _resized(self, app: DrivenApp, now: float) -> list[Reading]:
        cancelled = self._pointers.cancel_all(now)
        size = pygame.display.get_window_size()
        if size == (self._pointers.width, self._pointers.height):
            return []
        if not self._fullscreen:
            self._windowed = size
        self._lay_out()
        app.resize(self.display)
        return [*cancelled, Command(now, "lost")]

    def _key(self, event: Event, now: float) -> list[Reading]:
        if name_of(event.key, event.mod) in FULLSCREEN:
            self._switching |= event.type == pygame.KEYDOWN
            return []
        return self._keys.read(event, now)

    def _take_over(self) -> None:
        """Set up for the window that is now open: its events, scale and canvas."""
        options = self._options
        fill = options.size is None and not self._fullscreen and not options.left
        settle(options.assets / "images" / "icon.png", fill)
        pygame.event.set_blocked([pygame.MULTIGESTURE, pygame.TEXTEDITING, pygame.AUDIODEVICEADDED])
        self._know_screen(pygame.display.get_desktop_sizes()[0])
        self._pictures = Pictures(options.assets / "images", self._memory)
        self._letters = Lettering(options.assets / "fonts", self._memory)
        self._easel = Easel(self._pictures, self._letters, self._commissions)
        self._lay_out()

    def _moved_to_another_screen(self, app: DrivenApp) -> None:
        """The window is on another screen, or the screen was turned: use its measured scale, and fill it if it was filled."""
        desktop = pygame.display.get_desktop_sizes()[0]
        if self._fullscreen and pygame.display.get_window_size() != desktop:
            set_mode(self._windowed, True)
        self._know_screen(desktop)
        self._lay_out()
        app.resize(self.display)

    def _know_screen(self, desktop: tuple[int, int]) -> None:
        """Set the scale of this screen: as given on the command line, as measured, or a guess."""
        self._key_of_screen = key_of_screen(desktop)
        known = self._options.px_per_mm or self._options.known_screens.px_per_mm_for(self._key_of_screen)
        self._px_per_mm, self._calibrated = known or GUESS, known is not None

    def _lay_out(self) -> None:
        """Make surface, canvas and pointers for the present size and scale; old ones are discarded."""
        surface = pygame.display.get_surface()
        if surface is None:
            raise NoWindow("the window has gone")
        width, height = surface.get_size()
        self._memory.room = room_for(width * height, machine_memory())
        self._pictures.laid()
        self._letters.rest()
        self._canvas = SurfaceCanvas(surface, self._px_per_mm, self._pictures, self._letters)
        self._pointers = Pointers(width, height, self._px_per_mm)
        size = Vec(width / self._px_per_mm, height / self._px_per_mm)
        self.display = Display(self._key_of_screen, size, self._px_per_mm, self._calibrated, self._fullscreen)

    def _remember(self) -> None:
        """Store how the window is left for the next start, unless the command line decided it and nobody changed it."""
        told = self._options.size is not None or self._options.fullscreen
        if told and not self._chosen:
            return
        try:
            self._options.known_screens.keep_window(self._key_of_screen, self._windowed, self._fullscreen)
        except OSError as error:
            logging.getLogger(__name__).warning("the window is not remembered: %s", error)

    def _rescale(self, app: DrivenApp) -> None:
        """The player has measured the screen."""
        self._px_per_mm *= self._rescaled
        self._calibrated, self._rescaled = True, 1.0
        try:
            self._options.known_screens.keep(self._key_of_screen, self._px_per_mm)
        except OSError as error:
            logging.getLogger(__name__).warning("the screen's scale is not kept: %s", error)
        self._lay_out()
        app.resize(self.display)

    def _toggle(self, app: DrivenApp) -> None:
        """Switch between window and full screen."""
        now = time.perf_counter()
        cancelled = self._pointers.cancel_all(now)
        self._switching, self._fullscreen, self._chosen = False, not self._fullscreen, True
        set_mode(self._windowed, self._fullscreen)
        self._lay_out()
        app.resize(self.display)
        app.frame(now, [*cancelled, Command(now, "lost")])

    def _reopen_unaccelerated(self, app: DrivenApp) -> None:
        """Reopen the window without acceleration: without a graphics card SDL emulates one, which is ten times slower."""
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
        pygame.display.quit()
        open_display()
        pygame.font.init()
        set_mode(self._windowed, self._fullscreen)
        self._take_over()
        app.resize(self.display)
