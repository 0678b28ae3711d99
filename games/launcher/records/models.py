"""What is stored of a block, a rep, a profile: validated once when it is read, immutable afterwards."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

# Any: what JSON holds, until pydantic has checked it
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from games.kit.game import RATE
from games.launcher.records.disk.reading import UNSEEN
from games.launcher.records.typed import CheckedTask, refuse_untyped

FORMAT = 1
MOST_REPS = 21_000  # enough for a day of painting
MOST_SPEED = 100_000  # of a block; 100 is a fast adult's
MOST_POINTS = 1_000_000  # of a block; a good one has some hundreds
YEARS = range(1970, 2101)  # that a date may lie in


def day(said: str) -> str:
    """A calendar day, YYYY-MM-DD. Raises ValueError for a day that does not exist."""
    if date.fromisoformat(said).year not in YEARS:
        raise ValueError(f"{said} is not in the years {YEARS[0]} to {YEARS[-1]}")
    return said


Real = Annotated[float, Field(allow_inf_nan=False, ge=-1e9, le=1e9)]
Seconds = Annotated[float, Field(allow_inf_nan=False, ge=0, le=86_400)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Word = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Point = tuple[Real, Real]
# The most frequent kind stands first, because each kind is tried in turn; a whole number still becomes an int.
Value = Real | Annotated[int, Field(ge=-(2**53), le=2**53)] | bool | Annotated[str, Field(max_length=200)] | None
Numbers = Annotated[
    dict[Annotated[str, Field(max_length=64)], Real | Annotated[int, Field(ge=-(2**53), le=2**53)] | None],
    Field(max_length=64),
]
Values = Annotated[dict[Annotated[str, Field(max_length=64)], Value], Field(max_length=64)]
Points = Annotated[tuple[Point, ...], Field(max_length=10_000)]


class Frozen(BaseModel):
    """A strict, immutable model: no "12.5" for 12.5, no true for 1. Unknown fields (of newer versions) are ignored."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class TaskRecord(Frozen):
    """A task: its kind, and its fields as JSON. In a rep read from a file they are checked, see CheckedTask."""

    kind: Word
    fields: dict[str, Any]


Form = Literal["drag", "tap", "pinch", "dwell", "keys", "both", "mixed"]  # how movements were made


class RepRecord(Frozen):
    """One rep. Times are s of block time, places mm on the table; `measures` by their names in scoring, checked for
    their types when read from a file."""

    i: Annotated[int, Field(ge=0, lt=MOST_REPS)]
    slot: Annotated[int, Field(ge=0, le=99)]
    outcome: Literal["done", "missed", "dropped", "interrupted"]
    asked: Seconds
    began: Seconds
    let_go: Seconds
    ended: Seconds
    fingers: Annotated[tuple[Count, ...], Field(max_length=1000)]
    offset: Point
    task: Annotated[TaskRecord, CheckedTask]
    settings: Values | None
    made: Annotated[tuple[Points, ...], Field(max_length=100)] = ()
    turned: Real = 0.0
    timing: Literal["uncertain"] | None = None  # the program was suspended meanwhile: its times are not exact
    form: Form | None = None  # how it was made; None: stored before that was known of each
    measures: Values | None

    @field_validator("measures")
    @classmethod
    def _typed(cls, said: dict[str, Any] | None, info: ValidationInfo) -> dict[str, Any] | None:
        if info.mode == "json":
            refuse_untyped(said or {})
        return said


class FitRecord(Frozen):
    """What was known of the hand (see games.kit.game.Fit)."""

    side: Literal["left", "right"]
    span: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1000)] | None
    reach: Points
    fingers: Annotated[int, Field(ge=1, le=20)]
    grace_ms: Annotated[int, Field(ge=0, le=600)] = 150


class CoachRecord(Frozen):
    """The coach's result for a block. bits: how much harder than the level as written; tempo: hand's time / reference time."""

    target: Annotated[float, Field(allow_inf_nan=False, gt=0, lt=1)]
    start: Real
    end: Real
    tempo: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1e6)] | None


class MasteredRecord(Frozen):
    """How fine a coached round was mastered (see games.launcher.progress.mastery); derived from its reps."""

    word: Annotated[str, Field(max_length=64)]
    value: Real
    more: bool
    turns: Annotated[int, Field(ge=1, le=MOST_REPS)]
    spread: Real | None


