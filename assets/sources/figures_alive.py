"""People's pictures: animals, plants and fruit, one on a coloured disc each."""

from math import cos, sin

from paper_shapes import Disc, hole, mirrored, oval, path, stroke, turned

WHITE, INK = "#fffaf0", "#2a2430"


def bird():
    """A robin on a twig."""
    d = Disc("#c3d3c4").lay("#5f4a3c", path("M 30 62 L 8 79 L 15 83 L 40 72 Z"))
    d.lay("#6d5545", path("M 24 66 C 30 44 42 24 60 22 C 75 21 80 33 78 44 C 76 64 62 76 48 76 C 36 76 28 72 24 66 Z"))
    d.lay("#cf5a26", path("M 62 29 C 74 24 81 34 79 45 C 77 60 68 70 60 71 C 54 62 50 38 62 29 Z"), lift=0.5)
    d.lay("#f1e7d6", path("M 60 71 C 66 70 71 64 73 60 C 70 70 60 77 48 76 C 52 75 57 74 60 71 Z"), lift=0)
    d.lay("#4e3b30", path("M 26 66 C 34 54 42 46 53 46 C 54 58 46 68 30 70 Z"), lift=0.7)
    d.lay("#d9a441", path("M 78 33 L 89 37 L 78 41 Z"), lift=0.5).lay(INK, oval(68, 33, 2.9), lift=0).lay(
        WHITE, oval(67.2, 32, 0.9), lift=0
    )
    d.lay("#4a3a2e", stroke(1.8, "M 46 75 L 45 84"), stroke(1.8, "M 54 74 L 55 84"), lift=0.4)
    return d.lay("#7a5a3c", stroke(4, "M 4 87 Q 50 80 97 86"))


def cat():
    """A dark cat, sitting."""
    d = Disc("#e8b9a6").lay("#3a3040", stroke(6.5, "M 66 82 C 88 86 90 66 80 56"))
    body = path("M 50 36 C 62 38 74 64 70 86 Q 50 91 30 86 C 26 64 38 38 50 36 Z")
    head = oval(50, 34, 17, 15.5)
    ears = mirrored(path("M 33.5 33 C 32 24 32 16 34.5 12.5 C 39 14 44 19 48 24 Z"))
    d.lay("#43384b", body).lay("#4a3f54", head, ears)
    d.lay("#d98c86", mirrored(path("M 36.6 22 C 36 19 36 18 36.6 17 C 38.5 18 40 20 41.5 22 Z")), lift=0)
    d.lay("#f3d27a", mirrored(oval(43, 34, 3.4, 3.0)), lift=0).lay(INK, mirrored(oval(43, 34, 1.1, 2.7)), lift=0)
    d.lay("#e9a79c", path("M 47.6 40 L 52.4 40 L 50 42.8 Z"), lift=0)
    return d.lay("#efe2da", path("M 43 50 Q 50 60 57 50 Q 56 72 50 74 Q 44 72 43 50 Z"), lift=0)


def dog():
    d = Disc("#5f5a2b").lay(
        "#f3e3c4", path("M 50 20 C 70 20 74 38 72 54 C 70 72 62 82 50 82 C 38 82 30 72 28 54 C 26 38 30 20 50 20 Z")
    )
    d.lay("#c98d56", path("M 50 20 C 34 20 28 34 28 50 C 36 60 45 52 46 42 Q 46 28 50 20 Z"), lift=0)
    d.lay("#a96a38", mirrored(path("M 37 22 C 24 18 13 30 14 50 C 15 62 24 66 29 56 C 33 48 33 34 37 22 Z")))
    d.lay(
        "#fff6e6",
        path("M 50 50 C 62 52 65 62 62 70 C 59 78 55 80 50 80 C 45 80 41 78 38 70 C 35 62 38 52 50 50 Z"),
        lift=0.5,
    )
    d.lay(INK, mirrored(oval(40.5, 45, 3.1, 3.5)), path("M 43 58 Q 50 54 57 58 Q 56 65 50 66 Q 44 65 43 58 Z"), lift=0)
    d.lay(WHITE, oval(39.6, 43.8, 1), oval(58.6, 43.8, 1), oval(48, 59, 1.5, 0.9), lift=0)
    return d.lay("#6a4030", mirrored(stroke(1.5, "M 50 65 L 50 70 Q 46 74.5 42.5 72")), lift=0)


def fish():
    d = Disc("#1c6a72").lay("#ffd2a6", path("M 66 52 L 90 34 Q 85 52 90 70 Z"))
    d.lay("#ffc08c", path("M 40 34 Q 54 18 66 26 Q 64 34 60 40 Z"), path("M 44 68 Q 52 82 62 78 Q 62 70 58 64 Z"))
    d.lay("#ffd9b0", path("M 11 52 C 22 30 50 26 73 52 C 50 78 22 74 11 52 Z"))
    d.lay("#f2904f", path("M 40 34.5 Q 49 52 40 69.5 Q 45 70 50 69 Q 58 52 50 35 Q 45 34 40 34.5 Z"), lift=0)
    d.lay("#f2904f", path("M 60 41 Q 65 52 60 63 L 64 60 Q 69 52 64 44 Z"), lift=0)
    d.lay(INK, oval(25, 48, 3), lift=0).lay(WHITE, oval(24.2, 47, 1), lift=0)
    return d.lay("#bfe3e0", oval(14, 32, 3.2), oval(21, 23, 2.2), lift=0.4)


