"""Beans: carry beans one by one over the wall into the empty bowl."""

from games.beans.levels import LEVELS, TESTS
from games.beans.rules import BeansRules
from games.beans.view import draw
from games.kit.game import Game

GAME = Game(
    id="beans",
    version=1,
    title="Beans",
    practises="Pick up, carry, let go",
    fingers=2,
    free=None,
    levels=LEVELS,
    tests=TESTS,
    challenges=(),
    rules=BeansRules,
    draw=draw,
)
