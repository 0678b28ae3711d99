"""What a monkey does at the launcher: each act is a course of frames, each frame a list of readings."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import fields
from random import Random

from visitor import Visit

from games.kit.fingers import Command, Device, Phase, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.hand import HANDS, Hand
from games.launcher.screens.play.play import Play
from games.launcher.screens.two.duel import Duel
from games.launcher.shell.display import Display
from games.launcher.shell.page import Page
from games.launcher.ui.widgets import topmost

Act = Iterator[list[Reading]]
FRAME = 1 / 60  # s
KEYS = (
    "enter",
    "space",
    "escape",
    "tab",
    "shift tab",
    "left",
    "right",
    "up",
    "down",
    "home",
    "end",
    "page up",
    "page down",
)
KEYS += ("f1", "plus", "minus", "backspace", "q", "e", "n", "p", "d", "m", "z", "a", "0", "9")
KEYS += ("ctrl z", "ctrl y", "ctrl s", "alt x", "no such key")
PIXELS = ((1, 1), (1, 900), (320, 200), (640, 480), (800, 480), (720, 1280), (1280, 800), (1920, 1080), (2736, 1824))
SCALES = (1.0, 2.0, 3.7, 5.6, 10.5, 20.0)  # px per mm
TEXTS = ("a", "Ann", "\u0142\u00f6\u00eb", "\u5b57", "\U0001f600", "\x00", "\u202e" + "x" * 300, " ")
ODD = (math.nan, math.inf, -math.inf, 1e300, -1e9, 5e-324, -0.0)
NEVER = ("exit", "erase")  # buttons that end the program; those that erase are pressed by the tests of erasing


class MonkeyHand:
    """Chooses acts by chance; each may be pursued beside others. `at` is what it does to the screen it sees."""

    def __init__(self, visit: Visit, chance: Random) -> None:
        self._visit, self._chance = visit, chance
        self._finger = 100
        self.calm = False  # whether nothing else is begun beside what it does
        self.acts = {
            self.taps: 14,
            self.presses: 14,
            self.drags: 12,
            self.plays: 10,
            self.keys: 10,
            self.many: 4,
            self.floods: 1,
            self.lost_up: 4,
            self.downs_again: 4,
            self.nowhere: 4,
            self.odd_times: 4,
            self.hovers: 3,
            self.turns: 3,
            self.writes: 1,
            self.gaps: 2,
            self.leaves_window: 2,
            self.resizes: 2,
            self.rests: 8,
        }

    def next(self) -> Act:
        """Something to do."""
        (make,) = self._chance.choices(list(self.acts), list(self.acts.values()))
        return make()

    @property
    def screen(self) -> Page:
        """What is shown now."""
        return self._visit.app.screen

    def taps(self) -> Act:
        """One tap, perhaps several in one place."""
        at, finger = self._aim(), self._new()
        for _ in range(self._chance.choice((1, 1, 1, 2, 3))):
            yield [self._sample(finger, "down", at)]
            yield from self._wait(self._chance.choice((0, 1, 4, 12)))
            yield [self._sample(finger, "up", at)]
            yield from self._wait(self._chance.choice((0, 3, 40)))

    def presses(self) -> Act:
        """A control that is there."""
        there = [button for button in self.screen.controls if not self._forbidden(button.middle)]
        if there:
            button = self._chance.choice(there)
            yield from self._wait(40)
            yield [self._sample(7, "down", button.middle)]
            yield from self._wait(self._chance.choice((1, 5, 130)))
            yield [self._sample(7, "up", button.middle)]

    def drags(self) -> Act:
        """From somewhere to somewhere, as touch or as mouse."""
        start, goal, finger = self._aim(), self._aim(), self._new()
        by: Device = self._chance.choice(("touch", "touch", "mouse"))
        count = self._chance.choice((1, 8, 30, 90))
        yield [self._sample(finger, "down", start, by)]
        for part in range(count):
            yield [self._sample(finger, "move", start + (goal - start) * (part / count), by)]
        yield [self._sample(finger, self._chance.choice(("up", "up", "up", "cancel")), goal, by)]

    def plays(self) -> Act:
        """A hand that does what is asked, for a while."""
        screen = self.screen
        halves = [(screen.block, screen)] if isinstance(screen, Play) else []
        if isinstance(screen, Duel):
            halves = [(half.block, half) for half in screen.both]
        who = [Hand(HANDS[self._chance.choice(sorted(HANDS))], self._chance.randrange(99)) for _ in halves]
        after = self._visit.t - (halves[0][0].now if halves else 0.0)
        self.calm = self._chance.random() < 0.6
        try:
            for _ in range(self._chance.choice((120, 400, 900))):
                out: list[Reading] = []
                for index, (hand, (block, half)) in enumerate(zip(who, halves, strict=True)):
                    for one in hand.readings(block, self._now - after):
                        if isinstance(one, Sample):
                            place = one.at + half.origin
                            out.append(Sample(one.t + after, one.finger + 50 * index, one.phase, place, one.device))
                        else:
                            out.append(Command(one.t + after, "wheel", one.value))
                yield out
                if self.screen is not screen or not halves:
                    return
        finally:
            self.calm = False

    def keys(self) -> Act:
        """Keys, some held, some repeated, some that come up without having gone down."""
        for _ in range(self._chance.choice((1, 3, 10))):
            name = self._chance.choice(KEYS)
            if not self._may_enter(name):
                continue
            for _ in range(self._chance.choice((1, 1, 1, 5))):
                yield [Command(self._now, self._chance.choice(("key", "key", "key", "key up")), name)]
                yield from self._wait(self._chance.choice((0, 2, 30)))
            if self._chance.random() < 0.8:
                yield [Command(self._now, "key up", name)]

    def many(self) -> Act:
        """Twelve fingers at once, that move and lift in any order."""
        fingers = {self._new(): self._aim() for _ in range(12)}
        yield [self._sample(finger, "down", at) for finger, at in fingers.items()]
        for _ in range(self._chance.choice((1, 20, 60))):
            yield [self._sample(finger, "move", at + self._shake()) for finger, at in fingers.items()]
        yield [self._sample(finger, "up", at) for finger, at in fingers.items() if self._chance.random() < 0.8]

    def floods(self) -> Act:
        """Two thousand readings in one frame."""
        place, phases = self._aim(), ("down", "move", "move", "move", "up", "hover")
        yield [
            self._sample(200 + self._chance.randrange(12), self._chance.choice(phases), place + self._shake())  # type: ignore[arg-type]
            for _ in range(2000)
        ]

    def lost_up(self) -> Act:
        """A finger that goes without a word."""
        at, finger = self._aim(), self._new()
        yield [self._sample(finger, "down", at)]
        yield [self._sample(finger, "move", at + self._shake())]

    def downs_again(self) -> Act:
        """A finger that goes down and never came up, moves without having come down, lifts twice."""
        at, finger = self._aim(), self._new()
        for phase in self._chance.choices(("down", "down", "move", "up", "cancel"), k=12):
            yield [self._sample(finger, phase, at + self._shake())]  # type: ignore[arg-type]

    def nowhere(self) -> Act:
        """Places that are none."""
        finger, phases = self._new(), ("down", "move", "up", "hover")
        for _ in range(8):
            at = Vec(self._chance.choice((*ODD, 40.0)), self._chance.choice((*ODD, 50.0)))
            yield [self._sample(finger, self._chance.choice(phases), at)]  # type: ignore[arg-type]

    def odd_times(self) -> Act:
        """Readings that come late, early, and backwards."""
        finger, at = self._new(), self._aim()
        for phase in ("down", "move", "move", "up"):
            late = self._now + self._chance.choice((-5.0, -1e6, -0.3, 0.4, 7.0, 1e6))
            yield [Sample(late, finger, phase, at + self._shake())]  # type: ignore[arg-type]

    def hovers(self) -> Act:
        """A mouse with no button held, that may stop and rest."""
        at = self._aim()
        for _ in range(self._chance.choice((3, 30, 120))):
            yield [self._sample(0, "hover", at, "mouse")]
            at = at if self._chance.random() < 0.7 else at + self._shake()

    def turns(self) -> Act:
        """The wheel."""
        for _ in range(self._chance.choice((1, 10))):
            yield [Command(self._now, "wheel", self._chance.choice((1, -1, 1, -1, 100, -1e9, math.nan, 0)))]

    def writes(self) -> Act:
        """What a keyboard writes."""
        yield [Command(self._now, "text", self._chance.choice(TEXTS))]

    def gaps(self) -> Act:
        """No frame for a while; the device may say so."""
        gone = self._chance.choice((0.12, 0.6, 2.0, 9.0, 700.0))
        since = self._visit.t
        self._visit.t += gone
        yield [Command(since, "stalled", gone)] if self._chance.random() < 0.5 else []

    def leaves_window(self) -> Act:
        """The window loses the focus, and may never hear that it has it again."""
        yield [Command(self._now, "lost")]
        yield from self._wait(self._chance.choice((0, 30)))
        if self._chance.random() < 0.8:
            yield [Command(self._now, "found")]

    def resizes(self) -> Act:
        """The window has another size and scale; mostly it comes back to what can be played on."""
        for _ in range(self._chance.choice((1, 1, 3))):
            self.resized(*self._chance.choice(PIXELS), self._chance.choice(SCALES))
            yield [Command(self._now, "lost")]
            yield from self._wait(self._chance.choice((0, 5, 40)))
        if self._chance.random() < 0.8:
            self.resized(1280, 800, 5.6)
            yield [Command(self._now, "lost")]

    def rests(self) -> Act:
        """Nothing."""
        yield from self._wait(self._chance.choice((1, 10, 45)))

    def resized(self, wide: int, high: int, scale: float) -> None:
        size = Vec(wide / scale, high / scale)
        self._visit.canvas = Recording(size)
        self._visit.app.resize(Display("test", size, scale, True))

    @property
    def _now(self) -> float:
        return self._visit.t + FRAME

    def _wait(self, frames: int) -> Act:
        for _ in range(frames):
            yield []

    def _new(self) -> int:
        self._finger += 1
        return self._finger if self._chance.random() < 0.7 else self._chance.randrange(1, 4)

    def _shake(self) -> Vec:
        return Vec(self._chance.gauss(0, 3), self._chance.gauss(0, 3))

    def _sample(self, finger: int, phase: Phase, at: Vec, by: Device = "touch") -> Sample:
        return Sample(self._now, finger, phase, at, by)

    def _aim(self) -> Vec:
        """Somewhere, often where something is asked for, never on what it must not press."""
        for _ in range(20):
            size, at = self._visit.app.desk.display.size, Vec(0, 0)
            screen = self.screen
            if isinstance(screen, Play) and self._chance.random() < 0.5:
                at = screen.origin + self._asked(screen)
            else:
                at = Vec(self._chance.uniform(-5, size.x + 5), self._chance.uniform(-5, size.y + 5))
            if not self._forbidden(at):
                return at
        return Vec(-1, -1)

    def _asked(self, play: Play) -> Vec:
        """A place of a movement that is asked for."""
        places = [
            value
            for task in play.block.table.asked.values()
            for field in fields(task)
            if isinstance(value := getattr(task, field.name), Vec)
        ]
        return (self._chance.choice(places) if places else play.block.table.size * 0.5) + self._shake()

    def _forbidden(self, at: Vec) -> bool:
        hit = topmost(self.screen.controls, at)
        return hit is not None and (hit.id in NEVER or hit.icon == "erase")

    def _may_enter(self, name: str) -> bool:
        """Enter and Space press whatever the keys have reached: not where that may be what it must not press."""
        return name not in ("enter", "space") or not any(self._forbidden(one.middle) for one in self.screen.controls)
