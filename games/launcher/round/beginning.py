"""How a round begins: its level, seed, ghost and coach, and the block made from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from games.catalog import named
from games.kit.block import Block
from games.kit.game import AnyGame, Fit
from games.kit.geometry import Vec
from games.launcher.progress.challenges import SEEDS
from games.launcher.progress.coach import Coach
from games.launcher.round.beside import ghost_of, rival_of_goal
from games.launcher.round.bests import other_hand
from games.launcher.round.coaching import coach_of
from games.launcher.round.ghost import Ghost, Rival
from games.launcher.round.levels import aids_of, level_of, table_of
from games.launcher.round.session import Session
from games.launcher.shell.desk import Desk
from games.launcher.shell.places import Playing

if TYPE_CHECKING:
    from games.launcher.gallery.picturing import Again


@dataclass(frozen=True)
class Begun:
    """A round ready to play: its game and block, its session, its coach and its ghost."""

    game: AnyGame
    block: Block
    session: Session
    coach: Coach | None
    ghost: Ghost | None


def begin(desk: Desk, place: Playing, room: Vec, again: Again | None = None) -> Begun:
    """A round for the present player, on a table in a room of this size (mm).

    `again`: a stored free picture that was replayed and is continued. A warm-up and a guided round count as practice
    without points.
    """
    game, warm_up = named(place.game), place.warm_up
    level = level_of(game, place.mode, place.number)
    if warm_up is not None:
        level = replace(level, reps=None, seconds=warm_up)
    hand, table = place.side or desk.player.side, table_of(room, place.mode)
    ghost = ghost_of(desk, _rival(desk, game, place, hand), table, hand)
    guided = ghost is not None and ghost.mirrored
    coach = None
    if warm_up is None and not guided:
        coach = coach_of(desk, game, place.mode, place.number, hand)
    if again is not None:
        block = again.block
    else:
        fit = Fit(hand, grace_ms=desk.settings.grace_ms)
        block = Block(game, level, _seed(desk, place, ghost), table, aids_of(desk.settings.dwell), coach, fit)
    kept = ("free", 1) if warm_up is not None or guided else (place.mode, place.number)
    session = Session(desk, *kept, block, coach, onward=None if again is None else again.record)
    return Begun(game, block, session, coach, ghost)


def _rival(desk: Desk, game: AnyGame, place: Playing, hand: str) -> Rival | None:
    """The recording that plays along: the other hand as a guide, the rival of the goal, or the player's own best."""
    if place.guided:
        return other_hand(desk, game, place.mode, place.number)
    if place.warm_up is not None:
        return None
    return rival_of_goal(desk, game, place.mode, place.number, hand, place.goal)


def _seed(desk: Desk, place: Playing, ghost: Ghost | None) -> int:
    """The seed of the round."""
    seed = desk.wish.seed if desk.wish.seed is not None else desk.seed()
    if place.mode == "challenge":  # it must fit into a code
        seed = seed % SEEDS if place.goal is None else place.goal.challenge.seed
    if ghost is not None and place.goal is None and desk.wish.seed is None:
        return ghost.rival.seed  # a ghost needs the same seed, so that things lie in the same places
    return seed
