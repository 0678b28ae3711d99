"""Beans: carry beans one by one over the wall into a bowl, a jar or a soup."""

from games.beans.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.beans.rules import BeansRules
from games.beans.told import told
from games.beans.view import draw, draw_ghost
from games.beans.words import HELP, WORDS
from games.kit.canvas import pictured
from games.kit.game import Game

GAME = Game(
    id="beans",
    code=0,
    version=2,
    title="Beans",
    practises="Pick up, carry, let go",
    fingers=2,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=BeansRules,
    draw=draw,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#C8643C",
    tile=pictured("tiles/beans"),
    fitting=FITTING,
    ghost=draw_ghost,
    taken=lambda rules: rules.taken,
)
