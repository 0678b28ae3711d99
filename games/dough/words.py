"""What is said in Playdough, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.dough.levels import BOTH, CUT, DIG, FREE_NOTE, MORE, PUSH, STRETCH
from games.kit.words import Message, same

WORDS: dict[str, Message] = {
    **same(BOTH, STRETCH, PUSH, CUT, DIG, MORE, FREE_NOTE),
    "reps": ("{count} shape made", "{count} shapes made"),
    "firm of": "firmness {value}",
    "alike of": "{value} % alike",
    "reps free": ("{count} movement in the dough", "{count} movements in the dough"),
    "told like": ("{count} shape, {percent:.0f} % alike", "{count} shapes, {percent:.0f} % alike"),
    "short": ("{count} shape, {percent:.0f} %", "{count} shapes, {percent:.0f} %"),
    "picture": "Playdough",
    "hold on": "Hold on, and a new lump comes.",
    "undo": "The arrow brings the other back.",
    "ready": "It is there. Lift your fingers, or shape on.",
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
