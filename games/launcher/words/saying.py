"""Looks up sentences: the sentence of an id in one language, with its values filled in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from gettext import NullTranslations
from string import Formatter
from unicodedata import bidirectional

from games.kit.words import Message
from games.launcher.words import ENGLISH, LEFTWARDS
from games.launcher.words.catalogue import source

MARK = "\u200f"  # the right-to-left mark: it is not seen, and counts as a letter written from right to left
ONWARDS = "\u200e"  # the left-to-right mark
ODD = (
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
)  # what a sentence with odd braces raises when it is filled in


class Words:
    """All sentences in one language. English is in the source; others are gettext catalogues, by id and English.

    A sentence without a translation, or whose translation needs unknown values, is given in English.
    """

    def __init__(
        self,
        language: str = ENGLISH,
        translated: NullTranslations | None = None,
        known: Mapping[str, Message] | None = None,
    ) -> None:
        self.language = language
        self.leftwards = language in LEFTWARDS  # whether pages are laid out from right to left
        self._translated = translated or NullTranslations()
        self._source = source() if known is None else known

    @cached_property
    def _numbers(self) -> Numbers:
        marks = self._plain("thousands mark"), self._plain("decimal mark")
        return Leftwards(*marks) if self.leftwards else Numbers(*marks)

    def say(self, name: str, /, **values: object) -> str:
        """The sentence of this id. Raises KeyError for an id that is in no catalogue."""
        message = self._source[name]
        if isinstance(message, str):
            own = self._translated.pgettext(name, message)
        else:
            count = values["count"]
            if not isinstance(count, int):
                raise TypeError(f"{name!r} counts: its `count` is a whole number, not {count!r}")
            own = self._translated.npgettext(name, *message, count)
            message = message[0 if count == 1 else 1]
        try:
            said = self._numbers.vformat(own, (), values)
        except ODD:
            return self._english.vformat(message, (), values)
        return begun(said) if self.leftwards and own != message else said

    @cached_property
    def _english(self) -> Numbers:
        return Numbers(self._plain("thousands mark"), self._plain("decimal mark"))

    @property
    def decimal_mark(self) -> str:
        """What stands between whole numbers and decimals."""
        return self._plain("decimal mark")

    def number(self, value: float, how: str = "") -> str:
        """A number in the format of this language; `how`: a Python format such as ",", ".1f", ",.0f"."""
        return self._numbers.format_field(value, how)

    def _plain(self, name: str) -> str:
        message = self._source[name]
        return self._translated.pgettext(name, message) if isinstance(message, str) else message[1]


def begun(said: str) -> str:
    """A sentence of a language that is written from right to left, with a mark before it where its first letter would make
    it begin at the left: a name, a unit."""
    first = next((way for way in map(bidirectional, said) if way in ("L", "R", "AL")), "R")
    return MARK + said if first == "L" else said


class Numbers(Formatter):
    """Fills in values; numbers get the separators of the language."""

    def __init__(self, thousands: str, decimal: str) -> None:
        self._marks = str.maketrans({",": thousands, ".": decimal})

    def format_field(self, value: object, format_spec: str) -> str:
        out = format(value, format_spec)
        return out.translate(self._marks) if isinstance(value, int | float) else out


class Leftwards(Numbers):
    """Words from left to right that are put into a sentence, such as a name or "12 mm", keep their own order, and what
    stands beside them keeps its place."""

    def format_field(self, value: object, format_spec: str) -> str:
        out = super().format_field(value, format_spec)
        ways = {bidirectional(letter) for letter in out} if isinstance(value, str) else set()
        return f"{MARK}{ONWARDS}{out}{ONWARDS}{MARK}" if "L" in ways and not ways & {"R", "AL"} else out
