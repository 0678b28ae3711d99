"""The letters of the pad, and those that each stands for in other languages that are written in Latin letters."""

from __future__ import annotations

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-'"
VARIANTS = {
    "A": "ÀÁÂÃÄÅĀĂĄÆ",
    "C": "ÇĆČĈĊ",
    "D": "ĎĐÐ",
    "E": "ÈÉÊËĒĖĘĚ",
    "G": "ĞĢĠĜ",
    "H": "ĦĤ",
    "I": "ÌÍÎÏĪĮİı",
    "J": "Ĵ",
    "K": "Ķ",
    "L": "ŁĹĻĽ",
    "N": "ÑŃŇŅ",
    "O": "ÒÓÔÕÖØŌŐŒ",
    "R": "ŔŘ",
    "S": "ŚŠŞȘŜẞ",
    "T": "ŤŢȚÞ",
    "U": "ÙÚÛÜŪŮŰŲŬ",
    "W": "Ŵ",
    "Y": "ÝŸŶ",
    "Z": "ŹŻŽ",
}


def small(letter: str) -> str:
    """The small letter that goes with a capital, always one sign: İ has no other than i."""
    return "i" if letter == "İ" else letter.lower()


def capital(letter: str) -> str:
    """The capital of a letter as typed, where that is one sign: ß stays."""
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
