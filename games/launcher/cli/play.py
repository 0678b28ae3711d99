"""`play`: puts the parts together, opens the window, and makes sure that nothing is lost when it closes."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from io import TextIOWrapper
from random import SystemRandom
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.launcher.records.folders import Folders

LOG_BYTES = 500_000


def play(asked: argparse.Namespace) -> int:
    """Open the window and play until the player leaves; returns 1, with one sentence, if no window can be opened."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from games.launcher.devices.pygame.opening import NoWindow, open_window

    if asked.game is not None:
        refuse_unknown_level(asked)
    if asked.profile is not None:
        refuse_unclear_name(asked)
    try:
        full = asked.fullscreen
        left = None if asked.windowed else left_window(asked)
        fills, as_left = open_window(asked.size, full, left)
        return play_in_window(asked, fills, as_left)
    except NoWindow as error:
        print(f"handplay: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def refuse_unknown_level(asked: argparse.Namespace) -> None:
    """Raise ValueError for a game or level that does not exist, before a window opens."""
    from games.catalog import named
    from games.launcher.round.levels import level_of

    level_of(named(asked.game), asked.mode, asked.level)


def refuse_unclear_name(asked: argparse.Namespace) -> None:
    """Raise ValueError for an invalid name, or one that several people share, before a window opens."""
    from games.launcher.records.folders import Folders
    from games.launcher.records.people.profiles import Profiles

    Profiles(Folders.standard(asked.data_dir).data, "").called(asked.profile)


def left_window(asked: argparse.Namespace) -> Callable[[tuple[int, int]], tuple[tuple[int, int], bool] | None]:
    """A function that gives the window's last size and mode, called once the screen is known."""

    def left(desktop: tuple[int, int]) -> tuple[tuple[int, int], bool] | None:
        from games.launcher.devices.pygame.opening import key_of_screen
        from games.launcher.records.folders import Folders
        from games.launcher.records.screens import Screens

        return Screens(Folders.standard(asked.data_dir).state).window_for(key_of_screen(desktop))

    return left


def play_in_window(asked: argparse.Namespace, fullscreen: bool = False, as_left: bool = False) -> int:
    """Fill the window that is open with the program. Imports come here: the player sees a table meanwhile."""
    from games.launcher.devices.pygame.options import WindowOptions
    from games.launcher.devices.pygame.spoken import spoken
    from games.launcher.devices.pygame.window import Window
    from games.launcher.devices.system import spots
    from games.launcher.devices.system.files import SharedFiles
    from games.launcher.devices.system.threads import InTurn, Retries, apart
    from games.launcher.records.disk.writing import BESIDE
    from games.launcher.records.folders import Folders
    from games.launcher.records.screens import Screens
    from games.launcher.shell.assets import assets_folder, words_folder
    from games.launcher.shell.desk import Wish
    from games.launcher.shell.tell import Tell
    from games.launcher.shell.wiring import Host, Loading, Who, running
    from games.launcher.words.tongues import Tongues

    folders = Folders.standard(asked.data_dir)
    why = folders.writable()
    if why is not None:
        raise OSError(why)
    keep_log(folders, asked.log_level)
    screens = Screens(folders.state)
    tongues = Tongues(
        words_folder(),
        asked.lang,
        spoken(),
        screens.language(),
        screens.keep_language,
        fresh=not asked.guest and asked.profile is None,
    )
    options = WindowOptions(
        assets_folder(),
        screens,
        asked.size,
        fullscreen,
        asked.px_per_mm,
        asked.mute,
        as_left,
    )
    wish = Wish(
        asked.game,
        asked.level,
        asked.mode,
        asked.seed,
        asked.challenge,
    )
    who = Who(asked.guest, asked.profile, asked.side)
    with ExitStack() as closing:
        closing.enter_context(BESIDE.frames(Retries()))
        tell = Tell()
        if asked.tell is not None:
            tell = Tell(closing.enter_context(asked.tell.open("a", encoding="utf-8")))
        window = closing.enter_context(contextlib.closing(Window(options)))
        tell.px_per_mm = window.display.px_per_mm
        worker = closing.enter_context(contextlib.closing(InTurn()))
        host = Host(
            window.display,
            _seed,
            tell,
            tongues=tongues,
            report=report,
            beside=worker.begin,
            apart=apart,
            spots=spots.found,
        )
        loading = Loading(host, folders, who, SharedFiles())
        window.drive(closing.enter_context(running(host, wish, loading)))
    return 0


def _seed() -> int:
    return SystemRandom().randrange(2**63)


def keep_log(folders: Folders, level: str) -> None:
    """Start a small log of errors in the state folder, with ids only, never a name or a trace."""
    from games.launcher.records.folders import make_folder

    path = folders.state / "log" / "handplay.log"
    try:
        make_folder(path.parent)
        if path.exists() and path.stat().st_size > LOG_BYTES:
            path.replace(path.with_suffix(".before.log"))
        handler = PrivateLog(path, encoding="utf-8", delay=True)
    except OSError:
        return
    logging.basicConfig(
        level=level.upper(), handlers=[handler], format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )


class PrivateLog(logging.FileHandler):
    """A log file that only this user can read."""

    def _open(self) -> TextIOWrapper:
        from games.launcher.records.folders import open_private

        file = open_private(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        return TextIOWrapper(os.fdopen(file, "ab"), encoding=self.encoding, line_buffering=True)

    def handleError(self, record: logging.LogRecord) -> None:
        """A line that cannot be written, such as on a full disk, is left out: a terminal full of tracebacks helps nobody."""


def report(error: BaseException) -> None:
    """Log an exception and where it came from."""
    where = "".join(traceback.format_tb(error.__traceback__)[-6:])
    logging.getLogger("handplay").error("%s: %s\n%s", type(error).__name__, error, where)
