"""The rules of Pennies; pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from games.kit.carrying import Carrying
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec
from games.kit.task import Carry, Outcome
from games.pennies.attempt import Attempt, attempt
from games.pennies.coin import Coin
from games.pennies.grip import HeldCoin
from games.pennies.heap import Heap
from games.pennies.layout import Layout
from games.pennies.levels import PenniesSettings
from games.pennies.stand import Stand
from games.pennies.tower import Fall, Tower

NOTES = 10  # steps of the scale that a growing tower climbs


@dataclass(frozen=True)
class Complete:
    """A complete tower that makes room for a new one."""

    coins: tuple[Coin, ...]
    since: float
    offset: Vec


class PenniesRules(Carrying[PenniesSettings, Coin, HeldCoin]):
    """One hand, one coin at a time: take it, carry it over the tower, let go. The other hand may hold the stand."""

    def __init__(self, table: Table[PenniesSettings]) -> None:
        super().__init__(table, HeldCoin)
        self.falls: list[Fall] = []
        self.complete: list[Complete] = []
        self.knocked: tuple[float, float] | None = None  # when a coin last hit the tower's side, and the direction
        self.highest = 0.0  # mm, of all towers of this block
        self.most = 0  # coins that stood at once
        self._lay()
        self.ask_next()

    def _lay(self) -> None:
        """Set up the table for the present settings."""
        self.settings = self.table.settings
        self.layout = Layout(self.table.size, self.settings, self.table.fit.side)
        self.tower = Tower(self.layout)
        self.stand = Stand(self.layout)
        self.heap = Heap(self.table, self.layout)

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that hold a coin, or steady the stand."""
        return (*super().taken, *self.occupied)

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        self.stand.step(fingers, self.held.fingers if self.held is not None else (), self.table.now, dt)
        super().step(fingers, commands, dt)

    # ------------------------------------------------------------------ asking

    def ask_next(self, _slot: int = 0) -> None:
        self._ask(self.heap.lying[0])

    def _ask(self, coin: Coin, release: Vec | None = None) -> None:
        """Ask for this coin to go to the next place.

        `release`: where it was let go. Only the horizontal error counts, so the goal is put at the height of the release.
        """
        index = self.tower.next_place()
        place = None if index is None else self.layout.plan.place(index)
        if place is None:
            raise ValueError("the tower is complete: a new one must be begun before a coin is asked for")
        x, stand = self.tower.middle_of(place), self.stand
        rest = self._screen(x, self.tower.high_of(place), coin)
        goal = Vec(rest.x, release.y) if release is not None else Vec(stand.mean(x), rest.y)
        width = 2 * self.tower.tolerance(coin.width, place)
        self.table.ask(Carry(coin.home, goal, width, via=stand.over(self.tower, coin, goal)))

    def _screen(self, x: float, high: float, coin: Coin) -> Vec:
        """The place on the table of the centre of a coin that stands at x, high (mm on the stand)."""
        return self.stand.foot + Vec(x, -high - coin.thick / 2)

    def skip(self) -> None:
        held = self.held
        if held is not None:
            self.end(held, Outcome.INTERRUPTED, None)
            if self.table.edition >= 2:
                self.heap.pass_over(held.piece)
                self.ask_next()
        else:
            self.table.finish(Outcome.INTERRUPTED)
            self.heap.pass_over()
            self.ask_next()

    # ------------------------------------------------------------------ taking

    def lying(self, _slot: int) -> Sequence[Coin]:
        return self.heap.lying

    def length(self, piece: Coin) -> float:
        return piece.width

    def near(self, place: Vec, slots: Collection[int]) -> Coin | None:
        return self.heap.near(place) if slots else None

    def asked_for(self, piece: Coin) -> bool:
        return piece is self.heap.lying[0]

    @property
    def occupied(self) -> Collection[int]:
        return () if self.stand.steadying is None else (self.stand.steadying,)

    def lifted(self, held: HeldCoin) -> None:
        self.heap.take(held.piece)
        self._ask(held.piece)
        self.table.cue("lift", held.start)

    def put_back(self, held: HeldCoin) -> None:
        """Let the coin glide home; nothing is ever lost."""
        self.heap.home(held.piece, held.at)

    def not_meant(self, held: HeldCoin) -> None:
        if not held.meant:
            self.heap.pass_over()

    # ------------------------------------------------------------------ carrying

    def moves(self, held: HeldCoin, fingers: Fingers) -> bool:
        goes_on = super().moves(held, fingers)
        if goes_on:
            held.remember()
        return goes_on

    def met(self, held: HeldCoin, before: Vec) -> bool:
        """Whether the coin hit the tower's side: a light touch is only counted, a hard one knocks down what it hits."""
        hit = None if held.hovering else self.stand.hit(self.tower, held.piece, before, held.at)
        if hit is None:
            return False
        way = 1.0 if held.at.x > before.x else -1.0
        self.knocked = self.table.now, way
        self.table.cue("knock", held.at)
        limit = self.settings.knock * (2.0 if self.stand.steady else 1.0)
        if limit == 0.0 or round(held.hurry() - limit, 9) <= 0:
            return False
        coin = self.tower.coins[hit]
        pivot = Vec(coin.x + way * coin.width / 2, coin.high)
        self._topple(self.tower.above(hit), way, pivot)
        self.end(held, Outcome.MISSED, self.table.now)
        return True

    def lifting(self, held: HeldCoin, lifted: Sequence[Finger]) -> None:
        """Note where the drifting stand is when the coin is let go; that place counts."""
        held.let_go_at = (held.let_go_at or self.stand.foot) if lifted else None

    def lands(self, held: HeldCoin, _when: float) -> bool:
        found = self._attempt(held)
        return found is not None and found.succeeds

    # ------------------------------------------------------------------ letting go

    def _attempt(self, held: HeldCoin) -> Attempt | None:
        """The result of letting go now; None if the coin would land on nothing."""
        return attempt(self.tower, held.piece, held.at, held.let_go_at or self.stand.foot, held.hovering)

    def let_go(self, held: HeldCoin, when: float) -> None:
        """Let the coin fall: on the tower, beside it, or back onto the heap."""
        found = self._attempt(held)
        if found is not None and found.landing.fits:
            self._land(held, found, when)
        elif found is None and self.heap.holds(held.at):
            self.back(held)  # put back where it came from: not a rep
        else:
            self.table.cue("drop", held.at)
            to_tower, to_heap = abs(held.at.x - self.stand.foot.x), abs(held.at.x - self.layout.heap.x)
            self.end(held, Outcome.MISSED if to_tower < to_heap else Outcome.DROPPED, when)

    def _land(self, held: HeldCoin, found: Attempt, when: float) -> None:
        """Put the coin on the tower where it was let go; it stays, or it and others fall."""
        coin, landing = held.piece, found.landing
        self.release(held)
        self._ask_again(held)
        self.tower.put(coin, found.place, landing)
        coin.came_from, coin.since = held.at, self.table.now
        self.heap.refill(coin)
        outcome = Outcome.DONE if found.succeeds else Outcome.MISSED
        made: tuple[tuple[Vec, ...], ...] = ()
        falls = self.tower.falling()
        if falls:
            way, pivot = self.tower.tipping(falls)
            self._topple(falls, way, pivot)
        else:
            self.table.cue("land", held.at, (len(self.tower.coins) - 1) % NOTES)
            half = coin.width / 2
            corners = ((-half, coin.high), (half, coin.high), (half, coin.top), (-half, coin.top))
            made = (tuple(Vec(coin.x + x, -high) for x, high in corners),)
        self.most = max(self.most, len(self.tower.coins))
        self.highest = max(self.highest, self.tower.height)
        self._conclude(held, outcome, when, made)

    def _topple(self, places: list[int], way: float, pivot: Vec) -> None:
        """Let these coins fall and return to the heap; the view animates it."""
        coins = self.tower.take(places)
        now = self.table.now
        self.falls = [fall for fall in self.falls if now - fall.since < 3.0]
        self.falls.append(Fall(tuple(coins), now, way, pivot, self.stand.foot))
        self.table.cue("topple", self.stand.foot + Vec(pivot.x, -pivot.y))

    def end(self, held: HeldCoin, outcome: Outcome, when: float | None) -> None:
        self.back(held)
        if outcome is Outcome.INTERRUPTED:
            self._ask(held.piece)
        else:
            self._ask_again(held)
        self._conclude(held, outcome, when, ())

    def _ask_again(self, held: HeldCoin) -> None:
        """Ask again with the goal where it was when the coin was let go."""
        foot = self.stand.foot
        self.stand.foot = held.let_go_at or foot
        self._ask(held.piece, held.at)
        self.stand.foot = foot

    def _conclude(
        self, held: HeldCoin, outcome: Outcome, let_go: float | None, made: tuple[tuple[Vec, ...], ...]
    ) -> None:
        """End the rep and ask for the next one; a complete tower is replaced by a new one."""
        self.finish(held, outcome, let_go, made=made)
        dealt = self.table.settings
        if dealt != self.settings:
            self._adopt(dealt)
        if self.tower.next_place() is None:
            self.complete = [Complete(tuple(self.tower.coins.values()), self.table.now, self.stand.foot)]
            self.table.cue("tower", self.stand.foot - Vec(0, self.tower.height))
            self.tower = Tower(self.layout)
        self.stand.sink(self.tower.height, self.table.now)
        self.ask_next()

    def _adopt(self, dealt: PenniesSettings) -> None:
        """Adopt new settings: if only tolerances or help have changed, the tower stays; otherwise start anew."""
        kept = replace(self.settings, factor=dealt.factor, magnet=dealt.magnet, knock=dealt.knock, drift=dealt.drift)
        if dealt == kept:
            self.settings = self.layout.settings = dealt
        else:
            self._lay()
