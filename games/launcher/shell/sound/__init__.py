"""A sound to play, and which sounds belong to which cue, for all games."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from games.kit.brought import PLAIN, Voice
from games.kit.task import Cue

NOTES = 10  # steps of the scale that successes climb
CLATTERS = 6  # variants of the sound of a piece falling among others
# Sounds of which there are several takes: name.ogg, name_1.ogg ...; each time another one is heard.
TAKES = {
    "lift": 4,
    "drop": 4,
    "wall": 4,
    "perch": 3,
    "handful": 3,
    "spill": 3,
    "press": 4,
    "home": 3,
    "pull": 4,
    "turn": 3,
    "brush": 5,
    "tool": 3,
    "coin_lift": 4,
    "coin_drop": 4,
    "coin_knock": 3,
    "ball_squish": 4,
    "ball_spring": 3,
    "ball_pop": 4,
    "dough_press": 5,
    "dough_grip": 4,
    "dough_knead": 4,
    "dough_dig": 3,
    "dough_cut": 3,
    "band_lift": 4,
    "band_snap": 4,
}
RINGING = ("land", "seat", "rest", "paint", "pluck")  # cues of success: their sounds climb the scale
SOON = 0.008  # s, half a frame: what is due within it is heard now
AMONG = 4  # pieces already there before falling sounds like falling among others


@dataclass(frozen=True)
class Sound:
    """A sound by its name in assets/sounds."""

    name: str
    pan: float = 0.0  # -1 left to 1 right
    pitch: int = 0  # number of its take, or step of the scale
    loudness: float = 1.0  # 0 to 1


class Sounding:
    """Chooses takes, one after another, and keeps the sounds of things that are still falling."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()
        self._falling: list[tuple[float, float | None, Sound]] = []  # s to wait, when that is over, the sound

    @property
    def waits(self) -> bool:
        """Whether a sound is still to come."""
        return bool(self._falling)

    def take(self, sound: Sound) -> Sound:
        """The next take of a sound that has several."""
        takes = TAKES.get(sound.name, 1)
        number = self._taken[sound.name]
        self._taken[sound.name] += 1
        return replace(sound, pitch=number % takes) if takes > 1 else sound

    def later(self, sound: Sound, after: float) -> None:
        """A sound that is due so many s after this frame."""
        self._falling.append((after, None, sound))

    def due(self, now: float) -> list[Sound]:
        """The sounds that are due in the frame at `now`, called once when all else in it is done."""
        known = [(after, now + after if when is None else when, sound) for after, when, sound in self._falling]
        self._falling = [(after, when, sound) for after, when, sound in known if when > now + SOON]
        return [sound for _, when, sound in known if when <= now + SOON]


def heard(cue: Cue, done: int, width: float, voice: Voice = PLAIN, clean: float = 0.0) -> list[Sound]:
    """The sounds of a cue, panned by its place on a table of this width (mm), after `done` successful reps; `clean`: how
    cleanly something landed, from 0 to 1.

    Each success rings one step higher, so that a good run becomes a tune; a piece that falls among others clatters too.
    """
    pan = max(-1.0, min(1.0, 2 * cue.at.x / width - 1))
    own = cue.name in voice.cues
    name = f"{voice.name}_{cue.name}" if own else cue.name
    if cue.name not in RINGING:
        return [Sound(name, pan)]
    ring = Sound(f"{name}_{(done if cue.step is None else cue.step) % NOTES}", pan)
    if own and clean > 0.0:
        return [ring, Sound(f"{voice.name}_ring", pan, loudness=clean)]
    clatters = cue.name == "land" and not own and done >= AMONG
    return [ring, Sound(f"clatter_{done % CLATTERS}", pan, loudness=0.6)] if clatters else [ring]
