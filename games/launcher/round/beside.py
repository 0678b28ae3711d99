"""Whose recording plays beside the player: a challenge's or the player's own best; and the ghost made from it."""

from __future__ import annotations

from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.round.bests import own_rival
from games.launcher.round.ghost import Ghost, Rival
from games.launcher.round.goal import Goal
from games.launcher.shell.desk import Desk


def rival_of_goal(desk: Desk, game: AnyGame, mode: str, number: int, side: str, goal: Goal | None) -> Rival | None:
    """The recording that plays beside this block; None if the player has switched ghosts off or there is none."""
    if not desk.settings.ghost:
        return None
    if goal is not None and goal.ghost is not None:
        return goal.ghost
    own = own_rival(desk, game, mode, number, side)
    # The goal's seed decides where things lie: a best round of another seed would carry things that are not there.
    return own if own is not None and (goal is None or own.seed == goal.challenge.seed) else None


def ghost_of(desk: Desk, rival: Rival | None, table: Vec, side: str) -> Ghost | None:
    """A rival as a ghost on this table; None if its table had another size or this program lacks its rules."""
    try:
        ghost = None if rival is None else Ghost(rival, side)
    except ValueError as error:
        desk.report(error)
        return None
    return ghost if ghost is not None and ghost.block.table.size == table else None
