"""What a hand has mastered under the coach, in words: for the results, a level's page and the scores."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.game import AnyGame
from games.kit.words import Say
from games.launcher.progress.mastery import Mastered, finest_of
from games.launcher.shell.desk import Desk

MASTERED = 80.0  # precision of a whole round from which its level is marked as mastered


def in_words(say: Say, game: AnyGame, found: Mastered) -> str:
    """bowl of 14 mm, give or take 1."""
    what = say(f"{game.id}.{found.word}", value=_number(found.value))
    some = found.uncertainty
    return what if not some or _number(some) == 0 else say("give or take", what=what, some=_number(some))


@dataclass(frozen=True)
class Finest:
    """The finest of a hand at a level, in one form and unit: in words, and of the last rounds how fine each was.

    last: oldest first, (value as it is said, 0 to 1 of the finest of them, day).
    """

    words: str
    last: tuple[tuple[str, float, str], ...]


def finest_of_hand(
    desk: Desk, game: AnyGame, number: int, side: str, kind: tuple[str, str] | None = None, most: int = 10
) -> Finest | None:
    """The finest that this hand of the player has mastered at a level, with this input and form (None: those of the last
    round that tells); None where nothing is known. What was mastered in another form is never taken with it."""
    rounds = desk.store.index.fine(desk.player.id, game.id, side, number)
    if kind is None and rounds:
        kind = rounds[0].by, rounds[0].form
    own = [Mastered(*one[:5]) for one in rounds if (one.by, one.form) == kind]
    found = finest_of(own)
    if not found or found[0].word not in game.words:
        return None
    last = [one for one in rounds if (one.by, one.form) == kind and one.word == found[0].word][:most]
    values = [one.value for one in last]
    best = max(values) if found[0].more else min(values)
    shares = [one.value / best if one.more else best / one.value for one in last]
    shown = [(desk.words.number(_number(one.value)), share, one.day) for one, share in zip(last, shares, strict=True)]
    return Finest(in_words(desk.say, game, found[0]), tuple(reversed(shown)))


def finest_here(desk: Desk, game: AnyGame, number: int) -> str | None:
    """The finest that the player's present hand has mastered at a level, in words; None where nothing is known."""
    found = finest_of_hand(desk, game, number, desk.player.side)
    return None if found is None else found.words


def cleared(desk: Desk, game: AnyGame) -> set[int]:
    """The practice levels that the player's present hand has mastered once."""
    return desk.store.index.cleared(desk.player.id, game.id, desk.player.side, MASTERED)


def _number(value: float) -> float:
    """Rounded to a tenth; a whole number without one. The language writes it, with its own decimal mark."""
    tenths = round(value, 1)
    return int(tenths) if tenths == int(tenths) else tenths
