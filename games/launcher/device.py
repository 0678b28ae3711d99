"""The protocols between app and device. The window of a computer is one device; another would fulfil the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from games.kit.fingers import Reading
from games.launcher.shell.between.stage import Stage
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Outbox


class DrivenApp(Protocol):
    """What a device drives (see games.launcher.shell.app).

    In each frame the device passes readings to `frame`, lets `draw` draw the picture, shows it, and carries out the
    requests in `outbox`. After the first frame is shown it calls `after_first_frame`. It runs until asked to close.
    """

    @property
    def outbox(self) -> Outbox:
        """The requests to the device."""

    @property
    def lively(self) -> bool:
        """Whether frames are needed without input; otherwise one every few seconds is enough."""

    @property
    def waiting(self) -> bool:
        """Whether input must be answered at once: a game is being played, and no other work may delay a frame."""

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """Take what was read since the last frame, in mm of the window; `now` in s on the device's clock."""

    def draw(self, canvas: Stage) -> None:
        """Draw the whole picture."""

    def resize(self, display: Display) -> None:
        """The window has a new size or scale."""

    def after_first_frame(self) -> None:
        """The first frame is shown."""


class Device(Protocol):
    """What a device offers: a window of a known size and scale, and a loop that drives the app in it."""

    @property
    def display(self) -> Display:
        """The window as it is now."""

    def drive(self, app: DrivenApp) -> None:
        """Drive the app until it asks to close."""

    def close(self) -> None:
        """Close the window."""
