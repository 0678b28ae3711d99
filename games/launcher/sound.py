"""One thing to be heard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sound:
    """A sound by its name in assets/sounds."""

    name: str
    pan: float = 0.0  # -1 left to 1 right
    pitch: int = 0  # step of the scale
    loudness: float = 1.0  # 0 to 1
