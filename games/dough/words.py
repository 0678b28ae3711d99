"""The sentences of Playdough, by id, and the lines of its Help."""

from __future__ import annotations

WORDS = {
    "one rep": "1 shape made",
    "reps": "{count} shapes made",
    "one rep free": "1 movement in the dough",
    "reps free": "{count} movements in the dough",
    "picture": "Playdough",
    "help squeeze": "Close fingers to squeeze, open to stretch.",
    "help push": "Push from outside, pull from inside.",
    "help tap": "Or tap where it starts, then where it ends.",
    "help bell": "Done? Press the bell.",
    "help mouse": "Mouse: drag, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("pinch", "help squeeze"),
    ("finger", "help push"),
    ("tap", "help tap"),
    ("bell", "help bell"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
