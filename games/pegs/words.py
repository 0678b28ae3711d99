"""What is said in Pegs, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} peg moved", "{count} pegs moved"),
    "within of hole": "{value} mm from the middle of the hole",
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
