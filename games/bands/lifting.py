"""Lift one: fingers rest on dots, the one whose dot glows lifts and comes down again, the others stay."""

from __future__ import annotations

from collections.abc import Sequence

from games.bands import place
from games.bands.levels import BandsSettings
from games.kit.chance import below
from games.kit.claims import Claims
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.task import Lift, Outcome

SETTLES = 0.25  # s that all fingers must rest before one is asked for
ON_DOT = 25.0  # mm; a finger this near to a dot is on it
REACH = 14.0  # mm; a single finger may tap this near to a dot
LEAVES = 0.4  # s within which all fingers of a hand leave the table
LONG = 6.0  # s that a finger may stay up


class Lifting:
    """A resting hand whose fingers lift one by one."""

    def __init__(self, table: Table[BandsSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self.fingers = self.settings.fingers
        self.spots = place.keys(table, self.fingers)
        self.resting: list[Finger] = []  # from the thumb on, once all are down
        self.since: float | None = None  # when all came to rest
        self.wrong_since: float | None = None  # when another finger lifted
        self.up_since: float | None = None  # when the right finger lifted
        self.count = 0
        self.named = -1
        self.first_touch: float | None = None
        self.ended: tuple[float, Outcome] | None = None
        self.claims = Claims(table.edition, self.fingers)
        self._ids: list[int] = []
        self._alone: Finger | None = None
        self._next()

    @property
    def ready(self) -> bool:
        """Whether all fingers rest, and the one whose dot glows may lift."""
        return self.since is not None and self.table.now - self.since >= SETTLES

    def _next(self) -> None:
        """Choose a finger other than the last one."""
        self.settings = self.table.settings
        step = 1 + below(self.table.rng, self.fingers - 1) if self.named >= 0 else below(self.table.rng, self.fingers)
        self.named = (max(0, self.named) + step) % self.fingers
        self.up_since = None
        self._ask()

    def _ask(self) -> None:
        self.table.ask(Lift(self.named, self.fingers, self.settings.width, tuple(self.spots)))

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        now, names = self.table.now, [command.name for command in commands]
        if fingers.pressed and self.first_touch is None:
            self.first_touch = now
        if "pause" in names:
            if self.resting and self.since is not None:
                self._finish(Outcome.INTERRUPTED, self.since, now)
            elif self._alone is not None:
                self._ids = [self._alone.id]
                self._finish(Outcome.INTERRUPTED, max(self._alone.born, self.table.asked_at.get(0, 0.0)), now)
            self._forget()
            return
        if "skip" in names and self.up_since is None:
            self._next()
        if any(finger.state == "cancelled" for finger in (*self.resting, *([self._alone] if self._alone else []))):
            self._forget()
            return
        self.claims.look(fingers)
        if self.resting and not self._better(fingers):
            self._watch(fingers, now)
        else:
            self._gather(fingers, now)

    def _forget(self) -> None:
        self.resting, self.since, self.up_since, self._alone = [], None, None, None
        self.wrong_since = None
        self._ask()

    def _gather(self, fingers: Fingers, now: float) -> None:
        down = self._candidates(fingers)
        if len(down) >= self.fingers:
            way = 1.0 if self.table.fit.side == "right" else -1.0
            self.resting = sorted(down[: self.fingers], key=lambda finger: (way * finger.at.x, finger.id))
            self._ids = [finger.id for finger in self.resting]
            self.since, self._alone = now, None
            self.table.cue("lift", self.spots[self.named])
            self._ask()
            return
        for finger in fingers.pressed:
            if len(down) <= 1 and distance(finger.at, self.spots[self.named]) <= REACH:
                self._alone = finger
        alone = self._alone
        if alone is not None and len(down) > 1:
            self._alone = None
        elif alone is not None and (alone.state != "down" or alone.hovering):
            self._alone = None
            self._tapped(alone, now)

    def _candidates(self, fingers: Fingers) -> list[Finger]:
        """The fingers that may take part, those on the dots first; of a resting hand only those."""
        down = [finger for finger in fingers if finger.state == "down" and not finger.hovering]
        if self.table.edition < 2:
            return down
        if any(self.claims.waits(finger) for finger in down):
            down = [finger for finger in down if self._off(finger) <= ON_DOT]
        return sorted(down, key=lambda finger: (self._off(finger), finger.id))

    def _off(self, finger: Finger) -> float:
        return min(distance(finger.start, spot) for spot in self.spots)

    def _better(self, fingers: Fingers) -> bool:
        """Whether fingers have landed on the dots in addition to contacts that are only resting."""
        if self.table.edition < 2 or not fingers.pressed or self.up_since is not None:
            return False
        if any(finger.state != "down" for finger in self.resting):
            return False
        best = self._candidates(fingers)[: self.fingers]
        return len(best) == self.fingers and any(finger not in self.resting for finger in best)

    def _tapped(self, finger: Finger, now: float) -> None:
        """A single finger has tapped the glowing dot, which counts as lifting that finger."""
        since = self.table.asked_at.get(0, 0.0)
        self.table.ask(Lift(0, 1, self.settings.width, (self.spots[self.named],)))
        self._ids = [finger.id]
        self._finish(Outcome.DONE, max(since, finger.born), now)

    def _watch(self, fingers: Fingers, now: float) -> None:
        named = self.resting[self.named]
        others = [finger for finger in self.resting if finger is not named]
        if any(not finger.live for finger in others):
            self._others_up(named, now)
            return
        if self.up_since is None:
            if named.state == "down":
                return
            if not self.ready:
                return
            self.up_since = named.lifted_at
        if named.live and named.state == "down":  # the contact was only lost for a moment
            self.up_since = None
            return
        landed = next((one for one in fingers.pressed if all(one is not other for other in others)), None)
        began = max(self.since or 0.0, self.table.asked_at.get(0, 0.0))
        if landed is not None:
            self._ids[self.named] = landed.id if landed.id == named.id else named.id
            if landed.id not in self._ids:
                self._ids.append(landed.id)
            self._finish(Outcome.DONE, began, now, landed)
        elif now - self.up_since > LONG:
            self._finish(Outcome.MISSED, began, now)
            self._forget()

    def _others_up(self, named: Finger, now: float) -> None:
        """Another finger has lifted. If the whole hand leaves, it takes a break and nothing is counted."""
        self.wrong_since = now if self.wrong_since is None else self.wrong_since
        live = [finger for finger in self.resting if finger.live]
        if live and now - self.wrong_since < LEAVES:
            return
        began = max(self.since or 0.0, self.table.asked_at.get(0, 0.0))
        if live and named.live and self.wrong_since - (self.since or 0.0) >= SETTLES:
            self._finish(Outcome.MISSED, began, now)
        elif self.up_since is not None and self.wrong_since - self.up_since > LEAVES:
            self._finish(Outcome.DROPPED, began, now)
        self._forget()

    def _finish(self, outcome: Outcome, began: float, let_go: float, landed: Finger | None = None) -> None:
        at: Vec = self.spots[self.named]
        if outcome is Outcome.DONE:
            self.count += 1
            self.table.cue("land", at, self.named + self.count // 4)
        elif outcome is not Outcome.INTERRUPTED:
            self.table.cue("home", at)
        self.ended = self.table.now, outcome
        self.table.finish(outcome, began=min(began, let_go), let_go=let_go, fingers=tuple(self._ids))
        if landed is not None and self.resting:
            self.resting[self.named] = landed
            self._ids = [finger.id for finger in self.resting]
            self.since = self.table.now
        self._next()
