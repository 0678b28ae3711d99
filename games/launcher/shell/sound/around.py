"""What is heard all the time: the tone of the room in which a game's table stands, and music if the player wants it."""

from __future__ import annotations

from dataclasses import dataclass

from games.launcher.people.settings import LOUDEST, Settings

DUCKED = 0.3  # share of its loudness that music keeps while something is said by a sound
UNDER, BACK = 1.6, 1.2  # s for which it stays so, and in which it comes back
SAYING = frozenset({"done", "record", "complete", "start", "count", "tower", "coin_tower", "dough_bell"})
STEP = 1 / 24  # of loudness; smaller changes are not passed on


@dataclass(frozen=True)
class Around:
    """What is heard until something else is asked for; loudness from 0 to 1."""

    room: str = ""  # a game's id; "": none
    tone: float = 0.0
    music: float = 0.0


class Surroundings:
    """Follows the place and the player's settings."""

    def __init__(self) -> None:
        self._heard = Around()
        self._said: float | None = None  # when something was last said by a sound
        self._saying = False  # it was said in this frame

    @property
    def changes(self) -> bool:
        """Whether music still comes back by itself."""
        return self._heard.music > 0.0 and (self._said is not None or self._saying)

    def said(self, sound: str) -> None:
        """A sound of this name begins in this frame."""
        self._saying = self._saying or sound in SAYING

    def frame(self, now: float, room: str, chosen: Settings) -> Around | None:
        """What is to be heard from this frame on in this room, if that differs from what is heard now."""
        if self._saying:
            self._said, self._saying = now, False
        share = 1.0
        if self._said is not None:
            back = (now - self._said - UNDER) / BACK
            share = DUCKED + (1.0 - DUCKED) * max(0.0, back)
            if back >= 1.0:
                self._said, share = None, 1.0
        tone = chosen.loudness if chosen.room and room else 0.0
        music = chosen.loudness * chosen.music / LOUDEST
        wanted = Around(room if tone else "", tone, round(music * share / STEP) * STEP if share < 1.0 else music)
        if wanted == self._heard:
            return None
        self._heard = wanted
        return wanted
