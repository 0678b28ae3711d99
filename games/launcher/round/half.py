"""One half of a screen that two people share: who plays there, the block, and its points against the player's usual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.game import AnyGame, Fit
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.progress.handicap import MEMORY, Usual, usual
from games.launcher.records.index.kinds import BestKey
from games.launcher.round.ended import Ended
from games.launcher.round.levels import SHARED, aids_of, level_of
from games.launcher.round.session import Session
from games.launcher.scoring.block import Judging
from games.launcher.scoring.clock import clock_of
from games.launcher.scoring.score import MEASURES_VERSION

if TYPE_CHECKING:
    from games.launcher.shell.desk import Desk, Player
    from games.launcher.shell.work import Work


@dataclass(frozen=True)
class Seat:
    """Who plays in one half, with which hand, at which practice level."""

    player: Player
    number: int = 1


class Half:
    """One of two blocks that are played side by side. `origin`: upper left corner of its table in the window, mm."""

    def __init__(self, desk: Desk, game: AnyGame, mode: str, seat: Seat, seed: int, origin: Vec, table: Vec) -> None:
        self.seat, self.origin = seat, origin
        aids = aids_of(desk.settings.dwell)
        fit = Fit(seat.player.side, grace_ms=desk.settings.grace_ms)
        self.block = Block(game, level_of(game, mode, seat.number), seed, table, aids, None, fit)
        self.session = Session(desk, mode, seat.number, self.block, player=seat.player)
        self.usual = usual_of(desk, game, seat)
        self.ended: Ended | None = None
        self._judging, self._mode = Judging(), mode
        self._desk = desk
        self._ending: Work | None = None

    @property
    def done(self) -> int:
        """Number of successful repetitions."""
        return len([rep for rep in self.block.table.reps if rep.outcome is Outcome.DONE])

    @property
    def points(self) -> int:
        """The points so far."""
        return self._judging.score.points

    @property
    def share(self) -> float | None:
        """The points so far as a share of this player's usual points; None before the first repetition."""
        return self.usual.share(self.points) if self._judging.attempts else None

    def holds(self, place: Vec) -> bool:
        """Whether a place in the window lies on this half's table."""
        x, y = place.x - self.origin.x, place.y - self.origin.y
        return 0 <= x <= self.block.table.size.x and 0 <= y <= self.block.table.size.y

    def advance(self, now: float, readings: Sequence[Reading]) -> None:
        """Run the block up to now: new reps are journalled and scored, and at the end the block is stored on another thread."""
        self.block.advance(now, readings)
        if self._ending is None:
            self.session.note()
            if len(self.block.table.reps) > len(self._judging.measures) or self.block.finished:
                self._judging.take(self.block.table.reps, self.block.played, clock_of(self.block, self._mode))
        if self.block.finished and self.ended is None:
            self._ending = self._ending or self._desk.beside(self.session.end)
            if self._ending.done():
                self.ended = self._ending.result()
                self.ended.tell()

    def leave(self) -> None:
        """Stop and store what was played, at once; a second call does nothing."""
        if self.ended is None:
            self.ended = self.session.end() if self._ending is None else self._ending.result()
            self.ended.tell()


@dataclass(frozen=True)
class Pair:
    """A finished round of two players: both halves, and how the shared jar filled: (how full, by which half) for each rep."""

    game: AnyGame
    mode: str
    seats: tuple[Seat, Seat]
    both: tuple[Half, Half]  # left (or upper) first
    filled: tuple[tuple[float, int], ...]


def usual_of(desk: Desk, game: AnyGame, seat: Seat) -> Usual:
    """What this player usually does in such a round, with this hand."""
    player, calibrated = seat.player, desk.display.calibrated
    alike = (player.id, game.id, game.version, "practice", seat.number, player.side, calibrated, MEASURES_VERSION)
    key, index = BestKey(*alike), desk.store.index
    shared = [entry for mode in SHARED for entry in index.board(replace(key, mode=mode), MEMORY)]
    shared.sort(key=lambda entry: -entry.t)
    practised = [entry.score for entry in index.board(key, MEMORY)]
    return usual([(entry.score, entry.reps) for entry in shared], practised)
