"""The games in menu order: adding a game is one line here."""

from __future__ import annotations

from importlib import import_module

from games.kit.game import AnyGame

MENU = (  # folders of `games/`
    "beans",
    "pegs",
    "bands",
    "ball",
    "pennies",
    "dough",
    "paint",
)

PLAYED = ("rules", "view")  # files of a game that only its rounds need

GAMES: tuple[AnyGame, ...] = tuple(import_module(f"games.{folder}").GAME for folder in MENU)


def named(game_id: str) -> AnyGame:
    """The game of this id; ValueError that names those there are."""
    for game in GAMES:
        if game.id == game_id:
            return game
    raise ValueError(f"there is no game {game_id!r}: the games are {', '.join(game.id for game in GAMES)}")


def imported() -> None:
    """Import what playing needs and the first frame does not: called beside the first frames, so that no round waits."""
    for folder in MENU:
        for name in PLAYED:
            import_module(f"games.{folder}.{name}")
