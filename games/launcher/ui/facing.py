"""What was read, turned to a page that is laid out from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from games.kit.fingers import Reading, Sample
from games.kit.geometry import Vec

ARROWS = {"left": "right", "right": "left"}


def arrow(key: str) -> str:
    """The key that means the other side; every other key as it is."""
    return ARROWS.get(key, key)


def faced(readings: Sequence[Reading], across: float | None) -> Sequence[Reading]:
    """Places at the other side of a page `across` mm wide, arrows to the side as the other ones; None: as they are."""
    return readings if across is None else [_faced(reading, across) for reading in readings]


def _faced(reading: Reading, across: float) -> Reading:
    if isinstance(reading, Sample):
        return replace(reading, at=Vec(across - reading.at.x, reading.at.y))
    if reading.name in ("key", "key up"):
        return replace(reading, value=arrow(str(reading.value)))
    return reading


def seen(box: tuple[Vec, Vec] | None, across: float | None) -> tuple[Vec, Vec] | None:
    """Corner and size of a thing on such a page, as they are seen in the window."""
    if box is None or across is None:
        return box
    at, size = box
    return Vec(across - at.x - size.x, at.y), size
