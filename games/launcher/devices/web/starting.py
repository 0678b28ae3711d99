"""The program's start in a browser. The page calls `start` once Python is there."""

from __future__ import annotations

import json
import logging
import traceback
from contextlib import ExitStack
from pathlib import Path
from random import SystemRandom

from games.launcher.devices.web.carrying import SHEET, spots
from games.launcher.devices.web.disk.kept_files import KeptFiles, ToldWhenKept
from games.launcher.devices.web.page import Page
from games.launcher.devices.web.window import WebWindow
from games.launcher.records.folders import Folders
from games.launcher.records.screens import Screens
from games.launcher.shell.assets import words_folder
from games.launcher.shell.desk import Wish
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, Loading, Who, running
from games.launcher.words.tongues import Tongues

KEPT, FLEETING = Path("/kept"), Path("/fleeting")  # where files lie that the page keeps, and those that go with it


class Started:
    """The running program, as the page sees it."""

    def __init__(self, page: Page, size: tuple[int, int], density: float, asked: dict[str, str]) -> None:
        self._page, self._open, self._said = page, ExitStack(), ""
        folders = Folders(KEPT, KEPT / "state", FLEETING)  # the index is made anew at each start, in memory
        why = folders.writable()
        if why is not None:
            raise OSError(why)
        self._told = ToldWhenKept(page) if "tell" in asked else None
        screens = Screens(folders.state)
        spoken, lang = asked.get("spoken", "").split(), asked.get("lang")
        fresh = not {"guest", "profile", "game"} & asked.keys()
        self._tongues = Tongues(words_folder(), lang, spoken, screens.language(), screens.keep_language, fresh)
        self.window = WebWindow(page, screens, size, density)
        self.window.frame_over = self._frame_over
        tell = Tell(self._told, self.window.display.px_per_mm)
        host = Host(self.window.display, _seed, tell, tongues=self._tongues, report=_report, spots=spots, sheet=SHEET)
        wish = Wish(asked.get("game"), int(asked.get("level", 1)), asked.get("mode", "practice"))
        who = Who("guest" in asked, asked.get("profile"), asked.get("side"))
        self._app = app = self._open.enter_context(running(host, wish, Loading(host, folders, who, KeptFiles(page))))
        self.window.drive(app)

    def _frame_over(self) -> None:
        """Keep what this frame has changed, tell what is kept, and say so once if the browser keeps nothing."""
        if self._told is not None:
            lines = self._told.frame_over()
            if lines:
                self._page.told(lines)
        else:
            self._page.commit()
        refused = self._page.refused()
        if refused != self._said:
            self._said = refused
            self._page.notice(self._app.desk.say(f"browser {refused}") if refused else "")
        if self.window.closed:
            self._open.close()
            self._page.commit()
            self._page.ended(self._app.desk.say("browser ended"))


def start(page: Page, wide: int, high: int, density: float, asked: str) -> WebWindow:
    """Start the program in a page of this size, in pixels of the screen; `asked`: what its address asks for, as JSON."""
    logging.basicConfig(level="WARNING", format="%(levelname)s %(name)s %(message)s")
    return Started(page, (int(wide), int(high)), float(density), json.loads(asked)).window


def _seed() -> int:
    return SystemRandom().randrange(2**63)


def _report(error: BaseException) -> None:
    """Write an exception and where it came from to the browser's console: with ids only, never a name or a trace."""
    where = "".join(traceback.format_tb(error.__traceback__)[-6:])
    logging.getLogger("handplay").error("%s: %s\n%s", type(error).__name__, error, where)
