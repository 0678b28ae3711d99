"""Wet paint: a layer that keeps what is painted on it, with undo."""

from __future__ import annotations

import time
import zlib
from collections import deque

import pygame
from pygame import Rect, Surface

from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.wet_brush import WetBrush, prepare
from games.launcher.devices.pygame.pictures.sprites import Sprites, bytes_of
from games.launcher.devices.pygame.shapes.colours import premultiplied
from games.launcher.devices.pygame.shapes.outlines import decoded

TILE = 128  # pixels; undo steps are stored as squares of this size
MARKS = 60  # undo steps kept, ...
UNPACKED = 6  # ... of which all but this many are compressed, one square at a time while painting goes on, ...
ROOM = 32_000_000  # bytes; ... if together they take more than this, because compressing takes longer than painting
STAMPS = 8_000_000  # bytes for cached spots
PATIENCE = 0.010  # s of painting in one frame; the rest waits for the next
SOFT = 0.55  # share of the radius at which a spot begins to fade
SPACING = 6.0  # steps of a smear per radius; with fewer, the steps are visible
STRENGTHS = 32  # levels of smear strength
PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
Packed = tuple[bytes, tuple[int, int]]  # compressed pixels and their size
Squares = dict[tuple[int, int], Surface | Packed | None]  # content of squares; None: empty


