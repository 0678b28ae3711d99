"""The sentences of Finger paint, by id, and the lines of its Help."""

from __future__ import annotations

WORDS = {
    "one rep": "1 piece painted",
    "reps": "{count} pieces painted",
    "one rep free": "1 stroke painted",
    "reps free": "{count} strokes painted",
    "picture": "Painting",
    "help draw": "Draw along the pencil line, then lift.",
    "help tools": "Studio: rest on a tool until it acts.",
    "help undo": "Undo: the arrow, or Ctrl Z.",
    "help clear": "Clear the sheet: hold for 2 seconds.",
    "help mouse": "Mouse: drag, or click, move, click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("finger", "help draw"),
    ("palette", "help tools"),
    ("undo", "help undo"),
    ("erase", "help clear"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
