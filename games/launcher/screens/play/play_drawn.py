"""What is drawn around a game: progress, the pointer of the arrow keys, the countdown after a pause."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.ui.widgets import Controls
from games.launcher.words.phrases import title

if TYPE_CHECKING:
    from games.kit.block import Block
    from games.kit.game import AnyGame, AnyLevel
    from games.launcher.round.ghost import Ghost

INNER = 4.4  # mm, the radius of the ghost's ring
RING = 7.0  # mm, the radius of the ring of progress


class Shown(Protocol):
    """What the drawing functions need: the block, the place of its table, and the free part of the strip."""

    desk: Desk
    game: AnyGame
    level: AnyLevel
    block: Block
    ghost: Ghost | None
    origin: Vec
    free: Vec


def table_at(size: Vec, table: Vec) -> Vec:
    """Upper left corner (mm) of a table of this size in a window of this size: centred below the strip."""
    room = size - Vec(0, STRIP)
    return Vec(max(0.0, (room.x - table.x) / 2), STRIP + max(0.0, (room.y - table.y) / 2))


def draw_table(canvas: Canvas, seen: Shown) -> None:
    """Draw the table and the strip, without keys."""
    paper.scene(canvas, seen.desk, seen.game)
    paper.mat(canvas, seen.desk, seen.origin, seen.block.table.size)
    with canvas.shifted(seen.origin, seen.block.table.size):
        seen.game.draw(seen.block.rules, canvas)
        if seen.ghost is not None and not seen.ghost.over:
            seen.ghost.draw(canvas, seen.game.ghost)
    draw_strip(canvas, seen)


def draw_keys(canvas: Canvas, seen: Shown, keys: Controls) -> None:
    """Draw the keys, and what is held over them, where it reaches over the strip."""
    keys.draw(canvas, seen.desk.palette)
    if seen.game.lifted is not None and not seen.block.paused:
        with canvas.shifted(seen.origin, seen.block.table.size):
            seen.game.lifted(seen.block.rules, canvas)


def draw_strip(canvas: Canvas, play: Shown) -> None:
    """Draw the ring of progress, its number, and the game's name if there is room."""
    desk, middle = play.desk, STRIP / 2 - 0.4
    done, whole = play.block.progress
    if play.level.seconds is not None:
        words = desk.say("seconds", left=f"{whole - done:.0f}")
    else:
        words = desk.say("of", done=int(done), whole=int(whole)) if whole else str(int(done))
    left, right = MARGIN, play.free.y
    height = paper.fitted(canvas, words, right - left - 2 * RING - 3.0, min(desk.em(LABEL), 12.0))
    wide = canvas.text_size(words, height, "bold").x + 2 * RING + 3.0
    called = title(play.desk.say, play.game)
    beside = canvas.text_size(called, TITLE, "bold").x
    x = left
    if beside + 2 * GAP + wide <= right - left:
        canvas.text(called, Vec(left, middle), TITLE, desk.palette.ink, "bold")
        x = min(max(left + beside + 2 * GAP, (desk.display.size.x - wide) / 2), right - wide)
    paper.ring(canvas, desk, Vec(x + RING, middle), RING, done / whole if whole else 0)
    canvas.text(words, Vec(x + 2 * RING + 3.0, middle), max(SMALL, height), desk.palette.ink, "bold")
    if play.ghost is not None and whole:  # the ghost's progress, inside the ring
        part = min(1.0, play.ghost.progress)
        canvas.arc(Vec(x + RING, middle), INNER, 0.0, 2 * math.pi * part, desk.palette.muted, 1.1)


def draw_counting(canvas: Canvas, desk: Desk, left: float) -> None:
    """Draw the countdown, `left` s before the game continues."""
    size = desk.display.size
    canvas.rect(ORIGIN, size, desk.palette.veil)
    middle = size * 0.5
    card = Vec(70.0, 62.0)
    paper.card(canvas, desk, middle - card * 0.5, card)
    height = paper.fitted(canvas, desk.say("ready"), card.x - 8, desk.em(LABEL))
    canvas.text(desk.say("ready"), middle - Vec(0, 17), height, desk.palette.ink, "bold", "centre")
    number = str(max(1, int(left) + (left > int(left))))
    canvas.text(number, middle + Vec(0, 8), 26.0, desk.palette.primary, "bold", "centre")
