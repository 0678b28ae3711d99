"""What lies on the table of Beans: the beans to take, those that have landed, and what a recipe still wants."""

from __future__ import annotations

from collections.abc import Sequence

from games.beans.bean import COLOURS, Bean, Sack, recipe
from games.beans.layout import Layout
from games.beans.levels import BeansSettings
from games.kit.chance import within
from games.kit.game import Table
from games.kit.geometry import Vec, distance, path_length
from games.kit.grip import within_reach

HURRIED = 0.28  # s; a spoon whose speed would cover the whole way in less time loses its bean
ASTRAY = 0.045  # bean lengths; random offset of a bean from its place


class Tray:
    """The bowls of a table and the beans in them."""

    def __init__(self, table: Table[BeansSettings]) -> None:
        self._table = table
        self.landed: list[Bean] = []
        settings = table.settings
        # For each colour, the number of beans that the recipe still needs; empty without a recipe.
        self.wanted = recipe(table.rng, settings.recipe) if settings.recipe else []
        self.recipe = tuple(self.wanted)
        self.lay()

    def lay(self) -> None:
        """Set up the table for the present settings."""
        self.settings = self._table.settings
        self.layout = Layout(self._table.size, self.settings, self._table.fit.side)
        colours = COLOURS if self.settings.recipe else self.settings.jars
        self._sack = Sack(self._table.rng, colours, self.wanted)
        self.lying = [self._new_bean(spot) for spot in self.layout.spots(self._table.rng)]

    def fit(self) -> None:
        """Adopt new settings: the beans stay where they are, unless their size has changed."""
        settings = self._table.settings
        if settings.bean != self.settings.bean:
            self.lay()
            return
        self.settings = settings
        self.layout = Layout(self._table.size, settings, self._table.fit.side)

    def _new_bean(self, spot: Vec) -> Bean:
        astray = ASTRAY * self.settings.bean
        rng = self._table.rng
        place = spot + Vec(within(rng, -astray, astray), within(rng, -astray, astray))
        return Bean(self._sack.take(), place, place, since=self._table.now, came_from=place)

    def next_bean(self) -> Bean:
        """The bean to ask for: the first one that is needed."""
        return next((bean for bean in self.lying if self.of_use(bean)), self.lying[0])

    def pass_over(self, bean: Bean | None = None) -> None:
        """Move this bean, or the one to be asked for next, to the end of the order."""
        first = bean if bean in self.lying else self.next_bean()
        assert first is not None
        self.lying.remove(first)
        self.lying.append(first)

    def take(self, bean: Bean) -> None:
        """Out of the bowl, into a hand."""
        self.lying.remove(bean)
        bean.state, bean.since = "held", self._table.now

    def ask_first(self, bean: Bean) -> None:
        """Move this bean to the front of the order."""
        self.lying.remove(bean)
        self.lying.insert(0, bean)

    def of_use(self, bean: Bean) -> bool:
        """Whether a bean of this colour is needed: always, or if the recipe still needs one."""
        return not self.wanted or self.wanted[bean.colour] > 0

    def jar_of(self, bean: Bean) -> int:
        """The jar of a bean: by colour, if there are several jars."""
        return bean.colour if self.settings.jars > 1 else 0

    def near(self, place: Vec) -> Bean | None:
        """The nearest bean in reach, preferring beans that are needed."""
        reach = within_reach(self.settings.bean)
        near = [bean for bean in self.lying if distance(bean.at, place) <= reach]
        return min(near, key=lambda bean: (not self.of_use(bean), distance(bean.at, place)), default=None)

    def hurry(self) -> float:
        """The speed in mm/s at which a spoon loses its bean."""
        return path_length([self.layout.source, *self.layout.over_wall(), self.layout.goals[0]]) / HURRIED

    def land(self, together: Sequence[tuple[Bean, Vec]], at: Vec, jar: int) -> None:
        """Drop the carried beans (each with its offset from the first) into a jar, and fill their places with new beans."""
        if self.wanted:
            self.wanted[together[0][0].colour] -= 1
        if self.wanted or self.settings.jars > 1:  # only the intended bean lands; the others fall back
            self.glide_home(together[1:], at)
            together = together[:1]
        for bean, beside in together:
            bean.state, bean.since, bean.came_from, bean.jar = "landed", self._table.now, at + beside, jar
            self.landed.append(bean)
            self.lying.append(self._new_bean(bean.home))
        if any(self.wanted) and not any(self.of_use(bean) for bean in self.lying):
            # Beans of a handful may have filled the recipe's need for the colours present; replace some, so that play can go on.
            wanted = next(colour for colour, count in enumerate(self.wanted) if count)
            self.lying[-1].kind = self._sack.take_of(wanted)

    def glide_home(self, beans: Sequence[tuple[Bean, Vec]], start: Vec) -> None:
        """Let beans glide back to where they came from; none is ever lost."""
        for bean, beside in beans:
            bean.state, bean.since, bean.came_from, bean.at = "lying", self._table.now, start + beside, bean.home
            self.lying.append(bean)
