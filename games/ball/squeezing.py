"""Squeezing: close to a depth, hold, open again. A squeeze counts once the hand has opened."""

from __future__ import annotations

from collections.abc import Sequence

from games.ball.hold import Grasp, sprung
from games.ball.levels import BallSettings
from games.ball.one_hand import OneHand
from games.ball.opening import pressed
from games.kit.chance import within
from games.kit.fingers import Command, Fingers
from games.kit.game import Table
from games.kit.task import Grip, Outcome

REOPENED = 0.80  # share of its span; a hand that has opened this far has let go
ONSET = 0.40  # share of the wanted depth; a hand that has closed this far has begun to squeeze ...
LEAST_ONSET = 0.25  # ... if it is also this share of its span; less counts as an open hand
RESTING = 0.08  # share of the span; a hand that has closed no further is resting
OPEN_FOR = 0.12  # s that a hand must stay open after a squeeze without a hold (longer than tremor) ...
OPEN_FOR_MISSED = 0.30  # ... and after one that missed its depth, because the hand may close again
LAPSE = 0.25  # s that the hand may leave the depth during a hold
GROWN = 1.0  # mm by which a hand must open wider than before to count as having a wider span
REST = 10  # squeezes after which a rest is offered
DEPTHS = (0.32, 0.62)  # of the juice orders, from a light squeeze to a deep one
HOLDS = (0.8, 2.4)  # s of the juice orders
BRIM = 1.6  # times the line's height is the brim of a glass


