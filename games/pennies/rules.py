"""What happens when fingers move before the tower of Pennies; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from games.kit.claims import Claims
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, distance, middle
from games.kit.grip import SECOND_FINGER, UNMOVED, pinched
from games.kit.task import Carry, Outcome
from games.pennies.attempt import Attempt, attempt
from games.pennies.coin import Coin
from games.pennies.grip import Held
from games.pennies.heap import Heap, reach
from games.pennies.layout import Layout
from games.pennies.levels import PenniesSettings
from games.pennies.stand import Stand
from games.pennies.tower import Fall, Tower

NOTES = 10  # steps of the scale that a growing tower climbs


@dataclass(frozen=True)
class Complete:
    """A tower that was complete and has made room for a new one."""

    coins: tuple[Coin, ...]
    since: float
    offset: Vec


class PenniesRules:
    """One hand, one coin at a time: take it, carry it over the tower, let go. The other hand may hold the stand."""

    def __init__(self, table: Table[PenniesSettings]) -> None:
        self.table = table
        self.held: Held | None = None
        self.falls: list[Fall] = []
        self.complete: list[Complete] = []
        self.knocked: tuple[float, float] | None = None  # when a coin last touched the tower's side, and which way
        self.highest = 0.0  # mm, of all towers of this block
        self.most = 0  # coins that stood at once
        self.claims = Claims(table.edition)
        self._spent: set[int] = set()  # fingers that have held a coin: they must land anew
        self._lay()
        self._ask()

    def _lay(self) -> None:
        """Lay the table for the settings dealt."""
        self.settings = self.table.settings
        self.layout = Layout(self.table.size, self.settings, self.table.fit.side)
        self.tower = Tower(self.layout)
        self.stand = Stand(self.layout)
        self.heap = Heap(self.table, self.layout)

    @property
    def taken(self) -> tuple[int, ...]:
        """The contacts that have a coin in hand, or steady the stand."""
        held = () if self.held is None else tuple(finger.id for finger in self.held.fingers)
        return held if self.stand.steadying is None else (*held, self.stand.steadying)

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        names = [command.name for command in commands]
        self.stand.step(fingers, self.held.fingers if self.held is not None else (), self.table.now, dt)
        if "skip" in names:
            self._skip()
        self.claims.look(fingers)
        for finger in fingers.pressed:
            if self.claims.waits(finger):
                continue
            if self.held is not None:
                self._join(self.held, finger)
            elif not self._close_on_a_coin(fingers, finger):
                self._take(finger)
        if self.held is not None:
            self._give_way(self.held, fingers)
        for finger in self.claims.movers(self._claim):
            if self.held is None:
                self._take(finger)
        if self.held is None:
            self._close_on_a_coin(fingers, None)
        self.claims.settle(self.held.fingers if self.held is not None else ())
        if self.held is not None:
            self._carry(self.held, "pause" in names)

    # ------------------------------------------------------------------ asking

    def _ask(self, coin: Coin | None = None, release: Vec | None = None) -> None:
        """Ask for this coin, or for the first of the heap, to go to the next place.

        Where it was let go decides how high above its place that counts: only what is beside is measured.
        """
        coin = coin or self.heap.lying[0]
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
        """Where on the table a coin's middle is that stands at this place."""
        return self.stand.foot + Vec(x, -high - coin.thick / 2)

    # ------------------------------------------------------------------ taking

    def _take(self, finger: Finger) -> None:
        """A touch takes the nearest coin, if one is near; whichever is taken is the one asked for."""
        coin = self.heap.near(finger.start)
        if coin is not None:
            self._hold(coin, [finger], coin.home - finger.start, finger.born)

    def _hold(self, coin: Coin, fingers: list[Finger], offset: Vec, began: float) -> Held:
        home, meant = coin.home if self.table.edition >= 2 else None, coin is self.heap.lying[0]
        self.heap.take(coin)
        self.held = Held(fingers, offset, began, coin.home, coin, home=home, meant=meant)
        self._ask(coin)
        self.table.cue("lift", coin.home)
        return self.held

    def _join(self, held: Held, finger: Finger) -> None:
        """A second finger makes it a pinch, as long as nothing has been carried off: of the coin between the two,
        even if the first finger, which came down beside that, had taken another."""
        first = held.fingers[0]
        fresh = finger.born - held.began <= SECOND_FINGER and distance(held.at, held.coin.home) <= UNMOVED
        if not (fresh and len(held.fingers) == 1 and first.state == "down" and not first.hovering):
            return
        centre = middle((first.at, finger.at))
        coin = min([held.coin, *self.heap.lying], key=lambda coin: distance(coin.home, centre))
        if not pinched(first, finger, coin.home, coin.width, True, self.table.edition):
            return
        if coin is not held.coin:
            if held.kept(held.coin.width):
                return
            self.heap.home(held.coin, held.at)
            if held.home is not None and not held.meant:
                self.heap.pass_over()
            held = self._hold(coin, [first, finger], ORIGIN, held.began)
        held.by_two(first, finger, coin.home)

    def _give_way(self, held: Held, fingers: Fingers) -> None:
        """A resting contact that came upon a coin leaves it, to the finger that means one."""
        if self.claims.laid(held):
            self._give_back(held)
            self._spent.difference_update(finger.id for finger in held.fingers)
            self._ask()
            return
        finger = self.claims.rival(fingers, held, self._spent, self._claim)
        if finger is None:
            return
        if self._nearest(finger.start) is held.coin:
            self._spent.update(other.id for other in held.fingers)
            held.by_other(finger)
        else:
            self._give_back(held)
            self._take(finger)

    def _give_back(self, held: Held) -> None:
        """It was not meant: it lies where it lay, and what was asked for still is."""
        self._back(held)
        if not held.meant:
            self.heap.pass_over()

    def _nearest(self, place: Vec) -> Coin | None:
        """The coin that a finger here would take, were none held."""
        coin, held = self.heap.near(place), self.held
        if held is None or distance(held.coin.home, place) > reach(held.coin):
            return coin
        return held.coin if coin is None else min(held.coin, coin, key=lambda one: distance(one.home, place))

    def _claim(self, place: Vec) -> tuple[Vec, bool] | None:
        coin, held = self._nearest(place), self.held
        if coin is None:
            return None
        return coin.home, held.meant if held is not None and coin is held.coin else coin is self.heap.lying[0]

    def _close_on_a_coin(self, fingers: Fingers, pressed: Finger | None) -> bool:
        """Thumb and finger to either side of a coin: as this one lands beside the other, or once they have closed."""
        down = [f for f in fingers if f.state == "down" and not f.hovering and f.id not in self._spent]
        down = [f for f in down if f.id != self.stand.steadying and not self.claims.waits(f)]
        for index, second in enumerate(down):
            for first in down[:index]:
                landed = pressed is second and second.born - first.born <= SECOND_FINGER
                coin = self.heap.near(middle((first.at, second.at)))
                if coin is None or not pinched(first, second, coin.home, coin.width, landed, self.table.edition):
                    continue
                began = max(self.table.asked_at.get(0, 0.0), min(first.born, second.born))
                self._hold(coin, [first, second], ORIGIN, began).by_two(first, second, coin.home)
                return True
        return False

    # ------------------------------------------------------------------ carrying

    def _carry(self, held: Held, pausing: bool) -> None:
        if pausing or any(finger.state == "cancelled" for finger in held.fingers):
            self._back(held)
            if pausing:
                self._finish(held, Outcome.INTERRUPTED, None)
            return
        if len(held.fingers) == 2 and held.fingers[0].hovering != held.fingers[1].hovering:
            held.by_one(next(finger for finger in held.fingers if not finger.hovering))  # the other one lifted
        for there in held.places():
            before, held.at = held.at, there
            if not held.hovering and self._knock(held, before):
                return
        held.remember()
        held.coin.at = held.at
        if held.opened():
            self._let_go(held, self.table.now)
        else:
            self._watch_lifts(held)

    def _watch_lifts(self, held: Held) -> None:
        """Lifting lets go: at once where that succeeds, else when no finger has come back in its grace."""
        lifted = [finger for finger in held.fingers if finger.state != "down"]
        if not lifted:
            held.let_go_at = None
            return
        gone = any(finger.state == "gone" for finger in lifted)
        when = max(finger.lifted_at for finger in lifted)
        if held.let_go_at is None:
            held.let_go_at = self.stand.foot
        found = self._attempt(held)
        succeeds = found is not None and found.succeeds
        if len(lifted) == len(held.fingers):
            if gone or succeeds:
                self._let_go(held, when)
        elif gone:
            if succeeds:
                self._let_go(held, when)
            else:
                held.let_go_at = None
                held.by_one(next(finger for finger in held.fingers if finger.state == "down"))

    def _knock(self, held: Held, before: Vec) -> bool:
        """A coin carried into the tower's side: a touch is only counted, a hard one brings down what is hit."""
        hit = self.stand.hit(self.tower, held.coin, before, held.at)
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
        self._back(held)
        self._finish(held, Outcome.MISSED, self.table.now)
        return True

    # ------------------------------------------------------------------ letting go

    def _attempt(self, held: Held) -> Attempt | None:
        """What would come of letting go; None where there is nothing that the coin could land on."""
        return attempt(self.tower, held.coin, held.at, held.let_go_at or self.stand.foot, held.hovering)

    def _let_go(self, held: Held, when: float) -> None:
        """The coin falls: on the tower, beside it, or back on the heap."""
        found = self._attempt(held)
        if found is not None and found.landing.fits:
            self._land(held, found, when)
        elif found is None and self.heap.holds(held.at):
            self._back(held)  # put back where it came from: that is no rep
        else:
            self.table.cue("drop", held.at)
            to_tower, to_heap = abs(held.at.x - self.stand.foot.x), abs(held.at.x - self.layout.heap.x)
            self._back(held)
            self._finish(held, Outcome.MISSED if to_tower < to_heap else Outcome.DROPPED, when)

    def _land(self, held: Held, found: Attempt, when: float) -> None:
        """It lies on the tower with the offset it was let go with, and stays there, or it and others come down."""
        coin, landing = held.coin, found.landing
        self._spent.update(finger.id for finger in held.fingers)
        self._ask_again(held)
        self.tower.put(coin, found.place, landing)
        coin.came_from, coin.since = held.at, self.table.now
        self.heap.refill(coin)
        self.held = None
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
        self._close(held, outcome, when, made)

    def _topple(self, places: list[int], way: float, pivot: Vec) -> None:
        """These come down; a view shows how, the heap has them again."""
        coins = self.tower.take(places)
        now = self.table.now
        self.falls = [fall for fall in self.falls if now - fall.since < 3.0]
        self.falls.append(Fall(tuple(coins), now, way, pivot, self.stand.foot))
        self.table.cue("topple", self.stand.foot + Vec(pivot.x, -pivot.y))

    def _skip(self) -> None:
        """Ask for another coin instead; nothing is counted."""
        held = self.held
        if held is not None:
            self._back(held)
            self._finish(held, Outcome.INTERRUPTED, None)
            if self.table.edition >= 2:
                self.heap.pass_over(held.coin)
                self._ask()
        else:
            self.table.finish(Outcome.INTERRUPTED)
            self.heap.pass_over()
            self._ask()

    def _back(self, held: Held) -> None:
        """What was held glides home; nothing is ever lost."""
        self.heap.home(held.coin, held.at)
        self._spent.update(finger.id for finger in held.fingers)
        self.held = None

    def _ask_again(self, held: Held) -> None:
        """Say where the place was when the coin was let go."""
        foot = self.stand.foot
        self.stand.foot = held.let_go_at or foot
        self._ask(held.coin, held.at)
        self.stand.foot = foot

    def _finish(self, held: Held, outcome: Outcome, let_go: float | None) -> None:
        if outcome is Outcome.INTERRUPTED:
            self._ask(held.coin)
        else:
            self._ask_again(held)
        self._close(held, outcome, let_go, ())

    def _close(self, held: Held, outcome: Outcome, let_go: float | None, made: tuple[tuple[Vec, ...], ...]) -> None:
        """End the rep and ask for the next; a complete tower makes room for a new one."""
        fingers = tuple(finger.id for finger in held.fingers)
        self.table.finish(outcome, began=held.began, let_go=let_go, fingers=fingers, offset=held.offset, made=made)
        dealt = self.table.settings
        if dealt != self.settings:
            self._adopt(dealt)
        if self.tower.next_place() is None:
            self.complete = [Complete(tuple(self.tower.coins.values()), self.table.now, self.stand.foot)]
            self.table.cue("tower", self.stand.foot - Vec(0, self.tower.height))
            self.tower = Tower(self.layout)
        self.stand.sink(self.tower.height, self.table.now)
        self._ask()

    def _adopt(self, dealt: PenniesSettings) -> None:
        """New settings: where only tolerance or help changed the tower stays, else the table is laid anew."""
        kept = replace(self.settings, factor=dealt.factor, magnet=dealt.magnet, knock=dealt.knock, drift=dealt.drift)
        if dealt == kept:
            self.settings = self.layout.settings = dealt
        else:
            self._lay()
