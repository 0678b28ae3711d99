"""The studio: every finger paints, wet in wet, with no task, no clock and no score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.paint.colours import COLOURS, OWN, into_cup
from games.paint.laid import Laid, palm
from games.paint.levels import PaintSettings
from games.paint.pen import Brushes, Pen
from games.paint.sheet import Sheet
from games.paint.suggested import suggested
from games.paint.toolbar import LONG, LONG_HOLD, Tool, foot, tools, wait

SIZES = (4.0, 8.0, 14.0, 22.0, 30.0)  # mm, brushes
PAPERS = ("cotton", "cream", "kraft", "slate")
SLIDES = 6.0  # mm; a finger that moves farther on a tool does not press it
MOST_CONTACTS = 500  # most contacts named in one rep


@dataclass
class Held:
    """A finger on a tool."""

    tool: Tool
    since: float
    acted: bool = False


class Studio:
    """One sheet, as many fingers as the glass reports, and the tools."""

    def __init__(self, table: Table[PaintSettings]) -> None:
        self.table = table
        self.sheet = Sheet(f"{round(table.rng.random() * 1e9)} 0")
        self.tools = tools(table.size)
        self.foot = foot(table.size)
        self.size = SIZES.index(min(SIZES, key=lambda size: abs(size - table.settings.brush)))
        self.chosen = "blue"
        self.cup = ""  # the colour mixed in the cup
        self.helpings = 0
        self.stirring = False  # True: a chosen colour goes into the cup
        self.mirror = False
        self.paper = 0
        self.held: dict[int, Held] = {}
        self.laid = Laid(table.edition)
        self._brushes: dict[int, Brushes] = {}
        self._ids: list[int] = []
        self._began = 0.0
        self._let_go = 0.0
        # Shared by all reps: a picture of ten thousand strokes must not hold ten thousand curves.
        self._ways = suggested(table.size, self.foot, table.settings.width)
        self._ask()

    @property
    def colour(self) -> str:
        """The colour of the brush."""
        return self.cup if self.chosen == OWN and self.cup else COLOURS.get(self.chosen, COLOURS["blue"])

    @property
    def brush(self) -> float:
        """The brush's size, in mm."""
        return SIZES[self.size]

    def _ask(self) -> None:
        """Ask for a movement that is not scored, as a suggestion for the synthetic hand.

        It is a curve in time, which is cheap to measure however much is painted.
        """
        self.table.ask(self._ways[len(self.table.reps) % len(self._ways)])

    # ------------------------------------------------------------------ a step

    def step(self, fingers: Fingers, commands: Sequence[Command]) -> None:
        names = [command.name for command in commands]
        if "pause" in names:
            self.held.clear()
            if self._brushes:
                self._lift_all()
                self.table.finish(Outcome.INTERRUPTED, began=self._began)
                self._ask()
            return
        self.laid.look(fingers)
        self._take_back_laid()
        for finger in fingers.pressed:
            self._press(finger, fingers)
        for finger in self.laid.meant(self.table.now, self.foot):
            if finger.id not in self._brushes:
                self._begin(finger)
        for finger in self.laid.returned(fingers):
            tool = self._tool(finger.at)
            if tool is not None:  # every press of a tool counts, however soon after the last one
                self.held[finger.id] = Held(tool, self.table.now)
        self._hold(fingers)
        self._paint()
        self._obey(names)

    def _obey(self, names: Sequence[str]) -> None:
        """What was commanded by keys, rather than with a tool."""
        for name in names:
            if name in ("undo", "redo", "clear", "save"):
                self._use(name)
            elif name == "skip":
                self.table.finish(Outcome.INTERRUPTED)
                self._ask()

    def _press(self, finger: Finger, fingers: Fingers) -> None:
        if any(brushes.pen.ended_by(finger) for brushes in self._brushes.values()):
            return
        tool = self._tool(finger.start)
        if tool is not None:
            if finger.device != "touch" and tool.name not in LONG:
                self._use(tool.name)
                self.held[finger.id] = Held(tool, finger.born, acted=True)
            elif not palm(finger, fingers):
                self.held[finger.id] = Held(tool, finger.born)
        elif finger.start.y > self.foot and not self.laid.keeps(
            finger, [brushes.pen.finger for brushes in self._brushes.values()]
        ):
            self._begin(finger)

    def _tool(self, place: Vec) -> Tool | None:
        near = [tool for tool in self.tools if distance(tool.at, place) <= tool.radius * 1.1]
        return near[0] if near else None

    def _hold(self, fingers: Fingers) -> None:
        for number, held in list(self.held.items()):
            finger = fingers.get(number)
            resting = finger is not None and (not finger.hovering or finger.device != "touch")
            if finger is None or finger.state != "down" or not resting:
                del self.held[number]
            elif distance(finger.start, finger.at) > SLIDES or palm(finger, fingers) or len(self.held) > 1:
                held.acted = True  # no further effect until it lifts
            elif not held.acted and self.table.now - held.since >= wait(held.tool.name):
                held.acted = True
                self._use(held.tool.name)
            elif held.tool.name == OWN and held.acted and self.cup and self.table.now - held.since >= LONG_HOLD:
                self.cup, self.helpings, self.stirring, self.chosen = "", 0, True, OWN
                self.table.cue("rinse", held.tool.at)

    def _use(self, name: str) -> None:
        """Carry out the action of a tool."""
        at = next((tool.at for tool in self.tools if tool.name == name), self.table.size * 0.5)
        if name in COLOURS or name == OWN:
            self._dip(name)
        elif name == "size":
            self.size = (self.size + 1) % len(SIZES)
        elif name == "mirror":
            self.mirror = not self.mirror
        elif name == "save":
            self.table.cue("save", at)
            return
        elif name == "paper":
            self.paper = (self.paper + 1) % len(PAPERS)
        else:
            self._step_ends()
            if name == "clear":
                self.sheet.clear()
            elif name == "undo":
                self.sheet.back()
            else:
                self.sheet.forth()
        self.table.cue("tool", at)

    def _dip(self, name: str) -> None:
        """A colour is taken, or stirred into the cup; the cup itself begins or ends the stirring."""
        if name == OWN:
            self.stirring = not self.stirring
            if self.cup:
                self.chosen = OWN
        elif self.stirring:
            self.cup, self.helpings = into_cup(self.cup, COLOURS[name], self.helpings), self.helpings + 1
            self.chosen = OWN
        else:
            self.chosen = name

    # ------------------------------------------------------------------ painting

    def _begin(self, finger: Finger) -> None:
        if not self._brushes:
            self.sheet.mark()
            self._began, self._ids = max(finger.born, self.table.asked_at[0]), []
            self.table.cue("brush", finger.start)
        pen = Pen(finger, finger.start, drew=self.table.now)
        strokes = [self.sheet.begin(finger.start, self.brush, self.colour)]
        if self.mirror:
            strokes.append(self.sheet.begin(self._across(finger.start), self.brush, self.colour))
        self._brushes[finger.id] = Brushes(pen, strokes[:1], strokes[1:])
        self._ids.append(finger.id)

    def _across(self, place: Vec) -> Vec:
        return Vec(self.table.size.x - place.x, place.y)

    def _paint(self) -> None:
        for brushes in list(self._brushes.values()):
            pen, finger = brushes.pen, brushes.pen.finger
            if finger.state == "cancelled":
                self._cancelled(brushes)
                continue
            if pen.dot:
                if self.table.now - pen.drew >= self.table.grace:  # it was not just lost for a moment
                    self._end(brushes, pen.drew)
                continue
            if finger.state == "down":
                pen.drew = self.table.now
            for place in finger.moves:
                for stroke in brushes.strokes:
                    self.sheet.draw(stroke, place)
                for stroke in brushes.mirrored:
                    self.sheet.draw(stroke, self._across(place))
                pen.last = place
            if finger.state == "gone":
                self._end(brushes, finger.lifted_at)

    def _take_back_laid(self) -> None:
        """Undo the paint of resting hands; beside a painting finger, only what they painted as they landed."""
        resting = [number for number, brushes in self._brushes.items() if self.laid.rests(brushes.pen.finger)]
        now = self.table.now
        over = [number for number in resting if self.laid.unmeant(self._brushes[number].pen.finger, now)]
        if not over:
            return
        if len(resting) == len(self._ids):
            self._lift_all()
            self.sheet.back()
            return
        for number in over:
            brushes = self._brushes.pop(number)
            self.sheet.lift([*brushes.strokes, *brushes.mirrored])
        if not self._brushes:
            self._let_go = self.table.now
            self._finish()

    def _cancelled(self, brushes: Brushes) -> None:
        """A cancelled contact: if it was the only one of the step, the step is undone."""
        alone = len(self._ids) == 1
        del self._brushes[brushes.pen.finger.id]
        self.sheet.lift([*brushes.strokes, *brushes.mirrored])
        if alone:
            self.sheet.back()
            return
        self._ids.remove(brushes.pen.finger.id)
        if not self._brushes:
            self._finish()

    def _end(self, brushes: Brushes, when: float) -> None:
        self.sheet.lift([*brushes.strokes, *brushes.mirrored])
        del self._brushes[brushes.pen.finger.id]
        self._let_go = max(self._began, when)
        if not self._brushes:
            self._finish()

    def _finish(self) -> None:
        """One step: from the first finger down to the last finger up."""
        let_go = min(self.table.now, max(self._began, self._let_go))
        self.table.finish(Outcome.DONE, began=self._began, let_go=let_go, fingers=tuple(self._ids[:MOST_CONTACTS]))
        self._ask()

    def _step_ends(self) -> None:
        if self._brushes:
            self._let_go = self.table.now
            self._lift_all()
            self._finish()

    def _lift_all(self) -> None:
        for brushes in self._brushes.values():
            self.sheet.lift([*brushes.strokes, *brushes.mirrored])
        self._brushes.clear()

    def tips(self) -> list[tuple[Vec, float, str]]:
        """(place, size, colour) of brushes at the newest samples, ahead of the paint."""
        there = []
        for brushes in (one for one in self._brushes.values() if one.pen.down):
            shown = brushes.pen.finger.shown
            there += [(shown, *self.sheet.brush(stroke)) for stroke in brushes.strokes]
            there += [(self._across(shown), *self.sheet.brush(stroke)) for stroke in brushes.mirrored]
        return there

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that paint or press a tool."""
        return (*self._brushes, *self.held)

    @property
    def painting(self) -> bool:
        """Whether a brush is on the paper."""
        return bool(self._brushes)
