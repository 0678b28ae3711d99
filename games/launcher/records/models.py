"""What is stored of a block, a rep, a profile: checked once, where bytes come in; frozen ever after."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

FORMAT = 1
MOST_REPS = 5000

Real = Annotated[float, Field(allow_inf_nan=False, ge=-1e9, le=1e9)]
Seconds = Annotated[float, Field(allow_inf_nan=False, ge=0, le=86_400)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Word = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Point = tuple[Real, Real]
Value = bool | Annotated[int, Field(ge=-(2**53), le=2**53)] | Real | Annotated[str, Field(max_length=200)] | None
Values = Annotated[dict[Annotated[str, Field(max_length=64)], Value], Field(max_length=64)]
Points = Annotated[tuple[Point, ...], Field(max_length=10_000)]


class Frozen(BaseModel):
    """Strict: no "12.5" for 12.5, no true for 1; unknown fields of newer versions are ignored."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class TaskRecord(Frozen):
    """A task: its kind, and its fields as JSON."""

    kind: Word
    fields: Annotated[dict[Annotated[str, Field(max_length=32)], Any], Field(max_length=32)]


class RepRecord(Frozen):
    """One rep. Times are the block's seconds, places mm on the table; `measures` as named in scoring."""

    i: Annotated[int, Field(ge=0, lt=MOST_REPS)]
    slot: Annotated[int, Field(ge=0, le=99)]
    outcome: Literal["done", "missed", "dropped", "interrupted"]
    asked: Seconds
    began: Seconds
    let_go: Seconds
    ended: Seconds
    fingers: Annotated[tuple[Count, ...], Field(max_length=20)]
    offset: Point
    task: TaskRecord
    settings: Values | None
    made: Annotated[tuple[Points, ...], Field(max_length=100)] = ()
    measures: Values | None


class FitRecord(Frozen):
    """What was known of the hand."""

    side: Literal["left", "right"]
    span: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1000)] | None
    reach: Points
    fingers: Annotated[int, Field(ge=1, le=20)]


class Header(Frozen):
    """Everything about a block but its reps and its trace."""

    v: Annotated[int, Field(ge=1, le=99)]
    id: Id
    profile: Id
    device: Id
    game: Word
    game_version: Annotated[int, Field(ge=1, le=10_000)]
    mode: Literal["practice", "test", "challenge", "free"]
    level: Annotated[int, Field(ge=1, le=1000)]
    whole_reps: Annotated[int, Field(ge=1, le=MOST_REPS)] | None
    whole_seconds: Annotated[float, Field(allow_inf_nan=False, gt=0, le=86_400)] | None
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    table: tuple[
        Annotated[float, Field(allow_inf_nan=False, ge=20, le=5000)],
        Annotated[float, Field(allow_inf_nan=False, ge=20, le=5000)],
    ]
    fit: FitRecord
    aids: Annotated[tuple[Word, ...], Field(max_length=10)]
    form: Literal["drag", "tap", "pinch", "dwell", "keys"]
    input: Literal["touch", "mouse", "keys", "mixed", "simulated", "none"]
    hand: Word | None
    started_utc_ms: Annotated[int, Field(ge=0, le=4_102_444_800_000)]
    tz_min: Annotated[int, Field(ge=-840, le=840)]
    local_date: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    dur_ms: Annotated[int, Field(ge=0, le=86_400_000)]
    steps: Annotated[int, Field(ge=0, le=86_400 * 120)]
    status: Literal["complete", "partial", "recovered"]
    precision: Annotated[float, Field(allow_inf_nan=False, ge=0, le=100)]
    speed: Annotated[float, Field(allow_inf_nan=False, ge=0, le=100)]
    score: Count
    throughput: Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e6)]
    measures_version: Annotated[int, Field(ge=1, le=10_000)]
    px_per_mm: Annotated[float, Field(allow_inf_nan=False, ge=0, le=100)]
    calibrated: bool
    strays: Count
    flickers: Count


class Record(Header):
    """A block as it is stored and printed."""

    reps: Annotated[tuple[RepRecord, ...], Field(max_length=MOST_REPS)]


def _displayable(name: str) -> str:
    name = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(name) <= 40:
        raise ValueError(f"a name has 1 to 40 letters, this one {len(name)}")
    for letter in name:
        if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and letter != "\u200d":
            raise ValueError(f"a name cannot hold the hidden character U+{ord(letter):04X}")
    return name


DisplayName = Annotated[str, AfterValidator(_displayable)]


class Profile(Frozen):
    """One person on this device; each change is a new revision, the highest (lamport, device) is the present one."""

    v: Annotated[int, Field(ge=1, le=99)]
    id: Id
    device: Id
    lamport: Annotated[int, Field(ge=1, le=99_999_999)]
    name: DisplayName | None
    side: Literal["left", "right"] = "right"
    settings: Values = {}
