"""The contract of a game: rules that turn fingers into reps, and a view of them. Units: mm, seconds, radians."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, runtime_checkable

from games.kit.brought import PLAIN, Voice
from games.kit.canvas import Canvas, Colour
from games.kit.fingers import Command, Fingers, Sample
from games.kit.gallery import FreePictures, Gallery, Made
from games.kit.geometry import ORIGIN, Vec
from games.kit.task import Cue, Outcome, Rep, Task
from games.kit.told import Tells, counted
from games.kit.words import Message

# The version of what a trace means (contacts, aids, rules, when a level ends). A stored block is replayed by its own one.
# 2: taps work with every way to hold; a level ends after a number of attempts; reps of two hands may overlap; a palm takes
# no piece from a finger that is on it (claims.py); a lost contact continues only if it held or moved something (touches.py).
# 3: a finger that has just landed beside the dough is about to push: no shape is ended under it.
# 4: dough is reckoned more coarsely, and its shapes take the time until they are there.
EDITION = 4
RATE = 120  # steps a second
BOARD = Vec(130.0, 76.0)  # mm; the table of tests and challenges, the same on every screen large enough


@dataclass(frozen=True)
class Fit:
    """What is known of the playing hand; stored with the block."""

    side: str = "right"  # "left" or "right"
    span: float | None = None  # mm between the tips of thumb and finger, widely opened
    reach: tuple[Vec, ...] = ()
    fingers: int = 1  # how many fingers the screen can report at once
    grace_ms: int = 150  # ms that a contact may be lost before its finger counts as lifted


S = TypeVar("S")  # a game's settings: a frozen dataclass of numbers, strings and truths


@dataclass(frozen=True)
class Level(Generic[S]):
    """One level of a game. It ends after `reps` reps, or `seconds` after the first touch; free play has neither.

    `longest`: a level of reps also ends this many seconds after the first touch; what was done until then counts.
    """

    title: str
    settings: S
    reps: int | None = None
    seconds: float | None = None
    only_done: bool = False  # only successful reps count towards `reps`
    longest: float | None = None
    hands: int = 1  # 2: both play at once
    before: S | None = None  # its settings at first, where they are others now: rounds without a rep do not name theirs


# Any: a block is given any game's level, and a coach deals the settings of whichever game that is.
AnyLevel: TypeAlias = Level[Any]
Deal = Callable[[AnyLevel, Sequence[Rep]], Any]


@runtime_checkable
class Watches(Protocol):
    """A coach that looks at the movements themselves, not only at how they ended."""

    def watch(self, played: Sequence[Sample]) -> None:
        """The samples of the block; they grow while it is played."""


@dataclass(frozen=True)
class Finest:
    """How fine a level is, in units that can be measured with a ruler.

    word: the id of the game's sentence that says it, with {value}. more: whether more of it is finer (an opening, a
    firmness) instead of less (a width).
    """

    word: str
    value: float
    more: bool = False


@dataclass(frozen=True)
class Fitting(Generic[S]):
    """How a game's settings are made easier or harder to fit a hand, in bits of difficulty."""

    range: Callable[[S], tuple[float, float]]  # settings -> the least and the most bits they can be made harder by
    made: Callable[[S, float], S]  # settings, bits harder (below 0: easier) -> settings
    # settings, steps (from 1) -> settings with everything else eased as well: turns, holds, pace, obstacles
    eased: Callable[[S, int], S] | None = None
    # What of the settings is said to a player, in the game's own terms; None: nothing of them gets finer
    finest: Callable[[S], Finest | None] | None = None


