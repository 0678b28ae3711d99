"""Playdough: squeeze, stretch, roll, dig, cut and flatten a lump that keeps its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.dough.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.dough.told import told
from games.dough.words import HELP, WORDS
from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.gallery import FreePictures, Gallery
from games.kit.game import Game

if TYPE_CHECKING:
    from games.dough.levels import DoughSettings
    from games.dough.rules import DoughRules
    from games.kit.canvas import Canvas
    from games.kit.gallery import Made
    from games.kit.game import Table
    from games.kit.geometry import Vec
    from games.kit.painting import Painting


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[DoughSettings]) -> DoughRules:
    from games.dough.rules import DoughRules

    return DoughRules(table)


def _draw(rules: DoughRules, canvas: Canvas) -> None:
    from games.dough.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.dough.ground import ground

    ground(canvas)


def _made(rules: DoughRules) -> Made | None:
    from games.dough.plate import made

    return made(rules)


def _draw_ghost(rules: DoughRules, canvas: Canvas) -> None:
    from games.dough.view import draw_ghost

    draw_ghost(rules, canvas)


def _saved(rules: DoughRules) -> tuple[Vec, Vec] | None:
    from games.dough.view import saved

    return saved(rules)


def _painting(rules: DoughRules) -> Painting | None:
    from games.dough.view import painting

    return painting(rules)


def _draw_again(painting: Painting, canvas: Canvas, name: str, upto: int, scale: float) -> int:
    from games.dough.view import draw_again

    return draw_again(painting, canvas, name, upto, scale)


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
    rules=_rules,
    draw=_draw,
    ground=_ground,
    made=_made,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#3F8F63",
    tile=pictured("tiles/dough"),
    fitting=FITTING,
    strokes=True,
    ghost=_draw_ghost,
    gallery=Gallery(free=FreePictures(_saved, _painting, _draw_again)),
    voice=Voice("dough", ("bell", "cut", "dig", "grip", "home", "knead", "land", "match", "press")),
    taken=lambda rules: rules.taken,
)
