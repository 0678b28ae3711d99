"""What screens want of the device: one list of requests, which the device empties in each frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from games.kit.geometry import Vec
from games.launcher.drawing.commission import Commission
from games.launcher.shell.sound import Sound


@dataclass(frozen=True)
class Close:
    """The program ends."""


@dataclass(frozen=True)
class SwitchFullscreen:
    """To the whole screen, or back to a window."""


@dataclass(frozen=True)
class Rescale:
    """The screen was measured: its pixels per mm are so many times as many as was thought."""

    factor: float


@dataclass(frozen=True)
class TakePicture:
    """A part of the window, in mm, as it is drawn in this frame.

    `take` is given what writes it to a file, which may be called at any time and in another thread.
    """

    corner: Vec
    size: Vec
    take: Callable[[Callable[[Path], None]], None]


@dataclass(frozen=True)
class Hear:
    """Something sounds with this frame. `loudness`: of everything, 0 to 1."""

    sound: Sound
    loudness: float


@dataclass(frozen=True)
class Paint:
    """A picture is painted beside the window, a little in each frame in which no game waits for a touch; one after another."""

    picture: Commission


Request = Close | SwitchFullscreen | Rescale | TakePicture | Hear | Paint


class Outbox:
    """Requests to the device, in their order."""

    def __init__(self) -> None:
        self._requests: list[Request] = []
        self._pictures: list[Commission] = []  # asked for, and not painted yet

    def ask(self, request: Request) -> None:
        """Want this of the device."""
        self._requests.append(request)
        if isinstance(request, Paint):
            self._pictures.append(request.picture)

    def take(self) -> list[Request]:
        """All that is wanted since this was last called: it is the device's now."""
        requests, self._requests = self._requests, []
        return requests

    def asks(self, kind: type[Request]) -> bool:
        """Whether a request of this kind waits for the device."""
        return any(isinstance(request, kind) for request in self._requests)

    @property
    def painting(self) -> bool:
        """Whether a picture was asked for that is not painted yet."""
        self._pictures = [picture for picture in self._pictures if not picture.taken]
        return bool(self._pictures)
