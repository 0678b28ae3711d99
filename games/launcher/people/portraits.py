"""The pictures that stand for people, by the names of their files in assets/images/people. No two look alike."""

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
