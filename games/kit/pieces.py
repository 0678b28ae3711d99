"""The pieces of a game in which things are carried, and which hand holds which.

A hand is known by its slot; it holds one piece at most. Most games are played by one hand, whose slot is 0.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Any, Generic, TypeVar

from games.kit.claims import Claims
from games.kit.fingers import Finger
from games.kit.game import S, Table
from games.kit.geometry import Vec, distance
from games.kit.grip import Held, P, within_reach

H = TypeVar(
    "H", bound=Held[Any]
)  # Any: a bound may not name another variable; a game names its piece and its Held together


class Pieces(ABC, Generic[S, P, H]):
    """What a game says of its pieces, and who has them. S: its settings; P: a piece; H: what it remembers of
    one that is held, made by `kind`."""

    def __init__(self, table: Table[S], kind: type[H]) -> None:
        self.table = table
        self.hands: dict[int, H] = {}  # what is held, by slot
        self.waiting: H | None = None  # set down on the way by a tap, until the next tap
        self.claims = Claims(table.edition)
        self.spent: set[int] = set()  # fingers that have held a piece: they must land anew
        self._kind = kind

    # ------------------------------------------------------------------ what a game says of its pieces

    @abstractmethod
    def lying(self, slot: int) -> Sequence[P]:
        """The pieces that this hand may take."""

    @abstractmethod
    def length(self, piece: P) -> float:
        """How long it is between thumb and finger, in mm."""

    @abstractmethod
    def asked_for(self, piece: P) -> bool:
        """Whether this piece, which lies there, is the one that is asked for."""

    @abstractmethod
    def lifted(self, held: H) -> None:
        """It has just been taken: it lies there no longer, and is what is asked for now."""

    @abstractmethod
    def put_back(self, held: H) -> None:
        """It lies again where it lay."""

    @abstractmethod
    def ask_next(self, slot: int) -> None:
        """Ask this hand for the next piece."""

    def not_meant(self, held: H) -> None:
        """It was put back since nobody had meant to take it: what was asked for before is asked for still."""

    def gripped(self, held: H) -> None:
        """Thumb and finger have just closed on it."""

    def touched(self, finger: Finger) -> bool:  # noqa: ARG002 (for games with more than pieces)
        """Whether this finger, which has just landed, is for something else than a piece."""
        return False

    def prefers(self, place: Vec) -> bool:  # noqa: ARG002 (for games that prefer one)
        """While one piece waits: whether a touch here, on another, takes that one and sends the first home."""
        return True

    def goes_on(self, held: H, from_rest: Vec) -> None:
        """A piece that waited is carried on."""

    @property
    def slots(self) -> int:
        """How many hands play."""
        return 1

    def slot_of(self, piece: P) -> int:  # noqa: ARG002 (for games of two hands)
        """The hand that may take this piece."""
        return 0

    @property
    def occupied(self) -> Collection[int]:
        """Fingers that are at something else, and close on no piece."""
        return ()

    def reach(self, piece: P) -> float:
        """How near a touch takes it, in mm."""
        return within_reach(self.length(piece))

    def near(self, place: Vec, slots: Collection[int]) -> P | None:
        """The piece that a touch here takes, by one of these hands."""
        pieces = [piece for slot in sorted(slots) for piece in self.lying(slot)]
        inside = [piece for piece in pieces if distance(piece.at, place) <= self.reach(piece)]
        return min(inside, key=lambda piece: distance(piece.at, place), default=None)

    # ------------------------------------------------------------------ who has what

    @property
    def held(self) -> H | None:
        """What the only hand, or the first of two, has."""
        return self.hands.get(0)

    @property
    def taken(self) -> tuple[int, ...]:
        """The contacts that have a piece in hand, by their played ids."""
        waiting = [self.waiting] if self.waiting is not None else []
        return tuple(finger.id for held in (*self.hands.values(), *waiting) for finger in held.fingers)

    def release(self, held: H) -> None:
        """The hand has it no longer; its fingers take nothing more until they land anew."""
        self.spent.update(finger.id for finger in held.fingers)
        if self.waiting is held:
            self.waiting = None
        else:
            self.hands.pop(held.slot, None)

    def back(self, held: H) -> None:
        """It goes back to where it lay, and that is no rep."""
        self.release(held)
        self.put_back(held)

    @property
    def _free(self) -> set[int]:
        return set(range(self.slots)) - set(self.hands)

    def _holding(self, piece: P) -> H | None:
        held = self.hands.get(self.slot_of(piece))
        return held if held is not None and held.piece is piece else None

    def _where(self, piece: P) -> Vec:
        """Where it lies, or lay before it was taken."""
        held = self._holding(piece)
        return piece.at if held is None else held.start
