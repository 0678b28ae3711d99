"""The rules of Playdough: the lump, the shape it is to become, and when that is reached; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.dough.album import Album
from games.dough.hints import Hints, cuts, playful
from games.dough.kneading import Kneading, Tool
from games.dough.layout import Layout, Spot
from games.dough.levels import DoughSettings
from games.dough.lump import Lump
from games.dough.matching import Wanted, Way
from games.dough.shapes import form
from games.kit.chance import shuffled, within
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import RATE, Table
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome, Shape

LINGER = 1.2  # s without a finger after which a reached shape is done
LOOKS = 12  # steps between two computations of the overlap
LONG_HOLD = 2.0  # s of holding the button for a new lump, so that a tap does not do it by accident
KEEPS = 5  # movements after which the previous lump can no longer be brought back
WORKED = 2.0  # mm; a stroke that has moved the dough less does not count
FLECKS = 26  # seeds in the dough
NEAR = 0.06  # overlap missing; when this near, resting is suggested as readily as moving
STALLED = 5  # strokes without improvement after which hints end, once the shape is reached
IN_VAIN, LEEWAY = 8, 0.04  # ... and strokes after which a shape that lacks at most LEEWAY overlap counts as reached
WAITS = 0.1  # share of the time for a shape; without a stroke for this long, nobody is working
TIRED = 2  # ... and strokes without improvement from which on the time limit is strict ...
MOST_PATIENCE = 3.0  # ... otherwise it is extended up to this factor
GAINS = 0.004  # least gain of overlap that counts as an improvement


class DoughRules:
    """One shape after the other, or a free table."""

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
        self.pressed_tool: tuple[int, Spot] | None = None
        self.pressed_since = 0.0
        self._past: tuple[Lump, int] | None = None  # (previous lump, number of movements when it was replaced)
        self._number = 0
        self.lump = self._fresh()
        self.album = Album(self.free)
        self._next()
        self.album.look(self.lump, table.now)

    @property
    def name(self) -> str:
        """The name of the wanted shape."""
        return "ball" if self.free else self.names[self._number % len(self.names)]

    def _fresh(self) -> Lump:
        """A new lump on the board."""
        layout, rng = self.layout, self.table.rng
        flecks: list[Vec] = []
        while len(flecks) < FLECKS:
            x, y = within(rng, -1.0, 1.0), within(rng, -1.0, 1.0)
            if x * x + y * y < 0.86:
                flecks.append(layout.centre + Vec(x, y) * layout.radius)
        outlines = form(self.settings.start, layout.whole, layout.centre)
        lump = Lump(outlines, self.table.size, flecks)
        lump.whole = layout.whole
        return lump

    def _next(self) -> None:
        """Ask for the next shape."""
        self.settings = settings = self.table.settings
        layout, side = self.layout, self.table.fit.side
        self.wanted = Wanted(form(self.name, layout.whole, layout.centre, side == "left"))
        holds, knife = settings.holds, settings.knife
        if self.free:
            holds, knife = self.tool == "thumb", self.tool == "knife"
        self.hands = Kneading(self.lump, layout.tip(settings.tip), settings.firm, holds, knife)
        self.hands.cue = self.table.cue
        self.began: float | None = None
        self.strokes = 0
        self.share = self.wanted.share(self.lump)
        self.reached = False
        self.ways: tuple[Way, ...] = ()
        self._ids: list[int] = []
        self._rested = 0.0
        self._best, self._stalled = self.share, 0
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
        elif self._stalled >= STALLED and self.reached:
            self.ways = ()
        else:
            self.ways = ()
            near = self.share > self.settings.match - NEAR
            self.hints = Hints(self.lump, self.wanted, self.hands.radius, self._stalled, near)
        self._say()

    def _say(self) -> None:
        self.table.ask(
            Shape(self.wanted.outlines, self.settings.width, self.ways, self.settings.firm, self.settings.strokes)
        )

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that work the dough, or press a tool."""
        spot = () if self.pressed_tool is None else (self.pressed_tool[0],)
        return (*spot, *(tool.finger.id for tool in self.hands.tools))

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        now = self.table.now
        names = [command.name for command in commands]
        if "pause" in names:
            self._interrupt()
            return
        if any(tool.finger.state == "cancelled" for tool in self.hands.tools):
            self._take_back()
        self._spots(fingers)
        for finger in fingers.pressed:
            self._press(finger, now)
        ended = self.hands.step(now)
        if self.hands.tools:
            self.album.glance(self.lump, now)
        if ended:
            self._strokes(ended)
        self._think()
        if "undo" in names:
            self._bring_back()
        if "skip" in names:
            self._skip()
        elif "done" in names and self.began is not None:
            self._finish(now)
        else:
            self._watch(now)

    def _at_work(self) -> bool:
        """Whether a finger works the dough; from edition 2 on, a contact that rests beside it does not count."""
        if self.table.edition < 2:
            return bool(self.hands.tools)
        return any(tool.works for tool in self.hands.tools)

    def _think(self) -> None:
        """Search for hints while no finger works."""
        if self.hints is None or self._at_work():
            return
        self.hints.step()
        if self.hints.done:
            self.ways, self.hints = self.hints.told(self.reached), None
            self._say()

    def _press(self, finger: Finger, now: float) -> None:
        """A finger on the bell rings it; any other works."""
        if any(tool.ended_by(finger) for tool in self.hands.tools if tool.led or not tool.rested):
            return
        spot = self.layout.spot(finger.start, self.table.size, self.free)
        if spot is not None:
            self.pressed_tool, self.pressed_since = (finger.id, spot), now
            return
        if not self.hands.tools:
            self._before = self.lump.copy()
        if self.hands.press(finger, now):
            if self.began is None:
                self.began = max(finger.born, self.table.asked_at[0])
            if finger.id not in self._ids:
                self._ids.append(finger.id)

    def _spots(self, fingers: Fingers) -> None:
        """Act on tapped buttons when the finger lifts; the button for a new lump must be held."""
        if self.pressed_tool is None:
            return
        number, spot = self.pressed_tool
        finger = fingers.get(number)
        if spot.name == "again" and self.table.edition >= 2:
            if finger is not None and finger.state == "down" and (not finger.hovering or finger.device != "touch"):
                if distance(finger.at, spot.at) > spot.radius * 1.6:
                    self.pressed_tool = None
                elif self.pressed_part >= 1.0:
                    self.pressed_tool = None
                    self._use(spot)
                return
            self.pressed_tool = None
            if finger is not None and finger.state != "cancelled":
                self._bring_back()
            return
        if finger is None or finger.state == "cancelled":
            self.pressed_tool = None
        elif finger.state != "down" or finger.hovering:
            self.pressed_tool = None
            if distance(finger.at, spot.at) <= spot.radius * 1.6:
                self._use(spot)

    @property
    def pressed_part(self) -> float:
        """The share of the holding time for a new lump that is over, 0 to 1."""
        if self.pressed_tool is None or self.pressed_tool[1].name != "again":
            return 0.0
        return min(1.0, (self.table.now - self.pressed_since) / LONG_HOLD)

    @property
    def comes_back(self) -> bool:
        """Whether the previous lump can be brought back."""
        return self._past is not None and len(self.table.reps) - self._past[1] <= KEEPS

    def _bring_back(self) -> None:
        """Bring the previous lump back."""
        if self._past is not None and self.comes_back and not self.hands.tools:
            self.lump, self._past = self._past[0], None
            self._restart()
            self.album.look(self.lump, self.table.now)
            self.table.cue("tool", self.layout.centre)

    def _use(self, spot: Spot) -> None:
        """Act on the bell or a tool of the free table."""
        if spot.name == "done":
            self.table.cue("bell", spot.at)
            if self.began is not None:
                self._finish(self.table.now)
            return
        self.table.cue("tool", spot.at)
        if spot.name == "save":
            self.table.cue("save", spot.at)
        elif spot.name == "again":
            self._past = self.lump, len(self.table.reps)
            self.lump = self._fresh()
            self._restart()
            self.album.look(self.lump, self.table.now)
        else:
            self.tool = spot.name
            self.hands.holds, self.hands.knife = spot.name == "thumb", spot.name == "knife"

    def _restart(self) -> None:
        """Ask for the same shape again, starting from the present lump."""
        asked = self.table.asked_at.get(0)
        self._next()
        if asked is not None:
            self.table.asked_at[0] = asked

    def _strokes(self, ended: Sequence[Tool]) -> None:
        """Fingers have left the dough, one or several at once."""
        for tool in ended:
            if tool.done >= WORKED:
                self.strokes += 1
            self._rested = tool.finger.lifted_at or self.table.now
        self._look()
        if self._at_work():
            return
        gained = self.share > self._best + GAINS
        self._stalled = 0 if gained else self._stalled + 1
        self._best = max(self._best, self.share)
        if self._stalled == IN_VAIN:
            self._looked = -1
            self._look()
        if self.free and self.strokes:  # simultaneous fingers count as one movement
            self._finish(self.table.now)
        else:
            self._ask()

    def _look(self) -> None:
        """Compute the present overlap."""
        if self._looked == self.lump.changes:
            return
        self._looked = self.lump.changes
        self.share = self.wanted.share(self.lump)
        pieces = len([loop for loop in self.lump.loops if loop.area > 0])
        holes = len(self.lump.loops) - pieces
        whole = pieces >= self.wanted.pieces and holes >= self.wanted.holes
        there = not self.free and whole and self.share >= self.settings.match - self._leeway()
        if there and not self.reached:
            self.table.cue("match", self.layout.centre)
        self.reached = there

    def _leeway(self) -> float:
        """How much less overlap is accepted after many strokes without improvement, so that nobody works in vain."""
        return LEEWAY if self.table.edition >= 2 and self._stalled >= IN_VAIN else 0.0

    def _patience(self) -> float:
        """The factor on the time limit: more while strokes still improve the shape, however slow the hand is."""
        working = bool(self.hands.tools) or self.table.now - self._rested < WAITS * self.settings.limit
        return MOST_PATIENCE if self.table.edition >= 2 and working and self._stalled < TIRED else 1.0

    def _watch(self, now: float) -> None:
        """Finish the shape if it is reached and left alone, or if its time is over."""
        if self.began is None or self.free:
            return
        if round(now * RATE) % LOOKS == 0 and self.hands.tools:
            self._look()
        late = self.settings.limit > 0 and now - self.began >= self.settings.limit * self._patience()
        # Cut pieces cannot be joined again: start over with a new roll.
        over = self.reached or self._parted_otherwise()
        let_alone = over and not self._at_work() and now - self._rested >= LINGER
        if late or let_alone:
            self._finish(now)

    def _parted_otherwise(self) -> bool:
        """Whether the knife has made enough pieces, but not the wanted ones."""
        pieces = len([loop for loop in self.lump.loops if loop.area > 0])
        return self.settings.knife and pieces >= self.wanted.pieces

    def _finish(self, now: float) -> None:
        """End the rep of this shape."""
        assert self.began is not None
        self._look()
        done = self.free or self.reached
        let_go = self._rested if not self._at_work() and self._rested > self.began else now
        made = self.lump.outlines()
        if done:
            self.count += 1
            self.made.append((self.name, made))
            del self.made[:-8]
            self.table.cue("knead" if self.free else "land", self.layout.centre)
        elif not self.free:
            self.table.cue("home", self.layout.centre)
        outcome = Outcome.DONE if done else Outcome.MISSED
        self.ended = now, outcome
        self.table.finish(outcome, began=self.began, let_go=let_go, fingers=tuple(self._ids), made=made)
        self.album.look(self.lump, self.table.now)
        self._number += 1
        self.settings = self.table.settings
        if not (self.free or self.settings.keeps):
            self.lump = self._fresh()
        self._next()

    def _take_back(self) -> None:
        """Undo everything since the first of the present fingers landed."""
        self.lump = self._before
        self.hands.lump = self.lump
        self.hands.drop()
        self._looked = -1
        self._look()

    def _interrupt(self) -> None:
        """A pause: the rep is interrupted and starts again; on the free table the dough stays."""
        if self.began is not None:
            began = self.began
            if self.hands.tools:
                self._take_back()
            self.table.finish(Outcome.INTERRUPTED, began=began)
            if not self.free:
                self.lump = self._start
        self.hands.drop()
        self.album.look(self.lump, self.table.now)
        self._next()

    def _skip(self) -> None:
        self.table.finish(Outcome.INTERRUPTED, began=self.began)
        self._number += 1
        if not (self.free or self.settings.keeps):
            self.lump = self._fresh()
        self._next()
