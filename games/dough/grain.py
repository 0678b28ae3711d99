"""How finely dough is reckoned: outlines, steps, hints. Rounds of earlier editions keep the grain they were played with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Grain:
    """Lengths in mm. A step of the block is 1/120 s; the dough moves every few of them."""

    every: int  # steps of the block for each step of the dough
    stride: float  # most that a tool follows its finger in one step of the dough
    follows: float  # share of the way to its finger that a tool goes in one step: tremor is softened
    piece: float  # of that way per sub-step ...
    coarse: float  # ... and with many fingers
    spacing: float  # from point to point of an outline
    most_points: int  # beyond this the spacing widens
    missing: float  # share of the area by which outlines may be off before they are moved to restore it
    kerf: float  # that a knife leaves between two pieces
    straight: bool  # whether a cut stays straight; else its corners bulge a little
    mends: int  # steps between two checks for slits and threads
    seeds: int  # seeds that show how the dough flows
    prints: int  # most fingerprints kept
    looks: int  # steps of the block between two computations of the overlap
    row: float  # height of the rows of which the overlap is computed
    hint_spacing: float  # from point to point of the copy on which hints are tried
    hint_stride: float  # of a tried movement per sub-step
    presses: int  # in a try of a rest
    likely: int  # places of the outline at which one finger is tried
    lengths: tuple[float, ...]  # lengths to try, as shares of the estimated one
    bulges: int  # places for a rest that are tried
    lines: int  # of the four lines through the middle, those along which two fingers are tried


FINE = Grain(
    every=2, stride=6.0, follows=1.0, piece=1.6, coarse=3.0, spacing=2.2, most_points=140, missing=3e-4, kerf=2.4, straight=False, mends=4, seeds=26, prints=24,
    looks=12, row=1.0, hint_spacing=3.4, hint_stride=3.0, presses=16, likely=5, lengths=(0.5, 1.0), bulges=4,
    lines=4,
)  # fmt: skip
SWIFT = Grain(
    every=4, stride=12.0, follows=0.4, piece=2.2, coarse=4.5, spacing=3.2, most_points=90, missing=1e-3, kerf=1.8, straight=True, mends=4, seeds=9, prints=12,
    looks=24, row=2.0, hint_spacing=4.5, hint_stride=6.0, presses=4, likely=3, lengths=(0.6, 1.0), bulges=2,
    lines=2,
)  # fmt: skip


def grain_of(edition: int) -> Grain:
    """The grain of blocks of this edition."""
    return SWIFT if edition >= 4 else FINE
