"""The plan of a tower: for every coin, what it rests on and where. Lengths in coin widths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

BETWEEN = 0.35  # from the rim of one pillar to the next
PITCH = 1.0 + BETWEEN
SAFE = 0.55  # share of the largest overhang at which a coin does not fall


@dataclass(frozen=True)
class Place:
    """The place of a coin, relative to the middle of those it rests on, or of the stand."""

    on: tuple[int, ...]  # indices of the places it rests on; empty: the stand
    x: float  # offset from their middle


@dataclass(frozen=True)
class Plan:
    """The places in the order in which they are asked for, and their extent on the stand."""

    places: tuple[Place, ...]  # empty: one coin on the other without end
    left: float  # left and right ends of the outermost coins
    right: float
    columns: bool = False  # coins stand side by side

    def place(self, index: int) -> Place | None:
        """The place of this index; None if the tower is complete."""
        if not self.places:
            return Place((index - 1,) if index else (), 0.0)
        return self.places[index] if index < len(self.places) else None


@cache
def plan(shape: str, count: int, small: bool = False) -> Plan:
    """The plan of a shape with `count` coins; `small`: a smaller one for little room. Raises ValueError for an unknown
    shape."""
    if shape == "stack":
        return Plan(tuple(Place((i - 1,) if i else (), 0.0) for i in range(count)), -0.5, 0.5)
    if shape == "bridge":
        return _bridge(2 if small else 3)
    if shape == "pyramid":
        return _pyramid(3 if small else 4)
    if shape == "overhang":
        return _overhang(count)
    raise ValueError(f"there is no shape {shape!r}: the shapes are bridge, overhang, pyramid and stack")


def _bridge(pillars: int) -> Plan:
    """Pillars three coins high, coins that span them, and rows above with one coin less each."""
    places = [Place((), (i - (pillars - 1) / 2) * PITCH) for i in range(pillars)]
    places += [Place((i,), 0.0) for i in range(2 * pillars)]
    return _tapered(places, 2 * pillars, pillars)


def _pyramid(base: int) -> Plan:
    """Coins side by side and rows above with one coin less each: 10 or 6 in all."""
    return _tapered([Place((), (i - (base - 1) / 2) * PITCH) for i in range(base)], 0, base)


def _tapered(places: list[Place], first: int, count: int) -> Plan:
    """Rows of ever fewer coins on the last `count` places, which begin at `first`; each coin spans two."""
    half = (count - 1) / 2 * PITCH + 0.5
    for row in range(count - 1, 0, -1):
        places += [Place((first + i, first + i + 1), 0.0) for i in range(row)]
        first += row + 1
    return Plan(tuple(places), -half, half, columns=True)


def _overhang(count: int) -> Plan:
    """Each coin overhangs the one below, increasingly so: to the right, beyond the edge of the stand.

    The nth coin from the top can overhang by 1 / (2 n) of its width; every coin gets a safe part of that. The first one
    stands back from the edge, so that it is safe too.
    """
    out = [SAFE * 0.5 / (count - i) for i in range(count)]
    places = [Place((), -0.5 + out[0])]
    far = places[0].x
    for i in range(1, count):
        places.append(Place((i - 1,), out[i]))
        far += out[i]
    return Plan(tuple(places), -1.0, far + 0.5)
