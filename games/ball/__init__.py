"""Stress ball: squeeze a soft ball to a depth, hold, and let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.ball.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.ball.told import told
from games.ball.words import HELP, WORDS
from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.game import Game

if TYPE_CHECKING:
    from games.ball.levels import BallSettings
    from games.ball.rules import BallRules
    from games.kit.canvas import Canvas
    from games.kit.gallery import Made
    from games.kit.game import Table


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[BallSettings]) -> BallRules:
    from games.ball.rules import BallRules

    return BallRules(table)


def _draw(rules: BallRules, canvas: Canvas) -> None:
    from games.ball.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.ball.ground import ground

    ground(canvas)


def _made(rules: BallRules) -> Made | None:
    from games.ball.view import made

    return made(rules)


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
    rules=_rules,
    draw=_draw,
    ground=_ground,
    made=_made,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#D9534F",
    tile=pictured("tiles/ball"),
    fitting=FITTING,
    voice=Voice("ball", ("beat", "land", "pop", "ripe", "spring", "squish")),
    taken=lambda rules: rules.taken,
)
