"""What is to be done on the board, one job for each peg to be placed or taken back, for every way to play."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from games.kit.chance import below, pick, shuffled, within
from games.pegs.levels import PegsSettings
from games.pegs.peg import STEP, TURNS, Hole, Sort
from games.pegs.pictures import Picture, chosen

SHAPES = ("round", "square", "star")
STACK = ("round", "washer", "collar", "washer")  # an assembly, the lowest first
FIRST_MEMORY, LONGEST_MEMORY = 3, 6  # lights to remember, at first and at most
TAKE_BACK = 0.4  # probability that the light asks for removing a peg, if there is one


@dataclass(frozen=True)
class Job:
    """Put a peg of this sort into a hole, or take it out."""

    hole: int
    sort: Sort
    back: bool = False


class Jobs:
    """The jobs of one hand in their order; new ones come when all are done.

    fill: every hole, then back if the level says so. light: one lit hole at a time, or a peg out of one. memory: a
    sequence of lights, one longer each time. picture: the coloured pegs of a picture. both: two columns for each hand.
    assembly: pin, washer, collar, washer in every hole. free: any hole.
    """

    def __init__(self, rng: Random, settings: PegsSettings, slot: int, side: str) -> None:
        self._rng, self._settings, self._slot, self._side = rng, settings, slot, side
        self.picture: Picture | None = chosen(rng) if settings.play == "picture" else None
        self._rounds = 0
        self._last: int | None = None  # the hole lit last, which is not lit twice in a row
        self.todo: list[Job] = []

    @property
    def fixed(self) -> bool:
        """Whether only the first job may be done next."""
        return self._settings.fixed or self._settings.play in ("light", "memory", "assembly")

    @property
    def holes(self) -> list[int]:
        """The holes of this hand, in reading order; of two hands each begins with the column nearer to it."""
        count = self._settings.holes
        if self._settings.play != "both":
            return list(range(count * count))
        right = (self._slot == 0) == (self._side != "left")
        columns = (count - 1, count - 2) if right else (0, 1)
        return [row * count + column for column in columns for row in range(count)]

    def more(self, holes: list[Hole], filled: list[int]) -> bool:
        """Plan the next jobs after all are done; True if the standing pegs go home first."""
        mine = self.holes
        kind, rng = self._settings.play, self._rng
        if kind == "light":
            out = [hole for hole in mine if hole in filled and hole != self._last]
            free = [hole for hole in mine if hole not in filled and hole != self._last]
            back = bool(out) and (not free or rng.random() < TAKE_BACK)
            hole = self._last = pick(rng, out if back else free)
            self.todo = [Job(hole, holes[hole].sort, back)]
            return False
        if kind == "free":
            self.todo = [Job(hole, holes[hole].sort) for hole in mine if hole not in filled]
            self.todo = self.todo or [Job(hole, holes[hole].sort, back=True) for hole in mine]
            return False
        if filled and self._settings.back:
            self.todo = [Job(hole, holes[hole].sort, back=True) for hole in mine]
            return False
        self._rounds += 1
        if kind == "memory":
            length = min(FIRST_MEMORY + self._rounds - 1, LONGEST_MEMORY, len(mine))
            mine = shuffled(rng, mine)[:length]
        if self.picture is not None:
            self.todo = [Job(hole, Sort("round", colour)) for hole, colour in self.picture.cells]
        elif kind == "assembly":
            self.todo = [Job(hole, Sort(shape)) for hole in mine for shape in STACK]
        else:
            self.todo = [Job(hole, holes[hole].sort) for hole in mine]
        return bool(filled)

    def suits(self, job: Job, sort: Sort) -> bool:
        """Whether a peg of this sort does the job; in free play the colours do not matter."""
        return job.sort == sort or (self._settings.play == "free" and job.sort.shape == sort.shape)

    def pass_over(self, holes: list[Hole], filled: list[int]) -> None:
        """Put the first job last, if the order does not matter."""
        if self._settings.play == "light":
            self.more(holes, filled)
        elif self._settings.play != "assembly":
            self.todo.append(self.todo.pop(0))

    def put_off(self, job: Job, holes: list[Hole], filled: list[int]) -> None:
        """Put this job last; in an assembly, all jobs of the same hole, to keep their order."""
        if self._settings.play == "light":
            self.more(holes, filled)
        elif self._settings.play == "assembly":
            later = [one for one in self.todo if one.hole == job.hole]
            self.todo = [one for one in self.todo if one.hole != job.hole] + later
        elif job in self.todo:
            self.todo.remove(job)
            self.todo.append(job)


def drilled(rng: Random, settings: PegsSettings) -> list[tuple[Sort, float]]:
    """The form of each hole of the board, and how far it is turned."""
    count = settings.holes * settings.holes
    shapes = [settings.shape] * count
    if settings.shape == "mixed":
        shapes = shuffled(rng, [SHAPES[index % len(SHAPES)] for index in range(count)])
    out = []
    for shape in shapes:
        steps = TURNS.get(shape, (0,))
        out.append((Sort(shape), steps[below(rng, len(steps))] * STEP if steps != (0,) else 0.0))
    return out


def astray(rng: Random, much: float) -> float:
    """A random deviation of at most `much` to either side."""
    return within(rng, -much, much)
