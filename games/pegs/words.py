"""The sentences of Pegs, by id, and the lines of its Help."""

from __future__ import annotations

WORDS = {
    "one rep": "1 peg moved",
    "reps": "{count} pegs moved",
    "help drag": "Drag a peg to its hole, then lift.",
    "help tap": "Or tap a peg, then tap its hole.",
    "help pinch": "Or close two fingers on it, move, open.",
    "help turn": "Turn: two fingers, knob, wheel, Q or E.",
    "help mouse": "Mouse: drag, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("finger", "help drag"),
    ("tap", "help tap"),
    ("pinch", "help pinch"),
    ("repeat", "help turn"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
