"""The rules of Beans; pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from games.beans.bean import Bean
from games.beans.grip import HeldBean, between_fingers
from games.beans.layout import RIM
from games.beans.levels import BeansSettings
from games.beans.tray import Tray
from games.kit.aids import TAP_REACH
from games.kit.carrying import Carrying
from games.kit.fingers import Fingers
from games.kit.game import Table
from games.kit.geometry import ORIGIN, Vec, crossing, distance
from games.kit.swing import remember
from games.kit.task import Carry, Outcome


class BeansRules(Carrying[BeansSettings, Bean, HeldBean]):
    """One hand, one bean at a time: take it, carry it over the wall, let go over its bowl."""

    def __init__(self, table: Table[BeansSettings]) -> None:
        super().__init__(table, HeldBean)
        self.tray = Tray(table)
        self.ask_next()

    # ------------------------------------------------------------------ asking

    def ask_next(self, _slot: int = 0) -> None:
        self._ask(self.tray.next_bean())

    def _ask(self, bean: Bean, at: float | None = None) -> None:
        """Ask for this bean. The goal of a swinging jar is its middle position, until the time of landing is known."""
        tray, jar = self.tray, self.tray.jar_of(bean)
        goal = tray.layout.goals[jar] if at is None else tray.layout.goal(jar, at)
        self.table.ask(Carry(bean.home, goal, tray.layout.mouth, via=tray.layout.over_wall()))

    def skip(self) -> None:
        held = self.held or self.waiting
        if held is not None:
            self.end(held, Outcome.INTERRUPTED, None)
            if self.table.edition >= 2:
                self.tray.pass_over(held.piece)
                self.ask_next()
        else:
            self.table.finish(Outcome.INTERRUPTED)
            self.tray.pass_over()
            self.ask_next()

    # ------------------------------------------------------------------ taking

    def lying(self, _slot: int) -> Sequence[Bean]:
        return self.tray.lying

    def length(self, _piece: Bean) -> float:
        return self.tray.settings.bean

    def near(self, place: Vec, slots: Collection[int]) -> Bean | None:
        return self.tray.near(place) if slots else None

    def asked_for(self, piece: Bean) -> bool:
        return piece is self.tray.next_bean()

    def lifted(self, held: HeldBean) -> None:
        self.tray.take(held.piece)
        self._ask(held.piece)
        self.table.cue("lift", held.start)

    def gripped(self, held: HeldBean) -> None:
        """Take other beans between thumb and finger along: a handful, which counts as one."""
        if not self.tray.settings.heaped:
            return
        for bean in between_fingers(held, self.tray.lying, self.tray.settings.bean):
            held.extras.append((bean, bean.home - held.start))
            self.tray.take(bean)
        if held.extras:
            self.table.cue("handful", held.at)

    def put_back(self, held: HeldBean) -> None:
        """Let everything held glide home; nothing is ever lost."""
        self.tray.glide_home([(held.piece, ORIGIN), *held.extras], held.at)

    def not_meant(self, held: HeldBean) -> None:
        if held.meant:
            self.tray.ask_first(held.piece)

    def prefers(self, place: Vec) -> bool:
        return distance(place, self.tray.layout.source) <= self.tray.layout.source_mouth / 2

    def goes_on(self, held: HeldBean, from_rest: Vec) -> None:
        held.piece.came_from, held.piece.since, held.piece.state = from_rest, self.table.now, "held"
        held.trail.clear()  # the way through the air does not spill from a spoon

    # ------------------------------------------------------------------ carrying

    def met(self, held: HeldBean, before: Vec) -> bool:
        """Whether the bean was carried too low and hit the wall, where it falls."""
        if held.hovering or not self._hits_wall(before, held.at):
            return False
        self.table.cue("wall", held.at)
        self.end(held, Outcome.DROPPED, self.table.now)
        return True

    def moves(self, held: HeldBean, fingers: Fingers) -> bool:
        if not super().moves(held, fingers):
            return False
        remember(held.carried, held.at)
        if self.tray.settings.spoon and held.spilt(self.tray.hurry()):
            self.table.cue("spill", held.at)
            self.end(held, Outcome.DROPPED, self.table.now)
            return False
        if self._tapped_into_jar(held):
            self.let_go(held, self.table.now)  # the last of tap, tap, tap
            return False
        return True

    def lands(self, held: HeldBean, when: float) -> bool:
        return self._perches(held) or self._over_jar(held, when) == self.tray.jar_of(held.piece)

    def let_go_by_one(self, held: HeldBean, when: float) -> bool:
        return self._over_jar(held, when) is not None

    def _tapped_into_jar(self, held: HeldBean) -> bool:
        """Whether the bean waited on the wall and the tap that took it from there was on a jar."""
        if not (held.rested and held.hovering):
            return False
        meant = distance(held.at, held.fingers[0].start + held.offset) <= TAP_REACH
        return meant and self._over_jar(held, self.table.now) is not None

    def _perches(self, held: HeldBean) -> bool:
        """Whether a tap has put the bean on the wall, to wait there."""
        return held.hovering and not held.rested and self.tray.layout.on_wall(held.at)

    def _hits_wall(self, before: Vec, now: Vec) -> bool:
        if self.tray.layout.wall_top is None:
            return False
        height = crossing(before, now, self.tray.layout.wall_x)
        return height is not None and height > self.tray.layout.wall_top

    def _over_jar(self, held: HeldBean, when: float) -> int | None:
        """The jar into which a bean let go now would fall, or None."""
        for jar in range(len(self.tray.layout.goals)):
            if distance(held.at, self.tray.layout.goal(jar, when)) <= self.tray.layout.mouth / 2:
                return jar
        return None

    # ------------------------------------------------------------------ letting go

    def let_go(self, held: HeldBean, when: float) -> None:
        """Let the bean fall: into its jar, another one, back into the source bowl, or beside."""
        layout, jar = self.tray.layout, self._over_jar(held, when)
        if jar is not None and jar == self.tray.jar_of(held.piece) and self.tray.of_use(held.piece):
            self._land(held, jar)
            self._finish(held, Outcome.DONE, when)
            return
        if jar is None and self._perches(held):
            self._wait_on_wall(held)
            return
        if jar is None and distance(held.at, layout.source) <= layout.source_mouth * RIM / 2:
            self.back(held)  # put back where it came from: not a rep
            return
        self.table.cue("drop", held.at)
        beyond = (held.at.x - layout.wall_x) * (layout.goals[0].x - layout.source.x) > 0
        self.end(held, Outcome.MISSED if beyond else Outcome.DROPPED, when)

    def _wait_on_wall(self, held: HeldBean) -> None:
        held.piece.came_from, held.piece.since, held.piece.state = held.at, self.table.now, "waiting"
        self.wait(held, Vec(self.tray.layout.wall_x, self.tray.layout.over_wall()[0].y))
        self.table.cue("perch", held.at)

    def _land(self, held: HeldBean, jar: int) -> None:
        self.release(held)
        self.tray.land([(held.piece, ORIGIN), *held.extras], held.at, jar)
        self.table.cue("land", held.at)

    def end(self, held: HeldBean, outcome: Outcome, when: float | None) -> None:
        self.back(held)
        self._finish(held, outcome, when)

    def _finish(self, held: HeldBean, outcome: Outcome, when: float | None) -> None:
        self._ask(held.piece, when)
        self.finish(held, outcome, when)
        if self.table.settings != self.tray.settings:
            self.tray.fit()
        self.ask_next()
