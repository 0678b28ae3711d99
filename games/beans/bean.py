"""One bean, and the colours that beans come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from games.kit.chance import below, shuffled
from games.kit.geometry import ORIGIN, Vec

COLOURS = 4  # speckled, black, white, red: the rows of the sheet of beans
FORMS = 5  # of each colour: the columns
KINDS = COLOURS * FORMS
DECOYS = 0.25  # share of the beans on the table that the recipe does not need


@dataclass
class Bean:
    """One bean. `since` and `came_from` let a view animate how it got to its place."""

    kind: int  # which picture: row * FORMS + column
    home: Vec  # its place in the bowl it came from
    at: Vec
    state: Literal["lying", "held", "waiting", "landed"] = "lying"  # waiting: set down on the wall
    since: float = 0.0  # s of block time, when it got to its place
    came_from: Vec = ORIGIN
    jar: int = 0  # the one it landed in

    @property
    def colour(self) -> int:
        """Its row in the sheet of beans."""
        return self.kind // FORMS


def recipe(rng: Random, count: int) -> list[int]:
    """The number of beans of each colour in a recipe of `count` beans; at least one of each if there are enough."""
    wanted = [1 if count >= COLOURS else 0] * COLOURS
    for _ in range(count - wanted[0] * COLOURS):
        wanted[below(rng, COLOURS)] += 1
    return wanted


class Sack:
    """The supply of new beans: all colours equally often, or what a recipe needs."""

    def __init__(self, rng: Random, colours: int, wanted: Sequence[int]) -> None:
        self._rng, self._colours = rng, colours
        self._bag: list[int] = []
        self._recipe = shuffled(rng, [colour for colour, count in enumerate(wanted) for _ in range(count)])

    def take(self) -> int:
        """The kind of the next bean."""
        if self._recipe and self._rng.random() >= DECOYS:
            return self._form_of(self._recipe.pop())
        if self._colours == 1:
            return below(self._rng, KINDS)
        if not self._bag:
            self._bag = shuffled(self._rng, [colour for colour in range(self._colours) for _ in range(2)])
        return self._form_of(self._bag.pop())

    def take_of(self, colour: int) -> int:
        """The kind of a bean of this colour, instead of a random one."""
        return self._form_of(colour)

    def _form_of(self, colour: int) -> int:
        return colour * FORMS + below(self._rng, FORMS)
