"""Playdough: squeeze, stretch, roll, dig, cut and flatten a lump that keeps its shape."""

from games.dough.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.dough.rules import DoughRules
from games.dough.view import draw, draw_again, draw_ghost, painting, saved
from games.dough.words import WORDS
from games.kit.game import Game

GAME = Game(
    id="dough",
    version=2,
    title="Playdough",
    practises="Squeeze, stretch and shape",
    fingers=10,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=DoughRules,
    draw=draw,
    words=WORDS,
    fitting=FITTING,
    strokes=True,
    ghost=draw_ghost,
    sheet=saved,
    painting=painting,
    paint=draw_again,
    taken=lambda rules: rules.taken,
)
