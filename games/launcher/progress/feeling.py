"""Decides from a player's answers on pain, tightness and tiredness when to stop for now."""

from __future__ import annotations

from typing import Protocol

NONE, LITTLE, LOT = 0, 1, 2
ASKED = ("pain", "tight", "tired")


class Said(Protocol):
    """The answers about a hand: NONE, LITTLE, LOT, or None if not answered."""

    @property
    def pain(self) -> int | None: ...
    @property
    def tight(self) -> int | None: ...
    @property
    def tired(self) -> int | None: ...


def enough(before: Said | None, now: Said) -> bool:
    """Whether to stop: it hurts a lot, or any answer is two faces worse than before."""
    if now.pain == LOT:
        return True
    if before is None:
        return False
    pairs = [(getattr(before, name), getattr(now, name)) for name in ASKED]
    return any(first == NONE and then == LOT for first, then in pairs)
