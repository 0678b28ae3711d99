"""A page that shows something which is found or made beside it, and says so until that is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# Any: each page knows the type of what its own work finds
from typing import Any

from games.kit.fingers import Reading
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.shell.work import Work


class Working(Page):
    """A page with at most one piece of work in progress. It is laid out anew when the work is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._work: Work | None = None

    @property
    def lively(self) -> bool:
        return self._work is not None

    def begin(self, work: Callable[[], Any]) -> None:  # Any: see `found_out`
        """Start work beside the page; `found_out` gets its result."""
        self._work = self.desk.beside(work)

    def found_out(self, result: Any) -> None:
        """The work is done: remember its result. Any: the page that began the work knows what it makes."""
        raise NotImplementedError

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        move = super().frame(now, readings)
        if self._work is not None and self._work.done():
            result, self._work = self._work.result(), None
            self.found_out(result)
            self.laid()
        return move
