"""What is said on the games' tables, in a language that is longer than English."""

from __future__ import annotations

import re

import pytest

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.game import BOARD, AnyGame, AnyLevel
from games.launcher.drawing.recording import Recording
from games.launcher.hand import HANDS, Hand
from games.launcher.shell.assets import words_folder
from games.launcher.words.languages import words_in

TABLES = [
    pytest.param(game, level, id=f"{game.id} {level.title}")
    for game in GAMES
    for level in (game.free, *game.levels, *game.tests, *game.challenges)
    if level is not None
]
PLAYED = 6.0  # s


def seen(game: AnyGame, level: AnyLevel, seconds: float) -> list[tuple[object, ...]]:
    """All that is written on a table until a hand has played for so long."""
    block, hand, out = Block(game, level, 5, BOARD), Hand(HANDS["steady"], 3), []
    canvas = Recording(BOARD)
    canvas.say = words_in("pseudo", words_folder()).say
    for frame in range(int(seconds * 60) + 1):
        now = (frame + 1) / 60
        block.advance(now, hand.readings(block, now))
        if frame % 20 == 0:
            canvas.begin()
            game.draw(block.rules, canvas)
            out += canvas.named("text")
    return out


def all_is_said(written: list[tuple[object, ...]]) -> None:
    canvas = Recording(BOARD)
    for _, words, at, height, _, weight, anchor, wrap in written:
        assert not re.search(r"[A-Za-z]{2}", words), words  # type: ignore[call-overload]
        assert words.count("[") == words.count("]"), words  # type: ignore[attr-defined]
        size = canvas.text_size(words, height, weight, wrap)  # type: ignore[arg-type]
        left = at.x - {"left": 0.0, "centre": size.x / 2, "right": size.x}[anchor]  # type: ignore[attr-defined, index]
        assert left >= -0.3, words
        assert left + size.x <= BOARD.x + 0.3, words
        assert at.y + size.y * 0.4 <= BOARD.y, words  # type: ignore[attr-defined]


@pytest.mark.parametrize(("game", "level"), TABLES)
def test_a_table_says_nothing_but_in_the_players_language(game: AnyGame, level: AnyLevel) -> None:
    all_is_said(seen(game, level, 0.0))


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_while_it_is_played_a_table_says_nothing_but_in_the_players_language(game: AnyGame) -> None:
    written = seen(game, game.levels[1], PLAYED)
    assert written or game.id in ("beans", "pegs", "pennies", "paint", "dough")
    all_is_said(written)
