"""Files out of the page and into it: the browser saves, shares and chooses them, and says later what came of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from games.launcher.devices.web.page import Page
from games.launcher.shell.outbox import Give, Pick
from games.launcher.shell.spots import Given, Spot

SHEET = Spot("sheet")  # the only place that a browser has for files


def spots() -> list[Spot]:
    """The browser's own sheet."""
    return [SHEET]


class Carrier:
    """Requests that the browser has not answered yet."""

    def __init__(self, page: Page) -> None:
        self._page, self._number = page, 0
        self._told: dict[int, Callable[[Given], None]] = {}
        self._takes: dict[int, Callable[[list[Path]], None]] = {}

    def carry(self, request: Give | Pick) -> None:
        """Begin with a request."""
        self._number += 1
        if isinstance(request, Give):
            self._told[self._number] = request.told
            self._page.give(self._number, str(request.file))
        else:
            self._takes[self._number] = request.take
            self._page.pick(self._number, ",".join(request.endings))

    def answered(self) -> bool:
        """Pass on what the browser has said since the last call; whether it has said anything."""
        if not (self._told or self._takes):
            return False
        said = json.loads(self._page.carried())
        for one in said:
            number = one["number"]
            if number in self._told:
                why = OSError(one["why"]) if one.get("why") else None
                self._told.pop(number)(Given(why=why, left=bool(one.get("left"))))
            elif number in self._takes:
                self._takes.pop(number)([Path(path) for path in one.get("files", ())])
        return bool(said)
