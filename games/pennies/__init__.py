"""Pennies: build a tower coin by coin, as high as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.kit.brought import Contact, Voice
from games.kit.canvas import pictured
from games.kit.gallery import Gallery
from games.kit.game import Game
from games.pennies.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pennies.told import told
from games.pennies.words import HELP, WORDS

if TYPE_CHECKING:
    from games.kit.canvas import Canvas
    from games.kit.game import Table
    from games.kit.geometry import Vec
    from games.kit.task import Cue
    from games.pennies.levels import PenniesSettings
    from games.pennies.rules import PenniesRules


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[PenniesSettings]) -> PenniesRules:
    from games.pennies.rules import PenniesRules

    return PenniesRules(table)


def _draw_tower(canvas: Canvas, foot: Vec, width: float, tall: float, number: int) -> None:
    from games.pennies.miniature import draw_tower

    draw_tower(canvas, foot, width, tall, number)


def _draw(rules: PenniesRules, canvas: Canvas) -> None:
    from games.pennies.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.pennies.ground import ground

    ground(canvas)


def _draw_ghost(rules: PenniesRules, canvas: Canvas) -> None:
    from games.pennies.view import draw_ghost

    draw_ghost(rules, canvas)


def _contact(rules: PenniesRules, cue: Cue) -> Contact:
    from games.pennies.contact import contact

    return contact(rules, cue)


def _lifted(rules: PenniesRules, canvas: Canvas) -> None:
    from games.pennies.view import draw_lifted

    draw_lifted(rules, canvas)


GAME = Game(
    id="pennies",
    code=3,
    version=1,
    title="Pennies",
    practises="Hover, let go gently",
    fingers=3,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=_rules,
    draw=_draw,
    ground=_ground,
    words=WORDS,
    help=HELP,
    told=told,
    lesson=lambda _rules: "stack",
    accent="#A8763E",
    tile=pictured("tiles/pennies"),
    fitting=FITTING,
    ghost=_draw_ghost,
    lifted=_lifted,
    gallery=Gallery(tower=_draw_tower),
    voice=Voice("coin", ("drop", "knock", "land", "lift", "topple", "tower"), _contact),
    taken=lambda rules: rules.taken,
)
