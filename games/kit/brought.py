"""What a game brings besides its rules and its picture: the sentences the launcher asks it for, and its sounds."""

from __future__ import annotations

from dataclasses import dataclass

# Ids of sentences. How many were done: ("{count} bean moved", "{count} beans moved"); free play may have its own: "reps free".
COUNTED = "reps"
PICTURE = "picture"  # what a file with one of its free pictures is called
MOST_HELP = 6  # lines that a page of Help has room for


@dataclass(frozen=True)
class Voice:
    """The sounds that are a game's own: of these cues, "lift" sounds as `coin_lift` in assets/sounds, not as `lift`."""

    name: str = ""  # "coin"
    cues: tuple[str, ...] = ()


PLAIN = Voice()  # no sounds of its own
