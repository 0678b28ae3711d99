"""What is said in Playdough, by id: short, calm, one thing at a time."""

from __future__ import annotations

from games.dough.levels import BOTH, CUT, DIG, FREE_NOTE, MORE, PUSH, STRETCH
from games.kit.words import Message, same

WORDS: dict[str, Message] = {
    **same(BOTH, STRETCH, PUSH, CUT, DIG, MORE, FREE_NOTE),
    "reps": ("{count} shape made", "{count} shapes made"),
    "reps free": ("{count} movement in the dough", "{count} movements in the dough"),
    "picture": "Playdough",
    "hold on": "Hold on, and a new lump comes.",
    "undo": "The arrow brings the other back.",
    "ready": "It is there. Lift your fingers, or shape on.",
}
