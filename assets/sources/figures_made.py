"""People's pictures: things made by hand, and the sky; the guest is among them."""

from paper_shapes import Disc, hole, mirrored, oval, path, ring, stroke, turned

CREAM, WHITE = "#f7ead0", "#fffaf0"


def guest():
    """A plain cup."""
    d = Disc("#5a6470").lay("#eef0ee", oval(48, 74, 30, 5.5))
    d.lay("#eef0ee", stroke(5, "M 66 44 C 84 40 84 62 63 61"))
    d.lay("#f7f7f3", path("M 26 36 L 70 36 C 70 60 62 73 48 73 C 34 73 26 60 26 36 Z"))
    return d.lay("#d5d9da", oval(48, 36, 22, 5), lift=0).lay("#8b949c", oval(48, 37, 19, 3.6), lift=0)


def boat():
    d = (
        Disc("#2f64a6")
        .lay(WHITE, path("M 54 14 L 54 63 L 83 63 Q 77 34 54 14 Z"))
        .lay("#f8d58c", path("M 49 22 L 49 63 L 22 63 Q 42 48 49 22 Z"))
    )
    d.lay("#d9603f", path("M 16 67 L 86 67 Q 80 84 68 84 L 36 84 Q 22 82 16 67 Z"))
    return d.lay("#8fc0e6", path("M 0 80 Q 12 73 25 80 Q 37 86 50 80 Q 62 74 75 80 Q 88 86 100 79 L 100 100 L 0 100 Z"))


def sun():
    """The sun over hills."""
    d = Disc("#93591c").lay("#ffe7a3", oval(50, 50, 18))
    rays = sum((turned(stroke(4, "M 50 26 L 50 17"), a, 50, 50) for a in range(-90, 91, 30)), [])
    d.lay("#ffd978", rays, lift=0.7)
    d.lay("#e3a24a", path("M 0 62 Q 26 46 54 60 Q 78 70 100 58 L 100 100 L 0 100 Z"))
    return d.lay("#6d7f3c", path("M 0 80 Q 34 60 62 72 Q 84 80 100 72 L 100 100 L 0 100 Z"))


def mountain():
    d = Disc("#4a5a70").lay("#f6e3a8", oval(70, 27, 8))
    d.lay("#a9bccd", path("M 40 84 L 72 40 L 108 84 Z")).lay(
        WHITE, path("M 72 40 L 82 52.5 L 76 51 L 72 56 L 67 51 L 63 53 Z"), lift=0
    )
    d.lay("#d5e0e8", path("M -6 86 L 40 22 L 82 86 Z"))
    d.lay(WHITE, path("M 40 22 L 53 42 L 46 39 L 41 47 L 34 40 L 26 42 Z"), lift=0)
    return d.lay("#6f9a78", path("M 0 84 Q 30 70 58 80 Q 80 86 100 78 L 100 100 L 0 100 Z"))


def bicycle():
    d = Disc("#74502f").lay(CREAM, ring(28, 62, 17.5, 4.2), ring(72, 62, 17.5, 4.2))
    d.lay(
        "#9ed3c4",
        stroke(4, "M 28 62 L 40 38 L 65 38 L 48 62 L 28 62"),
        stroke(4, "M 40 38 L 48 62"),
        stroke(4, "M 72 62 L 63 30"),
    )
    d.lay(
        CREAM,
        stroke(4, "M 38 38 L 35.5 31"),
        stroke(4.4, "M 29 30 L 42 30"),
        stroke(3.6, "M 63 30 L 62 25 L 71 24 Q 75 26 72 31"),
    )
    return d.lay("#f4c35a", oval(48, 62, 5.2)).lay(CREAM, oval(28, 62, 2.6), oval(72, 62, 2.6), lift=0.4)


def lighthouse():
    d = Disc("#a84a2c").lay(WHITE, path("M 41 36 L 59 36 L 65 82 L 35 82 Z"))
    d.lay("#ffe39a", path("M 56 27 L 100 14 L 100 40 Z"), path("M 44 27 L 0 14 L 0 40 Z"), lift=0)
    d.lay(
        "#28406a",
        path("M 39.7 46 L 60.3 46 L 61.6 56 L 38.4 56 Z"),
        path("M 37.1 66 L 62.9 66 L 64.2 76 L 35.8 76 Z"),
        lift=0,
    )
    d.lay("#fff0b8", path("M 43 22 L 57 22 L 57 34 L 43 34 Z"), lift=0.5).lay(
        "#28406a", path("M 40 23 Q 42 13 50 11 Q 58 13 60 23 Z"), lift=0.8
    )
    d.lay("#28406a", path("M 37 33 L 63 33 L 63 37 L 37 37 Z"), stroke(1.6, "M 50 22 L 50 33"), lift=0.5)
    return d.lay("#3f6f6a", path("M 0 88 Q 20 76 44 79 Q 72 78 100 90 L 100 100 L 0 100 Z"))


