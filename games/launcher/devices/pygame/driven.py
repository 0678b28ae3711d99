"""What the window drives, and what it was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.devices.pygame.easel import Commission
from games.launcher.shell.display import Display, KnownScreens
from games.launcher.shell.sound import Sound


class DrivenApp(Protocol):
    """What the window drives (see games.launcher.shell.app)."""

    rescale: float
    wants_fullscreen: bool

    @property
    def loudness(self) -> float: ...
    @property
    def closed(self) -> bool: ...
    @property
    def lively(self) -> bool: ...
    @property
    def waiting(self) -> bool: ...
    def frame(self, now: float, readings: Sequence[Reading]) -> None: ...
    def draw(self, canvas: Canvas) -> None: ...
    def resize(self, display: Display) -> None: ...
    def take_sounds(self) -> list[Sound]: ...
    @property
    def wants_picture(self) -> tuple[Vec, Vec] | None: ...
    def keep_picture(self, write: Callable[[Path], None]) -> None: ...
    @property
    def commission(self) -> Commission | None: ...
    def painted(self) -> None: ...
    def after_first_frame(self) -> None: ...


@dataclass(frozen=True)
class WindowOptions:
    """What was asked for on the command line."""

    assets: Path
    known_screens: KnownScreens
    size: tuple[int, int] | None = None
    fullscreen: bool = False
    px_per_mm: float | None = None
    mute: bool = False
    left: bool = False  # it is open as it was left
