"""The desk: all that screens share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.people.settings import Settings
from games.launcher.progress.rest import Sitting
from games.launcher.shell.clock import Clock
from games.launcher.shell.display import Display
from games.launcher.shell.sound import Sound
from games.launcher.shell.tell import Tell
from games.launcher.ui.theme import PALETTES, Palette
from games.launcher.words.saying import Words

if TYPE_CHECKING:
    from games.launcher.gallery.picturing import Commission
    from games.launcher.people.everybody import People, Person
    from games.launcher.records.store import Store
    from games.launcher.round.ended import Ended


T = TypeVar("T")
NOBODY = ""  # the id of a player of whom nothing is known yet


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
    player: Player = field(default_factory=lambda: Player(NOBODY, None))  # until the player's files are there, a guest
    sitting: Sitting = field(default_factory=Sitting)  # what was played without a long pause
    words: Words = field(default_factory=Words)  # in the player's language
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

    _store: Store | None = None
    _people: People | None = None

    @property
    def loaded(self) -> bool:
        """Whether the player's files are there: all but Home is opened only then."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """The player's files."""
        return _there(self._store)

    @property
    def people(self) -> People:
        """Who plays on this device."""
        return _there(self._people)

    def load(self, store: Store, people: People, person: Person) -> None:
        """The player's files are there, and this person plays."""
        self._store, self._people = store, people
        self.become(person)

    @property
    def say(self) -> Say:
        """Gives the sentence of an id in the player's language."""
        return self.words.say

    @property
    def palette(self) -> Palette:
        """The colours that the player chose."""
        return PALETTES[self.settings.palette]

    def become(self, person: Person) -> None:
        """This person plays from now on."""
        if self.player.id != person.id:
            self.sitting = Sitting()
        self.player = Player(person.id, person.name, person.side, person.picture)
        self.settings = person.settings

    def choose(self, settings: Settings) -> None:
        """The player's choices from now on; kept, or at least held for this run."""
        self.settings = settings
        if not self.loaded:
            return
        try:
            self.people.keep(self.player.id, settings)
        except OSError as error:
            self.report(error)

    def take_side(self, side: str) -> None:
        """The player's hand from now on, left or right; kept, or at least held for this run."""
        self.player.side = side
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
        from games.launcher.records.saved_pictures import pictures_folder, save_picture

        self.saving = self.beside(lambda: save_picture(write, pictures_folder(store.folders), day, what))

    def em(self, height: float) -> float:
        """An em as large as the player wants letters."""
        return height * self.settings.text / 100


def _there(found: T | None) -> T:
    if found is None:
        raise RuntimeError("the player's files are asked for before they are loaded")
    return found
