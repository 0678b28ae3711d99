"""A language that nobody speaks, made from English by code: longer, with other letters, in brackets.

What it shows on a screen as plain English has bypassed the catalogue; what lacks a bracket was cut.
"""

from __future__ import annotations

import re
from gettext import NullTranslations

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
OTHER = "àƀçðéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýžÀƁÇÐÉḞĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ"
LETTERS = str.maketrans(PLAIN, OTHER)
LONGER = 0.4  # of a sentence's letters, that are added to it, its brackets among them
SIGN = 2  # letters: what has no more of them is a sign, such as that of a weekday, and stays as short
VALUE = re.compile(r"(\{[^}]*\})")


def pseudo(sentence: str) -> str:
    """The sentence in accented letters, two fifths longer, in brackets; its values as they are."""
    parts = VALUE.split(sentence)  # every other one is a value
    letters = sum(character.isalpha() for part in parts[::2] for character in part)
    if letters <= SIGN:
        return "".join(part if index % 2 else part.translate(LETTERS) for index, part in enumerate(parts))
    more = max(0, round(letters * LONGER) - 2)
    said = ""
    for index, part in enumerate(parts):
        if index % 2:
            said += part
            continue
        for character in part:
            said += character.translate(LETTERS)
            if character in "aeiouyAEIOUY" and more > 0:  # vowels grow, so that a line can break where it did
                said += character.lower().translate(LETTERS)
                more -= 1
    return f"[{said}{'~' * more}]"


class Pseudo(NullTranslations):
    """The pseudo-locale, asked as any translation is."""

    def pgettext(self, _context: str, message: str) -> str:
        return pseudo(message)

    def npgettext(self, _context: str, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)
