"""Rubber bands: open the hand against a band, lift one finger, pull a slingshot, loop a band over pegs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.bands.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.bands.told import told
from games.bands.words import HELP, WORDS
from games.kit.brought import Voice
from games.kit.canvas import pictured
from games.kit.game import Game

if TYPE_CHECKING:
    from games.bands.levels import BandsSettings
    from games.bands.rules import BandsRules
    from games.kit.canvas import Canvas
    from games.kit.game import Table


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[BandsSettings]) -> BandsRules:
    from games.bands.rules import BandsRules

    return BandsRules(table)


def _draw(rules: BandsRules, canvas: Canvas) -> None:
    from games.bands.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.bands.ground import ground

    ground(canvas)


def _draw_ghost(rules: BandsRules, canvas: Canvas) -> None:
    from games.bands.view import draw_ghost

    draw_ghost(rules, canvas)


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
    rules=_rules,
    draw=_draw,
    ground=_ground,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#D0568A",
    tile=pictured("tiles/bands"),
    fitting=FITTING,
    strokes=True,  # fingers that rest beside each other are no taps
    ghost=_draw_ghost,
    voice=Voice("band", ("land", "lift", "pluck", "snap")),
    taken=lambda rules: rules.taken,
)
