"""Guided pieces: one line, shape or dot after the other, painted with one finger in as many strokes as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome, Track
from games.paint.coverage import Coverage
from games.paint.ending import followed, painted, written
from games.paint.layout import Layout, Placed
from games.paint.levels import PaintSettings
from games.paint.pen import Pen
from games.paint.pictures import PICTURES, with_gaps
from games.paint.sheet import Sheet
from games.paint.strokes import away, covered, nearer, place_at

UNMOVED = 3.0  # mm of ink; with less, a pen may be a resting hand: a finger nearer to the line replaces it
RESTS = 6.0  # mm; ... if it was never farther than this from where it landed
MEANT = 9.0  # mm; a finger that moves this far while the pen rests becomes the pen
NEAR_DOT = 16.0  # mm; a dot starts to move when touched within this distance


class Guided:
    """One finger (the pen) paints what is asked; other fingers are ignored."""

    def __init__(self, table: Table[PaintSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self._sheet_names = round(table.rng.random() * 1e9), 0
        self.sheet = self._new_sheet()
        self.full: Sheet | None = None  # the last one that was painted whole
        self.pen: Pen | None = None
        self.piece: Placed
        self.done: list[tuple[Placed, float]] = []  # finished pieces of this sheet, with the time
        self.signature: tuple[Vec, ...] | None = None
        self._count = 0  # number of pieces asked so far
        self._lines: list[Pen] = []  # strokes of this piece, in order
        self._began: float | None = None
        self._let_go = 0.0
        self._start_picture()

    # ------------------------------------------------------------------ what is asked

    def _new_sheet(self) -> Sheet:
        block, number = self._sheet_names
        self._sheet_names = block, number + 1
        return Sheet(f"{block} {number}")

    def _start_picture(self) -> None:
        """Start a picture with its first sheet."""
        settings = self.settings
        picture = PICTURES[settings.picture](self.table.rng)
        if settings.gaps:
            picture = with_gaps(picture, settings.gaps, self.table.rng)
        self.layout = Layout(self.table.size, settings, picture, self.table.fit.side)
        self.pencil = tuple(self.layout.line(line) for line in picture.pencil)
        self._sheets = [list(sheet) for sheet in picture.sheets]
        self._start_sheet()

    def _start_sheet(self) -> None:
        self.to_come = [self.layout.placed(piece, index) for index, piece in enumerate(self._sheets.pop(0))]
        self.done = []
        for line, colour in self.layout.picture.drawn:
            places = self.layout.line(line)
            stroke = self.sheet.begin(places[0], self.layout.brush, colour)
            for place in places[1:]:
                self.sheet.draw(stroke, place)
            self.sheet.end(stroke)
        self._next()

    def _next(self) -> None:
        """Ask for the next piece, on a new sheet if this one is full."""
        if not self.to_come:
            self.full = self.sheet
            self.sheet = self._new_sheet()
            if self.settings.picture == "signature" and self.signature is not None:
                self._sign()
            elif self._sheets:
                self._start_sheet()
            else:
                self._start_picture()
            return
        self.piece = self.to_come[0]
        self._ask()

    def _ask(self) -> None:
        self._count += 1
        self.task = self.piece.task(self.layout.width, self.layout.brush)
        self._forget()
        self.table.ask(self.task)

    def _forget(self) -> None:
        self.coverage = Coverage(self.task)
        self._lines, self._began, self.pen = [], None, None

    @property
    def writing(self) -> bool:
        """Whether the player is now writing the name to be traced."""
        return self.settings.picture == "signature" and self.signature is None

    def dot(self) -> Vec | None:
        """The place of the moving dot, or None."""
        if not isinstance(self.task, Track):
            return None
        gone = 0.0 if self._began is None else self.table.now - self._began
        return place_at(self.task, gone)

    # ------------------------------------------------------------------ a step

    def step(self, fingers: Fingers, commands: Sequence[Command]) -> None:
        names = [command.name for command in commands]
        if "pause" in names:
            self._interrupt()
            return
        for finger in fingers.pressed:
            self._press(finger)
        self._give_way(fingers)
        self._move()
        if "skip" in names:
            self._skip()
        elif "done" in names and self._began is not None:
            self._finish(Outcome.DONE, self.table.now)
        elif isinstance(self.task, Track):
            self._watch_dot(self.task)
        elif self.writing:
            self._watch_name()
        else:
            self._watch()

    def _press(self, finger: Finger) -> None:
        pen = self.pen
        if pen is not None and pen.ended_by(finger):
            return
        if pen is None or not pen.down:
            self._take(finger)
        elif self._rests(pen) and nearer(finger.start, pen.finger.start, self.piece.line):
            self._take_back(pen)
            self._take(finger)

    def _rests(self, pen: Pen) -> bool:
        """Whether this pen has drawn no more than a resting (trembling, rolling) hand does."""
        if self.table.edition < 2:
            return pen.ink < UNMOVED
        return pen.reach < RESTS

    def _give_way(self, fingers: Fingers) -> None:
        """Make a moving finger the pen, from where it landed, if the present pen is resting."""
        pen = self.pen
        if pen is None or not pen.down or self.table.edition < 2 or not self._rests(pen):
            return
        for finger in fingers:
            far = distance(finger.start, finger.at)
            near = away(finger.start, self.piece.line) <= max(NEAR_DOT, self.layout.width)
            if finger.state == "down" and finger is not pen.finger and not finger.hovering and near and far >= MEANT:
                self._take_back(pen)
                self._take(finger)
                if self.pen is not None:
                    self._draw(self.pen, finger.at)
                return

    def _take(self, finger: Finger) -> None:
        """Make this finger the pen."""
        near = max(NEAR_DOT, self.layout.width)
        if isinstance(self.task, Track) and (self._began is not None or away(finger.start, self.piece.line[:2]) > near):
            return
        if self._began is None:
            self._began = max(finger.born, self.table.asked_at[0])
            self.table.cue("brush", finger.start)
        self._put(Pen(finger, finger.start))

    def _put(self, pen: Pen) -> None:
        self.sheet.lift([old.stroke for old in self._lines])
        self.sheet.mark()
        pen.stroke = self.sheet.begin(pen.last, self.layout.brush, self.piece.colour)
        pen.line.append(pen.last)
        pen.drew = self.table.now
        self.coverage.draw(pen.last, pen.last)
        self._lines.append(pen)
        self.pen = pen

    def _take_back(self, pen: Pen) -> None:
        """Undo what this pen drew."""
        self.sheet.back()
        self._lines.remove(pen)
        self.pen = None
        self.coverage = covered(self.task, self._lines)
        if not self._lines:
            self._began = None

    def _move(self) -> None:
        pen = self.pen
        if pen is None:
            return
        if pen.finger.state == "cancelled":
            self._take_back(pen)
        elif isinstance(self.task, Track) or not pen.dot:  # a dot may turn out to be an interrupted contact
            if pen.finger.state == "down":
                pen.drew = self.table.now
            for place in pen.finger.moves:
                self._draw(pen, place)
            if pen.finger.state == "gone":
                self.sheet.end(pen.stroke)
                self.pen = None

    def _draw(self, pen: Pen, place: Vec) -> None:
        far = distance(pen.last, place)
        if far > 0.0:
            self.sheet.draw(pen.stroke, place)
            self.coverage.draw(pen.last, place)
            pen.ink += far
            pen.reach = max(pen.reach, distance(pen.finger.start, place))
            pen.last = place
            pen.line.append(place)

    # ------------------------------------------------------------------ when it ends

    def _watch(self) -> None:
        """Finish the piece if most of it is covered and the finger has lifted."""
        if self._began is None:
            return
        if self.settings.limit and self.table.now - self._began >= self.settings.limit:
            self._finish(Outcome.DONE, self.table.now)
            return
        since = painted(self._lines, self.coverage, self.table.now, self.table.grace)
        if since is not None:
            self._finish(Outcome.DONE, since)

    def _watch_dot(self, task: Track) -> None:
        """Finish following a dot when it arrives, or when the finger has left it."""
        ended = None if self._began is None else followed(task, self._lines[-1].finger, self._began, self.table.now)
        if ended is not None:
            self._finish(*ended)

    def _watch_name(self) -> None:
        """When no finger has touched for a while, the written name becomes the line to trace; writing it is not a rep."""
        if self._began is None:
            return
        name = written(self._lines, self.coverage, self.table.now, self.table.grace)
        if name is None:
            return
        self.signature = name
        self.sheet.lift([pen.stroke for pen in self._lines])
        self.table.finish(Outcome.INTERRUPTED)
        self.sheet = self._new_sheet()
        self._sign()

    def _sign(self) -> None:
        """Ask for the name that was written."""
        assert self.signature is not None
        self.to_come = [Placed(self.signature, self.piece.colour, "trace", 0.0, 0)]
        self.done = []
        self._next()

    def _finish(self, outcome: Outcome, let_go: float) -> None:
        ids = tuple(pen.finger.id for pen in self._lines)
        self.sheet.lift([pen.stroke for pen in self._lines])
        at = self._lines[-1].last
        began = self._began
        if outcome is Outcome.DONE:
            self.to_come.pop(0)
            self.done.append((self.piece, self.table.now))
            self.table.cue("paint", at)
        else:
            for _ in self._lines:
                self.sheet.back()
            self.table.cue("home", at)
        self.table.finish(outcome, began=began, let_go=let_go, fingers=ids)
        if self.table.settings != self.settings:
            self.settings = self.table.settings
            self.layout.fit(self.settings)
        self._next()

    def _interrupt(self) -> None:
        """A pause: what was painted of this piece is taken back, and it is asked for again."""
        if self._began is None:
            return
        for _ in self._lines:
            self.sheet.back()
        self.table.finish(Outcome.INTERRUPTED, began=self._began)
        self._ask()

    def _skip(self) -> None:
        """Skip to another piece; this one comes again at the end of its sheet."""
        if self._lines:
            for _ in self._lines:
                self.sheet.back()
        self.table.finish(Outcome.INTERRUPTED, began=self._began)
        self.to_come.append(self.to_come.pop(0))
        self._next()
