"""Words as pictures: fonts, line breaks and finished blocks of text, all in pixels."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pygame
from pygame import Surface
from pygame.font import Font

from games.kit.canvas import Anchor, Weight
from games.launcher.device.colours import channels
from games.launcher.device.scripts import Scripts
from games.launcher.device.sprites import Sprites, bytes_of

FILES: dict[Weight, str] = {
    "regular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
}
LINE = 1.4  # em from one line to the next (players.md U34)
ROOM = 32_000_000  # bytes for finished blocks of text
MEASURED = 4096  # sizes and line breaks remembered


class Lettering:
    """The fonts of one folder. Where a font file is missing pygame's own stands in, and bold is made by thickening."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        pygame.font.init()
        self._folder = folder
        self._scripts = Scripts(folder, folder / FILES["bold"])
        self._fonts: dict[tuple[int, Weight], Font] = {}
        self._blocks: Sprites[Surface] = Sprites(room)
        self.lines = lru_cache(maxsize=MEASURED)(self._lines)
        self.size = lru_cache(maxsize=MEASURED)(self._size)

    def block(
        self, words: str, em: int, colour: str, weight: Weight, anchor: Anchor, wrap: int | None
    ) -> Surface | None:
        """The words in this colour, premultiplied, as large as `size` says; None where there is nothing to see."""
        key = (words, em, colour, weight, anchor, wrap)
        found = self._blocks.get(key)
        if found is not None:
            return found
        wide, high = self.size(words, em, weight, wrap)
        if not wide:
            return None
        font = self._font(em, weight)
        red, green, blue, alpha = channels(colour)
        block = Surface((wide, high), pygame.SRCALPHA)
        lines = self.lines(words, em, weight, wrap)
        spill = high - len(lines) * LINE * em
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            if self._scripts.foreign(line):
                drawn = self._scripts.draw(line, em, font, (red, green, blue))
            else:
                drawn = font.render(line, True, (red, green, blue)).premul_alpha()
            spare = wide - drawn.get_width()
            left = {"left": 0, "centre": spare // 2, "right": spare}[anchor]
            top = round((number + 0.5) * LINE * em + spill / 2 - drawn.get_height() / 2)
            block.blit(drawn, (left, top), special_flags=pygame.BLEND_PREMULTIPLIED)
        if alpha < 255:
            block.fill((alpha,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
        return self._blocks.put(key, block, bytes_of(block))

    def _size(self, words: str, em: int, weight: Weight, wrap: int | None) -> tuple[int, int]:
        """Width and height of the block: the longest line, and `LINE` em for each line; more where a script needs it."""
        lines = self.lines(words, em, weight, wrap)
        font = self._font(em, weight)
        high = [self._scripts.size(line, em, font)[1] - LINE * em for line in lines if self._scripts.foreign(line)]
        spill = max(0.0, *high) if high else 0.0  # above the first line and below the last
        return max(self._wide(line, em, font) for line in lines), round(len(lines) * LINE * em + spill)

    def _wide(self, line: str, em: int, font: Font) -> int:
        """How wide one line is."""
        return self._scripts.size(line, em, font)[0] if self._scripts.foreign(line) else font.size(line)[0]

    def _lines(self, words: str, em: int, weight: Weight, wrap: int | None) -> tuple[str, ...]:
        """The words broken at new lines and, where `wrap` is given, so that no line is wider than that."""
        if wrap is None:
            return tuple(words.split("\n"))
        font = self._font(em, weight)
        lines: list[str] = []
        for paragraph in words.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self._wide(longer, em, font) <= wrap:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *broken, line = self._pieces(font, em, word, wrap)
                lines += broken
            lines.append(line)
        return tuple(lines)

    def _font(self, em: int, weight: Weight) -> Font:
        font = self._fonts.get((em, weight))
        if font is None:
            path = self._folder / FILES[weight]
            if path.is_file():
                font = Font(str(path), em)
            else:
                font = Font(None, em)
                font.bold = weight == "bold"
            self._fonts[em, weight] = font
        return font

    def _pieces(self, font: Font, em: int, word: str, wrap: int) -> list[str]:
        """One word, cut between letters only where it alone is wider than a line."""
        pieces = [""]
        for letter in word:
            if pieces[-1] and self._wide(pieces[-1] + letter, em, font) > wrap:
                pieces.append("")
            pieces[-1] += letter
        return pieces
