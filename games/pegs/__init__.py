"""Pegs: place pegs in a board one by one, turned as their holes are, and take them back."""

from games.kit.game import Game
from games.pegs.keepsake import keepsake
from games.pegs.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pegs.rules import PegsRules
from games.pegs.view import draw, draw_ghost
from games.pegs.words import WORDS

GAME = Game(
    id="pegs",
    version=1,
    title="Pegs",
    practises="Place, turn, take back",
    fingers=2,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=PegsRules,
    draw=draw,
    words=WORDS,
    fitting=FITTING,
    ghost=draw_ghost,
    keepsake=keepsake,
    taken=lambda rules: rules.taken,
)
