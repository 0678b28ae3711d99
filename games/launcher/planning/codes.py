"""Plans as text that can be typed, or shown as a picture for a phone: an ordinary one has some twenty characters.

A code holds everything but notes. It is one large number in the characters of the codes of challenges, which do not
look or sound like each other, followed by a checksum.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.launcher.planning.plan import (
    MOST_EXERCISES,
    MOST_MINUTES,
    MOST_REPS,
    MOST_REST,
    WEEK,
    Exercise,
    Plan,
    every_day,
)
from games.launcher.progress.codes import BETWEEN, GROUP, SIGNS, NotACode

KIND = 1  # of this form of code; others may follow
KINDS = 8
MOST_GAMES, MOST_LEVELS = 16, 41  # level 0: where the hand stands
SIDES = (None, "left", "right")
CHECKS = 3  # characters of the checksum: one mistaken code in 12,000 is taken for another plan
LONGEST = 1200  # characters of a code
LEAST = CHECKS + 1


class Number:
    """A large number made of small ones, each from a known range; they are taken out in reverse order."""

    def __init__(self, value: int = 0) -> None:
        self.value = value

    def put(self, one: int, count: int) -> None:
        """Put in a number of 0 to `count` - 1. Raises ValueError for another one."""
        if not 0 <= one < count:
            raise ValueError(f"{one} does not fit into a code: it is 0 to {count - 1}")
        self.value = self.value * count + one

    def take(self, count: int) -> int:
        """Take out the number that was put in last."""
        self.value, one = divmod(self.value, count)
        return one


def code_of(plan: Plan, games: Sequence[AnyGame] = GAMES) -> str:
    """The code of a plan, without gaps. Raises ValueError with one sentence for a game or level that no code can hold."""
    whole = Number()
    kinds = list(dict.fromkeys(plan.days))
    for exercises in reversed(kinds):
        for exercise in reversed(exercises):
            _put(whole, exercise, games)
        whole.put(len(exercises), MOST_EXERCISES + 1)
    if plan.weekly:
        for exercises in reversed(plan.days):
            whole.put(kinds.index(exercises), len(kinds))
    whole.put(len(kinds) - 1, WEEK)
    whole.put(plan.rest, MOST_REST + 1)
    whole.put(int(plan.weekly), 2)
    whole.put(KIND, KINDS)
    signs = ""
    while whole.value:
        signs += SIGNS[whole.take(len(SIGNS))]
    return signs + _check(signs)


def read_code(said: str, since: str, made_utc_ms: int, games: Sequence[AnyGame] = GAMES) -> Plan:
    """The plan of a code, which holds from a day (YYYY-MM-DD) on; small letters and gaps are allowed.

    Raises NotACode for anything else.
    """
    signs = "".join(sign.upper() if sign.isascii() else sign for sign in said[: 2 * LONGEST] if sign not in BETWEEN)
    odd = next((sign for sign in signs if sign not in SIGNS), None)
    if odd is not None:
        raise NotACode("sign", f"{odd!r} is in no code: the signs are {SIGNS}")
    if not LEAST <= len(signs) <= LONGEST:
        raise NotACode("length", f"a plan's code has {LEAST} to {LONGEST} signs: there are {len(signs)}")
    body = signs[:-CHECKS]
    if signs[-CHECKS:] != _check(body):
        raise NotACode("check", "this is not the code that was sent: please compare it sign by sign")
    whole = Number()
    for sign in reversed(body):
        whole.put(SIGNS.index(sign), len(SIGNS))
    if whole.take(KINDS) != KIND:
        raise NotACode("check", "this code was made by a newer version of this program")
    weekly, rest = bool(whole.take(2)), whole.take(MOST_REST + 1)
    count = whole.take(WEEK) + 1
    places = [whole.take(count) for _ in range(WEEK)] if weekly else [0] * WEEK
    try:
        kinds = [tuple(_taken(whole, games) for _ in range(whole.take(MOST_EXERCISES + 1))) for _ in range(count)]
    except ValueError as error:
        raise NotACode("check", str(error)) from error
    days = tuple(kinds[place] for place in places) if weekly else every_day(kinds[0])
    return Plan(since=since, made_utc_ms=made_utc_ms, days=days, weekly=weekly, rest=rest)


def grouped(code: str) -> str:
    """A code as it is shown: in groups of four."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _put(whole: Number, exercise: Exercise, games: Sequence[AnyGame]) -> None:
    number = next((game.code for game in games if game.id == exercise.game), None)
    if number is None or not 0 <= number < MOST_GAMES:
        raise ValueError(f"the game {exercise.game!r} has no place in codes: send the file instead")
    if exercise.reps is not None:
        whole.put(exercise.reps - 1, MOST_REPS)
    else:
        whole.put((exercise.minutes or 1) - 1, MOST_MINUTES)
    whole.put(int(exercise.reps is not None), 2)
    whole.put(SIDES.index(exercise.side), len(SIDES))
    whole.put(exercise.level or 0, MOST_LEVELS)
    whole.put(number, MOST_GAMES)


def _taken(whole: Number, games: Sequence[AnyGame]) -> Exercise:
    """The next exercise of a code. Raises ValueError for a game that this program does not know."""
    number, level = whole.take(MOST_GAMES), whole.take(MOST_LEVELS) or None
    side, counted = SIDES[whole.take(len(SIDES))], whole.take(2)
    amount = whole.take(MOST_REPS if counted else MOST_MINUTES) + 1
    game = next((game for game in games if game.code == number), None)
    if game is None or (level or 1) > len(game.levels):
        raise ValueError("this plan asks for a game or a level that this program does not have")
    reps, minutes = (amount, None) if counted else (None, amount)
    return Exercise(game=game.id, level=level, side=side, reps=reps, minutes=minutes)  # type: ignore[arg-type]


def _check(signs: str) -> str:
    value = int.from_bytes(hashlib.sha256(f"plan {signs}".encode()).digest()[:8])
    out = ""
    for _ in range(CHECKS):
        value, one = divmod(value, len(SIGNS))
        out += SIGNS[one]
    return out
