"""Which coach a block gets: it starts where the hand stands, with a target success rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.kit.game import AnyGame
from games.launcher.progress.coach import TELLING, Coach, State, carried_over, target
from games.launcher.progress.standing import begins

if TYPE_CHECKING:
    from games.launcher.records.models import CoachRecord
    from games.launcher.shell.desk import Desk


def coach_of(desk: Desk, game: AnyGame, mode: str, number: int, side: str) -> Coach | None:
    """The coach of a practice block; None if the level is locked, and in tests, challenges and free play."""
    if mode != "practice" or game.fitting is None or not desk.settings.coach:
        return None
    told = desk.store.coached(desk.player.id, game.id, side)
    stood = {one.level: carried_over(State(one.bits, one.tempo, one.trials)) for one in told.stood}
    last = told.hits if told.reps >= TELLING else None
    return Coach(game.fitting, target(told.sessions, last), begins(game, number, stood))


def coach_record(coach: Coach | None) -> CoachRecord | None:
    """What is stored of a coach with the block."""
    if coach is None:
        return None
    from games.launcher.records.blocks.within import within
    from games.launcher.records.models import CoachRecord

    state = coach.state
    return within(CoachRecord, {"target": coach.target, "start": coach.begun, "end": state.bits, "tempo": state.tempo})
