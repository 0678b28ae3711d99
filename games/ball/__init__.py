"""Stress ball: squeeze a soft ball to a depth, hold, and let go."""

from games.ball.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.ball.rules import BallRules
from games.ball.told import told
from games.ball.view import draw
from games.ball.words import HELP, WORDS
from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.game import Game

GAME = Game(
    id="ball",
    code=2,
    version=1,
    title="Stress ball",
    practises="Squeeze, hold, let go",
    fingers=5,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=BallRules,
    draw=draw,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#D9534F",
    tile=pictured("tiles/ball"),
    fitting=FITTING,
    voice=Voice("ball", ("beat", "land", "pop", "ripe", "spring", "squish")),
    taken=lambda rules: rules.taken,
)
