"""What lies on the table of Pegs: the board and its holes, the pegs, and which of them is wanted where."""

from __future__ import annotations

import math

from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.task import Carry
from games.pegs.jobs import STACK, Job, Jobs, astray, drilled
from games.pegs.layout import Layout
from games.pegs.levels import PegsSettings
from games.pegs.peg import Hole, Peg, Sort, still_to_turn

MOST_IN_TRAY = 10  # most pegs in the tray; if more are needed, new ones appear as these are placed
EACH_OF_STACK = 3  # pegs of each sort in the tray of an assembly
LINGER = 0.8  # s; how long a completed picture is shown before its pegs go home
MOST_LEAVING = 24
LIGHT, BETWEEN = 0.75, 0.20  # s that each light of a sequence is shown, and pause between two lights
SHOWN_AFTER = 0.6  # s until the first light
ASTRAY = 0.04  # peg thicknesses; random offset of a peg from its place in the tray


class Board:
    """The holes, the pegs and the jobs of every hand (slot)."""

    def __init__(self, table: Table[PegsSettings]) -> None:
        self._table = table
        self.finished = 0  # number of completed pictures and light sequences
        self.finished_at = -1.0  # s of block time of the last one
        self._passed: list[Peg] = []  # skipped pegs, most recent last
        self.leaving: list[Peg] = []  # removed pegs that may still be shown for a moment
        self.lay()

    def lay(self) -> None:
        """Set up the table for the present settings."""
        table = self._table
        self.settings = table.settings
        self.layout = Layout(table.size, self.settings, table.fit.side)
        self.hands = [Jobs(table.rng, self.settings, slot, table.fit.side) for slot in range(self.layout.trays_wanted)]
        forms = drilled(table.rng, self.settings)
        self.holes = [Hole(at, sort, angle) for at, (sort, angle) in zip(self.layout.holes, forms, strict=True)]
        self.stacks: list[list[Peg]] = [[] for _ in self.holes]  # the pegs in each hole, lowest first
        self.pegs: list[Peg] = []
        for slot, jobs in enumerate(self.hands):
            jobs.more(self.holes, [])
            self._fill_tray(slot, self._wanted(jobs))
        self.show(SHOWN_AFTER)

    def retune(self) -> bool:
        """Adopt settings that change sizes only, keeping all pegs; False if the table must be set up anew."""
        new = self._table.settings
        old = self.settings
        if (new.holes, new.play, new.shape, new.back) != (old.holes, old.play, old.shape, old.back):
            return False
        layout = Layout(self._table.size, new, self._table.fit.side)
        if layout.holes != self.layout.holes or layout.trays != self.layout.trays:
            return False
        self.settings, self.layout = new, layout
        return True

    @property
    def picture(self) -> bool:
        """Whether a picture is being made."""
        return self.hands[0].picture is not None

    @property
    def turning(self) -> bool:
        """Whether pegs must be turned by hand."""
        return self.settings.turn > 0

    @property
    def endless(self) -> bool:
        """Whether a new peg comes into the tray for each that is placed."""
        return self.settings.play in ("both", "assembly", "free") or len(self.hands[0].todo) > MOST_IN_TRAY + 3

    # ------------------------------------------------------------------ what is wanted

    def next(self, slot: int) -> tuple[Peg, Job]:
        """The peg and the job to ask for next, for this hand."""
        jobs = self.hands[slot]
        for job in jobs.todo:
            peg = self._for(job, slot)
            if peg is not None:
                return peg, job
        raise LookupError(f"no peg fits any task of hand {slot}: {jobs.todo}")

    def job_for(self, peg: Peg) -> Job | None:
        """The first job that this peg suits; None if it suits none now."""
        jobs = self.hands[peg.slot]
        for job in jobs.todo[:1] if jobs.fixed else jobs.todo:
            if (
                jobs.suits(job, peg.sort)
                and job.back == (peg.state == "placed")
                and (not job.back or peg.hole == job.hole)
            ):
                return job
        if self.settings.play == "free" and peg.state == "placed":
            return Job(peg.hole or 0, peg.sort, back=True)
        return None

    def lying(self, slot: int) -> list[Peg]:
        """The pegs that this hand may take: something is wanted of them."""
        return [peg for peg in self.pegs if peg.slot == slot and peg.state != "held" and self.job_for(peg) is not None]

    def landing(self, peg: Peg, meant: Job, at: Vec) -> tuple[Job, Vec, float] | None:
        """(job, centre, width of its target) that letting go here would complete; None if none."""
        if meant.back:
            middle, width = self.layout.into_tray(peg.slot, at)
            if distance(at, middle) <= width / 2:
                return meant, middle, width
            if self.settings.play != "free":
                return None
        jobs = self.hands[peg.slot]
        todo = jobs.todo[:1] if jobs.fixed else jobs.todo
        for job in todo:
            hole = self.holes[job.hole]
            if job.back or not jobs.suits(job, peg.sort) or distance(hole.place, at) > self.layout.tolerance:
                continue
            if self.fits(peg, hole):
                return job, hole.place, 2 * self.layout.tolerance
        return None

    def fits(self, peg: Peg, hole: Hole) -> bool:
        """Whether a peg is turned to fit the hole; always True if pegs turn by themselves."""
        if not self.turning:
            return True
        off = still_to_turn(peg.angle, hole.angle, peg.sort.shape)
        return abs(off) <= round(self.settings.turn * math.pi / 180, 9)

    def task(self, peg: Peg, job: Job, start: Vec, goal: tuple[Vec, float] | None = None) -> Carry:
        """The task for a peg taken at `start`; `goal`: (place, width), if not the usual one."""
        if job.back:
            place, width = goal or self.layout.into_tray(peg.slot, peg.home)
            return Carry(start, place, width)
        hole, width = self.holes[job.hole], 2 * self.layout.tolerance
        if not self.turning or peg.sort.shape == "round":
            return Carry(start, hole.place, width)
        turn = still_to_turn(peg.rest, hole.angle, peg.sort.shape)
        return Carry(start, hole.place, width, turn, round(2 * self.settings.turn * math.pi / 180, 9))

    # ------------------------------------------------------------------ lights to remember

    def show(self, after: float) -> None:
        """Show the sequence of lights to remember, beginning `after` s from now."""
        remembers = self.settings.play == "memory"
        self.lights = tuple(job.hole for job in self.hands[0].todo) if remembers else ()
        self.shown_at = self._table.now + after

    def lit(self, now: float) -> int | None:
        """The hole lit at this time by the sequence to remember, or None."""
        index, part = divmod(now - self.shown_at, LIGHT + BETWEEN)
        return self.lights[int(index)] if 0 <= index < len(self.lights) and part < LIGHT else None

    @property
    def shown_until(self) -> float:
        """When all lights have been shown."""
        return self.shown_at + (LIGHT + BETWEEN) * len(self.lights)

    # ------------------------------------------------------------------ what happens

    def place(self, peg: Peg, job: Job, at: Vec) -> None:
        """Put a peg into its hole; a new one appears in the tray if more are needed."""
        hole, fresh = self.holes[job.hole], peg.hole is None
        self._unplug(peg)
        self._put(peg, hole.place, at, "placed")
        peg.sunk_from, peg.angle, peg.hole = peg.angle, hole.angle, job.hole
        peg.rest = peg.angle
        self.stacks[job.hole].append(peg)
        if fresh and (self.endless or self._short(peg.slot, job)):
            self.pegs.append(self._new(peg.sort, peg.home, peg.slot))
        self._done(peg.slot, job)

    def take_back(self, peg: Peg, job: Job, at: Vec) -> None:
        """Put a peg back into the tray."""
        self._send_home(peg, at)
        self._done(peg.slot, job)

    def glide_back(self, peg: Peg, at: Vec) -> None:
        """Let a peg glide back to where it was taken from; its turn is kept."""
        if peg.hole is None:
            self._put(peg, peg.home, at, "tray")
        else:
            self._put(peg, self.holes[peg.hole].place, at, "placed")
            peg.angle = self.holes[peg.hole].angle
        peg.rest = peg.angle

    def pass_over(self, slot: int, taken: tuple[Peg, Job] | None = None) -> None:
        """Move the next (or the taken) peg and its job to the end of the order."""
        if self._table.edition >= 2:
            peg, job = taken or self.next(slot)
            self._passed = [*(one for one in self._passed if one is not peg and one in self.pegs), peg]
            self.hands[slot].put_off(job, self.holes, self._filled(self.hands[slot]))
        else:
            self.hands[slot].pass_over(self.holes, self._filled(self.hands[slot]))

    def _short(self, slot: int, done: Job) -> bool:
        """Whether the tray has no peg for any other job: a fast hand takes the last one before a large board is full."""
        others = [job for job in self.hands[slot].todo if job != done]
        return bool(others) and all(self._for(job, slot) is None for job in others)

    def _done(self, slot: int, job: Job) -> None:
        jobs = self.hands[slot]
        if job in jobs.todo:
            jobs.todo.remove(job)
        if self.settings.play == "free":
            jobs.todo = []
        if jobs.todo:
            return
        filled = self._filled(jobs)
        if self.settings.play in ("picture", "memory", "assembly"):
            self.finished, self.finished_at = self.finished + 1, self._table.now
        if jobs.more(self.holes, filled):
            for index in filled:
                for peg in list(self.stacks[index]):
                    self._send_home(peg, peg.at, LINGER)
        self.show(LINGER)

    def _filled(self, jobs: Jobs) -> list[int]:
        return [index for index in jobs.holes if self.stacks[index]]

    def _send_home(self, peg: Peg, start: Vec, after: float = 0.0) -> None:
        """Let a peg return to its place in the tray; if a new one is there, remove it."""
        self._unplug(peg)
        self._put(peg, peg.home, start, "tray")
        peg.since += after
        peg.angle = peg.rest = 0.0
        if any(other is not peg and other.home == peg.home for other in self.pegs):
            self.pegs.remove(peg)
            self.leaving = [*self.leaving[-MOST_LEAVING:], peg]

    def _unplug(self, peg: Peg) -> None:
        if peg.hole is not None:
            self.stacks[peg.hole].remove(peg)
            peg.hole = None

    def _put(self, peg: Peg, place: Vec, start: Vec, state: str) -> None:
        peg.at, peg.came_from, peg.since = place, start, self._table.now
        peg.state = "placed" if state == "placed" else "tray"
        peg.sunk_from = peg.angle

    def _for(self, job: Job, slot: int) -> Peg | None:
        if job.back:
            return next((peg for peg in reversed(self.stacks[job.hole]) if peg.state != "held"), None)
        fit = [peg for peg in self.pegs if peg.slot == slot and peg.state == "tray"]
        fit = [peg for peg in fit if self.hands[slot].suits(job, peg.sort)]
        order = {id(peg): number for number, peg in enumerate(self._passed)}
        return min(fit, key=lambda peg: order.get(id(peg), -1), default=None)

    def _wanted(self, jobs: Jobs) -> list[Sort]:
        if self.settings.play == "assembly":
            return [Sort(shape) for shape in STACK[:3] for _ in range(EACH_OF_STACK)]
        if self.settings.play in ("light", "memory"):
            return [hole.sort for hole in self.holes]
        if self.settings.play == "both":
            return [jobs.todo[0].sort] * (MOST_IN_TRAY // 2)
        if self.settings.play == "free":
            return [Sort("round", index % 4) for index in range(MOST_IN_TRAY + 2)]
        sorts = [job.sort for job in jobs.todo]
        if self.endless:
            sorts = sorts[:MOST_IN_TRAY]
        return sorted(sorts, key=lambda sort: (sort.colour, sort.shape))

    def _fill_tray(self, slot: int, sorts: list[Sort]) -> None:
        for sort, spot in zip(sorts, self.layout.places(slot, len(sorts)), strict=True):
            much = ASTRAY * self.layout.peg
            off = Vec(astray(self._table.rng, much), astray(self._table.rng, much))
            self.pegs.append(self._new(sort, spot + off, slot))

    def _new(self, sort: Sort, home: Vec, slot: int) -> Peg:
        return Peg(sort, home, home, slot, since=self._table.now, came_from=home)
