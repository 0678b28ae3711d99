"""A page that shows something which is found or made beside it, and says so until that is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from games.kit.fingers import Reading
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.shell.work import Steps, Work, begun

Found = TypeVar("Found")


class Working(Page):
    """A page with at most one piece of work in progress. It is laid out anew when the work is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._work: Work | None = None
        self._take: Callable[[], None] | None = None  # hands the result to whoever waits for it
        self._share = 0.0  # of work in steps, how much is done

    @property
    def working(self) -> bool:
        """Whether work is in progress."""
        return self._work is not None

    @property
    def lively(self) -> bool:
        return self.working

    def begin(self, work: Callable[[], Found], then: Callable[[Found], None]) -> None:
        """Start work beside the page; `then` gets its result in the frame in which it is seen to be done."""
        work_begun = self._work = self.desk.beside(work)
        self._take = lambda: then(work_begun.result())

    def begin_steps(self, steps: Steps[Found], then: Callable[[Found], None]) -> None:
        """The same with work in steps, of which `_share` says how much is done; no frame waits for more than a step."""
        self._share = 0.0
        work = self._work = begun(self.desk.beside, steps, self._heard)
        self._take = lambda: then(work.result())

    def _heard(self, done: int, whole: int) -> None:
        self._share = done / max(1, whole)

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        move = super().frame(now, readings)
        if self._work is not None and self._take is not None and self._work.done():
            take, self._work, self._take = self._take, None, None
            take()
            self.laid()
        return move
