"""The player's own best at a level, as the screens need it: points, score board, ghost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.records.errors import Unreadable
from games.launcher.round.ghost import Stored
from games.launcher.round.levels import choices, table_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.shell.desk import Desk
from games.launcher.ui.theme import STRIP

if TYPE_CHECKING:
    from games.launcher.records.index.kinds import BestKey


def key_of(desk: Desk, game: AnyGame, mode: str, number: int, profile: str, side: str) -> BestKey:
    """What a block must have in common with one that this person would play here and now, whatever the input."""
    from games.launcher.records.index.kinds import BestKey

    board = table_of(desk.display.size - Vec(0, STRIP), mode)
    table = None if mode == "practice" else (board.x, board.y)
    alike = (profile, game.id, game.version, mode, number, side, desk.display.calibrated, MEASURES_VERSION)
    coached = mode == "practice" and game.fitting is not None and desk.settings.coach
    return BestKey(*alike, table=table, coached=coached)


def own_best(desk: Desk, game: AnyGame, mode: str, number: int) -> int | None:
    """The player's best points at this level, with this hand, on a table of this size; None where the coach fits the level
    to the hand, because points are compared only where the settings are fixed."""
    if mode == "free":
        return None
    key = key_of(desk, game, mode, number, desk.player.id, desk.player.side)
    table = table_of(desk.display.size - Vec(0, STRIP), mode)
    return None if key.coached else desk.store.best(replace(key, table=(table.x, table.y)))


def own_rival(desk: Desk, game: AnyGame, mode: str, number: int, side: str) -> Stored | None:
    """The player's best block of a challenge, to play as a ghost; None without one."""
    return None if mode != "challenge" else _best_block(desk, game, mode, number, side)


def other_hand(desk: Desk, game: AnyGame, mode: str, number: int) -> Stored | None:
    """The best block of the player's other hand at this level, to guide this hand as a mirror image; None without one."""
    if mode == "free":
        return None
    side = desk.player.side
    rival = _best_block(desk, game, mode, number, "left" if side == "right" else "right")
    table = table_of(desk.display.size - Vec(0, STRIP), mode)
    # On a table of another size things lie elsewhere: it would guide to empty places.
    return rival if rival is not None and Vec(*rival.record.table) == table else None


def _best_block(desk: Desk, game: AnyGame, mode: str, number: int, side: str) -> Stored | None:
    profile = desk.player.id
    try:
        best = desk.store.index.best_entry(key_of(desk, game, mode, number, profile, side))
        return None if best is None else Stored(*desk.store.block(profile, best.file))
    except (OSError, Unreadable) as error:
        desk.report(error)
        return None


def best_sent(desk: Desk, game: AnyGame, mode: str, number: int) -> Path | None:
    """The file of the player's best complete round of a challenge, to send to a friend; None if there is none."""
    if mode != "challenge":
        return None
    from games.launcher.challenge.choosing import best_round

    return best_round(desk.store, desk.player.id, game, number)


def last_played(desk: Desk) -> tuple[str, str, int]:
    """The game, mode and level that this player played last: Start continues there."""
    last = desk.store.last(desk.player.id)
    if last is not None:
        game = next((one for one in GAMES if one.id == last[0]), None)
        if game is not None and any(last[1:] == (mode, number) for mode, number, _ in choices(game)):
            return last
    return GAMES[0].id, "practice", 1
