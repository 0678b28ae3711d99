"""A half of a table that two people share: who plays there, the block, and how it stands against what is usual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.game import Fit, Game
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.ended import Ended
from games.launcher.levels import SHARED, aids_of, level_of
from games.launcher.progress.handicap import RECENT, Usual, usual
from games.launcher.records.index import BestKey
from games.launcher.scoring.block import Judging
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.session import Session

if TYPE_CHECKING:
    from games.launcher.screens.screen import Desk, Player, Work


@dataclass(frozen=True)
class Seat:
    """Who plays in a half, with which hand, at which practice level."""

    player: Player
    number: int = 1


class Half:
    """One of two blocks that are played side by side. `origin` is its table's upper left corner in the window, mm."""

    def __init__(self, desk: Desk, game: Game, mode: str, seat: Seat, seed: int, origin: Vec, table: Vec) -> None:
        self.seat, self.origin = seat, origin
        aids = aids_of(desk.settings.dwell)
        fit = Fit(seat.player.side, grace_ms=desk.settings.grace_ms)
        self.block = Block(game, level_of(game, mode, seat.number), seed, table, aids, None, fit)
        self.session = Session(desk, mode, seat.number, self.block, player=seat.player)
        self.usual = usual_of(desk, game, seat)
        self.ended: Ended | None = None
        self._judging = Judging()
        self._desk = desk
        self._ending: Work | None = None

    @property
    def done(self) -> int:
        """Repetitions that came to what was asked."""
        return len([rep for rep in self.block.table.reps if rep.outcome is Outcome.DONE])

    @property
    def points(self) -> int:
        """The points as they stand."""
        return self._judging.score.points

    @property
    def share(self) -> float | None:
        """The points as they stand, as a share of this player's usual ones; None before the first repetition."""
        return self.usual.share(self.points) if self._judging.attempts else None

    def holds(self, place: Vec) -> bool:
        """Whether a place in the window lies on this half's table."""
        x, y = place.x - self.origin.x, place.y - self.origin.y
        return 0 <= x <= self.block.table.size.x and 0 <= y <= self.block.table.size.y

    def advance(self, now: float, readings: Sequence[Reading]) -> None:
        """Play on; what is new is journalled and judged, and at the end all of it is stored, beside the frames."""
        self.block.advance(now, readings)
        if self._ending is None:
            self.session.note()
            self._judging.take(self.block.table.reps, self.block.played)
        if self.block.finished and self.ended is None:
            self._ending = self._ending or self._desk.beside(self.session.end)
            if self._ending.done():
                self.ended = self._ending.result()
                self.ended.tell()

    def leave(self) -> None:
        """Keep what was played, at once, and only once."""
        if self.ended is None:
            self.ended = self.session.end() if self._ending is None else self._ending.result()
            self.ended.tell()


def usual_of(desk: Desk, game: Game, seat: Seat) -> Usual:
    """What this player usually does in such a round, with this hand."""
    if desk.store is None:
        return Usual()
    player, calibrated = seat.player, desk.display.calibrated
    alike = (player.id, game.id, game.version, "practice", seat.number, player.side, calibrated, MEASURES_VERSION)
    key, index = BestKey(*alike), desk.store.index
    shared = [entry for mode in SHARED for entry in index.board(replace(key, mode=mode), RECENT)]
    shared.sort(key=lambda entry: -entry.t)
    practised = [entry.score for entry in index.board(key, RECENT)]
    return usual([(entry.score, entry.reps) for entry in shared], practised)
