"""What happens when fingers move on the table of Beans; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.beans.bean import COLOURS, Bean, Sack, recipe
from games.beans.grip import SECOND_FINGER, UNMOVED, Held, between_fingers, hold_between, hold_with_one, pinched
from games.beans.layout import RIM, Layout
from games.beans.levels import BeansSettings
from games.kit.aids import TAP_REACH
from games.kit.chance import within
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, crossing, distance, middle, path_length
from games.kit.task import Carry, Outcome

REACH = 12.0  # mm; a touch takes the nearest bean whose middle is this near (U3) ...
RIM_REACH = 3.0  # mm; ... or whose rim is this near
HURRIED = 0.28  # s; a spoon carried all its way in less than this has lost its bean
ASTRAY = 0.045  # bean lengths that a bean may lie off its place


class BeansRules:
    """One hand, one bean at a time: take it, carry it over the wall, let go over its bowl."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.held: Held | None = None
        self.waiting: Held | None = None  # set down on the wall by a tap, until the next tap
        self.landed: list[Bean] = []
        self._spent: set[int] = set()  # fingers that have held a bean: they must land anew
        settings: BeansSettings = table.level
        self.wanted = (
            recipe(table.rng, settings.recipe) if settings.recipe else []
        )  # beans of each colour, still to come
        self.recipe = tuple(self.wanted)
        self._lay()

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        names = [command.name for command in commands]
        if "skip" in names:
            self._skip()
        for finger in fingers.pressed:
            if self.held is not None:
                self._join(self.held, finger)
            elif not self._close_on_a_bean(fingers, finger):
                self._take(finger)
        if self.held is None:
            self._close_on_a_bean(fingers, None)
        if self.held is not None:
            self._carry(self.held, "pause" in names)
        elif self.waiting is not None and "pause" in names:
            self._interrupt(self.waiting)

    # ------------------------------------------------------------------ the table

    def _lay(self) -> None:
        """Lay the table for the settings dealt, and ask for the first bean."""
        self.settings: BeansSettings = self.table.level
        self.layout = Layout(self.table.size, self.settings, self.table.fit.side)
        colours = COLOURS if self.settings.recipe else self.settings.jars
        self._sack = Sack(self.table.rng, colours, self.wanted)
        self.lying = [self._new_bean(spot) for spot in self.layout.spots(self.table.rng)]
        self._ask(self._next_bean())

    def _new_bean(self, spot: Vec) -> Bean:
        astray = ASTRAY * self.settings.bean
        rng = self.table.rng
        place = spot + Vec(within(rng, -astray, astray), within(rng, -astray, astray))
        return Bean(self._sack.take(), place, place, since=self.table.now, came_from=place)

    def _next_bean(self) -> Bean:
        """The bean to ask for: the first that is of use."""
        return next((bean for bean in self.lying if self.of_use(bean)), self.lying[0])

    def of_use(self, bean: Bean) -> bool:
        """Whether the recipe, if there is one, still takes a bean of this colour."""
        return not self.wanted or self.wanted[bean.colour] > 0

    def jar_of(self, bean: Bean) -> int:
        """Where it belongs: each colour has a jar of its own, if there are several."""
        return bean.colour if self.settings.jars > 1 else 0

    def _ask(self, bean: Bean, at: float | None = None) -> None:
        """Ask for this bean. A swinging jar is asked for at its middle, until it is known when the bean came."""
        jar = self.jar_of(bean)
        goal = self.layout.goals[jar] if at is None else self.layout.goal(jar, at)
        self.table.ask(Carry(bean.home, goal, self.layout.mouth, via=self.layout.over_wall()))

    # ------------------------------------------------------------------ taking

    def _take(self, finger: Finger) -> None:
        """A touch takes the nearest bean, if one is near; whichever is taken is the one asked for."""
        bean = self._near(finger.start)
        waiting = self.waiting
        if waiting is not None:
            if bean is None or distance(finger.start, self.layout.source) > self.layout.source_mouth / 2:
                self._take_from_wall(waiting, finger)
                return
            self.waiting = None
            self._back(waiting)
        if bean is not None:
            self._hold(bean, [finger], bean.home - finger.start, finger.born)

    def _near(self, place: Vec) -> Bean | None:
        """The nearest bean in reach, one that is of use before one that is not."""
        reach = max(REACH, self.settings.bean / 2 + RIM_REACH)
        near = [bean for bean in self.lying if distance(bean.at, place) <= reach]
        return min(near, key=lambda bean: (not self.of_use(bean), distance(bean.at, place)), default=None)

    def _hold(self, bean: Bean, fingers: list[Finger], offset: Vec, began: float) -> Held:
        bean.state, bean.at, bean.since = "held", bean.home, self.table.now
        self.lying.remove(bean)
        self.held = Held(bean, fingers, offset, began, bean.home)
        self._ask(bean)
        self.table.cue("lift", bean.home)
        return self.held

    def _take_from_wall(self, waiting: Held, finger: Finger) -> None:
        """The bean on the wall goes with the next touch, wherever that is."""
        on_it = distance(waiting.at, finger.start) <= max(REACH, self.settings.bean)
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
        bean = min([held.bean, *self.lying], key=lambda bean: distance(bean.home, centre))
        if not pinched(first, finger, bean, self.settings.bean, landed=True):
            return
        if bean is not held.bean:
            self._glide_home([(held.bean, ORIGIN)], held.at)
            held = self._hold(bean, [first, finger], ORIGIN, held.began)
        hold_between(held, first, finger)
        self._grab_more(held)

    def _close_on_a_bean(self, fingers: Fingers, pressed: Finger | None) -> bool:
        """Thumb and finger to either side of a bean: as this one lands beside the other, or once they have closed."""
        down = [f for f in fingers if f.state == "down" and not f.hovering and f.id not in self._spent]
        for index, second in enumerate(down):
            for first in down[:index]:
                landed = pressed is second and second.born - first.born <= SECOND_FINGER
                bean = self._near(middle((first.at, second.at)))
                if bean is None or not pinched(first, second, bean, self.settings.bean, landed):
                    continue
                if self.waiting is not None:
                    self._back(self.waiting)
                    self.waiting = None
                began = max(self.table.asked_at.get(0, 0.0), min(first.born, second.born))
                held = self._hold(bean, [first, second], ORIGIN, began)
                hold_between(held, first, second)
                self._grab_more(held)
                return True
        return False

    def _grab_more(self, held: Held) -> None:
        """Other beans between thumb and finger come along: a handful, which counts as one."""
        if not self.settings.heaped:
            return
        for bean in between_fingers(held, self.lying, self.settings.bean):
            held.extras.append((bean, bean.home - held.bean.home))
            self.lying.remove(bean)
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
            hold_with_one(held, next(finger for finger in held.fingers if not finger.hovering))  # the other one lifted
        for there in held.places():
            if not held.hovering and self._hits_wall(held.at, there):
                held.at = there
                self.table.cue("wall", there)
                self._end(held, Outcome.DROPPED, self.table.now)
                return
            held.at = there
        held.bean.at = held.at
        if self.settings.spoon and held.spilt(self.hurry()):
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
            perching = held.hovering and not held.set_on_wall and self.layout.on_wall(held.at)
            if gone or perching or (over is not None and over == self.jar_of(held.bean)):
                self._let_go(held, when)
        elif gone:
            if self._over_jar(held, when) is not None:
                self._let_go(held, when)
            else:
                hold_with_one(held, next(finger for finger in held.fingers if finger.state == "down"))

    def _tapped_into_jar(self, held: Held) -> bool:
        """The bean waited on the wall, and the tap that took it from there was on a jar."""
        if not (held.set_on_wall and held.hovering):
            return False
        meant = distance(held.at, held.fingers[0].start + held.offset) <= TAP_REACH
        return meant and self._over_jar(held, self.table.now) is not None

    def hurry(self) -> float:
        """The fastest, in mm/s, that a spoon may be carried."""
        return path_length([self.layout.source, *self.layout.over_wall(), self.layout.goals[0]]) / HURRIED

    def _hits_wall(self, before: Vec, now: Vec) -> bool:
        if self.layout.wall_top is None:
            return False
        height = crossing(before, now, self.layout.wall_x)
        return height is not None and height > self.layout.wall_top

    def _over_jar(self, held: Held, when: float) -> int | None:
        """The jar that a bean let go now would fall into."""
        for jar in range(len(self.layout.goals)):
            if distance(held.at, self.layout.goal(jar, when)) <= self.layout.mouth / 2:
                return jar
        return None

    # ------------------------------------------------------------------ letting go

    def _let_go(self, held: Held, when: float) -> None:
        """The bean falls: into its jar, into another, back into the full bowl, or beside."""
        jar = self._over_jar(held, when)
        if jar is not None and jar == self.jar_of(held.bean) and self.of_use(held.bean):
            self._land(held, jar)
            self._finish(held, Outcome.DONE, when)
            return
        if jar is None and held.hovering and not held.set_on_wall and self.layout.on_wall(held.at):
            self._wait_on_wall(held)
            return
        layout = self.layout
        if jar is None and distance(held.at, layout.source) <= layout.source_mouth * RIM / 2:
            self._back(held)  # put back where it came from: that is no rep
            return
        self.table.cue("drop", held.at)
        beyond = (held.at.x - layout.wall_x) * (layout.goals[0].x - layout.source.x) > 0
        self._end(held, Outcome.MISSED if beyond else Outcome.DROPPED, when)

    def _wait_on_wall(self, held: Held) -> None:
        at = Vec(self.layout.wall_x, self.layout.over_wall()[0].y)
        held.bean.came_from, held.bean.since, held.bean.state = held.at, self.table.now, "waiting"
        held.at = held.bean.at = at
        self.held, self.waiting = None, held
        self.table.cue("perch", at)

    def _land(self, held: Held, jar: int) -> None:
        if self.wanted:
            self.wanted[held.bean.colour] -= 1
        together = [(held.bean, ORIGIN), *held.extras]
        if self.wanted or self.settings.jars > 1:  # only the bean that was meant: the others fall back
            together = together[:1]
            self._glide_home(held.extras, held.at)
        for bean, beside in together:
            bean.state, bean.since, bean.came_from, bean.jar = "landed", self.table.now, held.at + beside, jar
            self.landed.append(bean)
            self.lying.append(self._new_bean(bean.home))
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
        else:
            self.table.finish(Outcome.INTERRUPTED)
            first = self._next_bean()
            self.lying.remove(first)
            self.lying.append(first)
            self._ask(self._next_bean())

    def _back(self, held: Held) -> None:
        """All that was held glides home; nothing is ever lost."""
        self._glide_home([(held.bean, ORIGIN), *held.extras], held.at)
        self._spent.update(finger.id for finger in held.fingers)
        self.held = None

    def _glide_home(self, beans: Sequence[tuple[Bean, Vec]], start: Vec) -> None:
        for bean, beside in beans:
            bean.state, bean.since, bean.came_from, bean.at = "lying", self.table.now, start + beside, bean.home
            self.lying.append(bean)

    def _finish(self, held: Held, outcome: Outcome, let_go: float | None) -> None:
        self.held = None
        self._ask(held.bean, let_go)
        fingers = tuple(finger.id for finger in held.fingers)
        self.table.finish(outcome, began=held.began, let_go=let_go, fingers=fingers, offset=held.offset)
        if self.table.level != self.settings:
            self._lay()
        else:
            self._ask(self._next_bean())
