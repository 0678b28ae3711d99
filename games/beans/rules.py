"""What happens when fingers move on the table of Beans; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.beans.bean import Bean
from games.beans.grip import Held, between_fingers, closing
from games.beans.layout import RIM
from games.beans.levels import BeansSettings
from games.beans.tray import REACH, Tray
from games.kit.aids import TAP_REACH
from games.kit.claims import Claims
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, crossing, distance, middle
from games.kit.grip import SECOND_FINGER, UNMOVED, pinched
from games.kit.task import Carry, Outcome


class BeansRules:
    """One hand, one bean at a time: take it, carry it over the wall, let go over its bowl."""

    def __init__(self, table: Table[BeansSettings]) -> None:
        self.table = table
        self.held: Held | None = None
        self.waiting: Held | None = None  # set down on the wall by a tap, until the next tap
        self.claims = Claims(table.edition)
        self._spent: set[int] = set()  # fingers that have held a bean: they must land anew
        self.tray = Tray(table)
        self._ask(self.tray.next_bean())

    @property
    def taken(self) -> tuple[int, ...]:
        """The contacts that have a bean in hand."""
        held = self.held or self.waiting
        return () if held is None else tuple(finger.id for finger in held.fingers)

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        names = [command.name for command in commands]
        if "skip" in names:
            self._skip()
        self.claims.look(fingers)
        for finger in fingers.pressed:
            if self.claims.waits(finger):
                continue
            if self.held is not None:
                self._join(self.held, finger)
            elif not self._close_on_a_bean(fingers, finger):
                self._take(finger)
        if self.held is not None:
            self._give_way(self.held, fingers)
        for finger in self.claims.movers(self._claim):
            if self.held is None:
                self._take(finger)
        if self.held is None:
            self._close_on_a_bean(fingers, None)
        self.claims.settle(self.held.fingers if self.held is not None else ())
        if self.held is not None:
            self._carry(self.held, "pause" in names)
        elif self.waiting is not None and "pause" in names:
            self._interrupt(self.waiting)

    def _ask(self, bean: Bean, at: float | None = None) -> None:
        """Ask for this bean. A swinging jar is asked for at its middle, until it is known when the bean came."""
        tray, jar = self.tray, self.tray.jar_of(bean)
        goal = tray.layout.goals[jar] if at is None else tray.layout.goal(jar, at)
        self.table.ask(Carry(bean.home, goal, tray.layout.mouth, via=tray.layout.over_wall()))

    # ------------------------------------------------------------------ taking

    def _take(self, finger: Finger) -> None:
        """A touch takes the nearest bean, if one is near; whichever is taken is the one asked for."""
        bean = self.tray.near(finger.start)
        waiting = self.waiting
        if waiting is not None:
            if bean is None or distance(finger.start, self.tray.layout.source) > self.tray.layout.source_mouth / 2:
                self._take_from_wall(waiting, finger)
                return
            self.waiting = None
            self._back(waiting)
        if bean is not None:
            self._hold(bean, [finger], bean.home - finger.start, finger.born)

    def _hold(self, bean: Bean, fingers: list[Finger], offset: Vec, began: float) -> Held:
        meant = bean is self.tray.next_bean()
        bean.state, bean.at, bean.since = "held", bean.home, self.table.now
        self.tray.lying.remove(bean)
        home = bean.home if self.table.edition >= 2 else None
        self.held = Held(fingers, offset, began, bean.home, bean, home=home, meant=meant)
        self._ask(bean)
        self.table.cue("lift", bean.home)
        return self.held

    def _take_from_wall(self, waiting: Held, finger: Finger) -> None:
        """The bean on the wall goes with the next touch, wherever that is."""
        on_it = distance(waiting.at, finger.start) <= max(REACH, self.tray.settings.bean)
        offset = waiting.at - finger.start if on_it else ORIGIN
        waiting.fingers, waiting.offset, waiting.set_on_wall = [finger], offset, True
        waiting.bean.came_from, waiting.bean.since, waiting.bean.state = waiting.at, self.table.now, "held"
        waiting.at = finger.start + offset
        waiting.trail.clear()  # the way there through the air is nothing that a spoon could spill on
        self.held, self.waiting = waiting, None

    def _join(self, held: Held, finger: Finger) -> None:
        """A second finger makes it a pinch, as long as nothing has been carried off: of the bean between the two,
        even if the first finger, which came down beside that, had taken another."""
        first = held.fingers[0]
        fresh = finger.born - held.began <= SECOND_FINGER and distance(held.at, held.bean.home) <= UNMOVED
        if not (fresh and len(held.fingers) == 1 and first.state == "down" and not first.hovering):
            return
        centre = middle((first.at, finger.at))
        bean = min([held.bean, *self.tray.lying], key=lambda bean: distance(bean.home, centre))
        if not pinched(first, finger, bean.home, self.tray.settings.bean, True, self.table.edition):
            return
        if bean is not held.bean:
            if held.kept(self.tray.settings.bean):
                return
            self.tray.glide_home([(held.bean, ORIGIN)], held.at)
            if held.home is not None and held.meant:
                self.tray.ask_first(held.bean)
            held = self._hold(bean, [first, finger], ORIGIN, held.began)
        held.by_two(first, finger, held.bean.home)
        self._grab_more(held)

    def _give_way(self, held: Held, fingers: Fingers) -> None:
        """A resting contact that came upon a bean leaves it, to the finger that means one."""
        if self.claims.laid(held):
            self._give_back(held)
            self._spent.difference_update(finger.id for finger in held.fingers)
            self._ask(self.tray.next_bean())
            return
        finger = self.claims.rival(fingers, held, self._spent, self._claim)
        if finger is None:
            return
        if self._nearest(finger.start) is held.bean and not held.extras:
            self._spent.update(other.id for other in held.fingers)
            held.by_other(finger)
        else:
            self._give_back(held)
            self._take(finger)

    def _give_back(self, held: Held) -> None:
        """It was not meant: it lies where it lay, and what was asked for still is."""
        self._back(held)
        if held.meant:
            self.tray.ask_first(held.bean)

    def _nearest(self, place: Vec) -> Bean | None:
        """The bean that a finger here would take, were none held."""
        held = self.held
        bean = self.tray.near(place)
        if held is None or distance(held.bean.home, place) > self.tray.reach:
            return bean
        return held.bean if bean is None else min(held.bean, bean, key=lambda one: distance(one.home, place))

    def _claim(self, place: Vec) -> tuple[Vec, bool] | None:
        bean, held = self._nearest(place), self.held
        if bean is None:
            return None
        return bean.home, held.meant if held is not None and bean is held.bean else bean is self.tray.next_bean()

    def _close_on_a_bean(self, fingers: Fingers, pressed: Finger | None) -> bool:
        """Thumb and finger to either side of a bean: as this one lands beside the other, or once they have closed."""
        down = [f for f in fingers if f.state == "down" and not f.hovering and f.id not in self._spent]
        free = [finger for finger in down if not self.claims.waits(finger)]
        closed = closing(free, pressed, self.tray, self.table.edition)
        if closed is None:
            return False
        first, second, bean = closed
        if self.waiting is not None:
            self._back(self.waiting)
            self.waiting = None
        began = max(self.table.asked_at.get(0, 0.0), min(first.born, second.born))
        held = self._hold(bean, [first, second], ORIGIN, began)
        held.by_two(first, second, bean.home)
        self._grab_more(held)
        return True

    def _grab_more(self, held: Held) -> None:
        """Other beans between thumb and finger come along: a handful, which counts as one."""
        if not self.tray.settings.heaped:
            return
        for bean in between_fingers(held, self.tray.lying, self.tray.settings.bean):
            held.extras.append((bean, bean.home - held.bean.home))
            self.tray.lying.remove(bean)
            bean.state, bean.since = "held", self.table.now
        if held.extras:
            self.table.cue("handful", held.at)

    # ------------------------------------------------------------------ carrying

    def _carry(self, held: Held, pausing: bool) -> None:
        if pausing or any(finger.state == "cancelled" for finger in held.fingers):
            self.held = None
            self._interrupt(held) if pausing else self._back(held)
            return
        if len(held.fingers) == 2 and held.fingers[0].hovering != held.fingers[1].hovering:
            held.by_one(next(finger for finger in held.fingers if not finger.hovering))  # the other one lifted
        for there in held.places():
            if not held.hovering and self._hits_wall(held.at, there):
                held.at = there
                self.table.cue("wall", there)
                self._end(held, Outcome.DROPPED, self.table.now)
                return
            held.at = there
        held.bean.at = held.at
        if self.tray.settings.spoon and held.spilt(self.tray.hurry()):
            self.table.cue("spill", held.at)
            self._end(held, Outcome.DROPPED, self.table.now)
        elif self._tapped_into_jar(held):
            self._let_go(held, self.table.now)  # the last of tap, tap, tap
        elif held.opened():
            self._let_go(held, self.table.now)
        else:
            self._watch_lifts(held)

    def _watch_lifts(self, held: Held) -> None:
        """Lifting lets go: at once where that succeeds, else when no finger has come back in its grace."""
        lifted = [finger for finger in held.fingers if finger.state != "down"]
        if not lifted:
            return
        gone = any(finger.state == "gone" for finger in lifted)
        when = max(finger.lifted_at for finger in lifted)
        if len(lifted) == len(held.fingers):
            over = self._over_jar(held, when)
            perching = held.hovering and not held.set_on_wall and self.tray.layout.on_wall(held.at)
            if gone or perching or (over is not None and over == self.tray.jar_of(held.bean)):
                self._let_go(held, when)
        elif gone:
            if self._over_jar(held, when) is not None:
                self._let_go(held, when)
            else:
                held.by_one(next(finger for finger in held.fingers if finger.state == "down"))

    def _tapped_into_jar(self, held: Held) -> bool:
        """The bean waited on the wall, and the tap that took it from there was on a jar."""
        if not (held.set_on_wall and held.hovering):
            return False
        meant = distance(held.at, held.fingers[0].start + held.offset) <= TAP_REACH
        return meant and self._over_jar(held, self.table.now) is not None

    def _hits_wall(self, before: Vec, now: Vec) -> bool:
        if self.tray.layout.wall_top is None:
            return False
        height = crossing(before, now, self.tray.layout.wall_x)
        return height is not None and height > self.tray.layout.wall_top

    def _over_jar(self, held: Held, when: float) -> int | None:
        """The jar that a bean let go now would fall into."""
        for jar in range(len(self.tray.layout.goals)):
            if distance(held.at, self.tray.layout.goal(jar, when)) <= self.tray.layout.mouth / 2:
                return jar
        return None

    # ------------------------------------------------------------------ letting go

    def _let_go(self, held: Held, when: float) -> None:
        """The bean falls: into its jar, into another, back into the full bowl, or beside."""
        jar = self._over_jar(held, when)
        if jar is not None and jar == self.tray.jar_of(held.bean) and self.tray.of_use(held.bean):
            self._land(held, jar)
            self._finish(held, Outcome.DONE, when)
            return
        if jar is None and held.hovering and not held.set_on_wall and self.tray.layout.on_wall(held.at):
            self._wait_on_wall(held)
            return
        layout = self.tray.layout
        if jar is None and distance(held.at, layout.source) <= layout.source_mouth * RIM / 2:
            self._back(held)  # put back where it came from: that is no rep
            return
        self.table.cue("drop", held.at)
        beyond = (held.at.x - layout.wall_x) * (layout.goals[0].x - layout.source.x) > 0
        self._end(held, Outcome.MISSED if beyond else Outcome.DROPPED, when)

    def _wait_on_wall(self, held: Held) -> None:
        at = Vec(self.tray.layout.wall_x, self.tray.layout.over_wall()[0].y)
        held.bean.came_from, held.bean.since, held.bean.state = held.at, self.table.now, "waiting"
        held.at = held.bean.at = at
        self.held, self.waiting = None, held
        self.table.cue("perch", at)

    def _land(self, held: Held, jar: int) -> None:
        self.tray.land([(held.bean, ORIGIN), *held.extras], held.at, jar)
        self._spent.update(finger.id for finger in held.fingers)
        self.table.cue("land", held.at)

    def _end(self, held: Held, outcome: Outcome, let_go: float) -> None:
        self._back(held)
        self._finish(held, outcome, let_go)

    def _interrupt(self, held: Held) -> None:
        self.waiting = None
        self._back(held)
        self._finish(held, Outcome.INTERRUPTED, None)

    def _skip(self) -> None:
        """Ask for another bean instead; nothing is counted."""
        held = self.held or self.waiting
        if held is not None:
            self._interrupt(held)
            if self.table.edition >= 2:
                self.tray.pass_over(held.bean)
                self._ask(self.tray.next_bean())
        else:
            self.table.finish(Outcome.INTERRUPTED)
            self.tray.pass_over()
            self._ask(self.tray.next_bean())

    def _back(self, held: Held) -> None:
        """All that was held glides home; nothing is ever lost."""
        self.tray.glide_home([(held.bean, ORIGIN), *held.extras], held.at)
        self._spent.update(finger.id for finger in held.fingers)
        self.held = None

    def _finish(self, held: Held, outcome: Outcome, let_go: float | None) -> None:
        self.held = None
        self._ask(held.bean, let_go)
        fingers = tuple(finger.id for finger in held.fingers)
        self.table.finish(outcome, began=held.began, let_go=let_go, fingers=fingers, offset=held.offset)
        if self.table.settings != self.tray.settings:
            self.tray.fit()
        self._ask(self.tray.next_bean())
