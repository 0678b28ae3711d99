"""A sound to play, and which sounds belong to which cue, for all games."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.brought import PLAIN, Voice
from games.kit.task import Cue

NOTES = 10  # steps of the scale that successes climb
CLATTERS = 6  # variants of the sound of a piece falling among others
RINGING = ("land", "seat", "rest", "paint", "pluck")  # cues of success: their sounds climb the scale
AMONG = 4  # pieces already there before falling sounds like falling among others


@dataclass(frozen=True)
class Sound:
    """A sound by its name in assets/sounds."""

    name: str
    pan: float = 0.0  # -1 left to 1 right
    pitch: int = 0  # step of the scale
    loudness: float = 1.0  # 0 to 1


def heard(cue: Cue, done: int, width: float, voice: Voice = PLAIN) -> list[Sound]:
    """The sounds of a cue, panned by its place on a table of this width (mm), after `done` successful reps.

    Each success rings one step higher, so that a good run becomes a tune; a piece that falls among others clatters too.
    """
    pan = max(-1.0, min(1.0, 2 * cue.at.x / width - 1))
    own = cue.name in voice.cues
    name = f"{voice.name}_{cue.name}" if own else cue.name
    if cue.name not in RINGING:
        return [Sound(name, pan)]
    ring = Sound(f"{name}_{(done if cue.step is None else cue.step) % NOTES}", pan)
    clatters = cue.name == "land" and not own and done >= AMONG
    return [ring, Sound(f"clatter_{done % CLATTERS}", pan, loudness=0.6)] if clatters else [ring]
