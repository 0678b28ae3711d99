"""Breaks text into lines of a given width, whatever measures it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from unicodedata import bidirectional

STRONG = ("L", "R", "AL")  # letters with a direction
MARK = "\u200f"  # the right-to-left mark


def broken(wide: Callable[[str], float], words: str, wrap: int) -> tuple[str, ...]:
    """The lines, none of them wider than `wrap`; `wide`: the width of a line, in the same unit."""
    lines: list[str] = []
    for paragraph in words.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if wide(longer) <= wrap:
                line = longer
                continue
            if line:
                lines.append(line)
            *parts, line = _pieces(wide, word, wrap)
            lines += parts
        lines.append(line)
    return faced(lines)


def faced(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of one text. If its first letter is written from right to left, each of them begins at the right, even one
    whose first letter is not: it is given a mark that is not seen."""
    if all(line.isascii() for line in lines):
        return tuple(lines)
    first = next((way for line in lines for way in map(bidirectional, line) if way in STRONG), "L")
    return tuple(MARK + line if first != "L" and not _leftwards(line) else line for line in lines)


def _leftwards(line: str) -> bool:
    return next((way for way in map(bidirectional, line) if way in STRONG), "R") != "L"


def _pieces(wide: Callable[[str], float], word: str, wrap: int) -> list[str]:
    """The pieces of a word, which is cut between letters only if it is wider than a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter) > wrap:
            pieces.append("")
        pieces[-1] += letter
    return pieces
