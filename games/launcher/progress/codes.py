"""Codes of twelve characters, or thirteen, that hold a challenge and can be read aloud; one or two mistaken characters are
detected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.launcher.progress.challenges import SEEDS, SIDES, Challenge, How
from games.launcher.scoring.score import MEASURES_VERSION

# 23 characters: none looks like another (no 0 O 1 I L Z S B G V), and of letters that sound alike only one (no D N Y).
SIGNS = "23456789ACEFHJKMPQRTUWX"
LENGTH = 12
LONGER = 13  # with one more character, which says how the points were reached
GROUP = 4  # characters read in one breath
BETWEEN = " \t-\u2010\u2011\u2012\u2013\u00a0"  # allowed between characters: blanks, and what e-mail programs make of a hyphen

MOST_GAMES, LEVELS, RULES, MEASURES, POINTS = 12, 6, 32, 8, 8192  # how many different values of each a code can hold

# The ways to play that a code can name, each with either hand; their order is part of every code.
PLAYED = (
    ("touch", "drag"), ("touch", "tap"), ("touch", "pinch"), ("touch", "both"), ("touch", "mixed"), ("mouse", "drag"),
    ("mouse", "tap"), ("mouse", "dwell"), ("mouse", "mixed"), ("keys", "keys"), ("mixed", "mixed"),
)  # fmt: skip

PRIME = len(SIGNS)
DATA = LENGTH - 2
WHOLE = PRIME**DATA
SPREAD = 25_602_990_123_461  # not a multiple of 23: similar challenges get very different codes
# The required sums of the characters and of the weighted characters; not 0, else twelve equal characters would be valid.
CHECKS = (5, 11)

Reason = Literal["length", "sign", "check"]


class NotACode(ValueError):
    """The text is not a valid code; `reason` is a keyword, the message a sentence."""

    def __init__(self, reason: Reason, words: str) -> None:
        super().__init__(words)
        self.reason: Reason = reason


def code_of(challenge: Challenge, games: Sequence[AnyGame] = GAMES) -> str:
    """The code of a challenge, without gaps. Raises ValueError with one sentence if it does not fit into a code."""
    number = next((game.code for game in games if game.id == challenge.game), -1)
    if not 0 <= number < MOST_GAMES:
        raise ValueError(f"the game {challenge.game!r} has no place in codes: send the file instead")
    for name, value, least, count in (
        ("level", challenge.level, 1, LEVELS),
        ("seed", challenge.seed, 0, SEEDS),
        ("number of points", challenge.points, 0, POINTS),
    ):
        if not least <= value < least + count:
            raise ValueError(f"a {name} of {value} does not fit into a code: it is {least} to {least + count - 1}")
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
    whole = _checked([*signs, *_signs(challenge.how)])
    if len(whole) == LONGER and _sums(whole[:LENGTH]) == CHECKS:
        whole = _checked(signs)  # its beginning is a code already: the way to play is left out
    return "".join(SIGNS[one] for one in whole)


def _checked(signs: list[int]) -> list[int]:
    """The signs and two more, so that both sums are as required.

    Two check sums modulo a prime: every change of one or two characters, hence every swap too, breaks at least one.
    """
    plain, weighted = _sums(signs)
    last = (CHECKS[1] - weighted - (len(signs) + 1) * (CHECKS[0] - plain)) % PRIME
    return [*signs, (CHECKS[0] - plain - last) % PRIME, last]


def read_code(said: str, games: Sequence[AnyGame] = GAMES) -> Challenge:
    """The challenge of a code; small letters and gaps are allowed. Raises NotACode for anything else.

    The code holds the versions of rules and measures only modulo 32 and 8: compare them with `same_rules`.
    """
    signs = [sign for sign in said[:200] if sign not in BETWEEN]
    signs = [sign.upper() if sign.isascii() else sign for sign in signs]
    odd = next((sign for sign in signs if sign not in SIGNS), None)
    if odd is not None:
        raise NotACode("sign", f"{odd!r} is in no code: the signs are {SIGNS}")
    if len(signs) not in (LENGTH, LONGER):
        raise NotACode("length", f"a code has {LENGTH} signs, or {LONGER}: there are {len(signs)}")
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
    how = _how(values[DATA]) if len(values) == LONGER else None
    if _sums(values) != CHECKS or game is None or (how is None) is (len(values) == LONGER):
        raise NotACode("check", "this is not the code that was sent: please compare it sign by sign")
    return Challenge(game.id, level + 1, seed, rules, measures, points, how)


def same_rules(challenge: Challenge, game: AnyGame) -> bool:
    """Whether the challenge was made with this program's rules of the game and its scoring."""
    alike = (challenge.rules - game.version) % RULES == 0 and (challenge.measures - MEASURES_VERSION) % MEASURES == 0
    return alike and challenge.game == game.id and 1 <= challenge.level <= len(game.challenges)


def grouped(code: str) -> str:
    """A code as it is shown: in groups of four."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _signs(how: How | None) -> list[int]:
    """The sign of a way to play; none if it is not known."""
    if how is None or how.side not in SIDES or (how.input, how.form) not in PLAYED:
        return []
    return [2 * PLAYED.index((how.input, how.form)) + SIDES.index(how.side)]


def _how(sign: int) -> How | None:
    return How(*PLAYED[sign // 2], SIDES[sign % 2]) if sign < 2 * len(PLAYED) else None


def _sums(signs: list[int]) -> tuple[int, int]:
    plain = weighted = 0
    for place, one in enumerate(signs, 1):
        plain += one
        weighted += place * one
    return plain % PRIME, weighted % PRIME
