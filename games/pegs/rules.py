"""The rules of Pegs; pure."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from games.kit.carrying import Carrying
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, distance
from games.kit.grip import UNMOVED, within_reach
from games.kit.task import Outcome
from games.pegs.board import Board
from games.pegs.grip import GRASPED, HeldPeg
from games.pegs.jobs import Job
from games.pegs.knob import Dial
from games.pegs.levels import PegsSettings
from games.pegs.peg import STEP, Peg, still_to_turn

PUT_BACK = 8.0  # mm; a peg let go this near to where it was taken counts as put back, not as a rep
REMINDED = 7.0  # s without a touch after which the lights to remember are shown again


class PegsRules(Carrying[PegsSettings, Peg, HeldPeg]):
    """One hand, one peg at a time, or two of each: take it, turn it, place it in its hole, and take it back."""

    def __init__(self, table: Table[PegsSettings]) -> None:
        super().__init__(table, HeldPeg)
        self.board = Board(table)
        self.dials: list[Dial] = []  # fingers on the knob
        self._quiet = 0.0  # s of block time of the last touch of a peg
        self._lit: int | None = None
        self._ask_all()

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that hold a peg, or the knob."""
        return (*super().taken, *(dial.finger.id for dial in self.dials))

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        names = [command.name for command in commands]
        if "skip" in names:
            self.skip()
        for command in commands:
            if command.name == "turn" and not isinstance(command.value, str):
                self._turn(round(command.value * STEP, 9))
        self.take_up(fingers)
        self._turn_knob()
        self.carry(fingers, "pause" in names)
        self._remind()

    # ------------------------------------------------------------------ asking

    def _ask_all(self) -> None:
        for slot in range(self.slots):
            if slot not in self.hands:
                self.ask_next(slot)

    def ask_next(self, slot: int) -> None:
        peg, job = self.board.next(slot)
        self._ask(peg, job, peg.at)

    def _ask(self, peg: Peg, job: Job, start: Vec, goal: tuple[Vec, float] | None = None) -> None:
        self.table.ask(self.board.task(peg, job, start, goal), peg.slot)

    def skip(self) -> None:
        if self.hands:
            for slot, held in list(self.hands.items()):
                if self.table.edition >= 2:
                    self.board.pass_over(slot, (held.piece, held.job))
                self.end(held, Outcome.INTERRUPTED, None)
            return
        for slot in range(self.slots):
            self.table.finish(Outcome.INTERRUPTED, slot)
            self.board.pass_over(slot)
        self._ask_all()

    # ------------------------------------------------------------------ taking

    @property
    def slots(self) -> int:
        return len(self.board.hands)

    def slot_of(self, piece: Peg) -> int:
        return piece.slot

    def lying(self, slot: int) -> Sequence[Peg]:
        return self.board.lying(slot)

    def length(self, _piece: Peg) -> float:
        return max(self.board.layout.peg, GRASPED)

    def reach(self, _piece: Peg) -> float:
        return within_reach(self.board.layout.peg)

    def asked_for(self, piece: Peg) -> bool:
        return piece is self.board.next(piece.slot)[0]

    def lifted(self, held: HeldPeg) -> None:
        board, peg = self.board, held.piece
        job = board.job_for(peg)
        if job is None:
            raise ValueError(f"no task needs the peg at {peg.at}: take one that the board offers")
        held.job = job
        peg.state, peg.since, peg.came_from, peg.sunk_from = "held", self.table.now, peg.at, peg.angle
        if not board.turning and not job.back:
            peg.angle = round(peg.angle + still_to_turn(peg.angle, board.holes[job.hole].angle, peg.sort.shape), 9)
        self._ask(peg, job, held.start)
        self._quiet, board.lights = self.table.now, ()
        self.table.cue("lift" if peg.hole is None else "pull", peg.at)

    def gripped(self, held: HeldPeg) -> None:
        held.paired = True
        self.dials = [dial for dial in self.dials if dial.finger not in held.fingers]

    def put_back(self, held: HeldPeg) -> None:
        self.board.glide_back(held.piece, held.at)

    def back(self, held: HeldPeg) -> None:
        super().back(held)
        self.ask_next(held.slot)

    def release(self, held: HeldPeg) -> None:
        super().release(held)
        self._quiet = self.table.now

    # ------------------------------------------------------------------ turning

    @property
    def occupied(self) -> Collection[int]:
        return [dial.finger.id for dial in self.dials if dial.turns]

    def touched(self, finger: Finger) -> bool:
        """Whether the finger is on the knob, unless it and another one have a peg between them."""
        on_knob = self.board.layout.on_knob(finger.start)
        if on_knob:
            self.dials.append(Dial(finger))
        return on_knob

    def _turn(self, by: float, slot: int | None = None) -> None:
        """Turn the held peg, or else the one asked for."""
        if not self.board.turning:
            return
        held = next((held for key, held in self.hands.items() if slot in (None, key)), None)
        peg, job = (held.piece, held.job) if held is not None else self.board.next(slot or 0)
        if job.back or peg.sort.shape == "round":
            return
        before = math.floor(round((peg.angle - peg.rest) / STEP + 0.5, 6))
        peg.angle = round(peg.angle + by, 9)
        if math.floor(round((peg.angle - peg.rest) / STEP + 0.5, 6)) != before:
            self.table.cue("turn", peg.at)

    def _turn_knob(self) -> None:
        knob = self.board.layout.knob
        for dial in list(self.dials):
            if knob is not None and dial.finger.state != "cancelled":
                self._turn(dial.turned_by(knob))
            if dial.ended:
                self.dials.remove(dial)

    # ------------------------------------------------------------------ carrying

    def moves(self, held: HeldPeg, fingers: Fingers) -> bool:
        if held.hovering and len(held.fingers) == 1 and self.board.layout.on_knob(held.fingers[0].at):
            self._wait_for_knob(held, fingers)
            return False
        held.slip()
        if held.paired and held.hovering and distance(held.at, held.start) <= UNMOVED:
            self.back(held)  # a resting hand that lifts again has not tapped
            return False
        if len(held.fingers) == 2:
            self._turn(held.turned_on(), held.slot)
        if not super().moves(held, fingers):
            return False
        held.remember()
        return True

    def _wait_for_knob(self, held: HeldPeg, fingers: Fingers) -> None:
        """Keep a peg carried by taps in place while the knob is tapped; after that it is carried on."""
        if held.fingers[0].state == "down":
            return
        after = [f for f in fingers if f.state == "down" and f.hovering and f.id not in self.spent]
        if not after:
            self.back(held)
            return
        self.spent.add(held.fingers[0].id)
        held.fingers, held.offset = [after[-1]], ORIGIN

    # ------------------------------------------------------------------ letting go

    def lands(self, held: HeldPeg, _when: float) -> bool:
        return self.board.landing(held.piece, held.job, held.at) is not None

    def let_go(self, held: HeldPeg, when: float) -> None:
        """Put the peg into its hole, or back into the tray; else let it glide home."""
        board, at, peg = self.board, held.at, held.piece
        landing = board.landing(peg, held.job, at)
        if landing is not None:
            job, goal, width = landing
            self._finish(held, Outcome.DONE, when, job, (goal, width))
        elif distance(at, held.start) <= PUT_BACK or (peg.hole is None and board.layout.trays[held.slot].holds(at)):
            self.back(held)
        else:
            self.table.cue("drop", at)
            missed = board.layout.board.holds(at) and not held.job.back
            self.end(held, Outcome.MISSED if missed else Outcome.DROPPED, when)

    def end(self, held: HeldPeg, outcome: Outcome, when: float | None) -> None:
        self._finish(held, outcome, when, held.job, None)

    def _finish(
        self, held: HeldPeg, outcome: Outcome, when: float | None, job: Job, goal: tuple[Vec, float] | None
    ) -> None:
        """End the rep: the peg goes to its place, and the next is asked for."""
        board, peg = self.board, held.piece
        self._ask(peg, job, held.start, goal)
        turned = self._turned(peg, job)
        self.release(held)
        finished = board.finished
        if outcome is Outcome.DONE:
            (board.take_back if job.back else board.place)(peg, job, held.at)
            self.table.cue("rest" if job.back else "seat", held.at)
        else:
            self.put_back(held)
            if outcome is not Outcome.INTERRUPTED:
                board.show(0.3)
        if board.finished != finished:
            self.table.cue("complete", board.layout.board.middle)
        self.finish(held, outcome, when, turned=turned)
        if self.table.settings != board.settings and not board.retune() and not self.hands:
            board.lay()
            self.table.asked.clear()
        self._ask_all()

    def _turned(self, peg: Peg, job: Job) -> float:
        """The turn of the peg relative to its hole, made in this job, in radians."""
        if not self.board.turning or job.back:
            return 0.0
        angle, shape = self.board.holes[job.hole].angle, peg.sort.shape
        return round(still_to_turn(peg.rest, angle, shape) - still_to_turn(peg.angle, angle, shape), 9)

    def _remind(self) -> None:
        """Sound the lights to remember as they are shown, and repeat them if the hand waits."""
        board, now = self.board, self.table.now
        if board.settings.play != "memory" or self.hands:
            return
        lit = board.lit(now)
        if lit is not None and lit != self._lit:
            self.table.cue("light", board.holes[lit].place)
        self._lit = lit
        if now > max(self._quiet, board.shown_until) + REMINDED:
            board.show(0.0)
