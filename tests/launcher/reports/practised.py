"""Somebody's practice for the tests of reports: made up, quickly."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from games.launcher.cli.bench.years import fill
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store


def practised(folder: Path, days: int = 3, seed: int = 1, gain: float = 0.25) -> Store:
    """A store in which the guest played so many days, until the 23rd of November 2026."""
    made = template(days, seed, gain)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return Store.open(Folders.standard(folder))


@cache
def template(days: int, seed: int, gain: float) -> Path:
    """Made once; each test has a copy of its own."""
    place = Path(mkdtemp(prefix="handplay-practised-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folders = Folders.standard(place)
    fill(folders.data, days, Random(seed), gain)
    Store.open(folders)
    return place
