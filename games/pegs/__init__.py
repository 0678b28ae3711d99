"""Pegs: place pegs in a board one by one, turned as their holes are, and take them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.kit.brought import Contact, Voice
from games.kit.canvas import pictured
from games.kit.gallery import Gallery
from games.kit.game import Game
from games.pegs.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pegs.told import told
from games.pegs.words import HELP, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from games.kit.canvas import Canvas
    from games.kit.gallery import Made
    from games.kit.game import Table
    from games.kit.task import Cue
    from games.pegs.levels import PegsSettings
    from games.pegs.rules import PegsRules


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[PegsSettings]) -> PegsRules:
    from games.pegs.rules import PegsRules

    return PegsRules(table)


def _keepsake(settings: PegsSettings, seed: int) -> Callable[[Canvas], None] | None:
    from games.pegs.keepsake import keepsake

    return keepsake(settings, seed)


def _draw(rules: PegsRules, canvas: Canvas) -> None:
    from games.pegs.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.pegs.ground import ground

    ground(canvas)


def _made(rules: PegsRules) -> Made:
    from games.pegs.view import made

    return made(rules)


def _draw_ghost(rules: PegsRules, canvas: Canvas) -> None:
    from games.pegs.view import draw_ghost

    draw_ghost(rules, canvas)


def _contact(rules: PegsRules, cue: Cue) -> Contact:
    from games.pegs.contact import contact

    return contact(rules, cue)


def _lesson(rules: PegsRules) -> str:
    from games.pegs.lesson import lesson

    return lesson(rules)


def _lifted(rules: PegsRules, canvas: Canvas) -> None:
    from games.pegs.view import draw_lifted

    draw_lifted(rules, canvas)


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
    rules=_rules,
    draw=_draw,
    ground=_ground,
    made=_made,
    words=WORDS,
    help=HELP,
    told=told,
    lesson=_lesson,
    accent="#B07A2A",
    tile=pictured("tiles/pegs"),
    fitting=FITTING,
    ghost=_draw_ghost,
    lifted=_lifted,
    voice=Voice(contact=_contact),
    gallery=Gallery(finished=_keepsake),
    taken=lambda rules: rules.taken,
)
