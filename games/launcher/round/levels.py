"""Finding a game's levels: by mode and number, and the table each is played on."""

from __future__ import annotations

from dataclasses import replace

from games.kit.game import BOARD, AnyGame, AnyLevel
from games.kit.geometry import Vec

AIDS = ("tap",)  # tap-tap always works beside dragging
MODES = ("practice", "test", "challenge", "free", "duel", "together")
SHARED = ("duel", "together")  # two people play side by side, each a practice level with a time limit
SHARED_SECONDS = 45.0
LARGEST = 2000.0  # mm, a table's longest side, even on a larger screen


def level_of(game: AnyGame, mode: str, number: int) -> AnyLevel:
    """The level of this mode and number (from 1). Raises ValueError that says which levels there are."""
    free = () if game.free is None else (game.free,)
    by_mode = {"practice": game.levels, "test": game.tests, "challenge": game.challenges, "free": free}
    levels = (by_mode | dict.fromkeys(SHARED, game.levels)).get(mode)
    if levels is None:
        raise ValueError(f"there is no mode {mode!r}: the modes are {', '.join(MODES)}")
    if not 1 <= number <= len(levels):
        there = f"1 to {len(levels)}" if levels else "none yet"
        raise ValueError(f"{game.title} has no {mode} level {number}: there is {there}")
    level = levels[number - 1]
    if mode not in SHARED:
        return level
    if level.hands > 1:
        raise ValueError(f"level {number} of {game.title} takes both hands: two people share levels for one hand")
    return replace(level, reps=None, seconds=SHARED_SECONDS, longest=None)


def settings_of(game: AnyGame, mode: str, number: int) -> object:
    """The settings of this mode and number; None where there is no such level. A warm-up of a test is kept as free play,
    but has the settings of the test."""
    try:
        return level_of(game, mode, number).settings
    except ValueError:
        return None


def shared_levels(game: AnyGame) -> list[int]:
    """The numbers of the levels that two people can play side by side."""
    return [number for number, level in enumerate(game.levels, 1) if level.hands == 1]


def table_of(room: Vec, mode: str) -> Vec:
    """The table's size in a room of this size (mm): all of it for practice, the fixed board for tests and challenges."""
    if mode in ("practice", "free"):
        return Vec(min(room.x, LARGEST), min(room.y, LARGEST))
    return Vec(min(room.x, BOARD.x), min(room.y, BOARD.y))


def aids_of(dwell: bool) -> tuple[str, ...]:
    """The aids that a block is played with."""
    return ("dwell", *AIDS) if dwell else AIDS


def choices(game: AnyGame) -> list[tuple[str, int, AnyLevel]]:
    """Every (mode, number, level) of a game, practice first."""
    rows = (("practice", game.levels), ("test", game.tests), ("challenge", game.challenges))
    out = [(mode, index + 1, level) for mode, levels in rows for index, level in enumerate(levels)]
    return out if game.free is None else [*out, ("free", 1, game.free)]
