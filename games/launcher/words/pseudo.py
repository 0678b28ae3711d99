"""The pseudo-locale: English made longer, with accented letters, in brackets, to test screens.

Text that a screen still shows in plain English has bypassed the catalogue; text without its closing bracket was cut.
"""

from __future__ import annotations

import re
from gettext import NullTranslations

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
OTHER = "àƀçðéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýžÀƁÇÐÉḞĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ"
LETTERS = str.maketrans(PLAIN, OTHER)
LONGER = 0.4  # share of a sentence's letters by which it grows, including the brackets
SIGN = 2  # letters; shorter texts are abbreviations, such as that of a weekday, and do not grow
VALUE = re.compile(r"(\{[^}]*\})")


def pseudo(sentence: str) -> str:
    """The sentence in accented letters, two fifths longer, in brackets; its values as they are."""
    parts = VALUE.split(sentence)  # every second part is a value
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
    """The pseudo-locale as a gettext translation."""

    def pgettext(self, _context: str, message: str) -> str:
        return pseudo(message)

    def npgettext(self, _context: str, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)
