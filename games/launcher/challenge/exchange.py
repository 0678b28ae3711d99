"""Challenges between people: made from a played block, and verified by playing the recording again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from games.catalog import GAMES
from games.kit.aids import DWELLER
from games.kit.block import Block
from games.kit.fingers import Reading, Sample
from games.kit.game import BOARD, EDITION, RATE, AnyGame, Fit
from games.kit.geometry import Vec
from games.launcher.progress.challenges import Challenge
from games.launcher.progress.codes import code_of
from games.launcher.records.challenge_files import (
    LONGEST_SECONDS,
    ChallengeHead,
    Room,
    encoded,
    plain,
    read_challenge,
    room_of,
    sealed,
)
from games.launcher.records.errors import StoreError, Unreadable
from games.launcher.records.writing import write_whole
from games.launcher.round.levels import level_of
from games.launcher.scoring.block import judge
from games.launcher.scoring.score import MEASURES_VERSION

if TYPE_CHECKING:
    from games.launcher.records.models import Record
    from games.launcher.records.store import Store

PATIENCE = 20.0  # s that playing a stranger's recording again may take
BEFORE = 60.0  # s that somebody may take before the first touch
SLOWEST = 30.0  # s for a rep, of the slowest hands over a whole round
SLICE = 1.0  # s of block time between two looks at the clock


class Verdict(Enum):
    """What playing a recording again has shown. None of them says that a person did it."""

    VERIFIED = "verified"
    OTHER_RULES = "made with other rules"
    NO_MATCH = "does not match"


@dataclass(frozen=True)
class Sent:
    """All that a second block needs to be played beside the player's: whose hand it was is not known."""

    game: str
    level: int  # of the game's challenges, from 1
    seed: int
    table: Vec
    fit: Fit
    aids: tuple[str, ...]
    steps: int
    trace: tuple[Reading, ...]
    points: int
    edition: int = EDITION

    @property
    def side(self) -> str:
        """The hand that played."""
        return self.fit.side

    def block(self) -> Block:
        """The block at its beginning; `feed` it the trace in step. ValueError where this program has no such level."""
        game = _game(self.game)
        if game is None:
            raise ValueError(f"there is no game {self.game!r}")
        level = level_of(game, "challenge", self.level)
        return Block(game, level, self.seed, self.table, self.aids, None, self.fit, self.edition)


@dataclass(frozen=True)
class Received:
    """A challenge that came from somebody: what to play, and what is known of its recording. A code has none."""

    challenge: Challenge
    verdict: Verdict | None = None
    ghost: Sent | None = None  # only of a recording that is verified
    hand: str | None = None  # the preset of a synthetic hand, where one played
    seal: str | None = None
    path: Path | None = None


def received(path: Path) -> Received:
    """The challenge in a file, verified. Unreadable or OSError with one sentence for what is none."""
    head, trace = read_challenge(path, room)
    verdict = verify(head, trace)
    ghost = sent_of(head, trace) if verdict is Verdict.VERIFIED else None
    return Received(challenge_of(head), verdict, ghost, head.hand, head.seal, path)


def room(head: ChallengeHead) -> Room:
    """How much a recording of this level can hold; of one that is not known here as much as of any."""
    game = _game(head.game)
    if game is None or head.level > len(game.challenges):
        return room_of(head)
    level = game.challenges[head.level - 1]
    if level.seconds is not None or level.longest is not None:
        return room_of(head, BEFORE + (level.seconds or level.longest or 0.0))
    return room_of(head, BEFORE + SLOWEST * (level.reps or LONGEST_SECONDS))


def challenge_of(head: ChallengeHead) -> Challenge:
    """What is to be played."""
    return Challenge(head.game, head.level, head.seed, head.game_version, head.measures_version, head.points)


def sent_of(head: ChallengeHead, trace: Sequence[Reading]) -> Sent:
    """The recording of a challenge, ready to be played beside somebody."""
    return Sent(
        head.game,
        head.level,
        head.seed,
        Vec(*head.table),
        _fit(head),
        head.aids,
        head.steps,
        tuple(trace),
        head.points,
        head.edition,
    )


def sent_again(record: Record, trace: Sequence[Reading]) -> Sent:
    """The same of a block that is stored here. ValueError for one that is no whole challenge by the present rules."""
    return sent_of(head_of(record, trace), trace)


def verify(head: ChallengeHead, trace: Sequence[Reading], patience: float = PATIENCE) -> Verdict:
    """Play the recording again: whether it gives the points that are claimed, to the last one."""
    game = _game(head.game)
    alike = game is not None and game.version == head.game_version and head.measures_version == MEASURES_VERSION
    alike = alike and head.edition <= EDITION
    if game is None or not alike or head.level > len(game.challenges):
        return Verdict.OTHER_RULES
    try:
        if sealed(head, trace).seal != head.seal:
            return Verdict.NO_MATCH
        block = _played(sent_of(head, trace), perf_counter() + patience)
        whole = block.finished and not block.stopped and block.steps == head.steps
        points = judge(block.table.reps, block.played).score.points if whole else None
    except Exception:  # rules are made for what hands do: whatever a forged recording does to them, it does not match
        return Verdict.NO_MATCH
    return Verdict.VERIFIED if whole and points == head.points else Verdict.NO_MATCH


