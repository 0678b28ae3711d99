"""Playdough: squeeze, stretch, roll, dig, cut and flatten a lump that keeps its shape."""

from games.dough.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.dough.rules import DoughRules
from games.dough.told import told
from games.dough.view import draw, draw_again, draw_ghost, painting, saved
from games.dough.words import HELP, WORDS
from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.gallery import FreePictures, Gallery
from games.kit.game import Game

GAME = Game(
    id="dough",
    code=6,
    version=3,
    plays=(2,),
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
    help=HELP,
    told=told,
    accent="#3F8F63",
    tile=pictured("tiles/dough"),
    fitting=FITTING,
    strokes=True,
    ghost=draw_ghost,
    gallery=Gallery(free=FreePictures(saved, painting, draw_again)),
    voice=Voice("dough", ("bell", "cut", "dig", "grip", "home", "knead", "land", "match", "press")),
    taken=lambda rules: rules.taken,
)
