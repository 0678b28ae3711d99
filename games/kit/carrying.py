"""Taking, carrying and letting go of pieces: everything that does not depend on the game.

The rules of a carrying game are a subclass. It says what its pieces are (`games.kit.pieces`), where they may land
(`lands`), what happens when they are let go (`let_go`) and how an attempt ends (`end`, `skip`). It may also say what a
piece hits on its way (`met`), change how it moves (`moves`), and set one down until the next tap (`wait`).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import S
from games.kit.geometry import Vec
from games.kit.grip import P
from games.kit.pieces import H
from games.kit.taking import Taking
from games.kit.task import Outcome


class Carrying(Taking[S, P, H]):
    """One step of a carrying game: which pieces are taken, where they go, whether they are let go."""

    # ------------------------------------------------------------------ what a game says

    @abstractmethod
    def lands(self, held: H, when: float) -> bool:
        """Whether letting go now would succeed. If so, it counts at once; otherwise the grace period is awaited, because a
        contact may only be lost for a moment. `when`: the time at which its fingers lifted."""

    @abstractmethod
    def let_go(self, held: H, when: float) -> None:
        """All fingers let go at this time: the piece lands (`end` it as DONE), goes `back`, or `end`s with another outcome."""

    @abstractmethod
    def end(self, held: H, outcome: Outcome, when: float | None) -> None:
        """End the attempt: `release` the piece, put it back unless DONE, `finish` the rep, ask for the next."""

    @abstractmethod
    def skip(self) -> None:
        """Ask for something else instead; nothing is counted."""

    def met(self, held: H, before: Vec) -> bool:  # noqa: ARG002 (for games that have something in the way)
        """Whether a collision on the way from `before` has ended the attempt."""
        return False

    def let_go_by_one(self, held: H, when: float) -> bool:
        """Whether the piece is let go when one of two fingers leaves it; otherwise the other one holds on."""
        return self.lands(held, when)

    def lifting(self, held: H, lifted: Sequence[Finger]) -> None:
        """Called with those of its fingers that are lifted at present (maybe none); they may come back."""

    # ------------------------------------------------------------------ a step

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        """One step."""
        names = [command.name for command in commands]
        if "skip" in names:
            self.skip()
        self.take_up(fingers)
        self.carry(fingers, "pause" in names)

    def carry(self, fingers: Fingers, pausing: bool) -> None:
        """Move everything that is held; a pause ends the attempts."""
        held = list(self.hands.values())
        if pausing:
            waiting = [self.waiting] if self.waiting is not None else []
            for one in (*held, *waiting):
                self.end(one, Outcome.INTERRUPTED, None)
            return
        for one in held:
            self._carry(one, fingers)

    def _carry(self, held: H, fingers: Fingers) -> None:
        if any(finger.state == "cancelled" for finger in held.fingers):
            self.back(held)
        elif self.moves(held, fingers):
            if held.opened():
                self.let_go(held, self.table.now)
            else:
                self._watch_lifts(held)

    def moves(self, held: H, fingers: Fingers) -> bool:  # noqa: ARG002 (for games in which the other hand helps)
        """Move a piece with its fingers; False if that has ended the attempt, or the piece stays where it is."""
        held.slip()
        for there in held.places():
            before, held.at = held.at, there
            if self.met(held, before):
                return False
        held.piece.at = held.at
        return True

    def _watch_lifts(self, held: H) -> None:
        """Let go when fingers lift: at once if that succeeds, otherwise when none has come back within its grace period."""
        lifted = [finger for finger in held.fingers if finger.state != "down"]
        self.lifting(held, lifted)
        if not lifted:
            return
        gone = any(finger.state == "gone" for finger in lifted)
        when = max(finger.lifted_at for finger in lifted)
        if len(lifted) == len(held.fingers):
            if gone or self.lands(held, when):
                self.let_go(held, when)
        elif gone:
            if self.let_go_by_one(held, when):
                self.let_go(held, when)
            else:
                held.by_one(next(finger for finger in held.fingers if finger.state == "down"))
                self.lifting(held, ())

    # ------------------------------------------------------------------ letting go

    def wait(self, held: H, at: Vec) -> None:
        """Set a piece down on its way, after a tap, until the next tap."""
        self.hands.pop(held.slot, None)
        held.at = held.piece.at = at
        self.waiting = held

    def finish(
        self,
        held: H,
        outcome: Outcome,
        when: float | None,
        made: tuple[tuple[Vec, ...], ...] = (),
        turned: float = 0.0,
    ) -> None:
        """Record the rep of this hand, let go at `when`."""
        fingers = tuple(finger.id for finger in held.fingers)
        began, offset = held.began, held.offset
        self.table.finish(
            outcome, held.slot, began=began, let_go=when, fingers=fingers, offset=offset, made=made, turned=turned
        )
