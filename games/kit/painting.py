"""The log of a painting, entry by entry, so that it can be painted again: later, smaller, or as a film."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from games.kit.geometry import Vec

KINDS = ("mark", "begin", "to", "end", "back", "forth", "clear")


class Entry(NamedTuple):
    """One action on the sheet. `stroke`: number of the brush stroke; `size`: diameter of the brush in mm."""

    kind: str  # one of KINDS
    stroke: int = 0
    at: Vec = Vec(0.0, 0.0)
    size: float = 0.0
    colour: str = ""


class Log(Sequence[Entry]):
    """An append-only list of entries with 23 bytes each: a picture of an hour has some hundred thousand."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._kinds, self._strokes = array("B"), array("I")
        self._x, self._y = array("d"), array("d")
        self._brushes = array("H")
        self._kept: list[tuple[float, str]] = []  # the different brushes in use: (size, colour)
        self._numbers: dict[tuple[float, str], int] = {}
        self.extend(entries)

    def append(self, entry: Entry) -> None:
        """Append an entry. Raises ValueError for an unknown kind."""
        kind, stroke, (x, y), *_ = entry
        brush = entry.size, entry.colour
        number = self._numbers.get(brush)
        if number is None:
            number = self._numbers[brush] = len(self._kept)
            self._kept.append(brush)
        self._kinds.append(KINDS.index(kind))
        self._strokes.append(stroke)
        self._x.append(x)
        self._y.append(y)
        self._brushes.append(number)

    def extend(self, entries: Iterable[Entry]) -> None:
        """Append entries."""
        for entry in entries:
            self.append(entry)

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        if isinstance(place, slice):
            return [self._at(index) for index in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(f"entry {place} of a log of {len(self)}")
        return self._at(place % len(self))

    def __iter__(self) -> Iterator[Entry]:
        return (self._at(index) for index in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def _at(self, index: int) -> Entry:
        where = Vec(self._x[index], self._y[index])
        return Entry(KINDS[self._kinds[index]], self._strokes[index], where, *self._kept[self._brushes[index]])


@dataclass(frozen=True)
class Painting:
    """A painted sheet. Places in the log are mm on the table; the sheet has its corner at `corner` and is `size` large."""

    corner: Vec
    size: Vec
    paper: str
    log: Sequence[Entry]


def without_idle_marks(log: Sequence[Entry]) -> Log:
    """A finished log without the undo marks that are never used, so that painting it again need not keep undo steps for
    them."""
    there: list[int] = []
    undone: list[int] = []
    met: set[int] = set()
    for index, entry in enumerate(log):
        if entry.kind == "mark":
            there.append(index)
            undone.clear()
        elif entry.kind == "back" and there:
            undone.append(there.pop())
            met.add(undone[-1])
        elif entry.kind == "forth" and undone:
            there.append(undone.pop())
    return Log(entry for index, entry in enumerate(log) if entry.kind != "mark" or index in met)