def head_of(record: Record, trace: Sequence[Reading]) -> ChallengeHead:
    """The sealed head of the challenge that a stored block makes; ValueError with one sentence where it makes none."""
    game = _game(record.game)
    if record.mode != "challenge" or game is None:
        raise ValueError(f"a {record.mode} round is no challenge: only rounds of the challenges of a game can be sent")
    if record.status != "complete":
        raise ValueError("this round was not played to its end: only whole rounds can be sent")
    if record.game_version != game.version or record.measures_version != MEASURES_VERSION:
        raise ValueError(f"this round was made with other rules of {game.title}: it cannot be sent any more")
    level = level_of(game, "challenge", record.level)
    if (record.whole_reps, record.whole_seconds) != (level.reps, level.seconds) or record.coach is not None:
        raise ValueError("this round was longer, shorter or easier than the challenge: it cannot be sent")
    if record.table[0] > BOARD.x or record.table[1] > BOARD.y:
        raise ValueError(f"this round was played on a table of {record.table[0]:g} mm: challenges are played on 130")
    head = ChallengeHead(
        game=record.game,
        game_version=record.game_version,
        measures_version=record.measures_version,
        level=record.level,
        seed=record.seed,
        points=record.score,
        table=record.table,
        fit=record.fit,
        aids=record.aids,
        hand=record.hand,
        steps=record.steps,
        edition=record.edition,
    )
    return sealed(head, trace)


def code_of_record(record: Record) -> str | None:
    """The code of a stored block of a challenge; None where no code can hold it."""
    try:
        game, version = record.game, record.game_version
        return code_of(Challenge(game, record.level, record.seed, version, record.measures_version, record.score))
    except ValueError:
        return None


def export(record: Record, trace: Sequence[Reading], path: Path) -> ChallengeHead:
    """Write the challenge that a stored block makes. ValueError where it makes none, StoreError where it cannot be written.

    What does not verify here is not written.
    """
    head = head_of(record, trace)
    if verify(head, trace) is not Verdict.VERIFIED:
        raise ValueError("the recording of this round does not give its points here: it cannot be sent")
    write_whole(path, encoded(head, trace))
    return head


def best_round(store: Store, profile: str, game: AnyGame, number: int) -> Path | None:
    """The file of a profile's whole round with the most points in a challenge, by the present rules; the newest of equals."""
    now = (game.id, game.version, number, MEASURES_VERSION)
    rounds = [
        head
        for head in store.challenged(profile, "0001-01-01")
        if (head.game, head.game_version, head.level, head.measures_version) == now and head.score > 0
    ]
    return store.vault.path_of(max(rounds, key=lambda head: (head.score, head.started_utc_ms))) if rounds else None


def free_name(folder: Path, head: ChallengeHead, day: str) -> Path:
    """A name for a challenge that nothing in the folder has yet. StoreError when there are too many."""
    game = _game(head.game)
    title = head.game if game is None else game.title
    for number in range(1, 1000):
        again = "" if number == 1 else f" ({number})"
        path = folder / f"{title} {head.points} points {day}{again}.hpc"
        if not path.exists():
            return path
    raise StoreError(f"there are too many challenges of {day} in {folder}")


def keep(found: Received, folder: Path) -> Path:
    """Keep a received file with the player's own, once; gives where. Unreadable or StoreError where it cannot be."""
    if found.path is None or found.seal is None:
        raise ValueError("only a file can be kept: a code is kept by writing it down")
    head, trace = read_challenge(found.path, room)
    path = folder / f"{head.seal}.hpc"
    if head.seal != found.seal:
        raise Unreadable(f"{plain(found.path.name)} has changed while it was read")
    if not path.exists():
        write_whole(path, encoded(head, trace))
    return path


def _played(ghost: Sent, until: float) -> Block:
    """Its block played to the end. TimeoutError when it takes too long, whatever the rules raise for what is forged."""
    block = ghost.block()
    for reading in ghost.trace:
        _run(block, min(int(reading.t * RATE), ghost.steps), until)
        block.feed(reading)
    _run(block, ghost.steps, until)
    return block


def _run(block: Block, steps: int, until: float) -> None:
    while block.steps < steps and not (block.finished or block.paused):
        block.run(min(steps, block.steps + int(SLICE * RATE)))
        if perf_counter() > until:
            raise TimeoutError("playing it again takes too long")


def _game(game_id: str) -> AnyGame | None:
    return next((game for game in GAMES if game.id == game_id), None)


def _fit(head: ChallengeHead) -> Fit:
    fit = head.fit
    return Fit(fit.side, fit.span, tuple(Vec(*point) for point in fit.reach), fit.fingers, fit.grace_ms)


def played_with(trace: Sequence[Reading]) -> str:
    """What a recording was played with: touch, mouse, keys or mixed. It is told, never compared."""
    devices = {reading.device for reading in trace if isinstance(reading, Sample) and reading.finger < DWELLER}
    return devices.pop() if len(devices) == 1 else "mixed"
