"""The pieces of a carrying game, and which hand holds which.

A hand is identified by its slot and holds at most one piece. Most games are played by one hand, with slot 0.
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
    """What a game says about its pieces, and who holds them. S: its settings; P: a piece; H: the state of a held piece,
    made by `kind`."""

    def __init__(self, table: Table[S], kind: type[H]) -> None:
        self.table = table
        self.hands: dict[int, H] = {}  # slot -> what it holds
        self.waiting: H | None = None  # a piece set down on the way by a tap, until the next tap
        self.claims = Claims(table.edition)
        self.spent: set[int] = set()  # fingers that have held a piece and must land again to take another
        self._kind = kind

    # ------------------------------------------------------------------ what a game says of its pieces

    @abstractmethod
    def lying(self, slot: int) -> Sequence[P]:
        """The pieces that this hand may take."""

    @abstractmethod
    def length(self, piece: P) -> float:
        """The length of a piece between thumb and finger, in mm."""

    @abstractmethod
    def asked_for(self, piece: P) -> bool:
        """Whether this lying piece is the one asked for."""

    @abstractmethod
    def lifted(self, held: H) -> None:
        """A piece has just been taken: it no longer lies there, and becomes the one asked for."""

    @abstractmethod
    def put_back(self, held: H) -> None:
        """Put a piece back where it lay."""

    @abstractmethod
    def ask_next(self, slot: int) -> None:
        """Ask this hand for the next piece."""

    def not_meant(self, held: H) -> None:
        """A piece was put back because it was taken by mistake: ask again for what was asked before."""

    def gripped(self, held: H) -> None:
        """Thumb and finger have just closed on a piece."""

    def touched(self, finger: Finger) -> bool:  # noqa: ARG002 (for games with more than pieces)
        """Whether this finger, which has just landed, is used for something other than a piece."""
        return False

    def prefers(self, place: Vec) -> bool:  # noqa: ARG002 (for games that prefer one)
        """While a piece waits: whether a touch here takes another piece instead and sends the waiting one home."""
        return True

    def goes_on(self, held: H, from_rest: Vec) -> None:
        """A waiting piece is carried on."""

    @property
    def slots(self) -> int:
        """The number of playing hands."""
        return 1

    def slot_of(self, piece: P) -> int:  # noqa: ARG002 (for games of two hands)
        """The hand that may take this piece."""
        return 0

    @property
    def occupied(self) -> Collection[int]:
        """Fingers that are busy otherwise and cannot close on a piece."""
        return ()

    def reach(self, piece: P) -> float:
        """The distance in mm within which a touch takes a piece."""
        return within_reach(self.length(piece))

    def near(self, place: Vec, slots: Collection[int]) -> P | None:
        """The piece that a touch here takes for one of these hands, or None."""
        pieces = [piece for slot in sorted(slots) for piece in self.lying(slot)]
        inside = [piece for piece in pieces if distance(piece.at, place) <= self.reach(piece)]
        return min(inside, key=lambda piece: distance(piece.at, place), default=None)

    # ------------------------------------------------------------------ who has what

    @property
    def held(self) -> H | None:
        """What the only hand, or the first of two, holds."""
        return self.hands.get(0)

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that hold a piece."""
        waiting = [self.waiting] if self.waiting is not None else []
        return tuple(finger.id for held in (*self.hands.values(), *waiting) for finger in held.fingers)

    def release(self, held: H) -> None:
        """Release a piece; the fingers that held it must land again to take another."""
        self.spent.update(finger.id for finger in held.fingers)
        if self.waiting is held:
            self.waiting = None
        else:
            self.hands.pop(held.slot, None)

    def back(self, held: H) -> None:
        """Send a piece back to where it lay, without counting a rep."""
        self.release(held)
        self.put_back(held)

    @property
    def _free(self) -> set[int]:
        return set(range(self.slots)) - set(self.hands)

    def _holding(self, piece: P) -> H | None:
        held = self.hands.get(self.slot_of(piece))
        return held if held is not None and held.piece is piece else None

    def _where(self, piece: P) -> Vec:
        """The place where a piece lies, or lay before it was taken."""
        held = self._holding(piece)
        return piece.at if held is None else held.start
