"""Breaks text into lines of a given width, whatever measures it."""

from __future__ import annotations

from collections.abc import Callable


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
    return tuple(lines)


def _pieces(wide: Callable[[str], float], word: str, wrap: int) -> list[str]:
    """The pieces of a word, which is cut between letters only if it is wider than a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter) > wrap:
            pieces.append("")
        pieces[-1] += letter
    return pieces
