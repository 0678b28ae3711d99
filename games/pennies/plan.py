"""What is to be built: for every coin of a tower, what it shall rest on and where. Lengths in coin widths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

BETWEEN = 0.35  # from the rim of one pillar to the next
PITCH = 1.0 + BETWEEN
SAFE = 0.55  # of the farthest that a coin can stand out without falling


@dataclass(frozen=True)
class Place:
    """Where a coin belongs: beside the middle of those it rests on, or on the stand, whose middle is 0."""

    on: tuple[int, ...]  # the places it rests on; none: the stand
    x: float  # from their middle


@dataclass(frozen=True)
class Plan:
    """The places in the order in which they are asked for, and the room they take on the stand."""

    places: tuple[Place, ...]  # empty: one on the other, for ever
    left: float  # where the outermost coins end
    right: float
    columns: bool = False  # coins stand side by side

    def place(self, index: int) -> Place | None:
        """The place of this number; None once the tower is complete."""
        if not self.places:
            return Place((index - 1,) if index else (), 0.0)
        return self.places[index] if index < len(self.places) else None


@cache
def plan(shape: str, count: int, small: bool = False) -> Plan:
    """The plan of a shape with so many coins; a smaller one where there is little room. ValueError for a shape that
    is not known."""
    if shape == "stack":
        return Plan(tuple(Place((i - 1,) if i else (), 0.0) for i in range(count)), -0.5, 0.5)
    if shape == "bridge":
        return _bridge(2 if small else 3)
    if shape == "pyramid":
        return _pyramid(3 if small else 4)
    if shape == "overhang":
        return _overhang(count)
    raise ValueError(f"there is no shape {shape!r}: there are bridge, overhang, pyramid and stack")


def _bridge(pillars: int) -> Plan:
    """Pillars three coins high, coins that span from pillar to pillar, and on top of these one less, and so on."""
    places = [Place((), (i - (pillars - 1) / 2) * PITCH) for i in range(pillars)]
    places += [Place((i,), 0.0) for i in range(2 * pillars)]
    return _tapered(places, 2 * pillars, pillars)


def _pyramid(base: int) -> Plan:
    """Coins side by side, on these one less, and so on up to one: 10 or 6."""
    return _tapered([Place((), (i - (base - 1) / 2) * PITCH) for i in range(base)], 0, base)


def _tapered(places: list[Place], first: int, count: int) -> Plan:
    """Rows of ever fewer coins on the last `count` places, which begin at `first`; each coin spans two."""
    half = (count - 1) / 2 * PITCH + 0.5
    for row in range(count - 1, 0, -1):
        places += [Place((first + i, first + i + 1), 0.0) for i in range(row)]
        first += row + 1
    return Plan(tuple(places), -half, half, columns=True)


def _overhang(count: int) -> Plan:
    """Each coin stands out over the one below, the higher the farther: to the right, over the edge of the stand.

    A coin with n - 1 coins above it can stand out by half a width over n; every coin gets a safe part of that. The
    first stands back from the edge by what keeps it safe too.
    """
    out = [SAFE * 0.5 / (count - i) for i in range(count)]
    places = [Place((), -0.5 + out[0])]
    far = places[0].x
    for i in range(1, count):
        places.append(Place((i - 1,), out[i]))
        far += out[i]
    return Plan(tuple(places), -1.0, far + 0.5)
