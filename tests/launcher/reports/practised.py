"""Somebody's practice for the tests of reports: made up, quickly."""

from __future__ import annotations

from pathlib import Path
from random import Random

from games.launcher.bench_years import fill
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store


def practised(folder: Path, days: int = 3, seed: int = 1, gain: float = 0.25) -> Store:
    """A store in which the guest played so many days, until the 23rd of November 2026."""
    folders = Folders.standard(folder)
    fill(folders.data, days, Random(seed), gain)
    return Store.open(folders)
