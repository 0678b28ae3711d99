"""The part of `bench` that waits: what the real window costs while nobody touches it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from games.catalog import GAMES
from games.kit.fingers import Reading
from games.launcher.cli.bench.play import Round
from games.launcher.records.folders import Folders
from games.launcher.records.screens import Screens
from games.launcher.shell import places
from games.launcher.shell.assets import assets_folder

if TYPE_CHECKING:
    from games.launcher.devices.pygame.bench.idle import Idle


def idles(size: tuple[int, int]) -> dict[str, float]:
    """The cost of the real window while nobody touches it: at Home, in a game, in a pause. Without a screen the frames
    are shown nowhere."""
    _real_screen(size)
    out: dict[str, float] = {}
    for state, game, pauses in (
        ("home", None, False),
        ("game untouched", GAMES[0].id, False),
        ("paused", GAMES[0].id, True),
    ):
        with tempfile.TemporaryDirectory() as folder:
            seen = _left_alone(Path(folder), size, game, pauses)
        out[f"idle: {state}, % of a processor"] = seen.share * 100
        out[f"idle: {state}, wake-ups/s"] = seen.wakes
    return out


def _real_screen(size: tuple[int, int]) -> None:
    """Find out whether a window can be opened here; if not, let SDL show nothing."""
    from games.launcher.devices.pygame.opening import NoWindow, open_window

    hidden = os.environ.pop("SDL_VIDEODRIVER", None)
    try:
        open_window(size, False)
    except NoWindow:
        os.environ["SDL_VIDEODRIVER"] = hidden or "dummy"


def _left_alone(folder: Path, size: tuple[int, int], game: str | None, pauses: bool) -> Idle:
    from games.launcher.devices.pygame.bench.idle import Watched, paused
    from games.launcher.devices.pygame.opening import open_window
    from games.launcher.devices.pygame.options import WindowOptions
    from games.launcher.devices.pygame.window import Window

    open_window(size, False)
    window = Window(WindowOptions(assets_folder(), Screens(Folders.standard(folder).state), size, mute=True))
    round_ = Round(folder, size)
    steps = iter(range(5))  # the first frames load the files

    def enter(now: float) -> list[Reading] | None:
        step = next(steps, None)
        if step == 3 and game is not None:
            round_.app.go(places.Playing(game, "practice", 1))
        if step == 4 and pauses:
            return paused(now)
        return None if step is None else []

    watched = Watched(round_.app, enter)
    try:
        window.drive(watched)
    finally:
        window.close()
    return watched.seen
