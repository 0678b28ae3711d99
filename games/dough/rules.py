"""The rules of Playdough: the lump, the shape it is to become, and when that is reached; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.dough.fresh import fresh
from games.dough.kneading import Tool
from games.dough.layout import Spot
from games.dough.progress import IN_VAIN
from games.dough.shaping import LINGER, Shaping
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import RATE
from games.kit.task import Outcome

KEEPS = 5  # movements after which the previous lump can no longer be brought back
WORKED = 2.0  # mm; a stroke that has moved the dough less does not count
TOUCHED = 0.5  # mm; a finger that has moved the dough less had no part in it
WAITS = 0.1  # share of the time for a shape; without a stroke for this long, nobody is working


class DoughRules(Shaping):
    """One shape after the other, or a free table."""

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that work the dough, or press a tool."""
        return (*self.pressing.taken, *(tool.finger.id for tool in self.hands.tools))

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        now = self.table.now
        names = [command.name for command in commands] if commands else ()
        if "pause" in names:
            self._interrupt()
            return
        if self.hands.tools and any(tool.finger.state == "cancelled" for tool in self.hands.tools):
            self._take_back()
        if self.pressing.taken:
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

    def _press(self, finger: Finger, now: float) -> None:
        """A finger on the bell rings it; any other works."""
        if any(tool.ended_by(finger) for tool in self.hands.tools if tool.led or not tool.rested):
            return
        spot = self.layout.spot(finger.start, self.table.size, self.free)
        if spot is not None:
            self.pressing.press(finger, spot, now)
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
        used = self.pressing.look(fingers, self.table.now)
        if used is not None and used.short:
            self._bring_back()
        elif used is not None:
            self._use(used.spot)

    @property
    def pressed_part(self) -> float:
        """The share of the holding time for a new lump that is over, 0 to 1."""
        return self.pressing.part(self.table.now)

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
            self.lump = fresh(self.table, self.layout, self.settings.start)
            self._restart()
            self.album.look(self.lump, self.table.now)
        else:
            self.tool = spot.name
            self.hands.holds, self.hands.knife = spot.name == "thumb", spot.name == "knife"

    def _strokes(self, ended: Sequence[Tool]) -> None:
        """Fingers have left the dough, one or several at once."""
        for tool in ended:
            if tool.done >= TOUCHED:
                self._worked.append(tool.finger.id)
            if tool.done >= WORKED:
                self.strokes += 1
            self._rested = tool.finger.lifted_at or self.table.now
        self._look()
        self._arrive()
        if self._at_work():
            return
        self.progress.stroke(self.share)
        if self.progress.stalled == IN_VAIN:
            self._looked = -1
            self._look()
            self._arrive()
        if self.free and self.strokes:  # simultaneous fingers count as one movement
            self._finish(self.table.now)
        else:
            self._ask()

    def _arrive(self) -> None:
        """Note when the shape has been reached; what is polished afterwards takes none of its time."""
        if not self.reached:
            self.there = None
        elif self.there is None:
            self.there = self._rested

    def _watch(self, now: float) -> None:
        """Finish the shape if it is reached and left alone, or if its time is over."""
        if self.began is None or self.free:
            return
        if self.hands.tools and round(now * RATE) % self.lump.grain.looks == 0:
            self._look()
        limit = self.settings.limit
        late = 0 < limit <= now - self.began
        if late:
            working = bool(self.hands.tools) or now - self._rested < WAITS * limit
            late = now - self.began >= limit * self.progress.patience(working)
        # Cut pieces cannot be joined again: start over with a new roll.
        over = self.reached or self._parted_otherwise()
        let_alone = over and not self._coming() and now - self._rested >= LINGER
        if late or let_alone:
            self._finish(now)

    def _parted_otherwise(self) -> bool:
        """Whether the knife has made enough pieces, but not the wanted ones."""
        return self.settings.knife and self.lump.pieces >= self.wanted.pieces

    def _finish(self, now: float) -> None:
        """End the rep of this shape."""
        assert self.began is not None
        self._look()
        done = self.free or self.reached
        let_go = self._rested if not self._at_work() and self._rested > self.began else now
        if self.table.edition >= 4 and self.reached and self.there is not None:
            let_go = max(self.began, self.there)
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
        self.table.finish(outcome, began=self.began, let_go=let_go, fingers=self._makers(), made=made)
        self.album.look(self.lump, self.table.now)
        self._number += 1
        self.settings = self.table.settings
        if not (self.free or self.settings.keeps):
            self.lump = fresh(self.table, self.layout, self.settings.start)
        self._next()

    def _makers(self) -> tuple[int, ...]:
        """The fingers that made the shape: from edition 4 on, those that moved dough, if any did."""
        working = [tool.finger.id for tool in self.hands.tools if tool.done >= TOUCHED]
        made = [number for number in self._ids if number in self._worked or number in working]
        return tuple(made if made and self.table.edition >= 4 else self._ids)

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
            self.lump = fresh(self.table, self.layout, self.settings.start)
        self._next()
