"""What is said in Beans, by id: short, calm, one thing at a time."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} bean moved", "{count} beans moved"),
}
