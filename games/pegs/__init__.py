"""Pegs: place pegs in a board one by one, turned as their holes are, and take them back."""

from games.kit.canvas import pictured
from games.kit.gallery import Gallery
from games.kit.game import Game
from games.pegs.keepsake import keepsake
from games.pegs.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pegs.rules import PegsRules
from games.pegs.told import told
from games.pegs.view import draw, draw_ghost
from games.pegs.words import HELP, WORDS

GAME = Game(
    id="pegs",
    code=1,
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
    help=HELP,
    told=told,
    accent="#B07A2A",
    tile=pictured("tiles/pegs"),
    fitting=FITTING,
    ghost=draw_ghost,
    gallery=Gallery(finished=keepsake),
    taken=lambda rules: rules.taken,
)
