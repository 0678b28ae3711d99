"""From a block to its record and back: what is stored, and how it is replayed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

# Any: the settings and measures of whichever game, as JSON
from typing import Any

from games.catalog import named
from games.kit.block import Block, dealt, play_again
from games.kit.fingers import Reading
from games.kit.game import EDITION, Fit
from games.kit.geometry import Vec
from games.launcher.progress.mastery import of_round
from games.launcher.records.blocks.convert import rep_record
from games.launcher.records.blocks.within import within
from games.launcher.records.errors import Unreadable
from games.launcher.records.models import (
    FORMAT,
    CoachRecord,
    FitRecord,
    Header,
    MasteredRecord,
    Record,
    TaskRecord,
    day,
)
from games.launcher.round.forms import barred, form_of, forms_of, input_of, tried
from games.launcher.round.levels import level_of
from games.launcher.scoring.block import judge
from games.launcher.scoring.checks import spared
from games.launcher.scoring.clock import clock_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.scoring.summary import summary
from games.launcher.shell.clock import Moment

NOBODY = "0" * 32
DECIMALS = 9
UNSET = "1970-01-01"  # the date of a clock that was never set


@dataclass(frozen=True)
class Circumstances:
    """What a record needs and a block does not know: who, when, on which device."""

    id: str
    mode: str
    level: int
    moment: Moment
    profile: str = NOBODY
    device: str = NOBODY
    hand: str | None = None  # the name of the synthetic hand, if one played
    px_per_mm: float = 0.0
    calibrated: bool = False
    strays: int = 0  # contacts ignored before they reached the block
    coach: CoachRecord | None = None
    dealt: dict[str, Any] | None = None  # settings of the unfinished movement, where they are not those of the level
    carried: tuple[int, int] = (0, 0)  # ms and reps of the earlier part of a continued picture


def record_of(block: Block, about: Circumstances, status: str | None = None) -> Record:
    """The whole record of a block as it stands, scored from its trace. It never fails because of a value: a value that
    a record cannot hold is replaced (see records/blocks/within.py)."""
    judged = judge(block.table.reps, block.played, clock_of(block, about.mode))
    measures = [None if one is None else _exact(asdict(one)) for one in judged.measures]
    known: dict[int, TaskRecord] = {}
    both = zip(block.table.reps, measures, strict=True)
    forms = forms_of(block, judged.measures)
    reps = tuple(
        rep_record(i, rep, m, known, block.uncertain(rep.began, rep.let_go)).model_copy(update={"form": forms[i]})
        for i, (rep, m) in enumerate(both)
    )
    fit, score = block.table.fit, judged.score
    return within(
        Record,
        {
            "v": FORMAT,
            "id": about.id,
            "profile": about.profile,
            "device": about.device,
            "game": block.game.id,
            "game_version": block.game.version,
            "mode": about.mode,
            "level": about.level,
            "whole_reps": block.level.reps,
            "whole_seconds": block.level.seconds,
            "seed": block.seed,
            "table": (block.table.size.x, block.table.size.y),
            "fit": within(
                FitRecord,
                {
                    "side": fit.side,
                    "span": fit.span,
                    "reach": tuple(map(tuple, fit.reach)),
                    "fingers": fit.fingers,
                    "grace_ms": fit.grace_ms,
                },
            ),
            "aids": block.aids,
            "form": form_of(tried(forms, block.table.reps)),
            "input": input_of(block, about.hand),
            "hand": about.hand,
            "started_utc_ms": about.moment.utc_ms,
            "tz_min": about.moment.tz_min,
            "local_date": spared(lambda: day(about.moment.local_date), UNSET),
            "dur_ms": round(block.now * 1000),
            "steps": block.steps,
            "status": status or ("partial" if block.stopped or not block.finished else "complete"),
            **_exact({"precision": score.precision, "speed": score.speed, "throughput": score.graded_throughput}),
            "score": score.points if about.mode != "free" else 0,
            "barred": barred(block, about.mode, judged.measures),
            "measures_version": MEASURES_VERSION,
            "edition": block.table.edition,
            "px_per_mm": about.px_per_mm,
            "calibrated": about.calibrated,
            "strays": about.strays + block.contacts.strays,
            "flickers": block.contacts.flickers,
            "measures": _exact(spared(lambda: summary(block.table.reps, judged.measures), {})),
            "cues": dict(sorted(Counter(cue.name for cue in block.table.cues).items())),
            "coach": about.coach,
            "mastered": _mastered(block, about),
            "dealt": about.dealt,
            "timing": "uncertain" if any(rep.timing is not None for rep in reps) else None,
            "carried_ms": about.carried[0],
            "carried_reps": about.carried[1],
            "reps": reps,
        },
    )


def _mastered(block: Block, about: Circumstances) -> MasteredRecord | None:
    """How fine a coached round was mastered."""
    if about.coach is None:
        return None
    found = spared(lambda: of_round(block.game.fitting, block.table.reps), None)
    return None if found is None else within(MasteredRecord, _exact(asdict(found)))


def _exact(values: Mapping[str, Any]) -> dict[str, Any]:
    """Measures rounded for storage: beyond the ninth decimal, logarithms and angles differ between machines."""
    return {name: round(value, DECIMALS) if isinstance(value, float) else value for name, value in values.items()}


def again(
    record: Record, trace: Sequence[Reading], steps: int | None = None, between: Callable[[], None] = lambda: None
) -> Block:
    """The block of a record, replayed from its trace for as many steps as it had, or for `steps`; `between` is called now
    and then.

    Raises Unreadable if this program has other rules for it, or none.
    """
    block = begun(record, [rep.settings for rep in record.reps])
    play_again(block, trace, record.steps if steps is None else steps, between)
    return block


def begun(record: Header, settings: Sequence[dict[str, Any] | None] = ()) -> Block:
    """The block of a record before its first step, with the settings that its reps were given. Raises Unreadable if
    this program has other rules for it, or none."""
    try:
        game = named(record.game)
        level = level_of(game, record.mode, record.level)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if record.edition > EDITION:
        raise Unreadable(f"this block was played by edition {record.edition}; this program knows 1 to {EDITION}")
    if record.game_version not in (game.version, *game.plays):
        raise Unreadable(
            f"this block was played with rules {record.game_version} of {game.title}; "
            f"this program has rules {game.version}"
        )
    if level.before is not None and record.dealt is None and not any(settings):
        level = replace(level, settings=level.before)
    level = replace(level, reps=record.whole_reps, seconds=record.whole_seconds)
    kind = type(level.settings)
    try:
        deals = [kind(**one) for one in (*settings, record.dealt) if one is not None]
    except TypeError as error:
        raise Unreadable(f"the settings stored with a rep are not those of {game.title}: {error}") from error
    changed = any(deal != level.settings for deal in deals)
    stored = record.fit
    reach = tuple(Vec(*point) for point in stored.reach)
    fit = Fit(stored.side, stored.span, reach, stored.fingers, stored.grace_ms)
    coach = dealt(deals) if changed else None
    return Block(game, level, record.seed, Vec(*record.table), record.aids, coach, fit, record.edition)


def rescored(record: Record, trace: Sequence[Reading], between: Callable[[], None] = lambda: None) -> Record:
    """The record that results from replaying and scoring a stored trace; who, when and device are copied. `between` is
    called now and then."""
    return _after(record, again(record, trace, between=between), record.status)


def recovered(head: Record, trace: Sequence[Reading], steps: int, deals: Sequence[dict[str, Any]] = ()) -> Record:
    """The record of a block whose program ended before storing it, made from its journal; `deals` are the settings of
    each rep and of the movement after them, where they are not those of the level."""
    if not deals:
        return _after(head, again(head, trace, steps), "recovered")
    head = head.model_copy(update={"dealt": deals[-1]})
    block = begun(head, deals[:-1])
    play_again(block, trace, steps)
    return _after(head, block, "recovered")


def _after(record: Record, block: Block, status: str) -> Record:
    about = Circumstances(
        id=record.id,
        mode=record.mode,
        level=record.level,
        moment=Moment(record.started_utc_ms, record.tz_min, record.local_date, 0),
        profile=record.profile,
        device=record.device,
        hand=record.hand,
        px_per_mm=record.px_per_mm,
        calibrated=record.calibrated,
        coach=record.coach,
        dealt=record.dealt,
        carried=(
            min(record.carried_ms, round(block.now * 1000)),
            min(record.carried_reps, len(block.table.reps)),
        ),
    )
    made = record_of(block, about, status)
    return made.model_copy(update={"strays": max(made.strays, record.strays), "game_version": record.game_version})