def butterfly():
    d = Disc("#6a4397")
    d.lay("#f3b6cf", mirrored(path("M 50 52 C 40 54 22 56 21 68 C 20 80 36 86 43 76 C 47 70 50 60 50 52 Z")))
    d.lay("#fbd3a2", mirrored(path("M 50 52 C 46 34 30 18 18 22 C 6 27 12 50 26 54 C 36 57 46 55 50 52 Z")))
    d.lay("#e07f7a", mirrored(oval(26, 36, 6, 7.5, -30)), mirrored(oval(33, 70, 4.5, 5.5, 20)), lift=0)
    d.lay(WHITE, mirrored(oval(16, 29, 1.6)), mirrored(oval(15, 38, 1.6)), lift=0)
    d.lay("#3b2548", mirrored(stroke(1.5, "M 50 32 Q 46 20 39 17")), oval(39, 17, 1.7), oval(61, 17, 1.7), lift=0.4)
    return d.lay("#3b2548", oval(50, 53, 3, 21), oval(50, 32, 3.8))


def feather():
    d = Disc("#e2d0dd").lay(
        "#3f6d8e",
        path("M 84 12 C 54 12 28 32 27 62 L 24 74 L 36 70 C 66 70 86 44 84 12 Z"),
        hole(path("M 30 50 L 40 50 L 29 58 Z")),
        hole(path("M 60 66 L 53 56 L 67 60 Z")),
    )
    d.lay(
        "#6f9cba",
        path("M 84 12 C 56 16 36 36 28 68 L 26 60 C 28 32 54 12 84 12 Z"),
        hole(path("M 26 50 L 40 50 L 26 58 Z")),
        lift=0,
    )
    return d.lay("#23465f", stroke(2.4, "M 15 87 Q 34 52 78 18"), lift=0.5)


def tree():
    d = Disc("#2c6248").lay("#d7e9b9", path("M 50 56 L 78 78 Q 50 84 22 78 Z"))
    d.lay("#c69a6a", path("M 46 78 L 54 78 L 55 91 L 45 91 Z"), lift=0.6)
    d.lay("#c3dda0", path("M 50 50 L 80 77 Q 50 84 20 77 Z"))
    d.lay("#d3e8b2", path("M 50 30 L 74 57 Q 50 63 26 57 Z"))
    return d.lay("#e4f2c8", path("M 50 11 L 68 37 Q 50 43 32 37 Z"))


def flower():
    """A sunflower."""
    d = Disc("#5f3158")
    for colour, start in (("#f0ae3a", 12), ("#fccf5e", 0)):
        petals = sum(
            (
                turned(path("M 50 33 C 43 25 46 12 50 7 C 54 12 57 25 50 33 Z"), start + a, 50, 50)
                for a in range(0, 360, 24)
            ),
            [],
        )
        d.lay(colour, petals, lift=0.8)
    d.lay("#6b3f1f", oval(50, 50, 19)).lay("#8a5527", oval(50, 50, 13.5), lift=0.5)
    seeds = sum(
        (oval(50 + 1.85 * k**0.5 * c, 50 + 1.85 * k**0.5 * s, 0.95) for k, (c, s) in enumerate(_spiral(36), 1)), []
    )
    return d.lay("#4a2a14", seeds, lift=0)


def _spiral(count):
    return [(cos(2.39996 * k), sin(2.39996 * k)) for k in range(1, count + 1)]


def clover():
    heart = path("M 50 49 C 42 42 30 34 34 22 C 37 14 47 15 50 23 C 53 15 63 14 66 22 C 70 34 58 42 50 49 Z")
    d = Disc("#d9dfae").lay("#4d7d33", stroke(4.4, "M 50 52 Q 54 74 68 88"))
    for a in (45, 135, 225, 315):
        d.lay("#4f8a3a", turned(heart, a, 50, 48)).lay(
            "#86b766", turned(stroke(1.4, "M 50 43 L 50 29"), a, 50, 48), lift=0
        )
    return d


def cherries():
    d = Disc("#ecd3a8").lay("#a31f2e", oval(34, 66, 17)).lay("#b3283a", oval(66, 71, 16))
    d.lay("#e98d88", oval(28, 59, 4, 2.6, -40), oval(60.5, 64, 3.8, 2.4, -40), lift=0)
    d.lay("#5a4a26", stroke(2.6, "M 35 52 Q 40 30 62 17"), stroke(2.6, "M 66 57 Q 70 34 62 17"), lift=0.6)
    d.lay("#54823c", path("M 61 18 Q 44 2 20 20 Q 40 36 61 18 Z"))
    return d.lay("#7fa85a", stroke(1.3, "M 56 18.5 Q 42 17 28 20"), lift=0)


def orange():
    """Half an orange."""
    d = Disc("#345a7d").lay("#f2942f", oval(50, 50, 35)).lay("#fff0d2", oval(50, 50, 31), lift=0)
    wedge = path("M 50 46.5 L 40.6 24.5 Q 50 19 59.4 24.5 Z")
    return d.lay("#f9ac48", *(turned(wedge, a, 50, 50) for a in range(0, 360, 45)), lift=0.35)


def acorn():
    d = Disc("#3f5c36").lay("#efc083", path("M 26 46 L 74 46 C 76 66 62 80 50 88 C 38 80 24 66 26 46 Z"))
    d.lay("#fbe0b4", path("M 34 52 C 33 62 37 69 42 74 C 40 66 39 60 40 52 Z"), lift=0)
    d.lay("#a8703c", stroke(5.5, "M 50 28 Q 50 19 57 13")).lay(
        "#b98049", path("M 20 48 C 20 32 34 25 50 25 C 66 25 80 32 80 48 Q 50 54 20 48 Z")
    )
    marks = [
        stroke(1.4, f"M {x - 3.4} {y} L {x} {y + 3.2} L {x + 3.4} {y}")
        for y, xs in ((31, (44, 56)), (37, (34, 45, 55, 66)), (43, (29, 40, 50, 60, 71)))
        for x in xs
    ]
    return d.lay("#8a5428", *marks, lift=0)
