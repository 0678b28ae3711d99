"""Letters that the program's own font lacks: which font has them, and their order and direction.

Names may use any script. Letters that the program's font lacks are taken from the fonts beside it (Noto), and letters
that these lack from the system's fonts, which are searched only if a name needs it. A letter in no font is left out: it
is never drawn as a box. Scripts that join their letters are shaped by the library (HarfBuzz); only runs are made here.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame
from pygame.font import Font

from games.launcher.devices.pygame.letters.bidi import in_order, levels

if TYPE_CHECKING:
    from pygame.freetype import Font as Asked

OPEN = 6  # open fonts of other scripts
MOST = 6000  # font files that are listed at most ...
TRIED = 300  # ... and opened, for one letter
KNOWN = 4096  # cached letters and lines
SIZE = 16  # size at which a font is asked for its letters
ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
PREFERRED = [
    "noto",
    "segoe",
    "sfns",
    "pingfang",
    "hiragino",
    "msyh",
    "yugoth",
    "malgun",
    "nirmala",
    "leelaw",
    "arial",
    "unifont",
    "droid",
    "wqy",
    "dejavu",
]
TAGS = {  # first word of a letter's Unicode name -> the script's tag in ISO 15924
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hira",
    "KANNADA": "Knda",
    "KATAKANA": "Kana",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "MALAYALAM": "Mlym",
    "MYANMAR": "Mymr",
    "SINHALA": "Sinh",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}
LATIN = 0x17F  # the program's font has every letter up to here
IGNORED = "\u200b\u200c\u200d\u200e\u200f\ufe0e\ufe0f"  # invisible: joiners, marks of direction, variation selectors


class Run(NamedTuple):
    """A run of letters with one font and one direction. path None: the program's own font."""

    words: str
    path: str | None
    level: int  # see `bidi.py`
    tag: str  # of the script, "" if it does not matter

    @property
    def leftwards(self) -> bool:
        """Whether it is written from right to left."""
        return self.level % 2 == 1


