"""Who plays beside the player: the rival of a goal, or the own best; and the ghost that is made of it."""

from __future__ import annotations

from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.round.bests import own_rival
from games.launcher.round.ghost import Ghost, Rival
from games.launcher.round.goal import Goal
from games.launcher.shell.desk import Desk


def rival_of_goal(desk: Desk, game: AnyGame, mode: str, number: int, side: str, goal: Goal | None) -> Rival | None:
    """Who plays along in this block if nobody was named; None where the player wants nobody, or nobody is there."""
    if not desk.settings.ghost:
        return None
    if goal is not None and goal.ghost is not None:
        return goal.ghost
    own = own_rival(desk, game, mode, number, side)
    # The goal decides where things lie: an own best of another seed would carry things that are not there.
    return own if own is not None and (goal is None or own.seed == goal.challenge.seed) else None


def ghost_of(desk: Desk, rival: Rival | None, table: Vec, side: str) -> Ghost | None:
    """A rival as a ghost on this table; None on a table of another size, or for what this program has no rules for."""
    try:
        ghost = None if rival is None else Ghost(rival, side)
    except ValueError as error:
        desk.report(error)
        return None
    return ghost if ghost is not None and ghost.block.table.size == table else None
