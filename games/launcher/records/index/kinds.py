"""Which blocks may be compared with each other, as conditions of queries."""

from __future__ import annotations

from dataclasses import dataclass

# A warm-up has no points to beat, and uncertain times give uncertain points.
COMPARED = "status = 'complete' AND mode != 'free' AND input != 'simulated' AND certain"


@dataclass(frozen=True)
class BestKey:
    """What two blocks must have in common for their points to be compared."""

    profile: str
    game: str
    game_version: int
    mode: str
    level: int
    side: str
    calibrated: bool
    measures_version: int
    input: str | None = None  # None: any input
    form: str | None = None
    table: tuple[float, float] | None = None  # None in practice, which uses the whole screen
    coached: bool | None = None  # whether the level was fitted to the hand; None: either


def alike(key: BestKey) -> tuple[str, dict[str, object]]:
    """The SQL condition that selects blocks of one kind, and its parameters."""
    asked: dict[str, object] = {"profile": key.profile, "game": key.game, "game_version": key.game_version}
    asked |= {"mode": key.mode, "level": key.level, "side": key.side, "calibrated": int(key.calibrated)}
    asked |= {"measures_version": key.measures_version}
    asked |= {name: value for name, value in (("input", key.input), ("form", key.form)) if value is not None}
    asked |= {} if key.coached is None else {"coached": int(key.coached)}
    if key.table is not None:
        asked |= {"width": key.table[0], "height": key.table[1]}
    return " AND ".join(f"{name} = :{name}" for name in asked), asked
