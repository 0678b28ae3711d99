"""`play`: puts the pieces together, opens the window, and sees that nothing is lost when it closes."""

from __future__ import annotations

import argparse
import threading
from contextlib import ExitStack
from random import SystemRandom
from typing import TYPE_CHECKING

from games.launcher.app import App
from games.launcher.clock import wall_moment
from games.launcher.display import Display
from games.launcher.levels import level_of
from games.launcher.screens.screen import Desk, Wish
from games.launcher.tell import Tell

if TYPE_CHECKING:
    from games.launcher.records.store import Store

LOG_BYTES = 500_000


def play(asked: argparse.Namespace) -> int:
    """Open the window and play until the player leaves; 1 where no window can be opened."""
    from games.catalog import named
    from games.launcher.device.window import WindowOptions, run
    from games.launcher.records.folders import Folders
    from games.launcher.records.screens import Screens

    wish = Wish(
        getattr(asked, "game", None),
        getattr(asked, "level", 1),
        getattr(asked, "mode", "practice"),
        getattr(asked, "seed", None),
    )
    if wish.game is not None:
        level_of(named(wish.game), wish.mode, wish.level)  # refuse at once what does not exist
    folders = Folders.standard(getattr(asked, "data_dir", None))
    screens = Screens(folders.state)
    with ExitStack() as closing:
        tell = Tell()
        if getattr(asked, "tell", None) is not None:
            tell = Tell(closing.enter_context(asked.tell.open("a", encoding="utf-8")))
        loading = Loading(folders, asked)
        closing.callback(loading.close)
        apps: list[App] = []

        def make_app(display: Display) -> App:
            desk = Desk(display, wall_moment, tell, lambda: SystemRandom().randrange(2**63), wish)
            tell.px_per_mm = display.px_per_mm
            desk.on_player = loading.keep_player
            desk.next_player = loading.next_player
            desk.report = loading.report
            apps.append(App(desk, lambda: loading.ready(desk)))
            return apps[0]

        options = WindowOptions(
            size=getattr(asked, "size", None),
            fullscreen=getattr(asked, "fullscreen", False),
            px_per_mm=getattr(asked, "px_per_mm", None),
            mute=getattr(asked, "mute", False),
            known_screens=screens,
        )
        try:
            return run(make_app, options)
        finally:
            for app in apps:
                app.leave()


class Loading:
    """The player's files, loaded beside the first frames: their libraries take longer to import than a window to open."""

    def __init__(self, folders: object, asked: argparse.Namespace) -> None:
        self._folders, self._asked = folders, asked
        self._thread: threading.Thread | None = None
        self._store: Store | None = None
        self._error: Exception | None = None

    def ready(self, desk: Desk) -> bool:
        """Begin, or see whether it is done; then the desk has its store and its player."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, name="loading", daemon=True)
            self._thread.start()
        if self._thread.is_alive():
            return False
        if self._error is not None:
            raise self._error
        desk.store = self._store
        desk.player = self._first_player()
        return True
