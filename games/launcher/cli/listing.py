"""`list`: the games, what they practise, and their levels."""

from __future__ import annotations

import json

from games.catalog import GAMES
from games.kit.game import AnyGame, AnyLevel


def listing(as_json: bool) -> int:
    """Print all games; with `as_json` as one JSON list."""
    if as_json:
        print(json.dumps([_described(game) for game in GAMES]))
        return 0
    for game in GAMES:
        print(f"{game.id}  {game.title}: {game.practises}")
        for mode, levels in _modes(game):
            for number, level in enumerate(levels, 1):
                print(f"  {mode} {number}  {level.title} ({_length(level)})")
    return 0


def _modes(game: AnyGame) -> tuple[tuple[str, tuple[AnyLevel, ...]], ...]:
    free = () if game.free is None else (game.free,)
    return ("practice", game.levels), ("test", game.tests), ("challenge", game.challenges), ("free", free)


def _length(level: AnyLevel) -> str:
    if level.seconds is not None:
        return f"{level.seconds:g} s"
    return "no end" if level.reps is None else f"{level.reps} reps"


def _described(game: AnyGame) -> dict[str, object]:
    levels = [
        {"mode": mode, "level": number, "title": level.title, "reps": level.reps, "seconds": level.seconds}
        for mode, rows in _modes(game)
        for number, level in enumerate(rows, 1)
    ]
    return {"id": game.id, "title": game.title, "version": game.version, "practises": game.practises, "levels": levels}
