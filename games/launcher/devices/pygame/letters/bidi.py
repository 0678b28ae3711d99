"""The direction of each letter of a line that mixes scripts from left to right and from right to left.

The Unicode Bidirectional Algorithm (UAX #9) for one line without explicit embeddings and isolates: rules P2 and P3, W1 to
W7, N0 to N2, I1, I2, L1 and L2. Names of types are those of the standard: L, R, AL, EN, AN, ES, ET, CS, NSM, BN, WS, ON.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

PAIRS = {"(": ")", "[": "]", "{": "}", "\u00ab": "\u00bb"}
NEUTRAL = frozenset(("B", "S", "WS", "ON"))
STRONG = {
    "L": "L",
    "R": "R",
    "AL": "R",
    "EN": "R",
    "AN": "R",
}  # a number counts as from right to left for its neighbours


def levels(words: str) -> list[int]:
    """The level of each letter: even from left to right, odd from right to left. The line's own is 0 or 1."""
    types = [unicodedata.bidirectional(letter) or "L" for letter in words]
    types = ["ON" if one in ("FSI", "LRI", "RLI", "PDI") else one for one in types]
    line = leftwards(words)
    around = "R" if line else "L"
    known = _marks(_numbers(types, around), around)
    _brackets(words, known, around)
    _neutral(known, around)
    out = [_level(one, line) for one in known]
    for index in range(len(words) - 1, -1, -1):  # L1: spaces at the end
        if types[index] not in ("WS", "BN"):
            break
        out[index] = int(line)
    return out


def leftwards(words: str) -> bool:
    """Whether a line as a whole is written from right to left: its first letter with a direction is (P2, P3)."""
    first = next((way for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")), "L")
    return first != "L"


def in_order(found: Sequence[int]) -> list[int]:
    """The numbers of parts with these levels in the order in which they stand from left to right (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        deep = [index for index, part in enumerate(order) if found[part] >= level]
        while deep:  # each unbroken row of them is turned round
            start = deep[0]
            end = next((n for n in range(start, len(order)) if found[order[n]] < level), len(order))
            order[start:end] = order[start:end][::-1]
            deep = [index for index in deep if index >= end]
    return order


def _level(kind: str, line: bool) -> int:
    """I1 and I2."""
    if line:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _numbers(types: Sequence[str], around: str) -> list[str]:
    """W1 to W4: accents, numbers, and the marks within them."""
    out: list[str] = []
    strong = around  # the last letter with a direction: L, R or AL
    for one in types:
        if one in ("NSM", "BN"):
            one = out[-1] if out else around  # W1; what joins letters goes with them
        if one in ("L", "R", "AL"):
            strong = one
        elif one == "EN" and strong == "AL":
            one = "AN"  # W2
        out.append(one)
    out = ["R" if one == "AL" else one for one in out]  # W3
    for index in range(1, len(out) - 1):  # W4
        before, one, after = out[index - 1 : index + 2]
        if before == after and ((one == "ES" and before == "EN") or (one == "CS" and before in ("EN", "AN"))):
            out[index] = before
    return out


def _marks(types: Sequence[str], around: str) -> list[str]:
    """W5 to W7: the signs beside numbers, and numbers within words from left to right."""
    out = list(types)
    for start, end in _spans(out, frozenset(("ET",))):  # W5
        if (start > 0 and out[start - 1] == "EN") or (end < len(out) and out[end] == "EN"):
            out[start:end] = ["EN"] * (end - start)
    strong = around
    for index, one in enumerate(out):
        if one in ("ES", "ET", "CS"):
            out[index] = "ON"  # W6
        elif one in ("L", "R"):
            strong = one
        elif one == "EN" and strong == "L":
            out[index] = "L"  # W7
    return out


def _brackets(words: str, known: list[str], around: str) -> None:
    """N0: both brackets of a pair have one direction."""
    for start, end in _pairs(words, known):
        within = {STRONG[one] for one in known[start + 1 : end] if one in STRONG}
        if not within:
            continue
        way = around
        if around not in within:
            before = next((STRONG[one] for one in reversed(known[:start]) if one in STRONG), around)
            way = before if before in within else around
        known[start] = known[end] = way


def _pairs(words: str, known: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[int] = []
    found: list[tuple[int, int]] = []
    for index, letter in enumerate(words):
        if known[index] != "ON":
            continue
        if letter in PAIRS:
            waiting.append(index)
        elif letter in PAIRS.values():
            while waiting:
                start = waiting.pop()
                if PAIRS[words[start]] == letter:
                    found.append((start, index))
                    break
    return sorted(found)


def _neutral(known: list[str], around: str) -> None:
    """N1 and N2: what has no direction goes with what is on both sides of it, or with the line."""
    for start, end in _spans(known, NEUTRAL):
        before = STRONG[known[start - 1]] if start else around
        after = STRONG[known[end]] if end < len(known) else around
        known[start:end] = [before if before == after else around] * (end - start)


def _spans(types: Sequence[str], kinds: frozenset[str]) -> list[tuple[int, int]]:
    """Where such types stand side by side: start, and end after the last."""
    out: list[tuple[int, int]] = []
    for index, one in enumerate(types):
        if one not in kinds:
            continue
        if out and out[-1][1] == index:
            out[-1] = out[-1][0], index + 1
        else:
            out.append((index, index + 1))
    return out