class Header(Frozen):
    """Everything about a block except its reps and its trace."""

    v: Annotated[int, Field(ge=1, le=FORMAT)]
    id: Id
    profile: Id
    device: Id
    game: Word
    game_version: Annotated[int, Field(ge=1, le=10_000)]
    mode: Literal["practice", "test", "challenge", "free", "duel", "together"]
    level: Annotated[int, Field(ge=1, le=1000)]
    whole_reps: Annotated[int, Field(ge=1, le=MOST_REPS)] | None
    whole_seconds: Annotated[float, Field(allow_inf_nan=False, gt=0, le=86_400)] | None
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    table: tuple[
        Annotated[float, Field(allow_inf_nan=False, ge=1, le=5000)],
        Annotated[float, Field(allow_inf_nan=False, ge=1, le=5000)],
    ]
    fit: FitRecord
    aids: Annotated[tuple[Word, ...], Field(max_length=10)]
    form: Form
    input: Literal["touch", "mouse", "keys", "mixed", "simulated", "none"]
    hand: Word | None
    started_utc_ms: Annotated[int, Field(ge=0, le=4_102_444_800_000)]
    tz_min: Annotated[int, Field(ge=-840, le=840)]
    local_date: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(day)]
    dur_ms: Annotated[int, Field(ge=0, le=86_400_000)]
    steps: Annotated[int, Field(ge=0, le=86_400 * RATE)]
    status: Literal["complete", "partial", "recovered"]
    precision: Annotated[float, Field(allow_inf_nan=False, ge=0, le=100)]
    speed: Annotated[float, Field(allow_inf_nan=False, ge=0, le=MOST_SPEED)] | None
    score: Annotated[int, Field(ge=0, le=MOST_POINTS)]
    throughput: Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e6)]
    measures_version: Annotated[int, Field(ge=1, le=10_000)]
    px_per_mm: Annotated[float, Field(allow_inf_nan=False, ge=0, le=100)]
    calibrated: bool
    strays: Count
    flickers: Count
    edition: Annotated[int, Field(ge=1, le=10_000)] = 1  # of what the trace means, see games.kit.game
    measures: Numbers = {}  # of the block as a whole, as named in scoring.summary
    cues: Annotated[
        dict[Word, Count], Field(max_length=100)
    ] = {}  # how often each named event happened: knocks, drops, ...
    coach: CoachRecord | None = None  # None: the level was locked
    mastered: MasteredRecord | None = None  # None: too few reps to tell, or no coach
    dealt: Values | None = None  # the settings of the unfinished movement, where they are not those of the level
    timing: Literal["uncertain"] | None = None  # at least one rep's is: the block counts for no best
    # Why it counts for no best: a movement of practice was broken off, taps took two hands, few attempts in a timed round
    barred: Literal["interrupted", "two hands", "few"] | None = None
    # A continued picture begins with what was painted earlier; these are the time and the reps of that part.
    carried_ms: Annotated[int, Field(ge=0, le=86_400_000)] = 0
    carried_reps: Annotated[int, Field(ge=0, le=MOST_REPS)] = 0


class Record(Header):
    """A whole block as it is stored and printed."""

    reps: Annotated[tuple[RepRecord, ...], Field(max_length=MOST_REPS)]


HIDDEN = UNSEEN
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # count as letters in Unicode, but are invisible
LONGEST_NAME = 40
WORD = re.compile(r"\A[a-z0-9_]{1,32}\Z")


def shown_name(name: str) -> str:
    """A name as it is stored: Unicode-composed, without surrounding blanks. Raises ValueError with one sentence if invalid."""
    kept = unicodedata.normalize("NFC", name).strip()
    allowed = f"1 to {LONGEST_NAME} letters without hidden characters are allowed"
    hidden = [
        c for c in kept if unicodedata.category(c) in HIDDEN and c != "\u200d"
    ]  # the zero-width joiner combines several emoji into one
    hidden += [c for c in kept if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF]
    if hidden:
        raise ValueError(f"the name {name[:60]!r} holds the hidden character U+{ord(hidden[0]):04X}: {allowed}")
    if len(kept) > LONGEST_NAME:
        raise ValueError(f"the name {name[:60]!r} has {len(kept)} letters: {allowed}")
    if all(unicodedata.category(c)[0] in "ZMC" or c in BLANK for c in kept):
        raise ValueError(f"the name {name[:60]!r} has no letter that can be seen: {allowed}")
    return kept


def word(said: str) -> str:
    """A short plain word, such as a picture's name. Raises ValueError for anything else."""
    if not WORD.match(said):
        raise ValueError(f"{said[:60]!r} is not a picture's name: it has 1 to 32 of a-z, 0-9 and _")
    return said


DisplayName = Annotated[str, AfterValidator(shown_name)]


class Profile(Frozen):
    """One person on this device. Each change is stored as a new revision; the highest (lamport, device) is current."""

    v: Annotated[int, Field(ge=1, le=99)]
    id: Id
    device: Id
    lamport: Annotated[int, Field(ge=1, le=99_999_999)]
    name: DisplayName | None
    picture: Word = "guest"  # one of assets/images/people
    side: Literal["left", "right"] = "right"
    settings: Values = {}
    joined: Id | None = None  # the profile that this one was joined to, because both are one person
