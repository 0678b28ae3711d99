"""Beans: carry beans one by one over the wall into a bowl, a jar or a soup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.beans.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.beans.told import told
from games.beans.words import HELP, WORDS
from games.kit.brought import Contact, Voice
from games.kit.canvas import pictured
from games.kit.game import Game

if TYPE_CHECKING:
    from games.beans.levels import BeansSettings
    from games.beans.rules import BeansRules
    from games.kit.canvas import Canvas
    from games.kit.gallery import Made
    from games.kit.game import Table
    from games.kit.task import Cue


# Imported only when it is played, or beside the first frames: so Home appears sooner.
def _rules(table: Table[BeansSettings]) -> BeansRules:
    from games.beans.rules import BeansRules

    return BeansRules(table)


def _draw(rules: BeansRules, canvas: Canvas) -> None:
    from games.beans.view import draw

    draw(rules, canvas)


def _ground(canvas: Canvas) -> None:
    from games.beans.ground import ground

    ground(canvas)


def _made(rules: BeansRules) -> Made:
    from games.beans.view import made

    return made(rules)


def _draw_ghost(rules: BeansRules, canvas: Canvas) -> None:
    from games.beans.view import draw_ghost

    draw_ghost(rules, canvas)


def _contact(rules: BeansRules, cue: Cue) -> Contact:
    from games.beans.contact import contact

    return contact(rules, cue)


def _lesson(rules: BeansRules) -> str:
    from games.beans.lesson import lesson

    return lesson(rules)


def _lifted(rules: BeansRules, canvas: Canvas) -> None:
    from games.beans.view import draw_lifted

    draw_lifted(rules, canvas)


GAME = Game(
    id="beans",
    code=0,
    version=2,
    title="Beans",
    practises="Pick up, carry, let go",
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
    accent="#C8643C",
    tile=pictured("tiles/beans"),
    fitting=FITTING,
    ghost=_draw_ghost,
    lifted=_lifted,
    voice=Voice(contact=_contact),
    taken=lambda rules: rules.taken,
)
