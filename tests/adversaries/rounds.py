"""Rounds of honest hands and of tricks, played by the real rules and scored as they are stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Command, Reading
from games.kit.game import AnyGame, AnyLevel, Fit
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Form, Hand
from games.launcher.hand.skill import Skill
from games.launcher.progress.coach import Coach
from games.launcher.records.models import Record
from games.launcher.round.coaching import coach_record
from games.launcher.round.levels import AIDS, level_of, table_of
from games.launcher.round.record import Circumstances, record_of
from games.launcher.shell.clock import Moment

ROOM = Vec(217, 114)
FRAMES = 30.0  # a second
LONGEST = 240.0  # s of block time
NOON = Moment(0, 0, "2026-11-23", 12)


class Player(Protocol):
    """Somebody who plays: gives the readings up to `now`, in block time."""

    def readings(self, block: Block, now: float) -> list[Reading]: ...


@dataclass(frozen=True)
class Table:
    """Where and what is played: one level of a game, in one of its modes."""

    game: str
    mode: str = "practice"
    number: int = 1
    room: Vec = ROOM
    reps: int | None = None  # instead of the level's own number

    @property
    def level(self) -> AnyLevel:
        """The level as it is played."""
        level = level_of(self.rules, self.mode, self.number)
        return level if self.reps is None else replace(level, reps=self.reps, seconds=None)

    @property
    def rules(self) -> AnyGame:
        """The game."""
        return named(self.game)

    @property
    def timed(self) -> bool:
        """Whether it lasts a fixed time."""
        return self.level.seconds is not None

    def __str__(self) -> str:
        return f"{self.game} {self.mode} {self.number}"


def hand(name: str | Skill, seed: int, form: Form = "drag") -> Hand:
    """An honest hand."""
    return Hand(HANDS[name] if isinstance(name, str) else name, seed, form=form, rate=60)


def record(table: Table, player: Player, seed: int, coach: Coach | None = None, longest: float = LONGEST) -> Record:
    """The record of a round that this player plays to its end. A round that the player stops is partial."""
    size = table_of(table.room, table.mode)
    block = Block(table.rules, table.level, seed, size, AIDS, coach, Fit())
    frame, running = 0, 0.0
    while not block.finished and running <= longest + 60:
        frame += 1
        running = frame / FRAMES
        for reading in player.readings(block, block.now + 1 / FRAMES):
            block.feed(reading)
        if block.paused:
            continue
        block.run(block.steps + round(120 / FRAMES))
        if block.now > longest:
            break
    if not block.finished:
        block.feed(Command(block.now, "stop"))
    return record_of(block, Circumstances("0" * 32, table.mode, table.number, NOON, coach=coach_record(coach)))


def earned(found: Record, home: Table) -> float:
    """The points that a round brings to the best of a table: none if it is not compared with others, was fitted to the
    hand by the coach, or was played on a table of another size (see `games.launcher.round.bests`)."""
    counts = found.status == "complete" and found.barred is None and found.coach is None
    return float(found.score) if counts and Vec(*found.table) == table_of(home.room, home.mode) else 0.0


def shown(found: Record) -> float:
    """The points that are shown after a round that was played to its end."""
    return float(found.score) if found.status == "complete" else 0.0


def mean(values: Sequence[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total / len(values)
