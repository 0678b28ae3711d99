"""The operations of a frame as plain tuples, the difference of two frames, and painting parts of a frame."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

# Any: each kind of operation has values of its own
from typing import Any

import pygame
from pygame import Rect, Surface

from games.launcher.devices.pygame.canvas.copying import copy, fill

Box = tuple[int, int, int, int]  # left, top, width, height in pixels
Operation = tuple[Any, ...]  # (kind, visible Box, values of the kind); equal operations look equal

# Kinds. All up to GROUND are opaque.
FILL = 0  # colour
PLAIN = 1  # (opaque picture, upper left corner)
TILE = 2  # (opaque picture to be repeated, upper left corner of the first one)
GROUND = 3  # opaque sheet
SPRITE = 4  # (premultiplied picture, upper left corner)
CUT = 5  # the same, but a clip cuts it
TINT = 6  # an even, translucent colour: multiply by one colour, then add another
SHEET = 7  # translucent sheet
DRAWN = 8  # (stroke, way by which it is moved): drawn anew wherever it is painted
FADED = 9  # (opaque picture, upper left corner, opacity from 1 to 254); never part of a sheet

BARE = (0, 0, 0, 255)  # colour where nothing was drawn
NEAR = 8  # pixels; changed parts closer than this may be merged
ROUND_TRIP = 6000  # pixels that can be painted in the time that one more part costs
FEW = 24  # differences that may be taken one by one
MOST = 0.6  # share of the whole; if more has changed, everything is painted


def changes(before: Sequence[Operation], after: Sequence[Operation]) -> list[Box]:
    """The boxes in which two frames differ: those of all operations that are not in both in the same order."""
    first, last_before, last_after = 0, len(before), len(after)
    while first < last_before and first < last_after and before[first] == after[first]:
        first += 1
    while last_before > first and last_after > first and before[last_before - 1] == after[last_after - 1]:
        last_before -= 1
        last_after -= 1
    gone, come = before[first:last_before], after[first:last_after]
    if not gone or not come:
        return [operation[1] for operation in gone or come]
    if len(gone) == len(come):
        boxes = _moves(gone, come)
        if boxes is not None:
            return boxes
    stay_gone, stay_come = _common(gone, come)
    return [operation[1] for index, operation in enumerate(gone) if index not in stay_gone] + [
        operation[1] for index, operation in enumerate(come) if index not in stay_come
    ]


def _moves(before: Sequence[Operation], after: Sequence[Operation]) -> list[Box] | None:
    """The changed boxes in the common case that the order is the same and little else than places differs; else None."""
    boxes: list[Box] = []
    others = 0
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        left, top, width, height = old[1]
        x, y = new[1][:2]
        across, down = abs(x - left), abs(y - top)
        if old[0] == new[0] == SPRITE and old[2][0] is new[2][0] and across < width and down < height:
            boxes.append((min(x, left), min(y, top), width + across, height + down))
            continue
        boxes += (old[1], new[1])
        if not (old[0] == new[0] and old[0] in (SPRITE, DRAWN)):
            return None
        others += old[0] == DRAWN or old[2][0] is not new[2][0]
        if others > FEW:
            return None
    return boxes


def _common(before: Sequence[Operation], after: Sequence[Operation]) -> tuple[set[int], set[int]]:
    """Indices, in each list, of a longest common subsequence of operations."""
    places: dict[Operation, list[int]] = {}
    for index in range(len(before) - 1, -1, -1):
        places.setdefault(before[index], []).append(index)
    pairs: list[tuple[int, int]] = []
    for index, operation in enumerate(after):
        waiting = places.get(operation)
        if waiting:
            pairs.append((waiting.pop(), index))
    ends: list[int] = []  # for each length, the smallest index at which a rising sequence ends
    tails: list[int] = []  # the pair at that end
    links: list[int] = []  # for each pair, the one before it in its sequence
    for number, (place, _) in enumerate(pairs):
        length = bisect_left(ends, place)
        links.append(tails[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            tails.append(number)
        else:
            ends[length] = place
            tails[length] = number
    stay_before: set[int] = set()
    stay_after: set[int] = set()
    number = tails[-1] if tails else -1
    while number >= 0:
        stay_before.add(pairs[number][0])
        stay_after.add(pairs[number][1])
        number = links[number]
    return stay_before, stay_after


def merged(boxes: Iterable[Box | Rect], whole: Rect) -> list[Rect]:
    """A few rectangles that cover all boxes within the whole; only the whole if they would fill most of it."""
    kept: list[Rect] = []
    for box in boxes:
        rect = whole.clip(box)
        if not rect.w or not rect.h:
            continue
        while True:
            for index in rect.inflate(2 * NEAR, 2 * NEAR).collidelistall(kept):
                other = kept[index]
                union = rect.union(other)
                if union.w * union.h <= rect.w * rect.h + other.w * other.h + ROUND_TRIP:
                    rect = union
                    del kept[index]
                    break
            else:
                kept.append(rect)
                break
    area = 0
    for rect in kept:
        area += rect.w * rect.h
    return [Rect(whole)] if area > MOST * whole.w * whole.h else kept


def paint(surface: Surface, operations: Sequence[Operation], parts: Iterable[Rect], bare: tuple[int, ...]) -> None:
    """Repaint the parts, each beginning with the topmost operation that covers it completely, or with `bare`."""
    boxes = [Rect(operation[1]) for operation in operations]
    for part in parts:
        surface.set_clip(part)
        seen = part.collidelistall(boxes)
        start = len(seen) - 1
        while start >= 0 and not (operations[seen[start]][0] <= GROUND and boxes[seen[start]].contains(part)):
            start -= 1
        if start < 0:
            surface.fill(bare, part)
            start = 0
        sprites: list[tuple[Surface, tuple[int, int]]] = []
        for index in seen[start:] if start else seen:
            operation = operations[index]
            if operation[0] == SPRITE:
                sprites.append(operation[2])
                continue
            if sprites:
                surface.fblits(sprites, pygame.BLEND_PREMULTIPLIED)
                sprites = []
            _PAINTERS[operation[0]](surface, part.clip(boxes[index]), operation)
        if sprites:
            surface.fblits(sprites, pygame.BLEND_PREMULTIPLIED)
    surface.set_clip(None)


def moved(operations: Iterable[Operation], right: int, down: int) -> list[Operation]:
    """The same operations shifted. Sheets are not shifted: they are never part of another sheet."""
    result: list[Operation] = []
    for operation in operations:
        kind, (left, top, width, height) = operation[0], operation[1]
        box = (left + right, top + down, width, height)
        if kind == DRAWN:
            x, y = operation[3]
            result.append((kind, box, operation[2], (x + right, y + down)))
        elif kind in (SPRITE, CUT):
            picture, (x, y) = operation[2]
            result.append((kind, box, (picture, (x + right, y + down))))
        elif kind in (PLAIN, TILE):
            picture, (x, y) = operation[2:]
            result.append((kind, box, picture, (x + right, y + down)))
        else:
            result.append((kind, box, *operation[2:]))
    return result


def _fill(surface: Surface, part: Rect, operation: Operation) -> None:
    fill(surface, part, operation[2])


def _plain(surface: Surface, part: Rect, operation: Operation) -> None:
    picture, (left, top) = operation[2:]
    copy(surface, picture, part, left, top)


def _tile(surface: Surface, part: Rect, operation: Operation) -> None:
    picture, (left, top) = operation[2:]
    wide, high = picture.get_size()
    for row in range((part.y - top) // high, (part.bottom - 1 - top) // high + 1):
        for column in range((part.x - left) // wide, (part.right - 1 - left) // wide + 1):
            one = part.clip((left + column * wide, top + row * high, wide, high))
            copy(surface, picture, one, left + column * wide, top + row * high)


def _ground(surface: Surface, part: Rect, operation: Operation) -> None:
    sheet = operation[2]
    copy(surface, sheet.surface, part, *sheet.box.topleft)


def _cut(surface: Surface, part: Rect, operation: Operation) -> None:
    picture, (left, top) = operation[2]
    surface.blit(picture, part, (part.x - left, part.y - top, part.w, part.h), pygame.BLEND_PREMULTIPLIED)


def _tint(surface: Surface, part: Rect, operation: Operation) -> None:
    surface.fill(operation[2], part, pygame.BLEND_RGBA_MULT)
    surface.fill(operation[3], part, pygame.BLEND_RGBA_ADD)


def _sheet(surface: Surface, part: Rect, operation: Operation) -> None:
    sheet = operation[2]
    filled: list[Rect] = sheet.filled
    here = part.collidelistall(filled)
    if here:
        first = filled[here[0]]
        part = part.clip(first.unionall([filled[index] for index in here[1:]]) if len(here) > 1 else first)
        left, top = sheet.box.topleft
        place = (part.x - left, part.y - top, part.w, part.h)
        surface.blit(sheet.surface, part, place, pygame.BLEND_PREMULTIPLIED)


def _faded(surface: Surface, part: Rect, operation: Operation) -> None:
    picture, (left, top), opacity = operation[2:]
    picture.set_alpha(opacity)
    surface.blit(picture, part, (part.x - left, part.y - top, part.w, part.h))
    picture.set_alpha(None)


def _drawn(surface: Surface, part: Rect, operation: Operation) -> None:
    around = surface.get_clip()
    surface.set_clip(part)
    operation[2].draw(surface, *operation[3])
    surface.set_clip(around)


_PAINTERS: tuple[Callable[[Surface, Rect, Operation], None], ...] = (
    _fill,
    _plain,
    _tile,
    _ground,
    _fill,  # sprites are never painted one by one
    _cut,
    _tint,
    _sheet,
    _drawn,
    _faded,
)