class Scripts:
    """The fonts beside the program's own, and those of this system. `light`: regular ones where there are such; names are
    bold, and most scripts come in bold alone."""

    def __init__(self, folder: Path, own: Path, light: bool = False) -> None:
        self._folder, self._own, self._light = folder, own, light
        self._system: list[str] | None = None
        self.foreign = lru_cache(maxsize=KNOWN)(self._foreign)
        self.runs = lru_cache(maxsize=KNOWN)(self._runs)
        self._where = lru_cache(maxsize=KNOWN)(self._found)
        self._font = lru_cache(maxsize=OPEN)(Font)  # freeing a font closes its file

    def size(self, words: str, em: int, own: Font) -> tuple[int, int]:
        """Width and height in pixels of one line as drawn by `draw`."""
        wide, over = 0, 0
        for run in self.runs(words):
            font = self._set(run, em, own)
            wide += font.size(run.words)[0]
            over = max(over, font.get_ascent() - own.get_ascent(), own.get_descent() - font.get_descent())
        own.set_direction(pygame.DIRECTION_LTR)
        return wide, own.get_height() + 2 * over

    def draw(self, words: str, em: int, own: Font, colour: tuple[int, int, int]) -> pygame.Surface:
        """One line, premultiplied, all runs on one baseline, vertically centred like a line of the program's own font."""
        wide, high = self.size(words, em, own)
        surface = pygame.Surface((max(1, wide), high), pygame.SRCALPHA)
        base = (high - own.get_height()) // 2 + own.get_ascent()
        x = 0
        for run in self.runs(words):
            font = self._set(run, em, own)
            drawn = font.render(run.words, True, colour).premul_alpha()
            surface.blit(drawn, (x, base - font.get_ascent()), special_flags=pygame.BLEND_PREMULTIPLIED)
            x += drawn.get_width()
        return surface

    def _foreign(self, words: str) -> bool:
        """Whether the text has a letter that the program's font lacks, or one written from right to left."""
        return not words.isascii() and any(ord(one) > LATIN and self._where(one) != "" for one in words)

    def _found(self, letter: str) -> str | None:
        """The path of a font that has a letter; "" for the program's own font, None if none has it."""
        if has(str(self._own), letter):
            return ""
        for path in sorted(self._folder.glob("Noto*-Bold.*")):
            if has(str(path), letter):
                lighter = path.with_name(path.name.replace("-Bold", "-Regular"))
                return str(lighter if self._light and lighter.is_file() else path)
        if self._system is None:
            self._system = list(system_fonts())
        return next((path for path in self._system[:TRIED] if has(path, letter)), None)

    def _runs(self, words: str) -> tuple[Run, ...]:
        """The words in runs, from left to right."""
        shown: list[tuple[str, str, int, str]] = []  # letter, path, level, tag
        lost = False  # whether the last letter was left out; its accents and a second space then are, too
        for letter, path, level in zip(words, self._fonts_of(words), levels(words), strict=True):
            before = shown[-1] if shown else None
            mark, space = unicodedata.category(letter)[0] == "M" or letter == "\u200c", letter.isspace()
            if (letter in IGNORED and not mark) or (lost and (mark or (space and before and before[0].isspace()))):
                continue
            lost = False
            if before is not None and (mark or space) and before[2] == level and self._has(before[1], letter):
                shown.append((letter, *before[1:]))  # an accent, a joiner or a space stays with its letter
            elif path is not None and letter != "\u200c":
                shown.append((letter, path, level, tag_of(letter)))
            else:
                lost = True
        out: list[Run] = []
        if all(letter.isspace() for letter, *_ in shown):
            return ()  # nothing visible is left
        for letter, path, level, tag in shown:
            last = out[-1] if out else None
            if last is not None and (last.path or "", last.level, last.tag) == (path, level, tag):
                out[-1] = last._replace(words=last.words + letter)
            else:
                out.append(Run(letter, path or None, level, tag))
        return tuple(out[number] for number in in_order([run.level for run in out]))

    def _fonts_of(self, words: str) -> list[str | None]:
        """The font of each letter; the same for a whole word if one of its letters' fonts has them all."""
        out: list[str | None] = []
        for part in re.split(r"(\s+)", words):
            single = [self._where(letter) for letter in part]
            for path in sorted({path for path in single if path is not None}):
                if all(letter in IGNORED or self._has(path, letter) for letter in part):
                    single = [path] * len(part)
                    break
            out += single
        return out

    def _has(self, path: str, letter: str) -> bool:
        return letter == "\u200c" or has(path or str(self._own), letter)

    def _set(self, run: Run, em: int, own: Font) -> Font:
        font = own if run.path is None else self._font(run.path, em)
        font.set_direction(pygame.DIRECTION_RTL if run.leftwards else pygame.DIRECTION_LTR)
        if run.tag:
            font.set_script(run.tag)
        return font


def tag_of(letter: str) -> str:
    """The script tag of a letter; "" if it has none or needs no shaping."""
    return TAGS.get(unicodedata.name(letter, "").partition(" ")[0], "")


@lru_cache(maxsize=KNOWN)
def has(path: str, letter: str) -> bool:
    """Whether a font has a letter; False for a file that is not a font."""
    font = _asked(path)
    return font is not None and font.get_metrics(letter)[0] is not None


@lru_cache(maxsize=2)
def _asked(path: str) -> Asked | None:
    from pygame import freetype  # imported only if a name needs it

    if not freetype.get_init():
        freetype.init()
    try:
        return freetype.Font(path, SIZE)
    except (pygame.error, OSError, RuntimeError):
        return None


def system_fonts() -> Iterator[str]:
    """The font files of this system, those with many scripts first, and of each kind the bold ones first."""
    found: list[tuple[int, bool, str]] = []
    for folder in folders():
        for place, _, names in os.walk(folder):
            for name in names:
                low = name.lower()
                if low.endswith(ENDINGS):
                    rank = next((n for n, word in enumerate(PREFERRED) if word in low), len(PREFERRED))
                    slanted = "italic" in low or "oblique" in low
                    found.append((rank + 100 * slanted, "bold" not in low, str(Path(place, name))))
            if len(found) > MOST:
                break
    return (path for _, _, path in sorted(found))


def folders() -> list[str]:
    """The folders in which this system keeps fonts."""
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home raises an error for a user who has none)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", home)
        return [os.environ.get("WINDIR", "C:\\Windows") + "\\Fonts", local + "\\Microsoft\\Windows\\Fonts"]
    if sys.platform == "darwin":
        return ["/System/Library/Fonts", "/Library/Fonts", home + "/Library/Fonts"]
    return [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        home + "/.local/share/fonts",
        home + "/.fonts",
        "/system/fonts",
    ]
