"""The sentences of Stress ball, by id, and the lines of its Help."""

from __future__ import annotations

WORDS = {
    "one rep": "1 squeeze",
    "reps": "{count} squeezes",
    "help close": "Close your fingers round the ball, hold, open.",
    "help open": "Open your hand after each squeeze.",
    "help one": "One finger: press, or pull inward.",
    "help tap": "Or tap to press, tap again to let go.",
    "help mouse": "Mouse: hold, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("pinch", "help close"),
    ("hand_right", "help open"),
    ("finger", "help one"),
    ("tap", "help tap"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
