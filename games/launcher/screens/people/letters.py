"""The letters of the pad, and the variants of each in languages with Latin script."""

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
    """The small letter of a capital, always a single character: for İ it is i."""
    return "i" if letter == "İ" else letter.lower()


def capital(letter: str) -> str:
    """The capital of a letter if it is a single character; ß stays as it is."""
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
