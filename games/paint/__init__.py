"""Finger paint: draw along soft pencil lines, fill shapes, follow a dot; and a studio with wet paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.kit.canvas import pictured
from games.kit.gallery import FreePictures, Gallery
from games.kit.game import Game
from games.paint.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.paint.told import told
from games.paint.words import HELP, WORDS

if TYPE_CHECKING:
    from games.kit.canvas import Canvas
    from games.kit.gallery import Made
    from games.kit.game import Table
    from games.kit.geometry import Vec
    from games.kit.painting import Painting
    from games.paint.levels import PaintSettings
    from games.paint.rules import PaintRules


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[PaintSettings]) -> PaintRules:
    from games.paint.rules import PaintRules

    return PaintRules(table)


def _draw(rules: PaintRules, canvas: Canvas) -> None:
    from games.paint.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.paint.ground import ground

    ground(canvas)


def _made(rules: PaintRules) -> Made:
    from games.paint.view import made

    return made(rules)


def _saved(rules: PaintRules) -> tuple[Vec, Vec] | None:
    from games.paint.view import saved

    return saved(rules)


def _painting(rules: PaintRules) -> Painting | None:
    from games.paint.view import painting

    return painting(rules)


def _draw_again(painting: Painting, canvas: Canvas, name: str, upto: int, scale: float) -> int:
    from games.paint.paper import draw_again

    return draw_again(painting, canvas, name, upto, scale)


def _lesson(rules: PaintRules) -> str:
    from games.paint.lesson import lesson

    return lesson(rules)


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
    rules=_rules,
    draw=_draw,
    ground=_ground,
    made=_made,
    words=WORDS,
    help=HELP,
    told=told,
    lesson=_lesson,
    accent="#4A86C5",
    tile=pictured("tiles/paint"),
    gallery=Gallery(free=FreePictures(_saved, _painting, _draw_again)),
    fitting=FITTING,
    taken=lambda rules: rules.taken,
)
