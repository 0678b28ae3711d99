"""Spread: fingertips in a band open to a ring, hold, and close again; in the harp each pair of fingers is a string."""

from __future__ import annotations

from collections.abc import Sequence

from games.bands import place
from games.bands.levels import BandsSettings
from games.kit.chance import below
from games.kit.claims import Claims, moved
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec, distance, middle
from games.kit.task import Grip, Outcome

SMALL_START = 34.0  # mm; the first ring for a hand of unknown span, which nearly every hand can reach
SHOWN_FIRST = 0.5  # tolerance of that first ring, as a share of the opening
LEAST_WIDTH = 8.0  # mm, the least width of a ring
REST_SHARE = 0.4  # share of the ring at which the hand counts as closed
GROWS = 1.04  # times the widest opening so far; no ring is wider, so that a hand is never asked for much more than it can do
STEADY = 12  # steps for which an opening must last to count as the widest so far
BACK = 0.45  # share of the way; a hand that has come back this far has closed again
UNDER_WAY = 0.5  # share of the way; a hand that has opened this far has begun
SURE = 0.4  # s; a hand closed this long without reaching the ring has given up (tremor is shorter)
LAPSE = 0.25  # s that the hand may leave the ring during the hold
TOGETHER = 0.8  # share of the ring; fingers that land farther apart must first close
FRESH, FRESH_STILL = 1.0, 6.0  # s within which one hand lands; mm that resting contacts may have moved
ONE_HAND = 200.0  # mm between the fingers of one hand
BESIDE = 14.0  # mm beside the ring within which a single finger may land
TUNE = (0, 2, 4, 2, 5, 4, 2, 0, 4, 5, 7, 5, 4, 2, 4, 0)  # steps of the scale, the notes of the harp's tune


