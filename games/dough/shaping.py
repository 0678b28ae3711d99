"""One shape after the other, or a free table: what a lump is to become, and how near it has come."""

from __future__ import annotations

from dataclasses import replace

from games.dough.album import Album
from games.dough.fresh import fresh
from games.dough.hints import Hints, cuts, playful
from games.dough.kneading import Kneading
from games.dough.layout import Layout
from games.dough.levels import DoughSettings, adult
from games.dough.lump import Lump
from games.dough.matching import Wanted, Way
from games.dough.pressing import Pressing
from games.dough.progress import Progress
from games.dough.shapes import form
from games.kit.chance import shuffled
from games.kit.game import Table
from games.kit.geometry import Vec
from games.kit.task import Outcome, Shape

NEAR = 0.06  # overlap missing; when this near, resting is suggested as readily as moving
RESTS = 2.0  # s after which a finger that lies beside the dough is taken for one that rests
LINGER = 1.2  # s without a finger after which a reached shape is done
STALLED = 5  # strokes without improvement after which hints end, once the shape is reached


class Shaping:
    """What is asked for, the lump, and what would help."""

    def __init__(self, table: Table[DoughSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self.layout = Layout(table)
        self.free = self.settings.forms == "free"
        self.tool = "hand"  # of the free table
        self.count = 0  # shapes that are done
        self.made: list[tuple[str, tuple[tuple[Vec, ...], ...]]] = []  # finished shapes on the tray: (name, outlines)
        self.names = self.settings.forms.split(",")
        if self.settings.shuffled:
            self.names = shuffled(table.rng, self.names)
        self.ended: tuple[float, Outcome] | None = None
        self.bell_pressed: int | None = None
        self.pressing = Pressing(table.edition)
        self._past: tuple[Lump, int] | None = None  # (previous lump, number of movements when it was replaced)
        self._number = 0
        self.lump = fresh(self.table, self.layout, self.settings.start)
        self.album = Album(self.free)
        self._next()
        self.album.look(self.lump, table.now)

    @property
    def name(self) -> str:
        """The name of the wanted shape."""
        return "ball" if self.free else self.names[self._number % len(self.names)]

    def _next(self) -> None:
        """Ask for the next shape."""
        self.settings = settings = self.table.settings
        layout, side = self.layout, self.table.fit.side
        self.wanted = Wanted(form(self.name, layout.whole, layout.centre, side == "left"), self.lump.grain.row)
        holds, knife = settings.holds, settings.knife
        if self.free:
            holds, knife = self.tool == "thumb", self.tool == "knife"
        self.hands = Kneading(self.lump, layout.tip(settings.tip), settings.firm, holds, knife)
        self.hands.cue = self.table.cue
        self.began: float | None = None
        self.strokes = 0
        self.share = self.wanted.share(self.lump)
        self.reached = False
        self.there: float | None = None  # when the movement ended that reached it; it has been reached since
        self.ways: tuple[Way, ...] = ()
        self._ids: list[int] = []
        self._worked: list[int] = []  # ids of fingers whose strokes have moved dough
        self._rested = 0.0
        self.progress = Progress(self.share, self.table.edition)
        self._looked = self.lump.changes
        self._before = self.lump
        self._start = self.lump.copy()  # the lump when the shape was asked for
        self._ask()

    def _ask(self) -> None:
        self.hints: Hints | None = None
        if self.free:
            self.ways = playful(self.layout, len(self.table.reps))
        elif self.settings.knife:
            self.ways = cuts(self.lump, self.wanted, self.layout.centre)
        elif self.settings.holds and len(self.wanted.outlines) > 1 and len(self.lump.loops) == 1:
            self.ways = ((self.layout.centre, self.layout.centre),)
        elif self.reached and (self.progress.stalled >= STALLED or self.table.edition >= 4):
            self.ways = ()
        else:
            self.ways = ()
            near = self.share > self.settings.match - NEAR
            self.hints = Hints(self.lump, self.wanted, self.hands.radius, self.progress.stalled, near)
        self._say()

    def _say(self) -> None:
        settings = self.settings
        asked = Shape(self.wanted.outlines, settings.width, self.ways, settings.firm, settings.strokes)
        if self.table.edition >= 4:
            quick, together = adult(settings.forms, self.name) or (None, None)
            asked = replace(asked, quick=quick, together=together, linger=None if self.free else LINGER)
        self.table.ask(asked)

    def _restart(self) -> None:
        """Ask for the same shape again, starting from the present lump."""
        asked = self.table.asked_at.get(0)
        self._next()
        if asked is not None:
            self.table.asked_at[0] = asked

    def _at_work(self) -> bool:
        """Whether a finger works the dough; from edition 2 on, a contact that rests beside it does not count."""
        if self.table.edition < 2:
            return bool(self.hands.tools)
        return any(tool.works for tool in self.hands.tools)

    def _coming(self) -> bool:
        """Whether a finger works, or has just landed beside the dough and may be about to; from edition 3 on."""
        now = self.table.now
        landed = self.table.edition >= 3 and any(now - tool.finger.born < RESTS for tool in self.hands.tools)
        return landed or self._at_work()

    def _think(self) -> None:
        """Search for hints while no finger works."""
        if self.hints is None or self._coming():
            return
        self.hints.step()
        if self.hints.done:
            self.ways, self.hints = self.hints.told(self.reached), None
            self._say()

    def _look(self) -> None:
        """Compute the present overlap."""
        if self._looked == self.lump.changes:
            return
        self._looked = self.lump.changes
        self.share = self.wanted.share(self.lump)
        whole = self.lump.pieces >= self.wanted.pieces and self.lump.holes >= self.wanted.holes
        there = not self.free and whole and self.share >= self.settings.match - self.progress.leeway
        if there and not self.reached:
            self.table.cue("match", self.layout.centre)
        self.reached = there
