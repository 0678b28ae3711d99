"""The smallest game in which pieces are carried, to copy: shells go from the near side of the table into a dish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.canvas import Canvas
from games.kit.carrying import Carrying
from games.kit.game import Game, Level, Table
from games.kit.geometry import Vec, distance
from games.kit.grip import Held
from games.kit.task import Carry, Outcome

SHELLS = 3  # for each hand
APART = 34.0  # mm
SHELF = Vec(100.0, 60.0)  # where a tap may set a shell down on its way ...
NEAR_SHELF = 8.0  # mm; ... this near


@dataclass(frozen=True)
class ShellSettings:
    """What makes it harder."""

    width: float = 20.0  # mm, of a dish
    hands: int = 1


@dataclass
class Shell:
    """One shell, and the hand that may take it."""

    home: Vec
    at: Vec
    slot: int


class ShellRules(Carrying[ShellSettings, Shell, Held[Shell]]):
    """Each hand has shells and a dish of its own."""

    def __init__(self, table: Table[ShellSettings]) -> None:
        super().__init__(table, Held)
        self.dishes = [Vec(60.0 + 90 * slot, 20.0) for slot in range(self.slots)]
        places = [(slot, Vec(20.0 + 90 * slot + APART * n, 100.0)) for slot in range(self.slots) for n in range(SHELLS)]
        self.shells = [Shell(place, place, slot) for slot, place in places]
        for slot in range(self.slots):
            self.ask_next(slot)

    @property
    def slots(self) -> int:
        return self.table.settings.hands

    def slot_of(self, piece: Shell) -> int:
        return piece.slot

    def lying(self, slot: int) -> Sequence[Shell]:
        return [shell for shell in self.shells if shell.slot == slot]

    def length(self, piece: Shell) -> float:
        return 16.0

    def asked_for(self, piece: Shell) -> bool:
        return piece is self.lying(piece.slot)[0]

    def ask_next(self, slot: int) -> None:
        self._ask(self.lying(slot)[0])

    def _ask(self, shell: Shell) -> None:
        self.table.ask(Carry(shell.home, self.dishes[shell.slot], self.table.settings.width), shell.slot)

    def lifted(self, held: Held[Shell]) -> None:
        self.shells.remove(held.piece)
        self._ask(held.piece)

    def put_back(self, held: Held[Shell]) -> None:
        held.piece.at = held.piece.home
        self.shells.append(held.piece)

    def not_meant(self, held: Held[Shell]) -> None:
        if held.meant:
            self.shells.insert(0, self.shells.pop())

    def lands(self, held: Held[Shell], when: float) -> bool:
        return distance(held.at, self.dishes[held.slot]) <= self.table.settings.width / 2

    def let_go(self, held: Held[Shell], when: float) -> None:
        if held.hovering and distance(held.at, SHELF) <= NEAR_SHELF:
            self.wait(held, SHELF)
        else:
            self.end(held, Outcome.DONE if self.lands(held, when) else Outcome.MISSED, when)

    def end(self, held: Held[Shell], outcome: Outcome, when: float | None) -> None:
        self.back(held)
        self._ask(held.piece)
        self.finish(held, outcome, when)
        self.ask_next(held.slot)

    def skip(self) -> None:
        for slot in range(self.slots):
            self.table.finish(Outcome.INTERRUPTED, slot)
            self.ask_next(slot)


def draw(rules: ShellRules, canvas: Canvas) -> None:
    """The dishes, and the shells."""
    for dish in rules.dishes:
        canvas.circle(dish, rules.table.settings.width / 2, "#6B7280", border=1.0)
    for shell in (*rules.shells, *(held.piece for held in rules.hands.values())):
        canvas.circle(shell.at, 8.0, "#0B4F6C")


def tile(canvas: Canvas, centre: Vec, width: float) -> None:
    """A shell over its dish."""
    canvas.circle(centre, width * 0.3, ACCENT, border=width * 0.03)
    canvas.circle(centre, width * 0.12, ACCENT)


ACCENT = "#6B7FD0"
WORDS = {
    "one rep": "1 shell moved",
    "reps": "{count} shells moved",
    "help drag": "Drag a shell into its dish, then lift.",
}

GAME = Game(
    id="shells",
    code=10,
    version=1,
    title="Shells",
    practises="Carry",
    fingers=2,
    free=None,
    levels=(Level("One hand", ShellSettings()), Level("Two hands", ShellSettings(hands=2), hands=2)),
    tests=(),
    challenges=(),
    rules=ShellRules,
    draw=draw,
    words=WORDS,
    help=(("finger", "help drag"),),
    accent=ACCENT,
    tile=tile,
    taken=lambda rules: rules.taken,
)
