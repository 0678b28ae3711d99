"""All sentences that a player can see, in English, by id: the launcher's own and those of each game."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.kit.words import Message
from games.launcher.words.browser import BROWSER
from games.launcher.words.carrying import CARRYING
from games.launcher.words.challenges import CHALLENGES
from games.launcher.words.dates import DATES
from games.launcher.words.general import GENERAL
from games.launcher.words.help import HELP
from games.launcher.words.progress import PROGRESS
from games.launcher.words.report import REPORT
from games.launcher.words.two import TWO

LAUNCHER: tuple[Mapping[str, Message], ...] = (
    GENERAL,
    BROWSER,
    CARRYING,
    CHALLENGES,
    DATES,
    HELP,
    PROGRESS,
    REPORT,
    TWO,
)


@cache
def source() -> Mapping[str, Message]:
    """Id -> sentence. A game's ids begin with its own ("beans.reps")."""
    return merged([*LAUNCHER, *(of_game(game) for game in GAMES)])


def of_game(game: AnyGame) -> dict[str, Message]:
    """The sentences that a game brings; its titles are in its levels, and are their own ids."""
    levels = (game.free, *game.levels, *game.tests, *game.challenges)
    titles = [game.title, game.practises, *(level.title for level in levels if level is not None)]
    own = dict(game.words) | {title: title for title in titles}
    return {f"{game.id}.{name}": message for name, message in own.items()}


def merged(parts: Iterable[Mapping[str, Message]]) -> dict[str, Message]:
    """All parts as one. Raises ValueError for an id that is in two of them."""
    out: dict[str, Message] = {}
    for part in parts:
        twice = out.keys() & part.keys()
        if twice:
            raise ValueError(f"two sentences have the id {min(twice)!r}")
        out |= part
    return out
