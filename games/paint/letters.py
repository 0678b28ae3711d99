"""Letters of a running hand, each one stroke, in a box 44 units wide and 70 high whose base line lies at 54."""

from __future__ import annotations

from games.paint.curves import Line, smooth

WIDE = 46.0  # from letter to letter

LETTERS: dict[str, Line] = {
    "c": smooth((37, 25), (30, 19), (18, 19), (9, 30), (9, 42), (18, 53), (30, 53), (41, 44)),
    "a": smooth(
        (35, 24), (25, 18), (13, 21), (7, 35), (11, 50), (22, 53), (32, 43), (36, 21), (35, 42), (38, 53), (46, 47)
    ),
    "e": smooth((6, 41), (20, 38), (34, 31), (32, 20), (22, 17), (11, 24), (8, 39), (15, 52), (29, 53), (42, 44)),
    "l": smooth((6, 46), (18, 36), (29, 17), (29, 3), (22, 0), (17, 11), (17, 36), (21, 51), (30, 53), (40, 45)),
    "m": smooth(
        (3, 25),
        (8, 20),
        (10, 36),
        (9, 53),
        (12, 32),
        (18, 20),
        (23, 26),
        (22, 53),
        (26, 32),
        (32, 20),
        (37, 26),
        (36, 45),
        (40, 53),
        (46, 48),
    ),
    "s": smooth((8, 46), (20, 34), (28, 16), (32, 30), (34, 44), (25, 54), (12, 51)),
    "o": smooth((24, 19), (11, 24), (8, 38), (14, 51), (26, 53), (36, 43), (36, 28), (25, 19), (31, 26), (44, 24)),
}
WORDS = (("calm", "sea"), ("cool", "elm"), ("some", "sea"), ("case", "sol"))


def written(word: str, left: float, top: float, size: float) -> list[Line]:
    """The letters of a word, each as its own line."""
    out = []
    for index, letter in enumerate(word):
        x = left + index * WIDE * size
        out.append(tuple(place * size + type(place)(x, top) for place in LETTERS[letter]))
    return out
