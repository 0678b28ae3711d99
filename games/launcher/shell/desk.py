"""The desk: everything that screens share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.people.settings import Settings
from games.launcher.progress.rest import Sitting
from games.launcher.shell.clock import Clock
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Hear, Outbox
from games.launcher.shell.sound import Sound, Sounding
from games.launcher.shell.sound.around import Surroundings
from games.launcher.shell.spots import Spot, Spots, nowhere
from games.launcher.shell.tell import Tell
from games.launcher.shell.work import Beside, Done
from games.launcher.ui.theme import PALETTES, Palette
from games.launcher.words.saying import Words
from games.launcher.words.tongues import Tongues

if TYPE_CHECKING:
    from games.launcher.people.everybody import People, Person
    from games.launcher.records.store import Store
    from games.launcher.shell.earlier.indexing import Indexing
    from games.launcher.shell.earlier.rescoring import Rescoring


T = TypeVar("T")
NOBODY = ""  # the player's id before the files are loaded


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


class Unsaved(Protocol):
    """A round that could not be stored yet."""

    def retry(self, now: float) -> None:
        """Try again to store it, at most every half minute; `now` = infinity tries at once."""


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
    sitting: Sitting = field(default_factory=Sitting)  # what was played without a long break
    words: Words = field(default_factory=Words)  # in the player's language
    tongues: Tongues | None = None  # the languages to choose from; None: there are only these words
    pictures: bool = False  # False for the first frame, which must be quick
    passing: bool = False  # a screen still grows into its place: what would hold a frame up must wait
    sounding: Sounding = field(default_factory=Sounding)
    surroundings: Surroundings = field(default_factory=Surroundings)
    outbox: Outbox = field(default_factory=Outbox)  # requests to the device
    unsaved: list[Unsaved] = field(default_factory=list)
    report: Callable[[BaseException], None] = lambda _error: None  # writes an error to the log, with ids only
    beside: Beside = Done  # runs work on another thread, if the device has one
    spots: Spots = nowhere  # where files can go and come from
    sheet: Spot | None = None  # the system's own sheet for files, on devices whose folders nobody can reach
    indexing: Indexing | None = None  # of rounds that the index does not know yet; None until the files are loaded
    rescoring: Rescoring | None = None  # of rounds that older measures judged; None until the files are loaded

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

    def catch_up(self, busy: bool) -> bool:
        """Go on with what is to be done for earlier rounds: first they are found, then measured anew. True if they all are,
        so that a page shows something else now. `busy`: somebody plays or touches something, and it waits."""
        if self.indexing is not None and self.indexing.left:
            ended = self.indexing.frame(busy)
            if ended and self.rescoring is not None:
                self.rescoring.look()
            return ended
        return self.rescoring is not None and self.rescoring.frame(busy)

    @property
    def indexed(self) -> tuple[int, int]:
        """How many stored rounds have been found in this run, of how many; (0, 0) if none had to be, or all are."""
        found = self.indexing
        return (0, 0) if found is None or not found.left else (found.whole - found.left, found.whole)

    @property
    def measured_anew(self) -> tuple[int, int]:
        """How many old rounds have been measured anew in this run, of how many; (0, 0) if none had to be, or all are."""
        found = self.rescoring
        return (0, 0) if found is None or not found.left else (found.whole - found.left, found.whole)

    @property
    def say(self) -> Say:
        """Gives the sentence of an id in the player's language."""
        return self.words.say

    @property
    def mirrored(self) -> bool:
        """Whether pages are laid out from right to left."""
        return self.words.leftwards

    def facing(self, place: Vec) -> Vec:
        """Where a place of a page lies in the window; and where one in the window lies on a page."""
        return Vec(self.display.size.x - place.x, place.y) if self.mirrored else place

    @property
    def palette(self) -> Palette:
        """The colours that the player chose."""
        return PALETTES[self.settings.palette]

    def become(self, person: Person) -> None:
        """Let this person play from now on."""
        if self.player.id != person.id:
            self.sitting = Sitting()
        self.player = Player(person.id, person.name, person.side, person.picture)
        self.settings = person.settings
        self._speak()

    @property
    def is_new(self) -> bool:
        """Whether nobody has played here or chosen anything, so that the language is asked for before anything else."""
        if self.tongues is None or not self.tongues.fresh or self.player.name is not None:
            return False
        return self.settings == Settings() and not self.people.all() and self.people.last() is None

    def welcome(self, person: Person) -> None:
        """Let somebody play who is new here: spoken to as the one who let them in."""
        language = self.words.language
        self.become(person)
        if self.tongues is not None and language in self.tongues.codes:
            self.choose(replace(self.settings, language=language))
            self._speak()

    def choose(self, settings: Settings) -> None:
        """Change the player's settings; if they cannot be stored, they hold for this run."""
        self.settings = settings
        if not self.loaded:
            return
        try:
            self.people.keep(self.player.id, settings)
        except OSError as error:
            self.report(error)

    def choose_language(self, language: str) -> None:
        """Speak another language from now on. What cannot be stored holds for this run."""
        if self.tongues is None:
            return
        try:
            self.tongues.choose(language)
        except OSError as error:
            self.report(error)
        self.choose(replace(self.settings, language=language))
        self._speak()

    def _speak(self) -> None:
        """Take the words of the player's language; a language that cannot be read is not taken."""
        if self.tongues is None:
            return
        try:
            self.words = self.tongues.words(self.tongues.of(self.settings.language))
        except ValueError as error:
            self.report(error)

    def take_side(self, side: str) -> None:
        """Change the player's hand, left or right; if it cannot be stored, it holds for this run."""
        self.player.side = side
        try:
            self.people.take_side(self.player.id, side)
        except OSError as error:
            self.report(error)

    def save_again(self, now: float) -> None:
        """Retry storing rounds that could not be stored; `now` = infinity retries all at once."""
        for ended in list(self.unsaved):
            ended.retry(now)

    def hear(self, sound: Sound, after: float = 0.0) -> None:
        """Play a sound with this frame, or so many s later, when what makes it touches."""
        if after > 0.0:
            self.sounding.later(sound, after)
        else:
            self.surroundings.said(sound.name)
            self.outbox.ask(Hear(self.sounding.take(sound), self.settings.loudness))

    def sound_due(self, now: float) -> None:
        """Play what is due in the frame at `now`."""
        for sound in self.sounding.due(now):
            self.hear(sound)

    def go_around(self, now: float, room: str) -> None:
        """Let the room and the music be heard that belong to the frame at `now`."""
        around = self.surroundings.frame(now, room, self.settings) if self.pictures else None
        if around is not None:
            self.outbox.ask(around)

    def em(self, height: float) -> float:
        """A letter height (em, mm) scaled to the player's letter size."""
        return height * self.settings.text / 100


def _there(found: T | None) -> T:
    if found is None:
        raise RuntimeError("the player's files are asked for before they are loaded")
    return found
