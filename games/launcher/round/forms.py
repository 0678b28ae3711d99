"""How the movements of a round were made, and whether its points may be compared with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from games.kit.aids import DWELLER
from games.kit.block import Block
from games.kit.fingers import Command, Sample
from games.kit.task import Fill, Follow, Outcome, Rep, Shape, Track
from games.launcher.scoring.block import Past
from games.launcher.scoring.clock import STOPS, begun
from games.launcher.scoring.measured import Measured
from games.launcher.scoring.tasks.one_hand import FOR_ONE_HAND

Form = Literal["drag", "tap", "pinch", "dwell", "keys", "both", "mixed"]
Barred = Literal["interrupted", "two hands", "few"]
ALIKE = 0.9  # share of the movements made in one form, from which on it is the form of the round
FEWEST = 10  # attempts in a timed round, from which on its points are compared


def input_of(block: Block, hand: str | None) -> str:
    """What the block was played with: touch, mouse, mixed, simulated, or none."""
    if hand is not None:
        return "simulated"
    devices = {reading.device for reading in block.trace if isinstance(reading, Sample)}
    return "mixed" if len(devices) > 1 else devices.pop() if devices else "none"


def tried(forms: Sequence[Form], reps: Sequence[Rep]) -> list[Form]:
    """The forms of the movements that began; one that was skipped untouched was made in no form."""
    return [form for form, rep in zip(forms, reps, strict=True) if rep.outcome is not Outcome.INTERRUPTED or begun(rep)]


def form_of(forms: Sequence[Form]) -> Form:
    """The form of a round from those of its movements: "mixed" if fewer than nine in ten were made alike."""
    if not forms:
        return "drag"
    form, count = Counter(forms).most_common(1)[0]
    return form if count >= ALIKE * len(forms) - 1e-9 else "mixed"


def forms_of(block: Block, measures: Sequence[Measured | None]) -> list[Form]:
    """How each movement was made: by keys, a resting pointer, taps, two hands, between two fingers, or dragged by one
    finger."""
    past, both = Past(block.played), _both_hands(block)
    keys = {reading.finger for reading in block.trace if isinstance(reading, Sample) and reading.device == "keys"}
    return [
        _form(rep, found, past.of(rep), both, bool(keys)) for rep, found in zip(block.table.reps, measures, strict=True)
    ]


def _form(rep: Rep, found: Measured | None, samples: Sequence[Sample], both: bool, keys: bool) -> Form:
    own = [sample for sample in samples if sample.finger in rep.fingers]
    if keys and any(sample.device == "keys" for sample in (own or samples)):
        return "keys"
    if any(sample.finger > DWELLER for sample in own):
        return "dwell"
    hovered = {sample.finger for sample in own if sample.phase == "hover"}
    drawn = isinstance(rep.task, Follow | Fill | Track)
    if getattr(found, "tapped", False) or (drawn and hovered):
        return "tap"
    if isinstance(rep.task, Shape) and 2 * len(hovered) > len(set(rep.fingers)):
        return "tap"
    if both:
        return "both"
    many = _at_once(own) if isinstance(rep.task, Shape) else len(rep.fingers) > 1
    return "pinch" if many and not drawn else "drag"


def barred(block: Block, mode: str, measures: Sequence[Measured | None]) -> Barred | None:
    """Why the points of a round are not compared with others; None if they are.

    A movement of practice that was broken off or skipped is void, and the rounds with one are kept apart; so are rounds
    with taps that take two hands, and timed ones with fewer than ten attempts.
    """
    reps = block.table.reps
    if mode in STOPS and any(rep.outcome is Outcome.INTERRUPTED and begun(rep) for rep in reps):
        return "interrupted"
    if mode in STOPS and any(isinstance(reading, Command) and reading.name == "skip" for reading in block.trace):
        return "interrupted"
    if any(getattr(found, "reason", None) == FOR_ONE_HAND for found in measures):
        return "two hands"
    attempts = len([1 for found in measures if found is not None])
    return "few" if block.level.seconds is not None and attempts < FEWEST else None


def _both_hands(block: Block) -> bool:
    """Whether two hands played at once: most successful reps of one side overlap in time with the other side's.

    A single finger that changes sides does them one after the other.
    """
    if block.level.hands < 2 or block.table.edition < 2:
        return False
    done = [rep for rep in block.table.reps if rep.outcome is Outcome.DONE]
    other: dict[int, list[Rep]] = {}
    for rep in block.table.reps:
        other.setdefault(rep.slot, []).append(rep)
    paired = sum(
        any(
            one.began < rep.let_go and rep.began < one.let_go
            for slot, reps in other.items()
            for one in (reps if slot != rep.slot else ())
        )
        for rep in done
    )
    return 2 * paired > len(done)


def _at_once(samples: Sequence[Sample]) -> bool:
    """Whether two contacts ever touched at the same time; shaping uses many contacts, often one after another."""
    down: set[int] = set()
    for sample in samples:
        if sample.phase == "down":
            down.add(sample.finger)
        elif sample.phase in ("up", "cancel", "hover"):  # a hovering pointer does not touch
            down.discard(sample.finger)
        if len(down) > 1:
            return True
    return False
