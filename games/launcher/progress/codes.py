"""Codes of twelve signs that hold a challenge and can be read aloud; one sign mistaken, or two, and a code is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.launcher.progress.challenges import SEEDS, Challenge
from games.launcher.scoring.score import MEASURES_VERSION

# 23 signs: none looks like another (no 0 O 1 I L Z S B G V), and of letters that sound alike one is left (no D N Y).
SIGNS = "23456789ACEFHJKMPQRTUWX"
LENGTH = 12
GROUP = 4  # signs that are read in one breath
BETWEEN = " \t-\u2010\u2011\u2012\u2013\u00a0"  # may stand between signs: blanks, and what mail makes of a hyphen

MOST_GAMES, LEVELS, RULES, MEASURES, POINTS = 12, 6, 32, 8, 8192  # how many of each a code can tell apart

PRIME = len(SIGNS)
DATA = LENGTH - 2
WHOLE = PRIME**DATA
SPREAD = 25_602_990_123_461  # no multiple of 23: challenges that are alike get codes that are not
CHECKS = (5, 11)  # what the signs and the weighted signs add up to; not 0, or twelve times the same sign were a code

Reason = Literal["length", "sign", "check"]


class NotACode(ValueError):
    """What was given is no code; `reason` says what about it, the sentence says it in words."""

    def __init__(self, reason: Reason, words: str) -> None:
        super().__init__(words)
        self.reason: Reason = reason


def code_of(challenge: Challenge, games: Sequence[AnyGame] = GAMES) -> str:
    """The code, without gaps. ValueError with one sentence for a challenge that no code can hold."""
    number = next((game.code for game in games if game.id == challenge.game), -1)
    if not 0 <= number < MOST_GAMES:
        raise ValueError(f"the game {challenge.game!r} has no place in codes: send the file instead")
    for name, value, least, count in (
        ("level", challenge.level, 1, LEVELS),
        ("seed", challenge.seed, 0, SEEDS),
        ("number of points", challenge.points, 0, POINTS),
    ):
        if not least <= value < least + count:
            raise ValueError(f"a {name} of {value} does not fit into a code: {least} to {least + count - 1} do")
    for value, count in (
        (challenge.level - 1, LEVELS),
        (challenge.rules % RULES, RULES),
        (challenge.measures % MEASURES, MEASURES),
        (challenge.seed, SEEDS),
        (challenge.points, POINTS),
    ):
        number = number * count + value
    number = number * SPREAD % WHOLE
    signs = []
    for _ in range(DATA):
        number, one = divmod(number, PRIME)
        signs.append(one)
    # Two checks over a prime field: every change of one sign or of two, so every swap too, breaks one of them.
    plain, weighted = _sums(signs)
    last = (CHECKS[1] - weighted - (DATA + 1) * (CHECKS[0] - plain)) % PRIME
    signs += [(CHECKS[0] - plain - last) % PRIME, last]
    return "".join(SIGNS[one] for one in signs)


def read_code(said: str, games: Sequence[AnyGame] = GAMES) -> Challenge:
    """The challenge of a code; small letters and gaps are welcome. NotACode for anything else.

    Its versions are only known up to multiples of 32 and 8: compare with `same_rules`.
    """
    signs = [sign for sign in said[:200] if sign not in BETWEEN]
    signs = [sign.upper() if sign.isascii() else sign for sign in signs]
    odd = next((sign for sign in signs if sign not in SIGNS), None)
    if odd is not None:
        raise NotACode("sign", f"{odd!r} is in no code: the signs are {SIGNS}")
    if len(signs) != LENGTH:
        raise NotACode("length", f"a code has {LENGTH} signs: there are {len(signs)}")
    values = [SIGNS.index(sign) for sign in signs]
    number = 0
    for one in reversed(values[:DATA]):
        number = number * PRIME + one
    number = number * pow(SPREAD, -1, WHOLE) % WHOLE
    found = []
    for count in (POINTS, SEEDS, MEASURES, RULES, LEVELS):
        number, one = divmod(number, count)
        found.append(one)
    points, seed, measures, rules, level = found
    game = next((game for game in games if game.code == number), None)
    if _sums(values) != CHECKS or game is None:
        raise NotACode("check", "this is not the code that was sent: please compare it sign by sign")
    return Challenge(game.id, level + 1, seed, rules, measures, points)


def same_rules(challenge: Challenge, game: AnyGame) -> bool:
    """Whether this program's rules of the game, and its points, are those the challenge was made with."""
    alike = (challenge.rules - game.version) % RULES == 0 and (challenge.measures - MEASURES_VERSION) % MEASURES == 0
    return alike and challenge.game == game.id and 1 <= challenge.level <= len(game.challenges)


def grouped(code: str) -> str:
    """A code as it is shown and read aloud: in groups of four."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _sums(signs: list[int]) -> tuple[int, int]:
    plain = weighted = 0
    for place, one in enumerate(signs, 1):
        plain += one
        weighted += place * one
    return plain % PRIME, weighted % PRIME
