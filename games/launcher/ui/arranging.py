"""Layout of controls: rows that fit any width by smaller letters, grids, pages. Lengths in mm; text widths are estimates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from games.kit.geometry import Vec
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP

LETTER = 0.585  # em; the average width of a bold letter, on the large side
LEAST_GAP = 3.0  # between controls where room is short
STACKED = 6.1  # largest em of the words under an icon


@dataclass(frozen=True)
class Item:
    """A control without a place yet."""

    id: str
    label: str
    act: Callable[[], None]
    icon: str | None = None
    main: bool = False
    chosen: bool = False
    on: bool | None = None
    note: str = ""
    at_once: bool = False  # waits for nobody: see games.launcher.shell.between.touch_guard

    def button(self, at: Vec, size: Vec, height: float) -> Button:
        """The button of this item at a place; `height` is the em of its words."""
        return Button(
            self.id,
            self.label,
            at,
            size,
            self.act,
            self.main,
            self.chosen,
            height=height,
            icon=self.icon,
            on=self.on,
            note=self.note,
            at_once=self.at_once,
        )


def width_of(words: str, height: float) -> float:
    """The estimated width of words at this em, without a canvas."""
    return len(words) * height * LETTER


def inline(item: Item, height: float) -> float:
    """The width of a key with its icon beside its words."""
    icon = min(height * 1.25, CONTROL * 0.55) + 2.2 if item.icon else 0.0
    return max(CONTROL, width_of(item.label, height) + icon + 7.0)


def stacked(item: Item, height: float) -> float:
    """The width of a key with its icon above its words."""
    return max(CONTROL, width_of(item.label, height) + 4.0)


def widths(items: Sequence[Item], room: float, wanted: float) -> tuple[list[float], float, float]:
    """Widths of the keys of a row, the em of their words and the gap between them, as large as the room allows.

    First with icons beside the words, down to 80 % of the usual letters; then with icons above the words; then with
    small gaps; at last the longest are squeezed.
    """
    least = min(wanted, LABEL * 0.8)
    for height in _ems(wanted, least):
        wide = [inline(item, height) for item in items]
        if _total(wide, GAP) <= room:
            return wide, height, GAP
    for gap in (GAP, LEAST_GAP):
        for height in _ems(min(STACKED, wanted), SMALL):
            wide = [stacked(item, height) for item in items]
            if _total(wide, gap) <= room:
                return wide, height, gap
    return _squeezed([stacked(item, SMALL) for item in items], room - LEAST_GAP * (len(items) - 1)), SMALL, LEAST_GAP


def _squeezed(wanted: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room: those that need least have what they want, the others share the rest alike."""
    out, left = [0.0] * len(wanted), room
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    for place, index in enumerate(order):
        out[index] = max(CONTROL, min(wanted[index], left / (len(order) - place)))
        left -= out[index]
    return out


def fits(items: Sequence[Item], room: float) -> bool:
    """Whether a row of keys fits with readable words: 14 pt, icons above, small gaps."""
    return _total([stacked(item, SMALL) for item in items], LEAST_GAP) <= room


def row(
    items: Sequence[Item],
    at: Vec,
    room: float,
    wanted: float,
    tall: float = CONTROL,
    right: bool = False,
    fill: bool = False,
) -> list[Button]:
    """A row of keys that begins at `at`, or with `right` ends `room` mm right of it; `fill` widens them to fill the room."""
    if not items:
        return []
    wide, height, gap = widths(items, room, wanted)
    if fill:
        spare = max(0.0, room - _total(wide, gap)) / len(items)
        wide = [one + spare for one in wide]
    x = at.x + (room - _total(wide, gap) if right else 0.0)
    out = []
    for item, one in zip(items, wide, strict=True):
        out.append(item.button(Vec(x, at.y), Vec(one, tall), height))
        x += one + gap
    return out


def strip(
    left: Sequence[Item], right: Sequence[Item], width: float, wanted: float, keep: float = 0.0
) -> tuple[list[Button], Vec]:
    """Keys at both ends of the strip, and the free part between them as (left end, right end) in mm.

    `keep` mm are left free between them if the keys' letters can be made small enough.
    """
    room = width - 2 * MARGIN - keep - (GAP if left and right else 0.0)
    both = [*left, *right]
    wide, height, gap = widths(both, room, wanted)
    y = (STRIP - CONTROL) / 2
    out, x = [], MARGIN
    for item, one in zip(left, wide, strict=False):
        out.append(item.button(Vec(x, y), Vec(one, CONTROL), height))
        x += one + gap
    begin = x + GAP - gap if left else MARGIN
    x = width - MARGIN
    for item, one in zip(reversed(right), reversed(wide), strict=False):
        out.append(item.button(Vec(x - one, y), Vec(one, CONTROL), height))
        x -= one + gap
    return out, Vec(begin, x + gap - GAP)


def grid(room: Vec, least: Vec, count: int, gap: float = GAP) -> tuple[int, int]:
    """Columns and rows of cells of at least this size that fit in the room; at least one of each."""
    columns = max(1, int((room.x + gap) // (least.x + gap)))
    rows = max(1, int((room.y + gap) // (least.y + gap)))
    if columns * rows >= count > 0:
        columns = max(1, min(columns, -(-count // max(1, -(-count // columns)))))
    return columns, rows


def cell(at: Vec, room: Vec, columns: int, rows: int, index: int, gap: float = GAP) -> tuple[Vec, Vec]:
    """Corner and size of one cell of a grid that fills the room."""
    size = Vec((room.x - gap * (columns - 1)) / columns, (room.y - gap * (rows - 1)) / rows)
    line, column = divmod(index, columns)
    return at + Vec(column * (size.x + gap), line * (size.y + gap)), size


def _ems(most: float, least: float) -> list[float]:
    out, height = [], most
    while height > least:
        out.append(height)
        height *= 0.94
    return [*out, least]


def _total(wide: Sequence[float], gap: float) -> float:
    whole = gap * (len(wide) - 1)
    for one in wide:
        whole += one
    return whole
