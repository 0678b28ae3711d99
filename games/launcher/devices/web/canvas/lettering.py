"""Text in a browser: widths are asked of the page once and kept, lines are broken here. In pixels."""

from __future__ import annotations

from functools import lru_cache

from games.kit.canvas import Weight
from games.launcher.devices.lines import broken, faced
from games.launcher.devices.web.page import Drawer

LINE = 1.4  # em from one line to the next, as on every device
MEASURED = 16_384  # widths and blocks that are kept: a call into the page takes as long as drawing some shapes


class Lettering:
    """The widths of one page's letters."""

    def __init__(self, drawer: Drawer) -> None:
        self.wide = lru_cache(maxsize=MEASURED)(lambda words, em, bold: float(drawer.measure(words, em, bold)))
        self.lines = lru_cache(maxsize=MEASURED)(self._lines)

    def size(self, words: str, em: int, weight: Weight, wrap: int | None) -> tuple[int, int]:
        """Width and height of a block of text: the longest line, and `LINE` em for each."""
        lines, bold = self.lines(words, em, weight, wrap), weight == "bold"
        return max(round(self.wide(line, em, bold)) for line in lines), round(len(lines) * LINE * em)

    def _lines(self, words: str, em: int, weight: Weight, wrap: int | None) -> tuple[str, ...]:
        if wrap is None:
            return faced(words.split("\n"))
        bold = weight == "bold"
        return broken(lambda line: self.wide(line, em, bold), words, wrap)
