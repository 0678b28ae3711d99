"""Text as pictures: fonts, line breaks and rendered blocks of text, in pixels."""

from __future__ import annotations

import io
from importlib import resources
from pathlib import Path

import pygame
from pygame import Surface
from pygame.font import Font

from games.kit.canvas import Anchor, Weight
from games.launcher.devices.lines import broken, faced
from games.launcher.devices.pygame.letters.scripts import Scripts
from games.launcher.devices.pygame.pictures.sprites import Memory, Sprites, bytes_of
from games.launcher.devices.pygame.shapes.colours import channels

FILES: dict[Weight, str] = {
    "regular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
}
LINE = 1.4  # em from one line to the next
ROOM = 16_000_000  # bytes for rendered blocks of text, unless they share a bound with others
MEASURED = 4096  # cached text sizes, and as many cached line breaks
FONTS = 48  # fonts (of one size) that are kept


class Lettering:
    """The fonts of one folder, for canvases of any scale.

    Each file is read once and closed, because an open file for every letter size would exceed a process's limit. If a
    font file is missing, pygame's default font is used, emboldened where needed.
    """

    def __init__(self, folder: Path, memory: Memory | None = None) -> None:
        pygame.font.init()
        self._folder = folder
        self._scripts = Scripts(folder, folder / FILES["bold"])
        self._light = Scripts(folder, folder / FILES["regular"], light=True)
        self._files: dict[Weight, bytes] = {}
        self._fonts: Sprites[Font] = Sprites(FONTS)
        self._blocks: Sprites[Surface] = Sprites(memory if memory is not None else ROOM)
        self._lines: Sprites[tuple[str, ...]] = Sprites(MEASURED)
        self._sizes: Sprites[tuple[int, int]] = Sprites(MEASURED)

    def rest(self) -> None:
        """The scale has changed: cached text that is not used until the next call is freed."""
        for kept in (self._fonts, self._blocks, self._lines, self._sizes):
            kept.rest()

    def block(
        self, words: str, em: int, colour: str, weight: Weight, anchor: Anchor, wrap: int | None
    ) -> Surface | None:
        """The rendered text in this colour, premultiplied, of the size that `size` gives; None if nothing is visible."""
        key = (words, em, colour, weight, anchor, wrap)
        found = self._blocks.get(key)
        if found is not None:
            return found
        wide, high = self.size(words, em, weight, wrap)
        if not wide:
            return None
        font, scripts = self._font(em, weight), self._of(weight)
        red, green, blue, alpha = channels(colour)
        block = Surface((wide, high), pygame.SRCALPHA)
        lines = self.lines(words, em, weight, wrap)
        spill = high - len(lines) * LINE * em
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            if scripts.foreign(line):
                drawn = scripts.draw(line, em, font, (red, green, blue))
            else:
                drawn = font.render(line, True, (red, green, blue)).premul_alpha()
            spare = wide - drawn.get_width()
            left = {"left": 0, "centre": spare // 2, "right": spare}[anchor]
            top = round((number + 0.5) * LINE * em + spill / 2 - drawn.get_height() / 2)
            block.blit(drawn, (left, top), special_flags=pygame.BLEND_PREMULTIPLIED)
        if alpha < 255:
            block.fill((alpha,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
        return self._blocks.put(key, block, bytes_of(block))

    def size(self, words: str, em: int, weight: Weight, wrap: int | None) -> tuple[int, int]:
        """Width and height of the block: the longest line, and `LINE` em for each line; more if a script needs it."""
        key = (words, em, weight, wrap)
        found = self._sizes.get(key)
        if found is None:
            lines, font = self.lines(words, em, weight, wrap), self._font(em, weight)
            each = [self._one(line, em, font, weight) for line in lines]
            spill = max(0.0, *(high - LINE * em for _, high in each))  # above the first line and below the last
            size = max(wide for wide, _ in each), round(len(lines) * LINE * em + spill)
            found = self._sizes.put(key, size, 1)
        return found

    def _one(self, line: str, em: int, font: Font, weight: Weight) -> tuple[int, int]:
        """Width and height of one line; in the program's own font, at most one line high."""
        scripts = self._of(weight)
        return scripts.size(line, em, font) if scripts.foreign(line) else (font.size(line)[0], 0)

    def _of(self, weight: Weight) -> Scripts:
        return self._scripts if weight == "bold" else self._light

    def lines(self, words: str, em: int, weight: Weight, wrap: int | None) -> tuple[str, ...]:
        """The text broken at line breaks and, if `wrap` is given, so that no line is wider."""
        if wrap is None:
            return faced(words.split("\n"))
        key = (words, em, weight, wrap)
        found, font = self._lines.get(key), self._font(em, weight)
        if found is None:
            found = self._lines.put(key, broken(lambda line: self._one(line, em, font, weight)[0], words, wrap), 1)
        return found

    def _font(self, em: int, weight: Weight) -> Font:
        font = self._fonts.get((em, weight))
        if font is None:
            font = Font(io.BytesIO(self._file(weight)), em)
            font.bold = weight == "bold" and not self._path(weight).is_file()
            self._fonts.put((em, weight), font, 1)
        return font

    def _file(self, weight: Weight) -> bytes:
        """The content of a font file; of pygame's default font if it is missing."""
        if weight not in self._files:
            path = self._path(weight)
            own = resources.files("pygame") / pygame.font.get_default_font()
            self._files[weight] = path.read_bytes() if path.is_file() else own.read_bytes()
        return self._files[weight]

    def _path(self, weight: Weight) -> Path:
        return self._folder / FILES[weight]
