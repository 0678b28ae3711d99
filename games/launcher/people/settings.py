"""A player's settings for sound, letters, colours and pointing; stored with the profile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

TEXTS = (100, 125, 150, 175, 200)
PALETTES = ("meadow", "evening", "signal")
LOUDEST = 10
GRACES = (0, 75, 150, 300, 450, 600)  # ms; the choices on the page of settings
LONGEST_GRACE = 600
BETWEEN = (0, 250, 500, 1000, 1500, 2000)  # ms; the choices on the page of settings
CODE = re.compile(r"[a-z]{2,8}")  # of a language


@dataclass(frozen=True)
class Settings:
    """The settings of one player. Unknown or impossible stored values fall back to these defaults."""

    volume: int = 7  # 0 to 10
    music: int = 0  # 0 to 10, of the volume
    room: bool = True  # the tone of the room is heard
    mute: bool = False
    text: int = 100  # percent of the standard letter size
    palette: str = "meadow"
    less_motion: bool = False
    dwell: bool = False  # a resting pointer presses
    grace_ms: int = 150  # ms that a contact may be lost before its finger has let go
    coach: bool = True  # practice levels are fitted to the hand
    ghost: bool = True  # the player's own best plays along as a ghost in challenges
    family: bool = False  # the player's bests are shown on the board that everybody on this device sees
    feelings: bool = False  # ask how the hand feels before playing, and at each rest
    days: str = "0000000"  # practice days chosen by the player, Monday to Sunday; 1: chosen
    between: int = 500  # ms, 0 to 2000, between touches: an earlier second one counts as trembling and presses nothing
    told: bool = False  # the safety page has been shown
    learned: str = ""  # what has come off, once or twice each, as screens.play.lesson names it; separated by spaces
    language: str = ""  # its code, such as "de"; "": none was chosen yet

    def __post_init__(self) -> None:
        if not 0 <= self.volume <= LOUDEST:
            raise ValueError(f"a volume of {self.volume} is impossible: it is 0 to {LOUDEST}")
        if not 0 <= self.music <= LOUDEST:
            raise ValueError(f"a loudness of music of {self.music} is impossible: it is 0 to {LOUDEST}")
        if self.text not in TEXTS:
            raise ValueError(f"a text size of {self.text} is impossible: it is one of {TEXTS}")
        if self.palette not in PALETTES:
            raise ValueError(f"there is no palette {self.palette!r}: there are {', '.join(PALETTES)}")
        if not 0 <= self.grace_ms <= LONGEST_GRACE:
            raise ValueError(
                f"a grace of {self.grace_ms} ms for a lost contact is impossible: it is 0 to {LONGEST_GRACE}"
            )
        if not BETWEEN[0] <= self.between <= BETWEEN[-1]:
            raise ValueError(
                f"a time between touches of {self.between} ms is impossible: it is {BETWEEN[0]} to {BETWEEN[-1]}"
            )
        if self.language and not CODE.fullmatch(self.language):
            raise ValueError(f"a language {self.language[:20]!r} is impossible: a code is 2 to 8 small letters")
        if len(self.days) != 7 or set(self.days) - {"0", "1"}:
            raise ValueError(f"days of {self.days[:20]!r} are impossible: they are seven times 0 or 1, from Monday")

    def values(self) -> dict[str, bool | int | str]:
        """The settings as plain values, for storing."""
        return asdict(self)

    @staticmethod
    def of(values: Mapping[str, object]) -> Settings:
        """Settings from stored values; a missing or impossible value becomes the default."""
        settings = Settings()
        for field in fields(Settings):
            value = values.get(field.name)
            if type(value) is not type(getattr(settings, field.name)):
                continue
            try:
                settings = Settings(**{**settings.values(), field.name: value})  # type: ignore[arg-type]
            except ValueError:
                continue
        return settings

    @property
    def loudness(self) -> float:
        """The volume, 0 to 1; 0 if muted."""
        return 0.0 if self.mute else self.volume / LOUDEST

    @property
    def seconds_between(self) -> float:
        """The time between touches, in s."""
        return self.between / 1000
