"""Rubber bands: open the hand against a band, lift one finger, pull a slingshot, loop a band over pegs."""

from games.bands.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.bands.rules import BandsRules
from games.bands.view import draw, draw_ghost
from games.bands.words import WORDS
from games.kit.game import Game

GAME = Game(
    id="bands",
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
    fitting=FITTING,
    strokes=True,  # fingers that rest beside each other are no taps
    ghost=draw_ghost,
    taken=lambda rules: rules.taken,
)
