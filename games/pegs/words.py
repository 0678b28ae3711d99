"""What is said in Pegs, by id: short, calm, one thing at a time."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} peg moved", "{count} pegs moved"),
}
