"""The sentences of Rubber bands, by id, and the lines of its Help."""

from __future__ import annotations

WORDS = {
    "one rep": "1 time",
    "reps": "{count} times",
    "help open": "Rest your fingers on the dots, then open.",
    "help lift": "Lift: the finger that glows, then down again.",
    "help sling": "Slingshot: pull to the ring, wait, let go.",
    "help loop": "Loop: pull the band from peg to peg.",
    "help one": "One finger or mouse: pull, or tap what glows.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("pinch", "help open"),
    ("up", "help lift"),
    ("target", "help sling"),
    ("star", "help loop"),
    ("mouse", "help one"),
    ("rest", "help rest"),
)
