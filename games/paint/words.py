"""What is said in Finger paint, by id: short, calm, one thing at a time."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} piece painted", "{count} pieces painted"),
    "reps free": ("{count} stroke painted", "{count} strokes painted"),
    "picture": "Painting",
}