@dataclass
class Table(Generic[S]):
    """Everything that rules can see of the world, and everything that they can tell it."""

    size: Vec
    rng: Random  # the only source of random numbers in a game
    settings: S  # of the next rep
    fit: Fit = field(default_factory=Fit)
    now: float = 0.0  # s of block time; it stands still during a pause
    asked: dict[int, Task] = field(default_factory=dict)
    asked_at: dict[int, float] = field(default_factory=dict)
    reps: list[Rep] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    deal: Callable[[], S] | None = None  # chooses the settings of the next rep; None keeps them
    edition: int = EDITION  # by which the block is played

    @property
    def grace(self) -> float:
        """s that a contact may be lost before its finger counts as lifted."""
        return self.fit.grace_ms / 1000

    def ask(self, task: Task, slot: int = 0) -> None:
        """Ask for a movement. Asking again before it ends replaces the task but keeps its start. Slots: one per hand or player."""
        self.asked[slot] = task
        self.asked_at.setdefault(slot, self.now)

    def finish(  # noqa: PLR0913 (all but the first have a default, and are said by name by the games that have them)
        self,
        outcome: Outcome,
        slot: int = 0,
        *,
        began: float | None = None,
        let_go: float | None = None,
        fingers: tuple[int, ...] = (),
        offset: Vec = ORIGIN,
        made: tuple[tuple[Vec, ...], ...] = (),
        turned: float = 0.0,
    ) -> None:
        """End the movement asked of this slot, which makes a Rep; the settings of the next rep are chosen at once.

        began: first contact with the piece, s; let_go: when the finger really lifted, s. Both default to now. fingers:
        their ids. offset: from the mean of the fingers to the piece. made: outlines that were made. turned: rad by which
        a shaped piece had been turned. Raises ValueError if nothing was asked of this slot.
        """
        if slot not in self.asked:
            raise ValueError(f"nothing is asked of slot {slot}: ask before you finish")
        start = self.now if began is None else began
        end = self.now if let_go is None else let_go
        task, asked = self.asked.pop(slot), self.asked_at.pop(slot)
        how = (outcome, fingers, offset, self.settings, made, slot, turned)
        self.reps.append(Rep(task, asked, start, end, self.now, *how))
        if self.deal is not None:
            self.settings = self.deal()

    def cue(self, name: str, at: Vec, step: int | None = None) -> None:
        """Report an event at a place, which can be heard, seen and counted. `step`: its step of the scale; None: the
        number of successful reps."""
        self.cues.append(Cue(self.now, name, at, step))


class Rules(Protocol):
    """One play of one level. Pure: no pygame, clock or file, and no random numbers except the table's."""

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        """Run one step of dt seconds. What a `cancelled` finger was doing is undone: if the command "pause" is among the
        commands, its rep is INTERRUPTED; otherwise the movement is still asked for."""


R = TypeVar("R", bound=Rules)


@dataclass(frozen=True)
class Game(Generic[S, R]):
    """What a game folder exports: everything that is the game's own. S: its settings; R: its rules."""

    id: str
    code: int  # its number in challenge codes, 0 to 11: its own, never another one's, and never changed
    version: int  # increased when the rules change, so that only comparable records are compared
    title: str
    practises: str
    fingers: int  # most fingers used at once
    free: Level[S] | None  # no time limit, no score
    levels: tuple[Level[S], ...]  # practice, easiest first
    tests: tuple[Level[S], ...]  # the fixed, timed forms
    challenges: tuple[Level[S], ...]
    rules: Callable[[Table[S]], R]
    draw: Callable[[R, Canvas], None]
    # Its sentences, by id, in English; its view says them by "<the game's id>.<their id>". The launcher asks every game
    # for `COUNTED`, and one with free pictures for `PICTURE` too (games.kit.brought).
    words: Mapping[str, Message] = field(hash=False)
    help: tuple[tuple[str, str], ...]  # the lines of its Help: an icon and the id of a sentence each, MOST_HELP at most
    accent: Colour  # its colour; a shape of it can be seen on every ground (3:1)
    tile: Callable[[Canvas, Vec, float], None]  # draws its picture for Home: (canvas, centre, width in mm)
    # Draws what its things lie on, over the whole canvas; the launcher's oak table is there already. None: just that.
    ground: Callable[[Canvas], None] | None = None
    made: Callable[[R], Made | None] | None = None  # what a round has made; None: its whole table
    fitting: Fitting[S] | None = None  # None: its levels are never fitted to the hand
    strokes: bool = False  # played with short strokes of several fingers, which must not be taken for taps
    # The ids of fingers that hold something. None: not known, so no hint is shown about fingers that hold nothing.
    taken: Callable[[R], Collection[int]] | None = None
    # Names what the player is asked to do now ("wall"): until that has come off twice, the sentence "do wall" of its words is
    # shown. With "" the view says it itself.
    lesson: Callable[[R], str] = lambda _rules: ""
    # Draws what is in the hand once more if it reaches the far edge of the table: a lifted thing is above everything, the keys
    # beyond that edge too. None: nothing is lifted.
    lifted: Callable[[R, Canvas], None] | None = None
    # Draws a ghost of these rules: what it holds and has built, not the table. None: only its fingertips are drawn.
    ghost: Callable[[R, Canvas], None] | None = None
    gallery: Gallery[S, R] | None = None  # the pictures that playing leaves to be kept
    voice: Voice = PLAIN
    told: Tells = counted  # says in its own words what a round came to
    # Earlier versions whose rounds it plays again as they were: their rules went by their edition and their settings.
    plays: tuple[int, ...] = ()

    @property
    def free_pictures(self) -> FreePictures[R] | None:
        """How what is made on its free table is kept; None where nothing is."""
        return None if self.gallery is None else self.gallery.free


# Any: the launcher plays whichever game it is given, and never looks into its settings or rules.
AnyGame: TypeAlias = Game[Any, Any]
