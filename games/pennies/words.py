"""What is said in Pennies, by id: short, calm, one thing at a time."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} coin placed", "{count} coins placed"),
}
