"""Keys that give a game commands: undo, save, turn the held piece."""

from __future__ import annotations

from games.kit.fingers import Command

ORDERS = {"ctrl z": "undo", "ctrl y": "redo", "ctrl s": "save", "d": "done"}
TURNS = {"q": -1, "e": 1}  # one notch, as the wheel turns; clockwise is positive


def order(key: str, t: float) -> Command | None:
    """The command of a key at time `t` (s); None for a key without one."""
    if key in ORDERS:
        return Command(t, ORDERS[key])
    return Command(t, "turn", TURNS[key]) if key in TURNS else None
