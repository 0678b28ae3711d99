"""The games in menu order: adding a game is one line here."""

from games import ball, bands, beans, dough, paint, pegs, pennies
from games.kit.game import AnyGame

GAMES: tuple[AnyGame, ...] = (beans.GAME, pegs.GAME, bands.GAME, ball.GAME, pennies.GAME, dough.GAME, paint.GAME)


def named(game_id: str) -> AnyGame:
    """The game of this id; ValueError that names those there are."""
    for game in GAMES:
        if game.id == game_id:
            return game
    raise ValueError(f"there is no game {game_id!r}: the games are {', '.join(game.id for game in GAMES)}")
