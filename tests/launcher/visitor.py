"""Somebody at the launcher without a device: presses buttons by their id, lets a hand play, reads what is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.devices.system import spots
from games.launcher.drawing.recording import Recording
from games.launcher.hand import HANDS, Hand
from games.launcher.people.everybody import People
from games.launcher.people.settings import Settings
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.screens.play.play import Play
from games.launcher.screens.two.duel import Duel
from games.launcher.shell.desk import Desk, Wish
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Give, Pick, Request
from games.launcher.shell.spots import Spot
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, app_for
from games.launcher.shell.working import Working
from games.launcher.words.tongues import Tongues

SIZES = [Vec(143, 86), Vec(217, 136), Vec(143, 228), Vec(345, 194), Vec(172, 108), Vec(260, 173)]  # mm


T = TypeVar("T")
SEEN = 30  # one of so many frames is drawn while a hand plays


class Visit:
    """The app, a store of its own, and a clock that goes on by itself."""

    def __init__(
        self,
        folder: Path,
        size: Vec,
        told: bool = True,
        canvas: Recording | None = None,
        tongues: Tongues | None = None,
    ) -> None:
        self.told, self.size, self.t = folder / "tell", size, 0.0
        self.canvas = canvas or Recording(size)
        self.file = self.told.open("a")
        store = Store.open(Folders.standard(folder / "data"))
        self.errors: list[BaseException] = []
        self.requests: list[Request] = []  # to the device, since the beginning

        def ready(desk: Desk) -> bool:
            people = People(store)
            desk.load(store, people, people.guest())
            desk.settings = Settings(told=told)
            return True

        host = Host(
            Display("test", size, 5.0, True),
            lambda: 7,
            Tell(self.file, 5.0),
            tongues=tongues,
            report=self.errors.append,
        )
        self.app = app_for(host, Wish(), ready)
        self.desk = self.app.desk
        self.stick = folder / "stick"  # where files go, and come from
        self.desk.spots = lambda: [Spot("drive", self.stick, self.stick.name), Spot("downloads", self.stick)]
        self.frame()
        self.app.after_first_frame()
        self.frame()

    def frame(self, *readings: Reading, drawn: bool = True) -> None:
        """One frame; where many follow each other it need not be drawn unless another screen comes."""
        screen = self.app.screen
        self.t += 1 / 60
        self.app.frame(self.t, readings)
        asked = self.app.outbox.take()
        self.requests += asked
        for request in asked:
            self.carry(request)
        if not drawn and self.app.screen is screen:
            return
        self.canvas.begin()
        self.app.draw(self.canvas)
        assert self.canvas.drawn

    def carry(self, request: Request) -> None:
        """What a window does with files, at once."""
        if isinstance(request, Give):
            request.told(spots.given(request.spot, request.file))
        elif isinstance(request, Pick):
            request.take(spots.files(request.spot, request.endings))

    def press(self, name: str) -> None:
        self.find(name)
        button = next(b for b in self.app.screen.controls if b.id == name)
        at = self.desk.facing(button.middle) if self.app.screen.mirrors else button.middle
        self.t += 0.6
        self.frame(Sample(self.t, 1, "down", at))
        self.t += 0.6
        self.frame(Sample(self.t, 1, "up", at))
        self.frame()

    def go(self, *names: str) -> None:
        for name in names:
            self.press(name)

    def wait(self) -> None:
        """Until the work of a page is done."""
        while isinstance(self.app.screen, Working) and self.app.screen.working:
            self.frame()

    def find(self, name: str) -> None:
        """Wait for work that is under way, and turn pages until this control is there."""
        self.wait()
        for _ in range(12):
            if name in self.ids():
                return
            assert "more" in self.ids(), f"there is no {name}: {self.ids()}"
            self.press("more")
        raise AssertionError(f"{name} is on no page")

    def keys(self, *names: str) -> None:
        for name in names:
            self.t += 0.6
            self.frame(Command(self.t, "key", name))
            self.frame(Command(self.t, "key up", name))

    def steer(self, goal: Vec) -> None:
        """Short presses of the arrows until the pointer of the keys is there, within a nudge."""
        screen = self.app.screen
        assert isinstance(screen, Play)
        for _ in range(400):
            off = goal - screen.keys.at
            if max(abs(off.x), abs(off.y)) <= 1.0:
                return
            across = abs(off.x) > abs(off.y)
            key = ("right" if off.x > 0 else "left") if across else ("down" if off.y > 0 else "up")
            self.frame(Command(self.t, "key", key), Command(self.t, "key up", key))
        raise AssertionError(f"the pointer never came to {goal}")

    def asked(self, kind: type[T]) -> list[T]:
        """What of this kind was asked of the device so far."""
        return [one for one in self.requests if isinstance(one, kind)]

    def ids(self) -> list[str]:
        return [button.id for button in self.app.screen.controls]

    def words(self) -> list[str]:
        return self.canvas.words()

    def play(self, hand: str = "steady", frames: int = 3000) -> None:
        if self.app.screen.name == "rest":  # offered after minutes of play
            self.press("carry on")
        screen = self.app.screen
        assert isinstance(screen, Play)
        who, start = Hand(HANDS[hand], 3), self.t
        for number in range(frames):
            if self.app.screen is not screen:
                return
            now = self.t + 1 / 60 - start
            readings: list[Reading] = []
            for one in who.readings(screen.block, now):
                if isinstance(one, Sample):
                    one = Sample(one.t + start, one.finger, one.phase, one.at + screen.origin, one.device)
                    readings.append(one)
                else:  # a click of the wheel, as the window sends it
                    readings.append(Command(one.t + start, "wheel", one.value))
            self.frame(*readings, drawn=number % SEEN == 0)

    def paint(self, *starts: Vec) -> None:
        """Strokes of one finger on a free table, from these places on it; one in its middle without any."""
        screen = self.app.screen
        assert isinstance(screen, Play)
        far = Vec(40, 12)
        for start in starts or (screen.block.table.size * 0.5 + Vec(-20, 10),):
            at = screen.origin + start
            self.frame(Sample(self.t, 5, "down", at))
            for part in range(1, 11):
                self.frame(Sample(self.t, 5, "move", at + far * (part / 10)))
            self.frame(Sample(self.t, 5, "up", at + far))
            for _ in range(20):
                self.frame()

    def play_two(self, *hands: str, frames: int = 8000) -> None:
        """Both players' hands at once, until the round is over."""
        screen, start = self.app.screen, self.t
        assert isinstance(screen, Duel)
        who = [Hand(HANDS[name], 3 + index) for index, name in enumerate(hands)]
        for number in range(frames):
            if self.app.screen is not screen:
                return
            now, readings = self.t + 1 / 60 - start, []
            for index, (hand, half) in enumerate(zip(who, screen.both, strict=True)):
                for one in hand.readings(half.block, now):
                    if isinstance(one, Sample):
                        at = one.at + half.origin
                        readings.append(Sample(one.t + start, one.finger + 50 * index, one.phase, at, one.device))
            self.frame(*readings, drawn=number % SEEN == 0)

    def lines(self, key: str) -> list[object]:
        return [json.loads(line)[key] for line in self.told.read_text().splitlines() if key in json.loads(line)]