def moon():
    d = Disc("#2b3568").lay("#ffedb8", oval(47, 48, 30), hole(oval(61, 40, 25)))
    for x, y, r in ((68, 33, 9), (82, 57, 6), (59, 54, 5)):
        ray = path(f"M {x - r * 0.2} {y} L {x} {y - r} L {x + r * 0.2} {y} Z")
        d.lay("#fff7dc", *(turned(ray, a, x, y) for a in (0, 90, 180, 270)), oval(x, y, r * 0.28), lift=0.5)
    return d


def guitar():
    def lean(*shapes):
        return [turned(shape, 38, 50, 50) for shape in shapes]

    belly = path(
        "M 50 42 C 62 40 66 48 63 54 C 61 59 70 62 70 73 "
        "C 70 86 60 91 50 91 C 40 91 30 86 30 73 C 30 62 39 59 37 54 C 34 48 38 40 50 42 Z"
    )
    d = (
        Disc("#7c2a3c")
        .lay("#f2bd70", *lean(belly))
        .lay("#8a5226", *lean(ring(50, 61, 8.3, 1.6)), lift=0)
        .lay("#3a2216", *lean(oval(50, 61, 7)), lift=0)
    )
    d.lay("#6b4128", *lean(path("M 47 14 L 53 14 L 53.4 56 L 46.6 56 Z")), lift=0.7)
    d.lay(
        "#d9a066",
        *lean(path("M 45 1 L 55 1 L 53.6 15 L 46.4 15 Z"), *(oval(x, y, 1.5) for x in (43.6, 56.4) for y in (4, 9))),
        lift=0.7,
    )
    d.lay("#5a3420", *lean(stroke(2.6, "M 42 79 L 58 79")), lift=0.4)
    return d.lay("#fff2d8", *lean(*(stroke(0.45, f"M {x} 14 L {x} 79") for x in (48, 50, 52))), lift=0)


def teapot():
    d = (
        Disc("#2f6f73")
        .lay("#f4e2c0", ring(23, 55, 12.5, 5))
        .lay("#f4e2c0", path("M 64 62 C 78 60 76 42 90 38 L 94 43 C 86 48 86 70 66 72 Z"))
    )
    d.lay(
        "#f9ebcf",
        path("M 50 34 C 70 34 76 46 76 56 C 76 68 68 77 60 79 L 40 79 C 32 77 24 68 24 56 C 24 46 30 34 50 34 Z"),
    )
    d.lay("#e3785a", path("M 24.2 53 Q 50 61 75.8 53 L 75.6 60 Q 50 68 24.6 60 Z"), lift=0)
    return d.lay("#f9ebcf", path("M 33 37 Q 36 28 50 28 Q 64 28 67 37 Q 50 41 33 37 Z"), lift=0.7).lay(
        "#e3785a", oval(50, 24.5, 4.2), lift=0.7
    )


def anchor():
    d = Disc("#174a5c").lay("#e9eef0", stroke(6.5, "M 50 28 L 50 84"), stroke(6, "M 33 40 L 67 40"))
    hook = path("M 11 58 L 27 60 L 21 65 C 27 76 38 80 50 80 L 50 88 C 34 88 21 80 15 69 L 11 74 Z")
    return (
        d.lay("#e9eef0", mirrored(hook))
        .lay("#e9eef0", ring(50, 20, 8, 5.5))
        .lay("#e0b05a", stroke(4, "M 43 54 L 57 50"), stroke(4, "M 43 60 L 57 56"), lift=0.5)
    )


def book():
    d = Disc("#5d4038").lay("#c98a4e", mirrored(path("M 50 30 Q 30 22 11 28 L 11 76 Q 30 70 50 78 Z")))
    d.lay("#f2e6cc", mirrored(path("M 50 29 Q 32 19 15 24 L 15 71 Q 32 66 50 75 Z"))).lay(
        "#fff8e8", mirrored(path("M 50 28 Q 34 17 18 21 L 18 67 Q 34 62 50 73 Z")), lift=0.6
    )
    d.lay(
        "#c9b896",
        mirrored(stroke(1.5, "M 24 32 Q 34 30 44 36")),
        mirrored(stroke(1.5, "M 24 41 Q 34 39 44 45")),
        mirrored(stroke(1.5, "M 24 50 Q 34 48 44 54")),
        lift=0,
    )
    return d.lay("#cf4f43", path("M 57 24 L 64 21 L 64 50 L 60.5 46 L 57 52 Z"), lift=0.5)
