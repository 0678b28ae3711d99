"""Pennies: build a tower coin by coin, as high as it stands."""

from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.gallery import Gallery
from games.kit.game import Game
from games.pennies.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pennies.miniature import draw_tower
from games.pennies.rules import PenniesRules
from games.pennies.told import told
from games.pennies.view import draw, draw_ghost
from games.pennies.words import HELP, WORDS

GAME = Game(
    id="pennies",
    code=3,
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
    help=HELP,
    told=told,
    accent="#A8763E",
    tile=pictured("tiles/pennies"),
    fitting=FITTING,
    ghost=draw_ghost,
    gallery=Gallery(tower=draw_tower),
    voice=Voice("coin", ("drop", "knock", "land", "lift", "topple", "tower")),
    taken=lambda rules: rules.taken,
)
