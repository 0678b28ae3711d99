"""What a screen is, and the desk: all that screens share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.clock import Clock
from games.launcher.display import Display
from games.launcher.progress.rest import Sitting
from games.launcher.screens.theme import PALETTES, Palette
from games.launcher.screens.widgets import Button
from games.launcher.settings import Settings
from games.launcher.sound import Sound
from games.launcher.tell import Tell

if TYPE_CHECKING:
    from games.launcher.ended import Ended
    from games.launcher.people import People, Person
    from games.launcher.picturing import Commission
    from games.launcher.records.store import Store


class Screen(Protocol):
    """One thing on the screen at a time. It returns the screen that follows it, or itself."""

    name: str

    @property
    def controls(self) -> Sequence[Button]:
        """What can be pressed now."""

    @property
    def lively(self) -> bool:
        """Whether something moves without being touched."""

    @property
    def waiting(self) -> bool:
        """Whether a touch must be answered at once: a game is being played."""

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        """Take what was read since the last frame; `now` in s on the device's clock."""

    def draw(self, canvas: Canvas) -> None:
        """Draw everything; changes nothing."""

    def laid(self) -> None:
        """The window has another size or scale now: lay out anew."""

    def leave(self) -> None:
        """The program ends while this screen is shown: keep what must not be lost."""


@dataclass
class Wish:
    """What the command line asked for."""

    game: str | None = None
    level: int = 1
    mode: str = "practice"
    seed: int | None = None
    challenge: str | None = None  # a file or a code that somebody sent


@dataclass
class Player:
    """Who plays: a profile's id, and its name (None for the guest)."""

    id: str
    name: str | None
    side: str = "right"
    picture: str = "guest"  # a picture's name in assets/images/people


class Work(Protocol):
    """Something that is being worked out."""

    def done(self) -> bool:
        """Whether the answer is there."""

    def result(self) -> Any:
        """The answer; waits for it. Raises what the work raised."""


class Done:
    """Work that was done at once."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._found = work()

    def done(self) -> bool:
        return True

    def result(self) -> Any:
        return self._found


@dataclass
class Desk:
    """All that screens share."""

    display: Display
    clock: Clock
    tell: Tell
    seed: Callable[[], int]
    wish: Wish = field(default_factory=Wish)
    settings: Settings = field(default_factory=Settings)
    store: Store | None = None  # None until it is loaded, right after the first frame
    people: People | None = None  # with the store
    player: Player | None = None
    sitting: Sitting = field(default_factory=Sitting)  # what was played without a long pause
    pictures: bool = False  # the first frame is drawn without: it must come at once
    closed: bool = False
    wants_fullscreen: bool = False  # the device shall go to the whole screen, or back to a window
    wants_picture: tuple[Vec, Vec] | None = None  # the part of the window, in mm, that the device shall hand over
    picture_of: str = "Painting"  # what it shows: its file is named for it
    saving: Work | None = None  # a picture is being written: it gives its path
    commissions: list[Commission] = field(default_factory=list)  # pictures to paint beside the window, one by one
    rescale: float = 1.0  # what the device shall multiply its pixels per mm by
    unsaved: list[Ended] = field(default_factory=list)  # rounds that could not be stored yet
    sounds: list[Sound] = field(default_factory=list)
    report: Callable[[BaseException], None] = lambda error: None  # writes what went amiss to the log; ids only
    beside: Callable[[Callable[[], Any]], Work] = Done  # works something out beside the frames, where the device can

    @property
    def palette(self) -> Palette:
        """The colours that the player chose."""
        return PALETTES[self.settings.palette]

    def become(self, person: Person) -> None:
        """This person plays from now on."""
        if self.player is None or self.player.id != person.id:
            self.sitting = Sitting()
        self.player = Player(person.id, person.name, person.side, person.picture)
        self.settings = person.settings

    def choose(self, settings: Settings) -> None:
        """The player's choices from now on; kept, or at least held for this run."""
        self.settings = settings
        if self.people is not None and self.player is not None:
            try:
                self.people.keep(self.player.id, settings)
            except OSError as error:
                self.report(error)

    def take_side(self, side: str) -> None:
        """The player's hand from now on, left or right; kept, or at least held for this run."""
        if self.player is None:
            return
        self.player.side = side
        if self.people is not None:
            try:
                self.people.take_side(self.player.id, side)
            except OSError as error:
                self.report(error)

    def save_again(self, now: float) -> None:
        """Try once more, now and then, to store what could not be stored; at infinity, at once."""
        for ended in list(self.unsaved):
            ended.retry(now)

    def hear(self, sound: Sound) -> None:
        """Something sounds with the next picture."""
        self.sounds.append(sound)

    def keep_picture(self, write: Callable[[Path], None]) -> None:
        """The device hands over what was asked for: it is written beside the frames."""
        store, day, what = self.store, self.clock().local_date, self.picture_of
        if store is None:
            return
        from games.launcher.records.saved_pictures import pictures_folder, save_picture

        self.saving = self.beside(lambda: save_picture(write, pictures_folder(store.folders), day, what))

    def em(self, height: float) -> float:
        """An em as large as the player wants letters."""
        return height * self.settings.text / 100
