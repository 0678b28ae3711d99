"""What happens when fingers move on the table of Pegs; pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.claims import Claims
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, distance
from games.kit.grip import UNMOVED, angle_between, direction
from games.kit.task import Outcome
from games.pegs.board import Board
from games.pegs.grip import TRAIL, Held, claim, closing, joined, nearest
from games.pegs.jobs import Job
from games.pegs.knob import Dial
from games.pegs.levels import PegsSettings
from games.pegs.peg import STEP, Peg, still_to_turn

PUT_BACK = 8.0  # mm; a peg let go this near to where it was taken was put back: that is no rep
REMINDED = 7.0  # s after which the lights to be remembered are shown again


class PegsRules:
    """One hand, one peg at a time, or two of each: take it, turn it, place it in its hole, and take it back."""

    def __init__(self, table: Table[PegsSettings]) -> None:
        self.table = table
        self.hands: dict[int, Held] = {}  # by slot
        self.board = Board(table)
        self.dials: list[Dial] = []  # fingers on the knob
        self.claims = Claims(table.edition)
        self._spent: set[int] = set()  # fingers that have held a peg: they must land anew
        self._quiet = 0.0  # s, when a peg was last touched
        self._lit: int | None = None
        self._ask_all()

    @property
    def taken(self) -> tuple[int, ...]:
        """The contacts that have a peg in hand, or the knob."""
        held = [finger.id for held in self.hands.values() for finger in held.fingers]
        return (*held, *(dial.finger.id for dial in self.dials))

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        names = [command.name for command in commands]
        if "skip" in names:
            self._skip()
        for command in commands:
            if command.name == "turn" and not isinstance(command.value, str):
                self._turn(round(command.value * STEP, 9))
        self.claims.look(fingers)
        for finger in fingers.pressed:
            if self.claims.waits(finger):
                continue
            if self._joins(finger) or self._close_on_a_peg(fingers, finger):
                continue  # even beside the knob: a peg between two fingers is what was meant
            if self.board.layout.on_knob(finger.start):
                self.dials.append(Dial(finger))
            else:
                self._take(finger)
        for slot, held in list(self.hands.items()):
            self._give_way(slot, held, fingers)
        for finger in self.claims.movers(lambda place: claim(self.board, self.hands, place)):
            self._take(finger)
        self._close_on_a_peg(fingers, None)
        self.claims.settle([finger for held in self.hands.values() for finger in held.fingers])
        self._turn_knob()
        for slot, held in list(self.hands.items()):
            self._carry(slot, held, fingers, "pause" in names)
        self._remind()

    # ------------------------------------------------------------------ asking

    def _ask_all(self) -> None:
        for slot in range(len(self.board.hands)):
            if slot not in self.hands:
                self._ask_next(slot)

    def _ask_next(self, slot: int) -> None:
        peg, job = self.board.next(slot)
        self._ask(peg, job, peg.at)

    def _ask(self, peg: Peg, job: Job, start: Vec, goal: tuple[Vec, float] | None = None) -> None:
        self.table.ask(self.board.task(peg, job, start, goal), peg.slot)

    # ------------------------------------------------------------------ taking

    def _take(self, finger: Finger) -> None:
        """A touch takes the nearest peg, if one is near; whichever is taken is the one asked for."""
        peg = self.board.near(finger.start, frozenset(self.hands))
        if peg is not None:
            self._hold(peg, [finger], peg.at - finger.start, finger.born)

    def _hold(self, peg: Peg, fingers: list[Finger], offset: Vec, began: float) -> Held:
        job = self.board.job_for(peg)
        if job is None:
            raise ValueError(f"nothing is wanted of the peg at {peg.at}: take one that the board offers")
        home = peg.at if self.table.edition >= 2 else None
        meant = peg is self.board.next(peg.slot)[0]
        held = Held(fingers, offset, began, peg.at, peg, job, peg.at, home=home, meant=meant)
        peg.state, peg.since, peg.came_from, peg.sunk_from = "held", self.table.now, peg.at, peg.angle
        if not self.board.turning and not job.back:
            peg.angle = round(peg.angle + still_to_turn(peg.angle, self.board.holes[job.hole].angle, peg.sort.shape), 9)
        self.hands[peg.slot] = held
        self._ask(peg, job, held.start)
        self._quiet, self.board.lights = self.table.now, ()
        self.table.cue("lift" if peg.hole is None else "pull", peg.at)
        return held

    def _give_way(self, slot: int, held: Held, fingers: Fingers) -> None:
        """A resting contact that came upon a peg leaves it, to the finger that means one."""
        if self.claims.laid(held):
            self._back(slot, held)
            self._spent.difference_update(finger.id for finger in held.fingers)
            return
        others = {finger.id for other in self.hands.values() for finger in other.fingers}
        finger = self.claims.rival(
            fingers, held, self._spent | others, lambda place: claim(self.board, self.hands, place, slot)
        )
        if finger is None:
            return
        if nearest(self.board, self.hands, finger.start, slot) is held.peg:
            self._spent.update(other.id for other in held.fingers)
            held.by_other(finger)
        else:
            self._back(slot, held)
            self._take(finger)

    def _joins(self, finger: Finger) -> bool:
        """A second finger makes it a pinch of the peg between the two, even if the first, which came down beside that,
        had taken another."""
        for held in list(self.hands.values()):
            peg = joined(held, finger, self.board)
            if peg is None:
                continue
            first = held.fingers[0]
            if peg is not held.peg:
                self.board.glide_back(held.peg, held.at)
                held = self._hold(peg, [first, finger], ORIGIN, held.began)
            held.by_two(first, finger, held.start)
            held.paired = True
            return True
        return False

    def _close_on_a_peg(self, fingers: Fingers, pressed: Finger | None) -> bool:
        """Thumb and finger to either side of a peg: as this one lands beside the other, or once they have closed."""
        if len(self.hands) == len(self.board.hands):
            return False
        taken = {finger.id for held in self.hands.values() for finger in held.fingers}
        taken |= {dial.finger.id for dial in self.dials if dial.turns} | self._spent
        free = [f for f in fingers if f.state == "down" and not f.hovering and f.id not in taken]
        free = [finger for finger in free if not self.claims.waits(finger)]
        closed = closing(free, pressed, self.board, frozenset(self.hands))
        if closed is None:
            return False
        first, second, peg = closed
        self.dials = [dial for dial in self.dials if dial.finger not in (first, second)]
        began = max(self.table.asked_at.get(peg.slot, 0.0), min(first.born, second.born))
        held = self._hold(peg, [first, second], ORIGIN, began)
        held.by_two(first, second, held.start)
        held.paired = True
        return True

    # ------------------------------------------------------------------ turning

    def _turn(self, by: float, slot: int | None = None) -> None:
        """Turn what is held, or else what is asked for."""
        if not self.board.turning:
            return
        held = next((held for key, held in self.hands.items() if slot in (None, key)), None)
        peg, job = (held.peg, held.job) if held is not None else self.board.next(slot or 0)
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

    def _carry(self, slot: int, held: Held, fingers: Fingers, pausing: bool) -> None:
        if pausing or any(finger.state == "cancelled" for finger in held.fingers):
            self._interrupt(slot, held) if pausing else self._back(slot, held)
            return
        if held.hovering and len(held.fingers) == 1 and self.board.layout.on_knob(held.fingers[0].at):
            self._wait_for_knob(slot, held, fingers)
            return
        if len(held.fingers) == 2 and held.fingers[0].hovering != held.fingers[1].hovering:
            held.by_one(next(finger for finger in held.fingers if not finger.hovering))  # the other one lifted
        if held.paired and held.hovering and distance(held.at, held.start) <= UNMOVED:
            self._back(slot, held)  # a hand that was laid there and lifted again has not tapped
            return
        if len(held.fingers) == 2:
            now = direction(held.fingers)
            self._turn(round(angle_between(now, held.turned), 9), slot)
            held.turned = now
        for there in held.places():
            held.at = there
        held.peg.at = held.at
        held.trail.append(held.at)
        del held.trail[:-TRAIL]
        if held.opened():
            self._let_go(slot, held, self.table.now)
        else:
            self._watch_lifts(slot, held)

    def _wait_for_knob(self, slot: int, held: Held, fingers: Fingers) -> None:
        """A peg carried by taps stays where it is while the knob is tapped; it goes on with the tap that turned it."""
        if held.fingers[0].state == "down":
            return
        after = [f for f in fingers if f.state == "down" and f.hovering and f.id not in self._spent]
        if not after:
            self._back(slot, held)
            return
        self._spent.add(held.fingers[0].id)
        held.fingers, held.offset = [after[-1]], ORIGIN

    def _watch_lifts(self, slot: int, held: Held) -> None:
        """Lifting lets go: at once where that succeeds, else when no finger has come back in its grace."""
        lifted = [finger for finger in held.fingers if finger.state != "down"]
        if not lifted:
            return
        gone = any(finger.state == "gone" for finger in lifted)
        when = max(finger.lifted_at for finger in lifted)
        lands = self.board.landing(held.peg, held.job, held.at) is not None
        if len(lifted) == len(held.fingers):
            if gone or lands:
                self._let_go(slot, held, when)
        elif gone:
            if lands:
                self._let_go(slot, held, when)
            else:
                held.by_one(next(finger for finger in held.fingers if finger.state == "down"))

    # ------------------------------------------------------------------ letting go

    def _let_go(self, slot: int, held: Held, when: float) -> None:
        """The peg goes into its hole, or back to the tray; else home."""
        board, at = self.board, held.at
        landing = board.landing(held.peg, held.job, at)
        if landing is not None:
            job, goal, width = landing
            self._finish(slot, held, Outcome.DONE, when, job, (goal, width))
            return
        from_tray = held.peg.hole is None
        tray = board.layout.trays[slot]
        if distance(at, held.start) <= PUT_BACK or (from_tray and tray.holds(at)):
            self._back(slot, held)
            return
        self.table.cue("drop", at)
        missed = board.layout.board.holds(at) and not held.job.back
        self._finish(slot, held, Outcome.MISSED if missed else Outcome.DROPPED, when, held.job, None)

    def _finish(
        self,
        slot: int,
        held: Held,
        outcome: Outcome,
        when: float | None,
        job: Job,
        goal: tuple[Vec, float] | None,
    ) -> None:
        """The rep is over: the peg comes to where it belongs, and the next is asked for."""
        board, peg = self.board, held.peg
        self._ask(peg, job, held.start, goal)
        turned = 0.0
        if board.turning and not job.back:
            angle, shape = board.holes[job.hole].angle, peg.sort.shape
            turned = still_to_turn(peg.rest, angle, shape) - still_to_turn(peg.angle, angle, shape)
        self._release(slot, held)
        finished = board.finished
        if outcome is Outcome.DONE:
            (board.take_back if job.back else board.place)(peg, job, held.at)
            self.table.cue("rest" if job.back else "seat", held.at)
        else:
            board.glide_back(peg, held.at)
            if outcome is not Outcome.INTERRUPTED:
                board.show(0.3)
        if board.finished != finished:
            self.table.cue("complete", board.layout.board.middle)
        fingers = tuple(finger.id for finger in held.fingers)
        turned = round(turned, 9)
        self.table.finish(
            outcome, slot, began=held.began, let_go=when, fingers=fingers, offset=held.offset, turned=turned
        )
        if self.table.settings != board.settings and not board.retune() and not self.hands:
            board.lay()
            self.table.asked.clear()
        self._ask_all()

    def _release(self, slot: int, held: Held) -> None:
        self._spent.update(finger.id for finger in held.fingers)
        self.hands.pop(slot, None)
        self._quiet = self.table.now

    def _back(self, slot: int, held: Held) -> None:
        """It glides home, and that is no rep."""
        self._release(slot, held)
        self.board.glide_back(held.peg, held.at)
        self._ask_next(slot)

    def _interrupt(self, slot: int, held: Held) -> None:
        self._finish(slot, held, Outcome.INTERRUPTED, None, held.job, None)

    def _skip(self) -> None:
        """Ask for something else instead; nothing is counted."""
        if self.hands:
            for slot, held in list(self.hands.items()):
                if self.table.edition >= 2:
                    self.board.pass_over(slot, (held.peg, held.job))
                self._interrupt(slot, held)
            return
        for slot in range(len(self.board.hands)):
            self.table.finish(Outcome.INTERRUPTED, slot)
            self.board.pass_over(slot)
        self._ask_all()

    def _remind(self) -> None:
        """Lights to be remembered are heard as they are shown, and shown again to a hand that waits."""
        board, now = self.board, self.table.now
        if board.settings.play != "memory" or self.hands:
            return
        lit = board.lit(now)
        if lit is not None and lit != self._lit:
            self.table.cue("light", board.holes[lit].place)
        self._lit = lit
        if now > max(self._quiet, board.shown_until) + REMINDED:
            board.show(0.0)
