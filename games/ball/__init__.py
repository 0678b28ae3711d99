"""Stress ball: squeeze a soft ball to a depth, hold, and let go."""

from games.ball.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.ball.rules import BallRules
from games.ball.view import draw
from games.ball.words import WORDS
from games.kit.game import Game

GAME = Game(
    id="ball",
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
    fitting=FITTING,
    taken=lambda rules: rules.taken,
)
