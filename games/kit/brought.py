"""What a game brings besides rules and view: the sentences that the launcher needs from it, and its sounds."""

from __future__ import annotations

from dataclasses import dataclass

# Ids of sentences. How many were done: ("{count} bean moved", "{count} beans moved"); free play may have its own: "reps free".
COUNTED = "reps"
PICTURE = "picture"  # id of the file name of a free picture
MOST_HELP = 6  # most lines on a page of Help


@dataclass(frozen=True)
class Voice:
    """A game's own sounds: with the name "coin", the cue "lift" sounds as assets/sounds/coin_lift instead of lift."""

    name: str = ""  # "coin"
    cues: tuple[str, ...] = ()


PLAIN = Voice()  # no sounds of its own
