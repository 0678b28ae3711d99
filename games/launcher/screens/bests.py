"""The player's own best at a level, as the screens ask for it."""

from __future__ import annotations

from pathlib import Path

from games.kit.game import Game
from games.kit.geometry import Vec
from games.launcher.levels import table_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.screens.screen import Desk
from games.launcher.screens.theme import STRIP


def own_best(desk: Desk, game: Game, mode: str, number: int) -> int | None:
    """The player's best points at this level, with this hand, on a table like this."""
    if desk.store is None or desk.player is None or mode == "free":
        return None
    from games.launcher.records.index import BestKey

    board = table_of(desk.display.size - Vec(0, STRIP), mode)
    table = None if mode == "practice" else (board.x, board.y)
    person, calibrated = desk.player, desk.display.calibrated
    alike = (person.id, game.id, game.version, mode, number, person.side, calibrated, MEASURES_VERSION)
    coached = mode == "practice" and game.fitting is not None and desk.settings.coach
    key = BestKey(*alike, table=table, coached=coached)
    return desk.store.best(key)


def best_sent(desk: Desk, game: Game, mode: str, number: int) -> Path | None:
    """The file of the player's best whole round of a challenge, which a friend can be sent; None where there is none."""
    if desk.store is None or desk.player is None or mode != "challenge":
        return None
    from games.launcher.challenging import best_round

    return best_round(desk.store, desk.player.id, game, number)
