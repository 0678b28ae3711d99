"""Which round is sent, and the name of its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.launcher.records.challenges.files import ChallengeHead
from games.launcher.records.errors import StoreError
from games.launcher.scoring.score import MEASURES_VERSION

if TYPE_CHECKING:
    from games.launcher.records.store import Store


def best_round(store: Store, profile: str, game: AnyGame, number: int) -> Path | None:
    """The file of a profile's best complete round of a challenge by the present rules; of equals the newest."""
    now = (game.id, game.version, number, MEASURES_VERSION)
    rounds = [
        head
        for head in store.challenged(profile, "0001-01-01")
        if (head.game, head.game_version, head.level, head.measures_version) == now and head.score > 0
    ]
    return store.vault.path_of(max(rounds, key=lambda head: (head.score, head.started_utc_ms))) if rounds else None


def free_name(folder: Path, head: ChallengeHead, day: str) -> Path:
    """An unused file name for a challenge. Raises StoreError if there are too many files."""
    title = next((game.title for game in GAMES if game.id == head.game), head.game)
    for number in range(1, 1000):
        again = "" if number == 1 else f" ({number})"
        path = folder / f"{title} {head.points} points {day}{again}.hpc"
        if not path.exists():
            return path
    raise StoreError(f"there are too many challenges of {day} in {folder}")
