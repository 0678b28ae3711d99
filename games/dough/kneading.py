"""The effect of fingers on the lump: from outside they push, from inside they pull, two squeeze or stretch."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from games.dough.lump import Lump
from games.kit.fingers import Finger
from games.kit.game import RATE
from games.kit.geometry import Vec, between, distance, middle

Kind = Literal["push", "pull", "knife"]

PIECE = 1.6  # mm of a knife's way per sub-step
LEAST_STEP = 1.0  # mm that a tool follows its finger in one step, where it is so far behind
MANY = 4  # more fingers than these move in coarser sub-steps
GRIP_CORE, GRIP_REACH = 0.8, 3.0  # in fingertip radii: what a pull takes along, and what flows around it
PUSH_CORE, PUSH_REACH = 0.9, 3.2
FLAT_REACH = 1.4  # ... and the reach within which a push or a resting finger flattens bulges
TOGETHER = 0.85  # share of two fingers' movement apart or together that the dough between them follows
NEAR = 2.5  # mm; a finger this near to its edge lands on the dough
LEANS = 1.5  # mm between fingertip and dough that still count as touching
HOLDS, HELD_STILL = 0.6, 6.0  # s that a thumb must rest to dig, and mm within which it counts as resting
FLATTENS_AFTER, CALM = 0.9, 1.5  # s that a finger must rest to flatten, and mm within which its average must stay
AVERAGED = 1 / 18  # weight of each step in that moving average, so that tremor is not movement
PUSH_FLAT = 1.0  # share of a push's movement by which bulges are flattened
FLAT_RATE = 40.0  # mm/s of pressing by a finger that rests
DIG_RATE = 7.0  # mm/s; growth of a hole under a thumb
LEAST_FLAT = 0.02  # mm; if less moves, it is flat
BESIDE = 6.0  # mm; a contact beside the dough that moves no farther is resting
NOWHERE = Vec(0.0, 0.0)


@dataclass
class Tool:
    """The tool of one finger, which follows it at the speed that dough allows."""

    finger: Finger
    kind: Kind
    at: Vec
    grip: Vec  # the dough held by a pull
    still: Vec  # the place where it rests ...
    since: float  # ... since then
    dug: bool = False
    rested: bool = False  # True if it has dug or flattened by resting
    led: bool = False  # True if it did so while led by a pointer, so that the tap before has not ended it
    mean: Vec = NOWHERE  # its average place
    calm: Vec = NOWHERE  # the place where the average rests ...
    calm_since: float = 0.0  # ... since then
    owed: Vec = NOWHERE  # movement of a pull that is held back while it presses
    cut: bool = False
    under: bool = False  # whether dough touches it
    done: float = 0.0  # mm by which dough has moved under it
    way: list[Vec] | None = None  # path of a knife

    def ended_by(self, finger: Finger) -> bool:
        """Whether this contact is the tap that ends a tool led by a hovering pointer."""
        mine = self.finger
        return mine.hovering and (mine.state == "down" or (mine.state == "lifted" and mine.lifted_at >= finger.born))

    @property
    def works(self) -> bool:
        """Whether it has any effect: all except a contact that rests beside the dough where it landed."""
        beside = self.kind == "push" and not self.under and self.done == 0.0
        return not beside or distance(self.finger.start, self.finger.at) > BESIDE

    @property
    def down(self) -> bool:
        """Whether its finger is still active: pressed, or led by a pointer."""
        return self.finger.state == "down" and not (self.rested and self.finger.hovering and not self.led)


class Kneading:
    """All fingers on a lump. `radius`: of a fingertip, mm; `firm`: factor by which fingers must move farther."""

    def __init__(self, lump: Lump, radius: float, firm: float, holds: bool = False, knife: bool = False) -> None:
        self.lump, self.radius, self.firm, self.grain = lump, radius, firm, lump.grain
        self.holds, self.knife = holds, knife
        self.tools: list[Tool] = []
        self.cue: Callable[[str, Vec], None] = lambda _name, _at: None
        self._ticks = 0
        self._said = 0

    @property
    def busy(self) -> bool:
        """Whether a finger is active, or its tool still follows."""
        return any(tool.down or distance(tool.at, self._goal(tool)) > 0.05 for tool in self.tools)

    def _goal(self, tool: Tool) -> Vec:
        edge, size = self.radius * 0.6, self.lump.size
        at = tool.finger.at
        return Vec(min(max(at.x, edge), size.x - edge), min(max(at.y, edge), size.y - edge))

    def press(self, finger: Finger, now: float) -> bool:
        """A finger lands; False if it only ends another tool."""
        if any(tool.ended_by(finger) for tool in self.tools if tool.led or not tool.rested):
            return False
        at = finger.start
        inside = self.lump.inside(at) or self.lump.gap(at, NEAR) < NEAR
        kind: Kind = "knife" if self.knife else "pull" if inside else "push"
        tool = Tool(finger, kind, at, at, at, now, mean=at, calm=at, calm_since=now, way=[at] if self.knife else None)
        self.tools.append(tool)
        self.cue("press" if kind != "pull" else "grip", at)
        return True

    def drop(self) -> None:
        """Discard all tools."""
        self.tools.clear()

    def step(self, now: float) -> list[Tool]:
        """Run a step; returns the tools that have ended."""
        self._ticks += 1
        if self.tools and self._ticks % self.grain.every == 0:
            self._work(now)
        if not self.tools:
            return []
        gone = [
            tool
            for tool in self.tools
            if not tool.down and tool.finger.state != "lifted" and distance(tool.at, self._goal(tool)) <= 0.05
        ]
        for tool in gone:
            self.tools.remove(tool)
            self._print(tool)
        return gone

    def _work(self, now: float) -> None:
        tools = [tool for tool in self.tools if tool.kind != "knife"]
        for tool in self.tools:
            if tool.kind == "knife":
                self._slice(tool)
        ways = [(tool, self._next(tool)) for tool in tools]
        longest = max((distance(tool.at, end) for tool, end in ways), default=0.0)
        if longest > 1e-6:
            pieces = max(1, math.ceil(longest / (self.grain.piece if len(tools) <= MANY else self.grain.coarse)))
            starts = [tool.at for tool in tools]
            self.lump.begin()
            for piece in range(1, pieces + 1):
                ends = [between(start, end, piece / pieces) for start, (_, end) in zip(starts, ways, strict=True)]
                self.move(tools, ends)
            if any(tool.done for tool in tools):
                self.lump.settle()
        for tool in tools:
            self._rest(tool, now)

    def _next(self, tool: Tool) -> Vec:
        """Where a tool is after this step."""
        goal, most = self._goal(tool), self.grain.stride
        if self.grain.follows < 1.0:
            most = min(most, max(LEAST_STEP, self.grain.follows * distance(tool.at, goal)))
        return _towards(tool.at, goal, most)

    def _rest(self, tool: Tool, now: float) -> None:
        """Let a resting finger flatten bulges, or dig a hole in levels that allow digging."""
        tool.mean = between(tool.mean, tool.at, AVERAGED)
        if distance(tool.mean, tool.calm) > CALM:
            tool.calm, tool.calm_since = tool.mean, now
        if not tool.down or distance(tool.at, tool.still) > HELD_STILL:
            tool.still, tool.since = tool.at, now
            return
        if now - tool.since < HOLDS:
            return
        if tool.kind == "pull" and distance(tool.at, tool.finger.start) < HELD_STILL:
            if self.holds and self.lump.dig(tool.at):
                tool.dug, tool.kind = True, "push"
                self.cue("dig", tool.at)
            elif now - tool.calm_since < FLATTENS_AFTER:
                return
            else:
                self.lump.begin()
                moved = self.press_flat(tool.mean, FLAT_RATE * self.grain.every / RATE)
                if moved < LEAST_FLAT or not self.lump.settle():
                    return
                tool.done += moved
            if not tool.rested:
                tool.rested, tool.led = True, tool.finger.hovering
        elif tool.dug and self.lump.widen(tool.at, DIG_RATE * self.grain.every / RATE, self.radius):
            tool.done += DIG_RATE * self.grain.every / RATE

    def press_flat(self, at: Vec, by: float) -> float:
        """Flatten bulges under a fingertip by `by` mm; returns how far dough has moved, in mm."""
        return self.lump.flatten(self.lump.piece_at(at), at, by, self.radius * FLAT_REACH)

    def move(self, tools: list[Tool], ends: list[Vec]) -> None:
        """Move all tools by one sub-step."""
        shares = [Vec(0.0, 0.0)] * len(tools)
        if len(tools) == 2 and tools[0].kind == tools[1].kind:
            shares = self._both(tools[0], tools[1], ends)
        for tool, end, shared in zip(tools, ends, shares, strict=True):
            moved = end - tool.at
            tool.at = end
            if tool.kind == "pull":
                self._pull(tool, moved, shared)
            else:
                self._push(tool, moved)

    def _both(self, one: Tool, other: Tool, ends: list[Vec]) -> list[Vec]:
        """Let two fingers squeeze or stretch the dough between them; returns how far that has carried each."""
        none = [Vec(0.0, 0.0), Vec(0.0, 0.0)]
        apart = distance(one.at, other.at)
        grown = distance(ends[0], ends[1]) - apart
        if apart < 2.5 * self.radius or abs(grown) < 1e-6:
            return none
        hub = middle([one.at, other.at])
        half = apart / 2
        if one.kind == "push":
            touch = self.radius + LEANS
            near = max(self.lump.gap(one.at, touch), self.lump.gap(other.at, touch))
            if grown > 0 or near >= touch or not self.lump.inside(hub):
                return none
            half = max(4.0, half - self.radius)
        axis = (one.at - other.at) * (1.0 / apart)
        by = TOGETHER * grown / 2 / self.firm
        self.lump.stretch(self.lump.piece_at(hub), hub, axis, half, by)
        one.done += abs(by)
        other.done += abs(by)
        if one.kind == "push":
            return none
        one.grip, other.grip = one.grip + axis * by, other.grip - axis * by
        return [axis * (by * self.firm), axis * (-by * self.firm)]

    def _pull(self, tool: Tool, moved: Vec, shared: Vec) -> None:
        moved = moved - shared
        if tool.rested and distance(tool.at, tool.still) <= HELD_STILL:
            tool.owed = tool.owed + moved  # while pressing, tremor moves no dough
            return
        if tool.owed.length > 1e-6:  # it was the slow start of a pull: the dough catches up
            more = tool.owed * min(1.0, moved.length / tool.owed.length)
            tool.owed, moved = tool.owed - more, moved + more
        by = moved * (1.0 / self.firm)
        if by.length < 1e-6:
            return
        piece = self.lump.piece_at(tool.grip)
        self.lump.carry(piece, tool.grip, by, self.radius * GRIP_CORE, self.radius * GRIP_REACH)
        tool.grip = tool.grip + by
        tool.done += by.length

    def _push(self, tool: Tool, moved: Vec) -> None:
        """Let the dough give way to the fingertip, no farther than the finger has moved."""
        budget = moved.length / self.firm
        for _ in range(2):
            if budget < 1e-6:
                return
            near = self.lump.nearest(tool.at, self.radius)
            tool.under = tool.under or near is not None
            if not tool.under:
                return
            under = self.lump.inside(tool.at)
            if near is None and not under:
                tool.under = False
                return
            if near is None or under or near[0] < self.radius * 0.3:
                way, by, place = moved * (1.0 / max(moved.length, 1e-9)), budget, tool.at
                piece = self.lump.piece_at(tool.at)
            else:
                far, place, loop = near
                way, by = (place - tool.at) * (1.0 / far), min(budget, self.radius - far)
                piece = self.lump.piece(loop)
            self.lump.carry(piece, place, way * by, self.radius * PUSH_CORE, self.radius * PUSH_REACH)
            self.lump.flatten(piece, place, by * PUSH_FLAT, self.radius * FLAT_REACH)
            budget -= by
            tool.done += by

    def _slice(self, tool: Tool) -> None:
        """Cut what the knife has passed through, once it comes out on the other side."""
        assert tool.way is not None
        while distance(tool.at, self._goal(tool)) > 1e-6:
            tool.at = _towards(tool.at, self._goal(tool), PIECE)
            way = tool.way
            here = self.lump.inside(tool.at)
            if here:
                tool.cut = True
                continue
            if tool.cut and not self.lump.inside(way[0]) and self.lump.cut(way[0], tool.at):
                tool.done += distance(way[0], tool.at)
                self.cue("cut", tool.at)
            tool.cut = False
            way[:] = [tool.at]

    def _print(self, tool: Tool) -> None:
        """Leave a fingerprint in the dough."""
        if tool.done < 1.0 or tool.kind == "knife":
            return
        near = self.lump.nearest(tool.at)
        at = tool.grip if tool.kind == "pull" or near is None else near[1]
        prints = self.lump.prints
        prints.x.append(at.x)
        prints.y.append(at.y)
        if len(prints.x) > self.grain.prints:
            del prints.x[0], prints.y[0]


def _towards(at: Vec, goal: Vec, most: float) -> Vec:
    far = distance(at, goal)
    return goal if far <= most else between(at, goal, most / far)
