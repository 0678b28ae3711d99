"""Challenges between people: made from a played block, and verified by replaying the recording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from games.catalog import GAMES
from games.kit.aids import DWELLER
from games.kit.block import Block
from games.kit.fingers import Reading, Sample
from games.kit.game import BOARD, EDITION, RATE, AnyGame, Fit
from games.kit.geometry import Vec
from games.launcher.progress.challenges import Challenge, how_of
from games.launcher.progress.codes import code_of
from games.launcher.records.challenges.files import (
    LONGEST_SECONDS,
    ChallengeHead,
    Room,
    encoded,
    plain,
    read_challenge,
    room_of,
    sealed,
)
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Unreadable
from games.launcher.round.forms import barred, form_of, forms_of, input_of, tried
from games.launcher.round.levels import level_of
from games.launcher.scoring.block import Judged, judge
from games.launcher.scoring.clock import clock_of
from games.launcher.scoring.score import MEASURES_VERSION

if TYPE_CHECKING:
    from games.launcher.records.models import Record

PATIENCE = 20.0  # s that replaying a received recording may take
BEFORE = 60.0  # s allowed before the first touch
SLOWEST = 30.0  # s allowed for a rep, on average over a round, for the slowest hands
SLICE = 1.0  # s of block time between two looks at the clock


class NotSent(ValueError):
    """A round that makes no challenge; `reason` says why not, the sentence says it in words."""

    def __init__(
        self, reason: Literal["mode", "stopped", "rules", "level", "table", "apart", "recording"], words: str
    ) -> None:
        super().__init__(words)
        self.reason = reason


class Verdict(Enum):
    """The result of replaying a recording. None of them proves that a person played it."""

    VERIFIED = "verified"
    OTHER_RULES = "made with other rules"
    NO_MATCH = "does not match"


@dataclass(frozen=True)
class Sent:
    """A received recording, ready to be replayed as a ghost; who played it is not known."""

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
        """The block before its first step. Raises ValueError if this program has no such level."""
        game = _game(self.game)
        if game is None:
            raise ValueError(f"there is no game {self.game!r}")
        level = level_of(game, "challenge", self.level)
        return Block(game, level, self.seed, self.table, self.aids, None, self.fit, self.edition)


@dataclass(frozen=True)
class Received:
    """A received challenge: what to play, and what is known of its recording. A code has no recording."""

    challenge: Challenge
    verdict: Verdict | None = None
    ghost: Sent | None = None  # only if the recording was verified
    hand: str | None = None  # the name of the synthetic hand, if one played
    seal: str | None = None
    path: Path | None = None


def received(path: Path) -> Received:
    """The challenge in a file, verified. Raises Unreadable or OSError with one sentence if it is not a challenge."""
    head, trace = read_challenge(path, room)
    verdict = verify(head, trace)
    ghost = sent_of(head, trace) if verdict is Verdict.VERIFIED else None
    return Received(challenge_of(head), verdict, ghost, head.hand, head.seal, path)


def room(head: ChallengeHead) -> Room:
    """The limits for a recording of this level; for an unknown level, the general limits."""
    game = _game(head.game)
    if game is None or head.level > len(game.challenges):
        return room_of(head)
    level = game.challenges[head.level - 1]
    if level.seconds is not None or level.longest is not None:
        return room_of(head, BEFORE + (level.seconds or level.longest or 0.0))
    return room_of(head, BEFORE + SLOWEST * (level.reps or LONGEST_SECONDS))


def challenge_of(head: ChallengeHead) -> Challenge:
    """The challenge that a head describes."""
    how = how_of(head.input, head.form, head.fit.side)
    return Challenge(head.game, head.level, head.seed, head.game_version, head.measures_version, head.points, how)


def sent_of(head: ChallengeHead, trace: Sequence[Reading]) -> Sent:
    """The recording of a challenge, ready to be replayed as a ghost."""
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
    """The same for a block stored here. Raises ValueError if it is not a complete challenge by the present rules."""
    return sent_of(head_of(record, trace), trace)


def verify(head: ChallengeHead, trace: Sequence[Reading], patience: float = PATIENCE) -> Verdict:
    """Replay the recording and compare its points with the claimed ones, which must be equal."""
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
        clock = clock_of(block, "challenge")
        judged = judge(block.table.reps, block.played, clock) if whole else None
        same = judged is not None and judged.score.points == head.points and _as_said(head, block, judged)
    except Exception:  # rules expect real hands; if a forged recording makes them raise, it does not match
        return Verdict.NO_MATCH
    return Verdict.VERIFIED if same else Verdict.NO_MATCH


def _as_said(head: ChallengeHead, block: Block, judged: Judged) -> bool:
    """Whether a replayed block was played as its head says, and may be compared with others."""
    form = form_of(tried(forms_of(block, judged.measures), block.table.reps))
    alike = (head.form, head.input) == (form, input_of(block, head.hand))
    uncertain = any(block.uncertain(rep.began, rep.let_go) for rep in block.table.reps)
    return alike and not uncertain and barred(block, "challenge", judged.measures) is None


def head_of(record: Record, trace: Sequence[Reading]) -> ChallengeHead:
    """The sealed head of the challenge made from a stored block. NotSent with one sentence if it cannot be one."""
    game = _game(record.game)
    if record.mode != "challenge" or game is None:
        raise NotSent(
            "mode", f"a {record.mode} round is no challenge: only rounds of the challenges of a game can be sent"
        )
    if record.status != "complete":
        raise NotSent("stopped", "this round was not played to its end: only whole rounds can be sent")
    if record.game_version != game.version or record.measures_version != MEASURES_VERSION:
        raise NotSent("rules", f"this round was made with other rules of {game.title}: it cannot be sent any more")
    level = level_of(game, "challenge", record.level)
    if (record.whole_reps, record.whole_seconds) != (level.reps, level.seconds) or record.coach is not None:
        raise NotSent("level", "this round was longer, shorter or easier than the challenge: it cannot be sent")
    if record.table[0] > BOARD.x or record.table[1] > BOARD.y:
        raise NotSent(
            "table", f"this round was played on a table of {record.table[0]:g} mm: challenges are played on 130"
        )
    if record.barred is not None or record.timing is not None:
        raise NotSent("apart", "this round is not compared with others: it cannot be sent")
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
        input=record.input,
        form=record.form,
    )
    return sealed(head, trace)


def code_of_record(record: Record) -> str | None:
    """The code of a stored challenge block; None if it does not fit into a code."""
    try:
        game, version = record.game, record.game_version
        how = how_of(record.input, record.form, record.fit.side)
        return code_of(Challenge(game, record.level, record.seed, version, record.measures_version, record.score, how))
    except ValueError:
        return None


def export(record: Record, trace: Sequence[Reading], path: Path) -> ChallengeHead:
    """Write the challenge made from a stored block; returns its head. It is verified first.

    Raises NotSent if the block cannot be a challenge or does not verify, StoreError if it cannot be written.
    """
    head = head_of(record, trace)
    if verify(head, trace) is not Verdict.VERIFIED:
        raise NotSent("recording", "the recording of this round does not give its points here: it cannot be sent")
    write_whole(path, encoded(head, trace))
    return head


def keep(found: Received, folder: Path) -> Path:
    """Copy a received file into the data folder, once; returns its path. Raises Unreadable or StoreError if that fails."""
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
    """Its block, replayed to the end. Raises TimeoutError if it takes too long, or whatever the rules raise."""
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
    """What a recording was played with: touch, mouse, keys or mixed. For display only."""
    devices = {reading.device for reading in trace if isinstance(reading, Sample) and reading.finger < DWELLER}
    return devices.pop() if len(devices) == 1 else "mixed"
