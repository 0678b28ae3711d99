"""Finding a game's levels: by mode and number, and the table each is played on."""

from __future__ import annotations

from games.kit.game import BOARD, Game, Level
from games.kit.geometry import Vec

AIDS = ("tap",)  # tap-tap always works beside dragging
MODES = ("practice", "test", "challenge", "free")


def level_of(game: Game, mode: str, number: int) -> Level:
    """The level of this mode and 1-based number; ValueError that says what there is."""
    free = () if game.free is None else (game.free,)
    levels = {"practice": game.levels, "test": game.tests, "challenge": game.challenges, "free": free}.get(mode)
    if levels is None:
        raise ValueError(f"there is no mode {mode!r}: the modes are {', '.join(MODES)}")
    if not 1 <= number <= len(levels):
        there = f"1 to {len(levels)}" if levels else "none yet"
        raise ValueError(f"{game.title} has no {mode} level {number}: there is {there}")
    return levels[number - 1]


def table_of(room: Vec, mode: str) -> Vec:
    """The table's size in this room: all of it for practice, the fixed board for tests and challenges."""
    if mode in ("practice", "free"):
        return room
    return Vec(min(room.x, BOARD.x), min(room.y, BOARD.y))


def aids_of(dwell: bool) -> tuple[str, ...]:
    """The aids that a block is played with."""
    return ("dwell", *AIDS) if dwell else AIDS
