"""What a game brings besides rules and view: the sentences that the launcher needs from it, and its sounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# Any: the rules of any game
from typing import Any

from games.kit.task import Cue

# Ids of sentences. How many were done: ("{count} bean moved", "{count} beans moved"); free play may have its own: "reps free".
COUNTED = "reps"
PICTURE = "picture"  # id of the file name of a free picture
MOST_HELP = 6  # most lines on a page of Help


@dataclass(frozen=True)
class Contact:
    """How a thing that was let go comes to lie, as the view shows it."""

    after: float = 0.0  # s from the cue until it touches, which is when it is heard
    clean: float = 0.0  # from 0 to 1: the cleaner it lands, the longer it rings, if the game has a sound "ring"


@dataclass(frozen=True)
class Voice:
    """A game's own sounds: with the name "coin", the cue "lift" sounds as assets/sounds/coin_lift instead of lift."""

    name: str = ""  # "coin"
    cues: tuple[str, ...] = ()
    contact: Callable[[Any, Cue], Contact] = lambda _rules, _cue: Contact()  # (rules, cue) -> when it is heard


PLAIN = Voice()  # no sounds of its own
