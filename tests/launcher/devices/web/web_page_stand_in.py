"""Stands in for a browser's page: it remembers what it was sent, and keeps files when a test says so."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from games.launcher.devices.web.canvas import operations as op

NAMES = {value: name for name, value in vars(op).items() if name.isupper()}
FIXED = {  # operation -> how many numbers it has, where that is always the same
    op.RECT: 8,
    op.ELLIPSE: 7,
    op.ARC: 8,
    op.TEXT: 8,
    op.PICTURE: 11,
    op.ICON: 6,
    op.TILE: 8,
    op.CLIP: 5,
    op.UNCLIP: 1,
    op.PUT: 4,
    op.DROP: 2,
    op.LAYER: 4,
    op.AROUND: 6,
    op.HELD: 10,
    op.POSED: 13,
    op.BEGIN: 4,
    op.DAB: 6,
    op.SMEAR: 8,
    op.TOUCH: 6,
    op.PRINT: 10,
    op.DRAG: 8,
    op.LOOK: 6,
    op.CLEAR: 2,
    op.MARK: 2,
    op.BACK: 2,
    op.FORTH: 2,
    op.FORGET: 2,
}


class WebPage:
    """The page. `wide`: how wide a letter is, in em; `seen`: what a brush sees where it looks."""

    def __init__(self, wide: float = 0.5) -> None:
        self.wide, self.seen = wide, [0.0, 0.0, 0.0, 0.0]
        self.texts: list[str] = []
        self.frames: list[array[float]] = []
        self.painted: list[float] = []
        self.measured: Counter[str] = Counter()
        self.sounds: list[tuple[str, float, float]] = []
        self.awakes: list[bool] = []
        self.surroundings: list[tuple[str, float, float]] = []
        self.notices: list[str] = []
        self.lines: list[str] = []
        self.said = ""
        self.commits = self.kept = 0
        self.why = ""
        self.shared = 0
        self.given: list[tuple[int, str]] = []
        self.picks: list[tuple[int, str]] = []
        self.outcomes: list[dict[str, object]] = []
        self.switched = self.holds = 0

    def measure(self, words: str, em: int, bold: bool) -> float:
        self.measured[words] += 1
        return len(words) * em * self.wide

    def strings(self, as_json: str) -> None:
        self.texts += json.loads(as_json)

    def draw(self, target: int, numbers: array[float]) -> None:
        self.frames.append(numbers)

    def paint(self, numbers: array[float]) -> list[float]:
        self.painted += numbers
        return self.seen if op.LOOK in [one[0] for one in told(numbers)] else []

    def bristles(self, body: bytes, longest: bytes, relief: bytes, side: int) -> None:
        assert len(body) == len(longest) == len(relief) == 4 * side * side
        self.shared += 1

    def open(self, target: int, width: int, height: int) -> None: ...

    def copy(self, target: int, left: int, top: int, width: int, height: int) -> int:
        return -1

    def png(self, target: int, width: int) -> str:
        return "UE5H"

    def close(self, target: int) -> None: ...

    def hold(self) -> None:
        self.holds += 1

    def release(self) -> None:
        self.holds -= 1

    def sound(self, name: str, pan: float, loudness: float) -> None:
        self.sounds.append((name, pan, loudness))

    def around(self, room: str, tone: float, music: float) -> None:
        self.surroundings.append((room, tone, music))

    def awake(self, wanted: bool) -> None:
        self.awakes.append(wanted)

    def fullscreen(self) -> None:
        self.switched += 1

    def ended(self, sentence: str) -> None:
        self.said = sentence

    def notice(self, sentence: str) -> None:
        self.notices.append(sentence)

    def commit(self) -> int:
        self.commits += 1
        return self.commits

    def committed(self) -> int:
        return self.kept

    def refused(self) -> str:
        return self.why

    def give(self, number: int, path: str) -> None:
        self.given.append((number, path))

    def pick(self, number: int, endings: str) -> None:
        self.picks.append((number, endings))

    def carried(self) -> str:
        out, self.outcomes = json.dumps(self.outcomes), []
        return out

    def told(self, lines: str) -> None:
        self.lines += lines.splitlines()


def told(numbers: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """The operations of a buffer, one after another; those within a sheet or a preparation follow it."""
    at = 0
    while at < len(numbers):
        size = length(numbers, at)
        yield tuple(numbers[at : at + size])
        at += size
    assert at == len(numbers)


def length(numbers: Sequence[float], at: int) -> int:
    """How many numbers the operation has that begins here, without those that belong to a sheet or a preparation."""
    kind, n = int(numbers[at]), int(numbers[at + 1]) if at + 1 < len(numbers) else 0
    if kind in FIXED:
        return FIXED[kind]
    if kind in (op.SHEET, op.PREPARE):
        return 7 if kind == op.SHEET else 2
    if kind in (op.LINE, op.SHADE):
        return 4 + 2 * n
    if kind == op.POLYGON:
        return 3 + 2 * n
    if kind == op.GLOW:
        return 7 + 2 * int(numbers[at + 6])
    if kind == op.TUBE:
        return 4 + 2 * n + 2 * int(numbers[at + 2])
    return _long(kind, n, numbers, at)


def _long(kind: int, n: int, numbers: Sequence[float], at: int) -> int:
    """The same of operations that hold lists of different lengths."""
    if kind == op.SOFT:
        size = 3 + 2 * n
        for _ in range(int(numbers[at + 2])):
            size += 6 + 2 * int(numbers[at + size + 5])
        return size
    if kind == op.RELIEF:
        size = 10
        for _ in range(n + int(numbers[at + 2])):
            size += 1 + 2 * int(numbers[at + size])
        return size + 4 * int(numbers[at + 3])
    raise AssertionError(f"{kind} at {at} is no operation")


def kinds(numbers: Sequence[float]) -> list[str]:
    """The names of the operations of a buffer."""
    return [NAMES[int(one[0])] for one in told(numbers)]
