"""Challenges: a level, a seed and points to reach; the daily challenges, and the day's five-minute mix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import NamedTuple

from games.kit.game import AnyGame, AnyLevel
from games.kit.words import Say
from games.launcher.scoring.score import MEASURES_VERSION

SEEDS = 2**18  # seeds of challenges are below this, so that a code can hold them
DAYS = 30  # days of daily challenges that are shown
MIX_SECONDS = 300.0  # s, the length of the day's mix
PER_REP = 4.5  # s, the assumed duration of a rep in levels without a time limit


class How(NamedTuple):
    """How a goal was played, so that like is compared with like: input, form of the movements, hand."""

    input: str
    form: str
    side: str

    def said(self, say: Say) -> str:
        """In words, such as "By finger, dragging, right hand"."""
        by, form, side = (say(f"goal {one}") for one in (f"by {self.input}", f"form {self.form}", f"with {self.side}"))
        return say("how played", by=by, form=form, side=side)


INPUTS = ("touch", "mouse", "keys", "mixed")
FORMS = ("drag", "tap", "pinch", "both", "dwell", "keys", "mixed")
SIDES = ("left", "right")


def how_of(by: str, form: str, side: str) -> How | None:
    """How a round was played; None if no person played it, or if that is not known."""
    return How(by, form, side) if by in INPUTS and form in FORMS and side in SIDES else None


@dataclass(frozen=True)
class Challenge:
    """A goal to beat: the same table for everybody who plays it by the same rules. `points` 0: no points to reach."""

    game: str
    level: int  # of the game's challenges, from 1
    seed: int
    rules: int  # the version of the game's rules
    measures: int = MEASURES_VERSION  # the version of the scoring
    points: int = 0
    how: How | None = None  # how its points were reached; None: not known, or there are none


def daily(day: str, game: AnyGame) -> Challenge | None:
    """The challenge of a game on a day (YYYY-MM-DD), the same on every machine; None for a game without challenges.

    Level and seed depend only on the date, the game's id and the version of its rules. ValueError for an invalid date.
    """
    checked(day)
    if not game.challenges:
        return None
    level = 1 + _drawn("level", day, game) % len(game.challenges)
    return Challenge(game.id, level, _drawn("seed", day, game) % SEEDS, game.version)


def dailies(day: str, games: Sequence[AnyGame]) -> list[tuple[AnyGame, Challenge]]:
    """The day's challenge of every game that has challenges, in the order of the games."""
    found = [(game, daily(day, game)) for game in games]
    return [(game, challenge) for game, challenge in found if challenge is not None]


def mix(day: str, games: Sequence[AnyGame]) -> list[tuple[AnyGame, Challenge]]:
    """About five minutes of a day's challenges, in an order that depends on the day; at least one, if there are any."""
    chosen: list[tuple[AnyGame, Challenge]] = []
    whole = 0.0
    for game, challenge in sorted(dailies(day, games), key=lambda one: _drawn("mix", day, one[0])):
        seconds = lasting(game.challenges[challenge.level - 1])
        if not chosen or whole + seconds <= MIX_SECONDS:
            chosen.append((game, challenge))
            whole += seconds
    return chosen


def lasting(level: AnyLevel) -> float:
    """The approximate duration of a level in s."""
    reps = PER_REP * (level.reps or 0)
    return level.seconds or (min(reps, level.longest) if level.longest is not None else reps)


def last_days(day: str, count: int = DAYS) -> list[str]:
    """The last `count` days up to this one, included, oldest first; fewer at the very beginning of the calendar."""
    last = checked(day)
    return [(last - timedelta(back)).isoformat() for back in range(min(count, last.toordinal()) - 1, -1, -1)]


def checked(day: str) -> date:
    """The date written as YYYY-MM-DD. Raises ValueError with one sentence for anything else."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        found = None
    if found is None or found.isoformat() != day:
        raise ValueError(f"{day[:40]!r} is not a date: write it as 2026-11-23")
    return found


def _drawn(what: str, day: str, game: AnyGame) -> int:
    """A hash of the arguments: unpredictable, but the same for everybody."""
    words = f"handplay daily|{what}|{day}|{game.id}|{game.version}"
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
