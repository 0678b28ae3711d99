"""Finger paint: draw along soft pencil lines, fill shapes, follow a dot; and a studio with wet paint."""

from games.kit.canvas import pictured
from games.kit.gallery import FreePictures, Gallery
from games.kit.game import Game
from games.paint.levels import CHALLENGES, FREE, LEVELS, TESTS
from games.paint.paper import draw_again
from games.paint.rules import PaintRules
from games.paint.told import told
from games.paint.view import draw, painting, saved
from games.paint.words import HELP, WORDS

GAME = Game(
    id="paint",
    code=4,
    version=1,
    title="Finger paint",
    practises="Draw a steady line",
    fingers=10,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=PaintRules,
    draw=draw,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#4A86C5",
    tile=pictured("tiles/paint"),
    gallery=Gallery(free=FreePictures(saved, painting, draw_again)),
    taken=lambda rules: rules.taken,
)