class Spread:
    """One hand and one band."""

    def __init__(self, table: Table[BandsSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self.centre = place.centre(table)
        self.shown = table.fit.span  # mm; the widest opening so far
        self.grown = 1.0
        self.held: list[Finger] = []  # fingers in the band, ordered from the thumb's side
        self.count = 0
        self.pair = 0  # index of the pair whose turn it is, from the thumb on
        self.first_touch: float | None = None
        self.ended: tuple[float, Outcome] | None = None
        self.snapped: tuple[float, tuple[Vec, ...]] | None = None  # when the band was let go, and its place then
        self.claims = Claims(table.edition, self.settings.fingers)
        self._spent: set[int] = set()
        self._last: list[float] = []  # openings of the newest steps
        self._widest = 0.0  # mm, the widest opening before the span was known
        self.start_opening = 0.0
        self._clear()
        self._next()

    def _clear(self) -> None:
        self.stay, self._lapse = 0.0, 0.0
        self.reached = self.opened = self.together = False
        self._back_at = self.table.now  # since when the hand has been closed again
        self._landed = 0.0  # mm; the distance at which the fingers landed
        self.base = self.start_opening
        self._moving = self.table.now

    @property
    def span(self) -> float:
        """The span of this hand in mm, as far as it is known."""
        return SMALL_START if self.shown is None else self.shown * self.grown

    def _next(self, skipped: bool = False) -> None:
        """Ask for the next ring: a share of the hand's span, never more than it can reach."""
        settings = self.table.settings
        self.settings = settings
        room = place.room(self.table)
        if self.shown is None:
            self.goal = min(SMALL_START, room)
            self.width = 2 * SHOWN_FIRST * self.goal
            self.start_opening, self.hold = 0.4 * self.goal, 0.3
        else:
            most = min(GROWS * self.shown, room)
            self.goal = min(most, max(SMALL_START, settings.share * self.span))
            self.width = max(LEAST_WIDTH, 2 * settings.tolerance * self.span)
            self.start_opening, self.hold = REST_SHARE * self.goal, settings.hold
        if settings.tune:
            step = below(self.table.rng, 3) + 1 if skipped else 0
            self.pair = (self.pair + step) % 4 if skipped else below(self.table.rng, 4)
        self._clear()
        self._ask()

    def _ask(self) -> None:
        count = self.settings.fingers if len(self.held) != 1 else 1
        self.table.ask(Grip(self.centre, self.start_opening, self.goal, self.width, self.hold, max(2, count)))

    @property
    def part(self) -> float:
        """The finished part of the hold, 0 to 1."""
        return 1.0 if self.hold <= 0 and self.reached else min(1.0, self.stay / self.hold) if self.hold > 0 else 0.0

    @property
    def whole(self) -> bool:
        """Whether all fingers are in the band; a single one pulls it from the middle."""
        return len(self.held) == 1 or len(self.held) >= self.settings.fingers

    def opening(self) -> float:
        """The opening of the hand in mm."""
        places = [finger.at for finger in self.held]
        if len(places) < 2:
            return 2 * distance(places[0], self.centre) if places else 0.0
        hub, total = middle(places), 0.0
        for at in places:
            total += distance(at, hub)
        return 2 * total / len(places)

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        now, names = self.table.now, [command.name for command in commands]
        if fingers.pressed and self.first_touch is None:
            self.first_touch = now
        if "pause" in names:
            if self.held:
                began = min(now, max(self.table.asked_at.get(0, now), self.held[0].born))
                self._finish(Outcome.INTERRUPTED, began, now)
            self._drop(())
            return
        if "skip" in names and not self.opened:
            self._next(self.table.edition >= 2)
        self._spent &= {finger.id for finger in fingers}
        if any(finger.state == "cancelled" for finger in self.held):
            self._drop(())
            self._clear()
        self._take(fingers)
        if self.held:
            self._stretch(now, dt)

    def _take(self, fingers: Fingers) -> None:
        """Let fingers into the band until it begins to open."""
        self.claims.look(fingers)
        movers = self.claims.movers(lambda _place: (self.centre, True))
        if self.opened or self.reached:
            self.claims.settle(self.held)
            return
        most = self.settings.fingers
        if self.held and any(self.claims.waits(finger) for finger in self.held):
            self.held.clear()  # more have landed than needed: a resting hand
            self._ask()
        before = len(self.held)
        landed = [finger for finger in fingers.pressed if not self.claims.waits(finger)]
        if self._fresher(fingers, most, landed):
            before = -1
        for finger in (*movers, *landed):
            if len(self.held) < most and self._fits(finger, most):
                self.held.append(finger)
        self.claims.settle(self.held)
        if len(self.held) != before and self.held:
            self.table.cue("lift", self.held[-1].at)
            self._last.clear()
            self.base = min(self.opening(), self.start_opening)
            self._landed = TOGETHER * self.goal
            self._moving = self.table.now

    def _fits(self, finger: Finger, most: int) -> bool:
        """Whether a finger that has landed goes into the band, of at most so many."""
        if finger in self.held or finger.id in self._spent or finger.state != "down":
            return False
        if not self.held:
            return most >= 2 or not distance(finger.at, self.centre) > self.goal / 2 + BESIDE
        first = self.held[0]
        if self.table.edition >= 2 and first.hovering:
            return False  # it is the tap that leads the band
        return not (finger.hovering or distance(finger.at, first.at) > ONE_HAND)

    def _fresher(self, fingers: Fingers, most: int, landed: Sequence[Finger]) -> bool:
        """Whether just as many fingers as needed have landed now, so that still, earlier contacts are resting."""
        if self.table.edition < 2 or not landed or most < 2:
            return False
        down = [f for f in fingers if f.state == "down" and not f.hovering and f.id not in self._spent]
        fresh = [f for f in down if self.table.now - f.born <= FRESH and not self.claims.waits(f)]
        old = [finger for finger in self.held if finger not in fresh]
        if len(fresh) != most or not old or any(moved(one) > FRESH_STILL for one in old):
            return False
        self._spent |= {finger.id for finger in old}
        self.held = fresh
        return True

    def _stretch(self, now: float, dt: float) -> None:
        led = self.table.edition >= 2 and len(self.held) == 1 and self.held[0].hovering
        if led and self.held[0].state != "down" and (self.held[0].live or self._inside(self.opening())):
            self._led(now, dt)
            return
        up = [finger for finger in self.held if finger.state != "down"]
        gone = [finger for finger in self.held if not finger.live]
        if len(up) == len(self.held) and (self.reached or len(gone) == len(self.held)):
            self._let_go(now)
            return
        if up:
            if gone and not self.reached:
                self._let_go(now)
            return
        wide = self.opening()
        self._show(wide)
        if not self.whole:
            return
        self._open(wide, now, dt)
        if not self.opened or wide > self.base + BACK * (self.goal - self.base):
            self._back_at = now
        elif self.reached or now - self._back_at >= SURE:
            self._finish(Outcome.DONE if self.reached else Outcome.MISSED, self._began(), self._back_at)

    def _led(self, now: float, dt: float) -> None:
        """The band was brought here by taps: at the ring it stays by itself until the hold is done."""
        wide = self.opening()
        self._show(wide)
        self._open(wide, now, dt)
        if self.reached:
            self._let_go(now, now)

    def _inside(self, wide: float) -> bool:
        """Whether an opening is within the ring's tolerance."""
        return abs(wide - self.goal) <= self.width / 2 or (self.shown is None and wide > self.goal)

    def _open(self, wide: float, now: float, dt: float) -> None:
        """Follow the opening and the hold."""
        way = self.goal - self.base
        if wide <= self.base + 0.1 * way:
            self._moving = now
        # A hand that lands open, or has not yet closed after the last ring, does not start a rep.
        self.together = self.together or wide <= max(self.base + BACK * way, self._landed)
        if self.together and not self.opened and wide >= self.base + UNDER_WAY * way:
            self.opened = True
        self._stay(self._inside(wide) and self.opened, dt)

    def _show(self, wide: float) -> None:
        """Remember the widest opening that has lasted for STEADY steps."""
        self._last = [*self._last[-(STEADY - 1) :], wide]
        if len(self._last) == STEADY and ((self.whole and self.shown is not None) or self.opened):
            lasted = min(self._last)
            if self.shown is not None and lasted > self.shown:
                self.shown = round(lasted, 6)
            elif self.shown is None:
                self._widest = max(self._widest, lasted)

    def _stay(self, inside: bool, dt: float) -> None:
        if inside:
            self.stay, self._lapse = self.stay + dt, 0.0
        else:
            self._lapse += dt
            if self._lapse > LAPSE and not self.reached:
                self.stay = 0.0
        if not self.reached and self.stay > 0 and self.stay >= self.hold:
            self.reached = True
            step = TUNE[self.count % len(TUNE)] if self.settings.tune else None
            self.table.cue("light" if step is None else "pluck", self.centre, step)

    def _began(self) -> float:
        since = self.table.asked_at.get(0, 0.0)
        return min(self.table.now, max(since, self._moving, max(finger.born for finger in self.held)))

    def _let_go(self, now: float, when: float | None = None) -> None:
        """The fingers have left: after the hold the rep is done; before it, the band has slipped."""
        last = max(finger.lifted_at for finger in self.held) if when is None else when
        if self.opened:
            self.snapped = now, tuple(finger.at for finger in self.held)
            self.table.cue("drop" if not self.reached else "snap", self.centre)
            began = self._began()
            self._finish(Outcome.DONE if self.reached else Outcome.DROPPED, began, max(began, last))
        self._drop(())
        self._clear()
        self._ask()

    def _drop(self, kept: Sequence[Finger]) -> None:
        self._spent |= {finger.id for finger in self.held}
        self.held = list(kept)
        self._last.clear()

    def _finish(self, outcome: Outcome, began: float, let_go: float) -> None:
        if outcome is Outcome.DONE:
            self.count += 1
            if not self.settings.tune:  # the harp has already sounded
                self.table.cue("land", self.centre)
            if self.shown is None:
                self.shown = round(max(self._widest, 0.8 * self.goal), 6)
            self.grown = GROWS
        elif outcome is not Outcome.INTERRUPTED:
            self.table.cue("home", self.centre)
            self.grown = 1.0
        self.ended = self.table.now, outcome
        ids = tuple(finger.id for finger in self.held)
        self.table.finish(outcome, began=began, let_go=max(began, let_go), fingers=ids)
        self._next()
