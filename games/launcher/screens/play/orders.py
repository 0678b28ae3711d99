"""Keys of a keyboard that order something of a game: undo, save, turn what is held."""

from __future__ import annotations

from games.kit.fingers import Command

ORDERS = {"ctrl z": "undo", "ctrl y": "redo", "ctrl s": "save", "d": "done"}
TURNS = {"q": -1, "e": 1}  # one notch, as the wheel turns; clockwise is positive


def order(key: str, t: float) -> Command | None:
    """What a key orders at time `t`, in s; None for a key that orders nothing."""
    if key in ORDERS:
        return Command(t, ORDERS[key])
    return Command(t, "turn", TURNS[key]) if key in TURNS else None
