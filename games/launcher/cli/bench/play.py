"""What `bench` plays: every level of every game in the whole program, with the fingers that it wants, and no window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from games.catalog import GAMES
from games.kit.fingers import Command, Phase, Reading, Sample
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.kit.task import Grip, Track
from games.launcher.hand import HANDS, Hand
from games.launcher.people.everybody import People
from games.launcher.people.settings import Settings
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.screens.play.play import Play
from games.launcher.shell import places
from games.launcher.shell.desk import Desk, Wish
from games.launcher.shell.display import Display
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, app_for

ACROSS = 217.0  # mm; how wide the window is, whatever its pixels: every size shows the same scene
RATE = 120  # Hz at which fingers are read
SEED = 7
WANDERS = (0.9, 0.7)  # rad/s across and down, of the first of the wandering fingers ...
FASTER = 0.07  # ... and how much faster each further one is
WANDERING = (
    2,
    10,
)  # fingers, in the free play of a game whose pictures are kept: nothing is asked there, so they wander


@dataclass(frozen=True)
class Scene:
    """One level to be played. `fingers`: how many wander about; 0: the synthetic hand plays what is asked."""

    game: str
    mode: str
    number: int
    fingers: int = 0

    @property
    def name(self) -> str:
        """Short, and the same in every run: "bands practice 9"."""
        return f"{self.game} {self.mode} {self.number}" + (f", {self.fingers} fingers" if self.fingers else "")


def scenes(game: str | None = None, mode: str | None = None, number: int | None = None) -> list[Scene]:
    """All of this game, mode and number; None: of any."""
    found = []
    for one in GAMES:
        modes = {"practice": one.levels, "test": one.tests, "challenge": one.challenges}
        every = [Scene(one.id, kind, n) for kind, levels in modes.items() for n in range(1, len(levels) + 1)]
        if one.free is not None:
            every += [
                Scene(one.id, "free", 1, fingers)
                for fingers in (WANDERING if one.gallery is not None and one.gallery.free is not None else (0,))
            ]
        found += every
    return [
        scene
        for scene in found
        if game in (None, scene.game) and mode in (None, scene.mode) and number in (None, scene.number)
    ]


class Round:
    """The program at a level of a game, in a store of its own, and who plays there."""

    def __init__(self, folder: Path, pixels: tuple[int, int], scene: Scene | None = None) -> None:
        self.scene = scene
        self.px_per_mm = pixels[0] / ACROSS
        self.size = Vec(ACROSS, pixels[1] / self.px_per_mm)
        store = Store.open(Folders.standard(folder))

        def ready(desk: Desk) -> bool:
            people = People(store)
            desk.load(store, people, people.guest())
            desk.settings = Settings(told=True)
            return True

        host = Host(Display("bench", self.size, self.px_per_mm, True), lambda: SEED, Tell(None, self.px_per_mm))
        self.app = app_for(host, Wish(), ready)
        self._finger = count(100)
        self._hand: Hand | None = None
        self._played: Play | None = None
        self._began = 0.0
        self._wandering: list[int] = []

    @property
    def playing(self) -> Play | None:
        """The page on which is played, if it is shown."""
        return self.app.screen if isinstance(self.app.screen, Play) else None

    def readings(self, now: float) -> list[Reading]:
        """What the fingers do up to `now`; if the round is over, the next one is begun."""
        page, scene = self.playing, self.scene
        if scene is None:
            return []
        if page is None:
            self.app.go(places.Playing(scene.game, scene.mode, scene.number))
            return []
        if page is not self._played:
            self._played, self._began, self._wandering = page, now, []
            self._hand = None if scene.fingers else _hand(page)
        if self._hand is None:
            return list(self._wander(page, now, scene.fingers))
        out: list[Reading] = []
        for one in self._hand.readings(page.block, now - self._began):
            if isinstance(one, Sample):
                one = Sample(one.t + self._began, one.finger, one.phase, one.at + page.origin, one.device)
                out.append(one)
            else:  # a click of the wheel, as the window sends it
                out.append(Command(one.t + self._began, "wheel", one.value))
        return out

    def touched(self) -> Vec | None:
        """Where the hand would land next, in mm of the window; None where nothing is asked."""
        page = self.playing
        if page is None:
            return None
        hand = _hand(page)
        for tenth in range(1, 100):
            for reading in hand.readings(page.block, page.block.now + tenth / 10):
                if isinstance(reading, Sample):
                    return reading.at + page.origin
        return None

    def finger(self) -> int:
        """The id of a finger that was not there before."""
        return next(self._finger)

    def _wander(self, page: Play, now: float, fingers: int) -> Iterator[Reading]:
        """Fingers that wander over the table without ever lifting."""
        table = page.block.table.size
        room = table * 0.5 - Vec(14, 14)
        for number in range(fingers):
            speed = 1 + FASTER * number
            at = page.origin + table * 0.5
            turn = now * speed + number * math.tau / fingers
            at = at + Vec(room.x * math.sin(WANDERS[0] * turn), room.y * math.cos(WANDERS[1] * turn) * 0.8)
            phase: Phase = "move"
            if number >= len(self._wandering):
                self._wandering.append(self.finger())
                phase = "down"
            yield Sample(now, self._wandering[number], phase, at)


def _hand(page: Play) -> Hand:
    """A slow hand, with as many fingers as the task wants."""
    asked = next(iter(page.block.table.asked.values()), None)
    together = isinstance(asked, Grip | Track) and asked.fingers > 1
    return Hand(HANDS["slow"], SEED, form="pinch" if together else "drag", rate=RATE)


def games_of(scenes_: list[Scene]) -> list[AnyGame]:
    """The games that these scenes are of, in the order of the menu."""
    wanted = {scene.game for scene in scenes_}
    return [game for game in GAMES if game.id in wanted]
