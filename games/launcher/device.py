"""What a device drives, and what it offers: the window of a computer is one; another fulfils the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Outbox


class DrivenApp(Protocol):
    """What a device drives (see games.launcher.shell.app).

    In each frame it gives what was read to `frame`, has the picture drawn by
    `draw`, shows it, and then does what `outbox` asks for. After the first
    picture is shown it calls `after_first_frame`. It goes on until it is asked
    to close.
    """

    @property
    def outbox(self) -> Outbox:
        """What is wanted of the device."""

    @property
    def lively(self) -> bool:
        """Whether frames are wanted without input; else one is enough now and then."""

    @property
    def waiting(self) -> bool:
        """Whether input must be answered at once: a game is being played, and no other work may delay a frame."""

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """Take what was read since the last frame, in mm of the window; `now` in s on the device's clock."""

    def draw(self, canvas: Canvas) -> None:
        """Draw all that is seen."""

    def resize(self, display: Display) -> None:
        """The window has this size and scale now."""

    def after_first_frame(self) -> None:
        """The first picture is seen."""


class Device(Protocol):
    """What a device offers: a window of a known size and scale, and a loop that drives the app in it."""

    @property
    def display(self) -> Display:
        """The window as it is now."""

    def drive(self, app: DrivenApp) -> None:
        """Drive the app until it asks to close."""

    def close(self) -> None:
        """Give the window back."""
