"""The slingshot and the peg board: a band is pulled from its place to a target."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from games.bands import place
from games.bands.hook import Event, Hook
from games.bands.levels import BandsSettings
from games.kit.chance import pick, within
from games.kit.fingers import Command, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.grip import Hold
from games.kit.task import Carry, Outcome

LEAST_PULL = 9.0  # mm; a shorter pull counts as a mere touch
LAPSE = 0.25  # s that a pull may leave the ring during a hold
FOOT = 21.0  # mm at the table's near edge, used for words
WAYS = (-0.5, -0.25, 0.0, 0.25, 0.5)  # directions of the tins, as shares of half the width


class Pulling(ABC):
    """What both have in common: a handle, a goal, a pulling hand."""

    def __init__(self, table: Table[BandsSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self.hook = Hook(table.edition)
        self.count = 0
        self.first_touch: float | None = None
        self.ended: tuple[float, Outcome] | None = None
        self.shot: tuple[float, Vec, Outcome] | None = None  # when and where the band was let go, and the outcome
        self.stay, self._lapse, self.ripe = 0.0, 0.0, False
        self.handle = self.goal = Vec(0, 0)
        self._begin()
        self._next()

    @abstractmethod
    def _begin(self) -> None:
        """Set up; called before the first task is asked."""

    @abstractmethod
    def _choose(self) -> None:
        """Set handle and goal."""

    @abstractmethod
    def _done(self) -> None:
        """A pull succeeded."""

    @abstractmethod
    def _pass_over(self) -> None:
        """Skip the present task, so that it is not asked for next."""

    @property
    def hold(self) -> float:
        """s to stay at the goal."""
        return self.settings.hold if self.settings.play == "sling" else 0.0

    @property
    def part(self) -> float:
        """The finished part of the hold, 0 to 1."""
        return min(1.0, self.stay / self.hold) if self.hold > 0 else 0.0

    def _next(self) -> None:
        self.settings = self.table.settings
        self.stay, self._lapse, self.ripe = 0.0, 0.0, False
        self._choose()
        self.table.ask(Carry(self.handle, self.goal, self.settings.width, hold=self.hold))

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        now, names = self.table.now, [command.name for command in commands]
        if fingers.pressed and self.first_touch is None:
            self.first_touch = now
        hook = self.hook
        if "pause" in names:
            if hook.hold is not None:
                self._finish(Outcome.INTERRUPTED, now)
            hook.drop()
            return
        if "skip" in names and self.table.edition >= 2:
            if hook.hold is not None:
                self._finish(Outcome.INTERRUPTED, now)
            self._pass_over()
            self._next()
            return
        if "skip" in names and hook.hold is None:
            self._next()
        self._pull(hook.look(fingers, self.handle, now), dt)

    def _pull(self, event: Event, dt: float) -> None:
        """What became of the hold in this step, and what follows from that."""
        if event == "taken":
            self.table.cue("lift", self.handle)
        elif event == "cancelled":
            self.hook.drop()
            self.stay, self.ripe = 0.0, False
        elif event in ("moved", "let go"):
            assert self.hook.hold is not None
            self._stay(self.hook.hold.at, dt)
            if event == "let go" and not self._stays_there(self.hook.hold):
                self._let_go()

    def _stay(self, at: Vec, dt: float) -> None:
        if distance(at, self.goal) <= self.settings.width / 2:
            self.stay, self._lapse = self.stay + dt, 0.0
        else:
            self._lapse += dt
            if self._lapse > LAPSE:
                self.stay, self.ripe = 0.0, False
        if self.hold > 0 and not self.ripe and self.stay >= self.hold:
            self.ripe = True
            self.table.cue("light", self.goal)

    def _stays_there(self, hold: Hold) -> bool:
        """Whether a band brought to the ring by taps stays there by itself, because taps cannot hold it.

        It is let go when the hold is done.
        """
        led = self.table.edition >= 2 and hold.hovering and self.hold > 0
        if led and self.ripe:
            self.hook.let_go_at = self.table.now
        return led and not self.ripe and distance(hold.at, self.goal) <= self.settings.width / 2

    def _let_go(self) -> None:
        hold = self.hook.hold
        assert hold is not None
        at = hold.at
        if distance(at, self.handle) < LEAST_PULL:
            self.hook.drop()
            self.stay, self.ripe = 0.0, False
            return
        near = distance(at, self.goal) <= self.settings.width / 2
        done = near and (self.hold <= 0 or self.ripe)
        self.shot = self.table.now, at, Outcome.DONE if done else Outcome.MISSED
        if done:
            self.count += 1
            self._done()
        else:
            self.table.cue("home", at)
        self._finish(Outcome.DONE if done else Outcome.MISSED, self.hook.let_go_at)

    def _finish(self, outcome: Outcome, let_go: float) -> None:
        hold = self.hook.hold
        assert hold is not None
        began = max(hold.began, self.table.asked_at.get(0, 0.0))
        self.ended = self.table.now, outcome
        self.table.finish(outcome, began=began, let_go=max(began, let_go), fingers=self.hook.ids, offset=hold.offset)
        self.hook.drop()
        self._next()


class Slingshot(Pulling):
    """A pouch between two posts, and a tin to knock over."""

    def _begin(self) -> None:
        self.tin = Vec(0, 0)
        self.fallen: list[Vec] = []
        self._across = 0.0
        self._passed: float | None = None

    def _choose(self) -> None:
        size, home = self.table.size, place.sling(self.table)
        self.handle = home
        ways = [way for way in WAYS if way != self._passed]
        self._passed = None
        across = pick(self.table.rng, ways) if not self.settings.gallery else within(self.table.rng, -0.55, 0.55)
        self._across = across
        self.tin = Vec(home.x + across * (size.x / 2 - 20.0), max(14.0, home.y - 0.38 * size.y))
        length = max(LEAST_PULL + 8.0, size.y - FOOT - home.y)
        if self.settings.gallery:
            length *= within(self.table.rng, 0.7, 1.0)
        way = home - self.tin
        unit = way * (1.0 / way.length)
        self.goal = home + unit * length

    def _pass_over(self) -> None:
        self._passed = self._across

    def _done(self) -> None:
        self.fallen = [*self.fallen[-4:], self.tin]
        self.table.cue("land", self.tin)


class Geoboard(Pulling):
    """Pegs in rows, a shape to copy, and a band that is hooked over one peg after the other."""

    def _begin(self) -> None:
        self.rows = place.pegs(self.table)
        self.number = -1  # of shapes
        self.hooked: list[Vec] = []
        self.finished: tuple[float, tuple[Vec, ...]] | None = None
        self.shape: tuple[Vec, ...] = ()

    def _choose(self) -> None:
        if not self.hooked or len(self.hooked) > len(self.shape):
            self._new_shape()
        self.handle = self.hooked[-1]
        self.goal = self.shape[len(self.hooked) % len(self.shape)]

    def _new_shape(self) -> None:
        self.number += 1
        spots = place.SHAPES[self.number % len(place.SHAPES)]
        mirrored = self.table.fit.side == "left"
        self.shape = tuple(self.rows[row][place.COLUMNS - 1 - column if mirrored else column] for column, row in spots)
        self.hooked = [self.shape[0]]

    def _pass_over(self) -> None:
        """Another shape, which does not begin with the same movement."""
        before = self.handle, self.goal
        for _ in place.SHAPES:
            self._new_shape()
            if self.shape[:2] != before:
                return

    def _done(self) -> None:
        self.hooked.append(self.goal)
        self.table.cue("seat", self.goal)
        if len(self.hooked) > len(self.shape):
            self.finished = self.table.now, self.shape
            self.table.cue("complete", self.goal)
