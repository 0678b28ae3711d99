"""Pictures from the folder of images: loaded when first needed, scaled, shaded and cached."""

from __future__ import annotations

import io
import logging
import math
import struct
from collections.abc import Hashable
from pathlib import Path

import pygame
from pygame import Rect, Surface

from games.kit.canvas import Pose
from games.launcher.devices.pygame.pictures.sprites import Memory, Sprites, bytes_of

ENDINGS = ("png", "jpg", "svg")
LARGEST = 16_000_000  # pixels in one picture
HEAVIEST = 32_000_000  # bytes in one file
ROOM = 64_000_000  # bytes for pictures whose bound nobody gives
REST = 15.0  # s
STEPS = 32  # of shade and of opacity, between none and all
TURN = math.radians(3.0)  # steps of a turned picture ...
TALL = 1 / 32  # ... and of a squashed one
SVG_TALLEST = 8192  # pixels; a limit that leaves the height of an SVG to its width
PNG_MARK = b"\x89PNG\r\n\x1a\n"

FAINT = 3  # of 255; a rim of a picture that is less opaque is cut off

Part = tuple[int, int, int, int]  # column, row, columns, rows
Trimmed = tuple[Surface, float, float]  # a picture without its empty rim; its corner from the centre of the whole


class Pictures:
    """The pictures under one folder, for the screen's pixel format: make it after the window."""

    def __init__(self, folder: Path, memory: Memory | None = None) -> None:
        self.folder = folder
        self.memory = memory if memory is not None else Memory(ROOM)  # also for other caches of the same screen
        self._whole: Sprites[Surface] = Sprites(self.memory)
        self._scaled: Sprites[Surface] = Sprites(self.memory)
        self._trimmed: Sprites[Trimmed] = Sprites(self.memory)
        self._sizes: dict[str, tuple[int, int]] = {}  # of original pictures, in pixels; not of SVG, which have none
        self._missing: set[str] = set()
        self._rested = 0.0

    def rest(self, now: float) -> None:
        """Free original pictures that were not used lately; scaled ones are cached separately."""
        if now - self._rested >= REST:
            self._rested = now
            self._whole.rest()

    def laid(self) -> None:
        """Sizes have changed: cached pictures that are not used until the next call are freed."""
        self._scaled.rest()
        self._trimmed.rest()

    def trimmed(self, name: str, width: int, opacity: int, shade: int, part: Part | None) -> Trimmed | None:
        """A picture this many pixels wide, without its empty rim; None if it does not exist.

        Opacity and shade count in steps from 0 to STEPS. A surface with per-pixel alpha is premultiplied; one
        without is opaque.
        """
        key = (name, width, opacity, shade, part)
        found = self._trimmed.get(key)
        if found is not None or width < 1 or opacity < 1 or name in self._missing:
            return found
        picture = self._resized(name, width, part)
        if picture is None:
            return None
        if shade < STEPS:
            level = max(0, shade) * 255 // STEPS
            picture.fill((level, level, level, 255), special_flags=pygame.BLEND_RGBA_MULT)
        if opacity < STEPS:
            picture = picture.convert_alpha()
            picture.fill((opacity * 255 // STEPS,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
        left, top = -picture.get_width() / 2, -picture.get_height() / 2
        if picture.get_flags() & pygame.SRCALPHA:
            full = picture.get_bounding_rect(FAINT)
            if full.w and full.h and full.size != picture.get_size():
                picture = picture.subsurface(full).copy()
                left, top = left + full.x, top + full.y
        return self._trimmed.put(key, (picture, left, top), bytes_of(picture))

    def posed(self, name: str, width: int, shade: int, part: Part | None, pose: Pose) -> Trimmed | None:
        """A picture as `trimmed` gives it, turned and squashed in steps."""
        turn, tall = round(pose[0] / TURN), round(pose[1] / TALL)
        key = (name, width, shade, part, turn, tall)
        found = self._trimmed.get(key)
        flat = found or self.trimmed(name, width, STEPS, shade, part)
        if found is not None or flat is None or (turn == 0 and tall == round(1 / TALL)):
            return flat
        picture, left, top = flat
        wide, high = picture.get_size()
        across, down = left + wide / 2, (top + high / 2) * tall * TALL  # its middle from that of the whole
        size = max(1, round(wide / (tall * TALL))), max(1, round(high * tall * TALL))
        picture = pygame.transform.smoothscale(picture.convert_alpha(), size)
        if turn:
            picture = pygame.transform.rotozoom(picture, -math.degrees(turn * TURN), 1.0)
        cos, sin = math.cos(turn * TURN), math.sin(turn * TURN)
        left, top = (
            across * cos - down * sin - picture.get_width() / 2,
            across * sin + down * cos - picture.get_height() / 2,
        )
        return self._trimmed.put(key, (picture, left, top), bytes_of(picture))

    def icon(self, name: str, size: int, colour: str) -> Surface | None:
        """An icon, this many pixels wide, in one colour; None if it does not exist."""
        key = ("icon", name, size, colour)
        found = self._scaled.get(key)
        path = self.folder.parent / "icons" / f"{name}.svg"
        if found is not None or name in self._missing:
            return found
        try:
            drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
            loaded = pygame.image.load_sized_svg(io.BytesIO(drawing.encode()), (2 * size, 2 * size))
            ready = _resized(_ready(loaded), size, size)
            return self._scaled.put(key, ready, bytes_of(ready))
        except (pygame.error, OSError, ValueError) as problem:
            self._missing.add(name)
            logging.getLogger(__name__).warning("the icon %s cannot be shown: %s", name, problem)
            return None

    def whole(self, name: str, width: int) -> Surface | None:
        """A picture this many pixels wide, including its rim; None if it does not exist."""
        found = self._scaled.get((name, width))
        if found is not None or width < 1 or name in self._missing:
            return found
        picture = self._resized(name, width, None)
        return None if picture is None else self._scaled.put((name, width), picture, bytes_of(picture))

    def _resized(self, name: str, width: int, part: Part | None) -> Surface | None:
        whole = width if part is None else width * part[2]
        size = self._size_of(name)
        if name in self._missing:
            return None
        if size is None:  # an SVG has none
            source = self._source(name, whole)
            times = 0
        else:
            wide, high = (size[0] // part[2], size[1] // part[3]) if part is not None else size
            times = _halvings(wide, high, width, max(1, round(high * width / wide)))
            source = self._halved(name, times) if times else self._source(name, whole)
        if source is None:
            return None
        if part is not None:
            source = source.subsurface(_cell(source, part))
        return _resized(source, width, max(1, round(source.get_height() * width / source.get_width())))

    def _size_of(self, name: str) -> tuple[int, int] | None:
        """The size of an original picture in pixels, decoded for that once; None for one that has none or does not exist."""
        if name not in self._sizes:
            path = self._path(name)
            if path is None or path.suffix == ".svg":
                return None
            found = self._source(name, 0)
            if found is not None:
                self._sizes[name] = found.get_size()
        return self._sizes.get(name)

    def _halved(self, name: str, times: int) -> Surface | None:
        """A picture that was halved so often, kept instead of the original, which is many times as large."""
        found = self._whole.get((name, "halved", times))
        if found is not None:
            return found
        half = self._whole.get(name) or self._decoded(name, 0)
        if half is None:
            return None
        for _ in range(times):
            half = pygame.transform.smoothscale(half, (half.get_width() // 2, half.get_height() // 2))
        return self._whole.put((name, "halved", times), half, bytes_of(half))

    def _source(self, name: str, width: int) -> Surface | None:
        """The whole picture in its original size; an SVG, which has none, in the wanted width."""
        found = self._whole.get(name) or self._whole.get((name, width))
        if found is not None:
            return found
        ready = self._decoded(name, width)
        if ready is None:
            return None
        key: Hashable = name if name in self._sizes else (name, width)
        return self._whole.put(key, ready, bytes_of(ready))

    def _decoded(self, name: str, width: int) -> Surface | None:
        """The picture of a file; None if there is none, or it cannot be read."""
        path = self._path(name)
        if path is None:
            return None
        try:
            refuse_too_large(path)
            if path.suffix == ".svg":
                # Decoded at twice the width and halved, because SDL's edges have few steps.
                return _ready(pygame.image.load_sized_svg(str(path), (2 * width, SVG_TALLEST)))
            ready = _ready(pygame.image.load(path))
            self._sizes[name] = ready.get_size()
            return ready
        except (pygame.error, OSError, ValueError) as problem:
            self._missing.add(name)
            logging.getLogger(__name__).warning("the picture %s cannot be shown: %s", name, problem)
            return None

    def _path(self, name: str) -> Path | None:
        for ending in ENDINGS:
            path = self.folder / f"{name}.{ending}"
            if path.is_file():
                return path
        self._missing.add(name)
        logging.getLogger(__name__).warning("there is no picture %s", name)
        return None


def refuse_too_large(path: Path) -> None:
    """Raise ValueError for a file that would take too much memory, before anything decodes it."""
    size = path.stat().st_size
    if size > HEAVIEST:
        raise ValueError(f"it has {size} bytes, more than {HEAVIEST}")
    with path.open("rb") as file:
        head = file.read(24)
    if head.startswith(PNG_MARK) and len(head) == 24:
        width, height = struct.unpack(">II", head[16:24])
        if width * height > LARGEST:
            raise ValueError(f"it has {width} x {height} pixels, more than {LARGEST}")


def _ready(loaded: Surface) -> Surface:
    """The surface in the screen's format: opaque, or premultiplied if any pixel is translucent."""
    if loaded.get_flags() & pygame.SRCALPHA or loaded.get_colorkey() is not None:
        return loaded.convert_alpha().premul_alpha()
    return loaded.convert()


def _cell(source: Surface, part: Part) -> Rect:
    column, row, columns, rows = part
    wide, high = source.get_width() // columns, source.get_height() // rows
    if not (0 <= column < columns and 0 <= row < rows and wide and high):
        raise ValueError(f"{part} is no cell of a sheet: column and row count from 0 and lie within columns and rows")
    return Rect(column * wide, row * high, wide, high)


def _halvings(wide: float, high: float, width: int, height: int) -> int:
    """How often a picture or cell of this size can be halved to whole pixels before it is less than twice the size wanted."""
    times = 0
    while wide % 2 == 0 and high % 2 == 0 and wide >= 2 * width and high >= 2 * height:
        wide, high, times = wide / 2, high / 2, times + 1
    return times


def _resized(source: Surface, width: int, height: int) -> Surface:
    """A scaled copy; halved until less than twice the size, because one large step would skip pixels."""
    if source.get_size() == (width, height):
        return source.copy()
    while source.get_width() >= 2 * width and source.get_height() >= 2 * height:
        source = pygame.transform.smoothscale(source, (source.get_width() // 2, source.get_height() // 2))
    return pygame.transform.smoothscale(source, (width, height))
