"""What the window costs while nobody touches it: processor time, wake-ups and frames, in its real loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from games.kit.fingers import Command, Reading
from games.launcher.device import DrivenApp
from games.launcher.shell.between.stage import Stage
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Close, Outbox

SETTLES = 2.5  # s until the state is measured
LASTS = 5.0  # s for which it is, at least: where nothing moves, the window looks again after seconds


@dataclass
class Idle:
    """Share of one processor; wake-ups and frames in a second."""

    share: float = 0.0
    wakes: float = 0.0
    frames: float = 0.0


class Watched:
    """An app that is brought into a state, left alone, measured and closed. `enter` says what it is told for that, and
    None once the state is reached."""

    def __init__(self, app: DrivenApp, enter: Callable[[float], Sequence[Reading] | None]) -> None:
        self._app, self._enter = app, enter
        self._reached: float | None = None
        self._since: tuple[float, float, int] | None = None
        self._frames = 0
        self.seen = Idle()

    @property
    def outbox(self) -> Outbox:
        """The requests of the app."""
        return self._app.outbox

    @property
    def lively(self) -> bool:
        """As the app says."""
        return self._app.lively or self._reached is None

    @property
    def waiting(self) -> bool:
        """As the app says."""
        return self._app.waiting

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """A frame of the app; measured in between."""
        if self._reached is None:
            told = self._enter(now)
            if told is None:
                self._reached = now
            else:
                readings = [*readings, *told]
        self._app.frame(now, readings)
        self._frames += 1
        if self._reached is None or now - self._reached < SETTLES:
            return
        if self._since is None:
            self._since, self._frames = (now, time.process_time(), _wakes()), 0
        elif now - self._since[0] >= LASTS:
            seconds, spent = now - self._since[0], time.process_time() - self._since[1]
            wakes = _wakes() - self._since[2]
            self.seen = Idle(spent / seconds, wakes / seconds, self._frames / seconds)
            self._app.outbox.ask(Close())

    def draw(self, canvas: Stage) -> None:
        """As the app draws."""
        self._app.draw(canvas)

    def resize(self, display: Display) -> None:
        """As the app takes it."""
        self._app.resize(display)

    def after_first_frame(self) -> None:
        """As the app takes it."""
        self._app.after_first_frame()


def paused(now: float) -> list[Reading]:
    """What a window that loses the focus tells: a game pauses."""
    return [Command(now, "lost")]


def _wakes() -> int:
    """How often this process went to sleep so far; 0 where the system does not count it."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:  # Windows
        return 0
    return getrusage(RUSAGE_SELF).ru_nvcsw
