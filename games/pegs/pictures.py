"""The small pictures that coloured pegs make on a board of five by five holes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from games.kit.chance import below

SIDE = 5  # holes along each side
CELLS = 13  # pegs in every picture, so that all pictures take equally long


@dataclass(frozen=True)
class Picture:
    """A named picture; each row has five characters: a peg's colour, or a dot for an empty hole."""

    name: str
    rows: tuple[str, str, str, str, str]

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """(hole, colour) of each peg, in reading order."""
        signs = "".join(self.rows)
        return tuple((hole, int(sign)) for hole, sign in enumerate(signs) if sign != ".")


PICTURES = (
    Picture("tree", ("..2..", ".222.", "22222", "..1..", ".111.")),
    Picture("heart", ("11.11", "11111", ".111.", "..1..", ".....")),
    Picture("house", ("..1..", ".111.", "11111", ".3.3.", ".3.3.")),
    Picture("boat", ("..3..", "..33.", "..333", "22222", ".2.2.")),
    Picture("fish", ("..3..", ".33.1", "33311", ".33.1", "..3..")),
    Picture("flower", (".111.", ".131.", ".111.", "..2..", ".222.")),
    Picture("sun", ("..3..", ".313.", "31113", ".313.", "..3..")),
    Picture("cup", (".....", "2222.", "22221", "2222.", ".....")),
    Picture("butterfly", ("1...1", "11211", "..2..", "33233", ".....")),
    Picture("mushroom", (".111.", "13131", "..3..", "..3..", ".222.")),
    Picture("lamp", (".333.", "33333", "..1..", "..1..", ".111.")),
)


def chosen(rng: Random) -> Picture:
    """The picture of a block, chosen with the first random number."""
    return PICTURES[below(rng, len(PICTURES))]


def picture_of(seed: int) -> Picture:
    """The picture of the block with this seed, so that a gallery needs only the stored seed."""
    return chosen(Random(seed))
