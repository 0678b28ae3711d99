"""Where a hand stands on the ladder of a game's levels, and how the next round of a level begins for it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from games.kit.game import AnyGame
from games.launcher.progress.coach import State

FULL = 0.2  # bits of haste at the top of a band from which on the next level begins at the top of its own
KNOWN = 1  # trials that a hand has behind it which comes from the level before: it need not climb from there


def begins(game: AnyGame, number: int, stood: Mapping[int, State]) -> State | None:
    """How a round of this level (from 1) begins; None for a hand of which nothing is known.

    `stood`: where each level ended that was coached, newest first. A level goes on where it was. One that is reached
    from the level before begins no easier than the hand stood there: the top of that band is this level as written. A hand
    that was asked to be faster at that top is asked so again, at the top of this band: it has shown that it can do more.
    """
    own, fitting = stood.get(number), game.fitting
    order = list(stood)
    fresh = number - 1 in stood and (own is None or order.index(number - 1) < order.index(number))
    if fresh and fitting is not None:
        before = stood[number - 1]
        bits = before.bits - fitting.range(game.levels[number - 2].settings)[1] - _step(game, number)
        if bits > 0:
            bits += fitting.range(game.levels[number - 1].settings)[1] * min(1.0, bits / FULL)
        own = State(bits, None, KNOWN) if own is None else State(max(own.bits, bits), own.tempo, own.trials)
    if own is None:
        return None
    return own if own.tempo is not None else State(own.bits, _tempo(game, number, stood), own.trials)


def _step(game: AnyGame, number: int) -> float:
    """By how many bits a level as written is finer than the top of the band before it: 0 where that reaches it, or where
    they ask for different movements."""
    fitting = game.fitting
    assert fitting is not None
    before, own = game.levels[number - 2].settings, game.levels[number - 1].settings
    if fitting.finest is None or kind_of(game, number - 1) != kind_of(game, number):
        return 0.0
    top, here = fitting.finest(fitting.made(before, fitting.range(before)[1])), fitting.finest(own)
    if top is None or here is None or top.word != here.word or not top.value > 0 < here.value:
        return 0.0
    finer = here.value / top.value if here.more else top.value / here.value
    return min(1.0, max(0.0, math.log2(finer)))


def _tempo(game: AnyGame, number: int, stood: Mapping[int, State]) -> float | None:
    """The own pace of the hand at the newest level that asks for the same kind of movement; None if there is none."""
    kind = kind_of(game, number)
    alike = (state.tempo for level, state in stood.items() if kind is not None and kind_of(game, level) == kind)
    return next((tempo for tempo in alike if tempo is not None), None)


def kind_of(game: AnyGame, number: int) -> str | None:
    """The word in which a level says how fine it is: levels with the same one ask for the same kind of movement."""
    fitting = game.fitting
    if fitting is None or fitting.finest is None or not 1 <= number <= len(game.levels):
        return None
    said = fitting.finest(game.levels[number - 1].settings)
    return None if said is None else said.word