class PaintLayer:
    """The paint Layer of the canvas, on a translucent surface that lies at `box` on the screen."""

    def __init__(self, box: Rect, px_per_mm: float) -> None:
        prepare()
        self.drawn = 0
        self.box = box
        self.filled = [box]
        self.surface = Surface(box.size, pygame.SRCALPHA)
        self.dirty: list[Rect] = []  # screen areas that changed since the last frame
        self._px_per_mm = px_per_mm
        self._whole = Rect((0, 0), box.size)
        self._marks: deque[Squares] = deque(maxlen=MARKS)
        self._undone: list[tuple[Squares, Squares]] = []  # undone steps: (content before, content after)
        self._brushes: dict[int, WetBrush] = {}
        self._to_pack: deque[tuple[Squares, tuple[int, int]]] = deque()
        self._loose = 0  # bytes of uncompressed steps
        self._painted: set[tuple[int, int]] = set()  # squares that were ever painted on; all others are empty
        self._steps = 0  # number of smear steps
        self._stamps: Sprites[Surface] = Sprites(STAMPS)
        self._picked: Surface | None = None  # work area, as large as the last smeared spot
        self._frame = time.perf_counter()

    def rest(self) -> None:
        """A frame begins."""
        self._frame = time.perf_counter()

    @property
    def tired(self) -> bool:
        return time.perf_counter() - self._frame > PATIENCE

    def dab(self, at: Vec, radius: float, colour: str) -> None:
        """Put down one soft-edged spot of paint."""
        pixels = self._pixels(radius)
        stamp = self._stamp(pixels, premultiplied(colour))
        place = stamp.get_rect(center=self._point(at))
        self._touch(place)
        self.surface.blit(stamp, place, None, PREMULTIPLIED)

    def smear(self, start: Vec, end: Vec, radius: float, strength: float) -> None:
        """Drag the paint at start towards end, in invisibly small steps; strength 0 to 1.

        Each step copies some of the paint under the spot one step further. The next step picks that up again, so that
        paint is carried along and runs out.
        """
        pixels = self._pixels(radius)
        level = round(min(1.0, max(0.0, strength)) * STRENGTHS)
        mask = self._stamp(pixels, (level * 255 // STRENGTHS,) * 4)
        picked = self._picked
        if picked is None or picked.get_size() != mask.get_size():
            picked = self._picked = Surface(mask.get_size(), pygame.SRCALPHA)
        (x0, y0), (x1, y1) = self._point(start), self._point(end)
        far = max(abs(x1 - x0), abs(y1 - y0))
        if not far or not level:
            return
        steps = max(1, round(far * SPACING / pixels))
        place = mask.get_rect(center=(x0, y0))
        self._touch(place.union(place.move(x1 - x0, y1 - y0)))
        for step in range(1, steps + 1):
            onto = mask.get_rect(center=(x0 + round((x1 - x0) * step / steps), y0 + round((y1 - y0) * step / steps)))
            picked.fill((0, 0, 0, 0))
            picked.blit(self.surface, (0, 0), place, PREMULTIPLIED)
            picked.blit(mask, (0, 0), None, pygame.BLEND_RGBA_MULT)
            self._steps += 1
            if self._steps % 2:
                # Multiplication rounds up; without this, paint that is smeared repeatedly would become pale.
                picked.fill((1, 1, 1, 0), special_flags=pygame.BLEND_RGB_SUB)
            self.surface.blit(picked, onto, None, PREMULTIPLIED)
            place = onto

    def brush(self, stroke: int, at: Vec, radius: float, colour: str, lasts: float = 0.0) -> None:
        """Put a wet brush down here, or move it on from the last place of this stroke."""
        scale = self._px_per_mm
        place = at[0] * scale, at[1] * scale
        brush = self._brushes.get(stroke)
        if brush is None:
            brush = self._brushes[stroke] = WetBrush(place, self._pixels(radius), colour, lasts * scale)
        brush.move(self.surface, place, self._touch)
        self._pack()

    def lift(self, stroke: int) -> None:
        """The stroke is over; its number may be used again."""
        self._brushes.pop(stroke, None)

    def _pack(self) -> None:
        """Compress one square of an older step: sixty steps over a large screen would take half a gigabyte."""
        if self._to_pack and self._loose > ROOM:
            step, square = self._to_pack.popleft()
            kept = step.get(square)
            if isinstance(kept, Surface):
                step[square] = zlib.compress(pygame.image.tobytes(kept, "RGBA"), 1), kept.get_size()
                self._loose -= _bytes(kept)

    def mark(self) -> None:
        """Begin an undo step: first finger down."""
        self._marks.append({})
        self._undone.clear()
        if len(self._marks) > UNPACKED:
            self._to_pack.extend((self._marks[-UNPACKED - 1], square) for square in self._marks[-UNPACKED - 1])
        while self._to_pack and not any(self._to_pack[0][0] is step for step in self._marks):
            self._to_pack.popleft()  # a step that can no longer be undone
        self._loose = 0
        for step in self._marks:
            for kept in step.values():
                self._loose += _bytes(kept) if isinstance(kept, Surface) else 0

    def back(self) -> None:
        """Undo to the last mark; nothing happens where there is none."""
        if self._marks:
            before = self._marks.pop()
            self._undone.append((before, {square: self._copied(*square) for square in before}))
            self._restore(before)

    def forth(self) -> None:
        """Do again what was undone last, unless something was begun since."""
        if self._undone:
            before, after = self._undone.pop()
            self._marks.append(before)
            self._restore(after)

    def clear(self) -> None:
        """Take all paint off; `back` brings it again. Strokes that are being drawn end."""
        self._brushes.clear()
        for column, row in sorted(self._painted):
            self._touch(self._square(column, row))
            self.surface.fill((0, 0, 0, 0), self._square(column, row))
        self._painted.clear()

    def _copied(self, column: int, row: int) -> Surface | None:
        there = (column, row) in self._painted
        return self.surface.subsurface(self._square(column, row)).copy() if there else None

    def _restore(self, squares: Squares) -> None:
        self._brushes.clear()
        for (column, row), kept in squares.items():
            square = self._square(column, row)
            self.surface.fill((0, 0, 0, 0), square)
            if kept is None:
                self._painted.discard((column, row))
            else:
                self._painted.add((column, row))
                self.surface.blit(_unpacked(kept), square, None, PREMULTIPLIED)
            self._spoil(square)

    def _touch(self, place: Rect) -> None:
        """Store the squares under this area for undo, once for each mark, and have the area repainted."""
        place = place.clip(self._whole)
        if not place.w or not place.h:
            return
        self._spoil(place)
        mark = self._marks[-1] if self._marks else None
        for row in range(place.top // TILE, (place.bottom - 1) // TILE + 1):
            for column in range(place.left // TILE, (place.right - 1) // TILE + 1):
                square = (column, row)
                if mark is not None and square not in mark:
                    mark[square] = self._copied(column, row)
                self._painted.add(square)

    def _spoil(self, place: Rect) -> None:
        moved = place.move(self.box.topleft)
        if self.dirty and self.dirty[-1].colliderect(moved):
            self.dirty[-1].union_ip(moved)
        else:
            self.dirty.append(moved)

    def _square(self, column: int, row: int) -> Rect:
        return Rect(column * TILE, row * TILE, TILE, TILE).clip(self._whole)

    def _point(self, at: Vec) -> tuple[int, int]:
        return round(at[0] * self._px_per_mm), round(at[1] * self._px_per_mm)

    def _stamp(self, radius: int, colour: tuple[int, int, int, int]) -> Surface:
        key = (radius, colour)
        found = self._stamps.get(key)
        if found is None:
            spot = _spot(radius, colour)
            found = self._stamps.put(key, spot, bytes_of(spot))
        return found

    def _pixels(self, radius: float) -> int:
        return max(1, round(radius * self._px_per_mm))


def _bytes(of: Surface) -> int:
    return 4 * of.get_width() * of.get_height()


def _unpacked(kept: Surface | Packed) -> Surface:
    if isinstance(kept, Surface):
        return kept
    pixels, size = kept
    made = Surface(size, pygame.SRCALPHA)
    made.blit(pygame.image.frombytes(zlib.decompress(pixels), size, "RGBA"), (0, 0), None, pygame.BLEND_RGBA_ADD)
    return made


def _spot(radius: int, colour: tuple[int, int, int, int]) -> Surface:
    """A premultiplied spot that fades towards its edge, smoothly: the fade is a gradient of three straight pieces."""
    size = 2 * radius
    stops = ((SOFT, 1.0), (SOFT + (1 - SOFT) * 0.3, 0.82), (SOFT + (1 - SOFT) * 0.7, 0.18), (1.0, 0.0))
    gradient = "".join(f'<stop offset="{at:.3f}" stop-color="#fff" stop-opacity="{share}"/>' for at, share in stops)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"><defs>'
        f'<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="{radius}" cy="{radius}" r="{radius}">{gradient}'
        f'</radialGradient></defs><circle cx="{radius}" cy="{radius}" r="{radius}" fill="url(#g)"/></svg>'
    )
    stamp = decoded(svg, size, size)
    stamp.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
    return stamp
