"""The pictures by which people are known, by their names in assets/images/people: no two alike in shape or colour."""

from __future__ import annotations

PORTRAITS = (
    "boat",
    "bird",
    "tree",
    "sun",
    "cat",
    "flower",
    "fish",
    "mountain",
    "butterfly",
    "bicycle",
    "guitar",
    "anchor",
    "dog",
    "lighthouse",
    "teapot",
    "clover",
    "book",
    "moon",
    "cherries",
    "feather",
    "acorn",
    "orange",
)
