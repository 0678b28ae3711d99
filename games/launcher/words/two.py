"""The sentences of rounds that two people play, by id; part of the catalogue."""

from __future__ import annotations

from games.kit.words import Message

TWO: dict[str, Message] = {
    "two players": "Two players",
    "duel": "Duel",
    "together": "Together",
    "seat left": "Left hand",
    "seat right": "Right hand",
    "usual": "usual",
    "duel asks": "Who beats their usual points by more?",
    "first round": "First round: it learns what is usual for each of you.",
    "fill the jar": "Each repetition is beads in the jar. Fill it together.",
    "round played": "A good round. From the next one on it is even.",
    "round stopped": "Stopped. What was played is kept.",
    "neck and neck": "Neck and neck",
    "by a nose": "Neck and neck: {name} by a nose",
    "is ahead": "{name} is ahead this time",
    "of usual": "{percent} % of the usual points",
    "of jar": "{percent} % of the jar",
    "jar full": "The jar is full!",
    "jar part": "The jar is {percent} % full",
}
