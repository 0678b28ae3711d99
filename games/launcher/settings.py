"""What a player has chosen about sound, letters, colours and pointing; kept with the profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

TEXTS = (100, 125, 150, 175, 200)
PALETTES = ("meadow", "evening", "signal")
LOUDEST = 10
GRACES = (0, 75, 150, 300, 450, 600)  # ms; what the key on the page goes through
LONGEST_GRACE = 600
BETWEEN = (0, 250, 500, 1000, 1500, 2000)  # ms, as the page of settings offers them


@dataclass(frozen=True)
class Settings:
    """The choices of one player. Unknown or impossible stored values fall back to these."""

    volume: int = 7  # 0 to 10
    mute: bool = False
    text: int = 100  # percent of the usual letters
    palette: str = "meadow"
    less_motion: bool = False
    dwell: bool = False  # a pointer that rests presses
    grace_ms: int = 150  # ms that a contact may be lost before its finger has let go
    coach: bool = True  # a practice level fits itself to the hand
    ghost: bool = True  # the own best plays along in challenges
    family: bool = False  # the own bests stand on the board that everybody on this device sees
    feelings: bool = False  # how the hand feels is asked before playing, and at each rest
    days: str = "0000000"  # on which days, Monday to Sunday, the player likes to practise; 1: yes
    between: int = 500  # ms, 0 to 2000: the time between touches; a second one sooner is a tremble, and presses nothing
    told: bool = False  # the safety page has been seen

    def __post_init__(self) -> None:
        if not 0 <= self.volume <= LOUDEST:
            raise ValueError(f"a volume of {self.volume} is impossible: it is 0 to {LOUDEST}")
        if self.text not in TEXTS:
            raise ValueError(f"a text size of {self.text} is impossible: it is one of {TEXTS}")
        if self.palette not in PALETTES:
            raise ValueError(f"there is no palette {self.palette!r}: there are {', '.join(PALETTES)}")
        if not 0 <= self.grace_ms <= LONGEST_GRACE:
            raise ValueError(f"a lost contact of {self.grace_ms} ms is impossible: it is 0 to {LONGEST_GRACE}")
        if not BETWEEN[0] <= self.between <= BETWEEN[-1]:
            raise ValueError(
                f"a time between touches of {self.between} ms is impossible: it is {BETWEEN[0]} to {BETWEEN[-1]}"
            )
        if len(self.days) != 7 or set(self.days) - {"0", "1"}:
            raise ValueError(f"days of {self.days[:20]!r} are impossible: they are seven times 0 or 1, from Monday")

    def values(self) -> dict[str, bool | int | str]:
        """As plain values, to be stored."""
        return asdict(self)

    @staticmethod
    def of(values: Mapping[str, object]) -> Settings:
        """From stored values; each one that is missing or impossible is as if never chosen."""
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
        """0 to 1; silence when muted."""
        return 0.0 if self.mute else self.volume / LOUDEST

    @property
    def seconds_between(self) -> float:
        """The time between touches, in s."""
        return self.between / 1000
