"""What happens when fingers move on the table of Beans; pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from games.beans.levels import BeansSettings
from games.kit.chance import below, shuffled, within
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, crossing, distance
from games.kit.task import Carry, Outcome

KINDS = 20  # different beans to draw
REACH = 12.0  # mm; a touch takes the nearest bean whose middle is this near (U3) ...
RIM_REACH = 3.0  # mm; ... or whose rim is this near
EDGE = 10.0  # mm; nothing vital lies nearer to the edge of the table
SOURCE = 74.0  # mm; opening of the bowl the beans come from, narrower where the screen is small
BOWL_SHARE = 0.36  # of the table's width at most: two bowls, and the wall between them
RIM = 1.12  # a bowl's outer width over its opening
CLEARANCE = 6.0  # mm; the path that is shown passes this high above the wall


@dataclass
class Bean:
    """One bean. `since` and `came_from` let a view show how it got where it is."""

    kind: int  # which picture
    home: Vec  # its place in the bowl it came from
    at: Vec
    state: Literal["lying", "held", "landed"] = "lying"
    since: float = 0.0  # s, when it came to be where it is
    came_from: Vec = ORIGIN


@dataclass
class Held:
    """The bean in the hand."""

    bean: Bean
    finger: Finger
    offset: Vec  # the bean is held where it was touched, not by its middle
    began: float
    at: Vec


class Layout:
    """Where the bowls and the wall stand, for a table, settings and a hand; mirrored for the left hand."""

    def __init__(self, size: Vec, settings: BeansSettings, side: str) -> None:
        room = min(size.x * BOWL_SHARE, (size.y - 4.0) / RIM)
        self.mouth = min(settings.mouth, room)
        self.source_mouth = min(SOURCE, room)
        reach = max(EDGE + self.source_mouth / 2, size.x * 0.25)
        middle = min(max(size.y * 0.54, size.y - EDGE - room * 0.9), size.y - 1.0 - room * RIM / 2)
        right = side != "left"
        self.source = Vec(size.x - reach if right else reach, middle)
        self.goal = Vec(reach if right else size.x - reach, middle)
        self.wall_x = size.x / 2
        lowest = EDGE + CLEARANCE + settings.bean / 2
        self.wall_top = max(lowest, middle - settings.wall * size.y) if settings.wall > 0 else None
        self.wall_foot = size.y - EDGE / 2

    def spots(self, bean: float) -> list[Vec]:
        """Places in the full bowl for beans that do not overlap: a ring, and one in the middle if there is room."""
        ring = self.source_mouth / 2 - bean * 0.58
        count = max(3, int(2 * math.pi * ring / (bean * 1.08)))
        places = []
        for i in range(count):
            turn = 2 * math.pi * (i + 0.25) / count
            places.append(Vec(round(ring * math.cos(turn), 6), round(ring * math.sin(turn), 6)))
        if ring > bean * 1.04:
            places.append(ORIGIN)
        return [self.source + place for place in places]

    def over_wall(self, start: Vec, bean: float) -> tuple[Vec, ...]:
        """The point to pass on the way, if a wall is in the way."""
        if self.wall_top is None:
            return ()
        return (Vec(self.wall_x, max(bean / 2, self.wall_top - CLEARANCE - bean / 4)),)


class BeansRules:
    """One hand, one bean at a time: take it, carry it over the wall, let go over the bowl."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.held: Held | None = None
        self.landed: list[Bean] = []
        self._lay()

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        for finger in fingers.pressed:
            if self.held is None:
                self._take(finger)
        if self.held is not None:
            self._carry(self.held, fingers.get(self.held.finger.id), any(c.name == "pause" for c in commands))

    def _lay(self) -> None:
        """Lay the table for the settings dealt, and ask for the first bean."""
        self.settings: BeansSettings = self.table.level
        self.layout = Layout(self.table.size, self.settings, self.table.fit.side)
        spots = shuffled(self.table.rng, self.layout.spots(self.settings.bean))
        self.lying = [self._new_bean(spot) for spot in spots]
        self._ask(self.lying[0])

    def _new_bean(self, spot: Vec) -> Bean:
        jitter = self.settings.bean * 0.04
        rng = self.table.rng
        place = spot + Vec(within(rng, -jitter, jitter), within(rng, -jitter, jitter))
        return Bean(below(rng, KINDS), place, place, since=self.table.now, came_from=place)

    def _ask(self, bean: Bean) -> None:
        via = self.layout.over_wall(bean.home, self.settings.bean)
        self.table.ask(Carry(bean.home, self.layout.goal, self.layout.mouth, via=via))

    def _take(self, finger: Finger) -> None:
        """A touch takes the nearest bean, if one is near; whichever is taken is the one asked for."""
        reach = max(REACH, self.settings.bean / 2 + RIM_REACH)
        near = min(self.lying, key=lambda bean: distance(bean.at, finger.start))
        if distance(near.at, finger.start) > reach:
            return
        near.state, near.at, near.since = "held", near.home, self.table.now
        self.lying.remove(near)
        self.held = Held(near, finger, near.home - finger.start, finger.born, near.home)
        self._ask(near)
        self.table.cue("lift", near.home)

    def _carry(self, held: Held, finger: Finger | None, pausing: bool) -> None:
        if finger is None or finger.state == "cancelled":
            self._back(held)
            if pausing:
                self._finish(held, Outcome.INTERRUPTED, None)
            return
        for place in finger.moves:
            there = place + held.offset
            if not finger.hovering and self._hits_wall(held.at, there):
                held.bean.at = there
                self.table.cue("wall", there)
                self._back(held)
                self._finish(held, Outcome.DROPPED, self.table.now)
                return
            held.at = there
        held.bean.at = held.at
        if finger.state == "down":
            return
        if distance(held.at, self.layout.goal) <= self.layout.mouth / 2:
            self._land(held)
            self._finish(held, Outcome.DONE, finger.lifted_at)
        elif finger.state == "gone":
            self._spill(held, finger.lifted_at)

    def _hits_wall(self, before: Vec, now: Vec) -> bool:
        if self.layout.wall_top is None:
            return False
        height = crossing(before, now, self.layout.wall_x)
        return height is not None and height > self.layout.wall_top

    def _land(self, held: Held) -> None:
        bean = held.bean
        bean.state, bean.since, bean.came_from = "landed", self.table.now, held.at
        self.landed.append(bean)
        self.lying.append(self._new_bean(bean.home))
        self.table.cue("land", held.at)

    def _spill(self, held: Held, let_go: float) -> None:
        """Let go beside the bowl. Back into the full bowl is no rep at all; short of the wall's line it was dropped."""
        source, goal = self.layout.source, self.layout.goal
        self._back(held)
        if distance(held.at, source) <= self.layout.source_mouth * RIM / 2:
            return
        self.table.cue("drop", held.at)
        beyond = (held.at.x - self.layout.wall_x) * (goal.x - source.x) > 0
        self._finish(held, Outcome.MISSED if beyond else Outcome.DROPPED, let_go)

    def _back(self, held: Held) -> None:
        """The bean glides home; nothing is ever lost."""
        bean = held.bean
        bean.state, bean.since, bean.came_from, bean.at = "lying", self.table.now, held.at, bean.home
        self.lying.append(bean)
        self.held = None

    def _finish(self, held: Held, outcome: Outcome, let_go: float | None) -> None:
        self.held = None
        self.table.finish(outcome, began=held.began, let_go=let_go, fingers=(held.finger.id,), offset=held.offset)
        if self.table.level != self.settings:
            self._lay()
        else:
            self._ask(self.lying[0])
