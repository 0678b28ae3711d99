"""Requests of screens to the device: one list, which the device empties in each frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from games.kit.geometry import Vec
from games.launcher.drawing.commission import Commission
from games.launcher.shell.sound import Sound
from games.launcher.shell.sound.around import Around
from games.launcher.shell.spots import Given, Spot


@dataclass(frozen=True)
class Close:
    """End the program."""


@dataclass(frozen=True)
class SwitchFullscreen:
    """Switch between window and full screen."""


@dataclass(frozen=True)
class Rescale:
    """The screen was measured: multiply its pixels per mm by `factor`."""

    factor: float


@dataclass(frozen=True)
class TakePicture:
    """Copy a part of the window (mm) as drawn in this frame.

    `take` is called with a function that writes it to a file, which may be called at any time and on any thread.
    """

    corner: Vec
    size: Vec
    take: Callable[[Callable[[Path], None]], None]


@dataclass(frozen=True)
class Hear:
    """Play a sound with this frame. `loudness`: the overall volume, 0 to 1."""

    sound: Sound
    loudness: float


@dataclass(frozen=True)
class Paint:
    """Paint a picture offscreen, a little in each frame, but not while a game is played; one after another."""

    picture: Commission


@dataclass(frozen=True)
class Give:
    """Hand a file to the player: copy it to the folder of a spot under a free name, or let the sheet save or share it.

    `told` is called with what came of it, at any time and on any thread.
    """

    spot: Spot
    file: Path
    told: Callable[[Given], None]


@dataclass(frozen=True)
class Pick:
    """Find files whose names end so: all in the folder of a spot, the newest first, or those that the player chooses.

    `take` is called with them, at any time and on any thread; the list is empty if there are none or none was chosen.
    """

    spot: Spot
    endings: tuple[str, ...]
    take: Callable[[list[Path]], None]


Request = Around | Close | SwitchFullscreen | Rescale | TakePicture | Hear | Paint | Give | Pick


class Outbox:
    """Requests to the device, in order."""

    def __init__(self) -> None:
        self._requests: list[Request] = []
        self._pictures: list[Commission] = []  # requested and not painted yet

    def ask(self, request: Request) -> None:
        """Add a request."""
        self._requests.append(request)
        if isinstance(request, Paint):
            self._pictures.append(request.picture)

    def take(self) -> list[Request]:
        """Take all requests since the last call."""
        requests, self._requests = self._requests, []
        return requests

    def asks(self, kind: type[Request]) -> bool:
        """Whether a request of this kind waits for the device."""
        return any(isinstance(request, kind) for request in self._requests)

    @property
    def painting(self) -> bool:
        """Whether a requested picture is not painted yet."""
        self._pictures = [picture for picture in self._pictures if not picture.taken]
        return bool(self._pictures)
