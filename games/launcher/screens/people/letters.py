"""The letters of the pad, and the variants of each: with accents in Latin script, at the end of a word in Hebrew."""

from __future__ import annotations

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-'"
SCRIPTS = {"he": "אבגדהוזחטיכלמנסעפצקרשת-'"}  # of languages with letters of their own
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
    "כ": "ך",
    "מ": "ם",
    "נ": "ן",
    "פ": "ף",
    "צ": "ץ",
}


def small(letter: str) -> str:
    """The small letter of a capital, always a single character: for İ it is i."""
    return "i" if letter == "İ" else letter.lower()


def capital(letter: str) -> str:
    """The capital of a letter if it is a single character; ß stays as it is."""
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
