"""What a hand has mastered under the coach, in words: for the results, a level's page and the scores."""

from __future__ import annotations

from games.kit.game import AnyGame
from games.kit.words import Say
from games.launcher.progress.mastery import Mastered, finest_of
from games.launcher.shell.desk import Desk

MASTERED = 80.0  # precision of a whole round from which its level is marked as mastered


def in_words(say: Say, game: AnyGame, found: Mastered) -> str:
    """bowl of 14 mm, give or take 1."""
    what = say(f"{game.id}.{found.word}", value=_number(found.value))
    some = found.uncertainty
    return what if some is None or _number(some) == "0" else say("give or take", what=what, some=_number(some))


def finest_here(desk: Desk, game: AnyGame, number: int) -> str | None:
    """The finest that the player's present hand has mastered at a level, in words; None where nothing is known."""
    rounds = desk.store.index.fine(desk.player.id, game.id, desk.player.side, number)
    found = finest_of([Mastered(*one) for one in rounds])
    return in_words(desk.say, game, found[0]) if found and found[0].word in game.words else None


def cleared(desk: Desk, game: AnyGame) -> set[int]:
    """The practice levels that the player's present hand has mastered once."""
    return desk.store.index.cleared(desk.player.id, game.id, desk.player.side, MASTERED)


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
