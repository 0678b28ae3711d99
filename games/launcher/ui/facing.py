"""What was read, turned to a page that is laid out from right to left."""

from __future__ import annotations

from dataclasses import replace

from games.kit.fingers import Reading, Sample
from games.kit.geometry import Vec

ARROWS = {"left": "right", "right": "left"}


def arrow(key: str) -> str:
    """The key that means the other side; every other key as it is."""
    return ARROWS.get(key, key)


def faced(reading: Reading, across: float) -> Reading:
    """A place at the other side of a page `across` mm wide; an arrow to the side as the other one. Twice: as it was."""
    if isinstance(reading, Sample):
        return replace(reading, at=Vec(across - reading.at.x, reading.at.y))
    if reading.name in ("key", "key up"):
        return replace(reading, value=arrow(str(reading.value)))
    return reading
