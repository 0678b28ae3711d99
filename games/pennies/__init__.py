"""Pennies: build a tower coin by coin, as high as it stands."""

from games.kit.game import Game
from games.pennies.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pennies.rules import PenniesRules
from games.pennies.view import draw, draw_ghost
from games.pennies.words import WORDS

GAME = Game(
    id="pennies",
    version=1,
    title="Pennies",
    practises="Hover, let go gently",
    fingers=3,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=PenniesRules,
    draw=draw,
    words=WORDS,
    fitting=FITTING,
    ghost=draw_ghost,
    taken=lambda rules: rules.taken,
)
