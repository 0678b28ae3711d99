"""Rubber bands: open the hand against a band, lift one finger, pull a slingshot, loop a band over pegs."""

from games.bands.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.bands.rules import BandsRules
from games.bands.told import told
from games.bands.view import draw, draw_ghost
from games.bands.words import HELP, WORDS
from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.game import Game

GAME = Game(
    id="bands",
    code=5,
    version=1,
    title="Rubber bands",
    practises="Open the hand, lift one finger",
    fingers=5,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=BandsRules,
    draw=draw,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#D0568A",
    tile=pictured("tiles/bands"),
    fitting=FITTING,
    strokes=True,  # fingers that rest beside each other are no taps
    ghost=draw_ghost,
    voice=Voice("band", ("land", "lift", "pluck", "snap")),
    taken=lambda rules: rules.taken,
)