class Squeezing(OneHand):
    """One hand that squeezes a ball, again and again."""

    def __init__(self, table: Table[BallSettings]) -> None:
        super().__init__(table)
        self.passed = 0  # skipped squeezes
        self.held = 0.0  # s in the tolerance so far
        self.reached = False
        self.begun = False
        self.waiting: Grasp | None = None  # a grasp that lifted while closed, until an open hand is seen
        self.first_touch: float | None = None
        self._least = 0.0  # mm, the furthest closed
        self._lapse = 0.0
        self._moving = 0.0  # since when the hand has been closing
        self._open_at: float | None = None  # since when it has been open again
        self._next()

    @property
    def goal(self) -> float:
        """The wanted opening in mm."""
        return self.span * (1.0 - self.depth)

    @property
    def share(self) -> float:
        """The finished part of the hold, 0 to 1; for a glass, the level of the juice relative to the line."""
        if self.hold <= 0:
            return 1.0 if self.reached else 0.0
        return self.held / self.hold

    @property
    def resting(self) -> bool:
        """Whether a rest may be offered now."""
        return self.count > 0 and self.count % REST == 0 and not self.begun

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        now = self.table.now
        since = self.table.asked_at.get(0, now)
        names = [command.name for command in commands]
        if fingers.pressed and self.first_touch is None:
            self.first_touch = now
        self._tick(now, dt)
        if "skip" in names and not self.begun:
            self.passed += self.table.edition >= 2
            self._next()
        if "pause" in names and (self.grasp or self.waiting):
            held = self.grasp or self.waiting
            assert held is not None
            self.grasping.drop()
            began = min(now, max(since, held.began))
            self._end(Outcome.INTERRUPTED, held, began, now)
            return
        event = self.grasping.look(fingers, now, since, self.centre, self.usual, presses=True)
        grasp = self.grasp
        if event in ("lifted", "cancelled"):
            left = self.grasping.left
            if left is not None:
                self._let_go(left, event == "lifted", since)
            return
        if grasp is None or grasp.lost:
            return
        if event in ("taken", "changed"):
            self._taken(grasp, event == "taken", since)
            if self.grasp is None or (self.waiting is not None and grasp.aperture(now) < REOPENED * grasp.open):
                return
        self._squeeze(grasp, now, dt, since)

    def _tick(self, now: float, dt: float) -> None:
        """The beat, from the first touch on."""
        beat = self.settings.beat
        if beat > 0 and self.first_touch is not None:
            passed = now - self.first_touch
            if int(passed / beat + 1e-9) > int((passed - dt) / beat + 1e-9):
                self.table.cue("beat", self.centre)

    # ------------------------------------------------------------------ asking

    def _next(self) -> None:
        """Choose the next depth and hold, and ask for it."""
        settings = self.table.settings
        self.settings = settings
        self.depth, self.hold = settings.depth, settings.hold
        if settings.second and (self.count + self.passed) % 2 == 1:
            self.depth = settings.second
        if settings.play == "juice":
            self.depth = round(within(self.table.rng, *DEPTHS), 2)
            self.hold = round(within(self.table.rng, *HOLDS), 1)
        self.held = self._lapse = 0.0
        self.reached = self.begun = False
        self.waiting = self._open_at = None
        self._moving = self.table.now
        self._least = self.span
        self._ask()

    def _ask(self) -> None:
        grasp = self.grasp
        centre, count = self.around()
        curve = grasp.curve if grasp is not None and grasp.way == "press" else ()
        beat = self.settings.beat or None
        self.table.ask(Grip(centre, self.span, self.goal, self.width, self.hold, count, beat, curve))

    # ------------------------------------------------------------------ squeezing

    def _taken(self, grasp: Grasp, fresh: bool, since: float) -> None:
        """A hand has taken the ball; if it comes back open after lifting while closed, it has let go."""
        if self.waiting is not None:
            before = self.waiting
            if grasp.way != "pinch" or grasp.aperture(self.table.now) >= REOPENED * before.open:
                self._end(self._outcome(before.open), before, max(since, before.began), before.lifted_at)
                grasp.began = max(grasp.began, self.table.now)
            else:
                grasp.open = before.open
                return
        if grasp.way == "press":
            grasp.curve = pressed(
                grasp.open, grasp.open * (1 - self.depth), 2 * self.settings.tolerance * grasp.open, self.hold
            )
        if fresh:
            self.table.cue("squish", grasp.middle())
            self._moving = grasp.began
        self._least = grasp.aperture(self.table.now)
        self._ask()

    def _squeeze(self, grasp: Grasp, now: float, dt: float, since: float) -> None:
        wide = grasp.aperture(now)
        depth = 1.0 - wide / grasp.open
        if self.waiting is not None:
            before = self.waiting
            if wide >= REOPENED * grasp.open:
                self._end(self._outcome(before.open), before, max(since, before.began), before.lifted_at)
            return
        if not self.begun and wide > grasp.open + GROWN and grasp.way == "pinch":
            grasp.open = wide
            self._ask()
        if not self.begun and depth <= RESTING:
            self._moving = now
        self._least = min(self._least, wide)
        if depth >= max(LEAST_ONSET, ONSET * self.depth):
            self.begun = True
        self._hold(abs(wide - self.goal) <= self.width / 2 and wide < REOPENED * grasp.open, dt)
        finger = grasp.fingers[0]
        if (
            grasp.way != "pinch"
            and finger.state == "lifted"
            and self._outcome(grasp.open) is Outcome.DONE
            and self.begun
        ):
            grasp.lifted_at = finger.lifted_at
            self.grasping.drop()
            self._let_go(grasp, True, since)
        elif grasp.way != "press" and self.begun and wide >= REOPENED * grasp.open:
            self._opened(grasp, now, since)
        else:
            self._open_at = None

    def _opened(self, grasp: Grasp, now: float, since: float) -> None:
        """The hand has opened again; the squeeze ends once it has stayed open for long enough."""
        if self._open_at is None:
            self._open_at = now
        outcome = self._outcome(grasp.open)
        sure = 0.0 if self.reached else OPEN_FOR if outcome is Outcome.DONE else OPEN_FOR_MISSED
        if now - self._open_at >= sure:
            began = min(max(since, grasp.began, self._moving), self._open_at)
            self.usual = _kept(self.usual, grasp)
            self._end(outcome, grasp, began, self._open_at)

    def _hold(self, within_it: bool, dt: float) -> None:
        if within_it:
            self.held += dt
            self._lapse = 0.0
        else:
            self._lapse += dt
            if self._lapse > LAPSE and not self.reached and self.settings.play != "juice":
                self.held = 0.0
        if self.hold > 0 and not self.reached and self.held >= self.hold:
            self.reached = True
            self.table.cue("ripe", self.centre)

    def _outcome(self, span: float) -> Outcome:
        """The outcome if the hand opens now."""
        if self.settings.play == "juice" and self.hold > 0 and self.held > BRIM * self.hold + 0.8:
            return Outcome.MISSED
        if self.hold > 0:
            return Outcome.DONE if self.reached else Outcome.MISSED
        near = abs(self._least - span * (1 - self.depth)) <= self.settings.tolerance * span
        return Outcome.DONE if near else Outcome.MISSED

    def _let_go(self, grasp: Grasp, lifted: bool, since: float) -> None:
        """All fingers are off. A single finger has let go; several must come back as an open hand first."""
        self._spring(grasp)
        if self.waiting is not None:
            return
        if not lifted or not self.begun:
            self.begun, self.reached, self.held = False, False, 0.0
            self._ask()
            return
        outcome = self._outcome(grasp.open)
        began = max(since, grasp.began, min(self._moving, grasp.lifted_at))
        if grasp.way == "pinch" and outcome is Outcome.DONE:
            grasp.began = began
            self.waiting = grasp
            return
        if grasp.way == "pinch":
            outcome = Outcome.DROPPED
        began = max(since, grasp.began) if grasp.way == "press" else began
        self._end(outcome, grasp, began, max(began, grasp.lifted_at))

    def _spring(self, grasp: Grasp) -> None:
        self.sprung = sprung(grasp, self.table.now)

    def _end(self, outcome: Outcome, grasp: Grasp, began: float, let_go: float) -> None:
        self.record(outcome, grasp, began, let_go)
        self._next()


def _kept(usual: float, grasp: Grasp) -> float:
    """The span to assume for this hand from now on: that of a pinch, else the usual one."""
    return grasp.open if grasp.way == "pinch" else usual
