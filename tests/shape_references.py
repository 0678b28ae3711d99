"""`python tests/shape_references.py [WORD ...]`: how long a fast adult needs for the shapes of Playdough, found by search.

The adult of `references.py` (throughput and pace from the literature, 0.2 s to react, 0.15 s to grasp and let go) plays
every level by the real rules, with one finger and with two. Before each stroke it tries movements on a copy of the dough
and makes the best; the three SEARCHES try different ones, up to five times as many as the game's hints, and each shape
counts by the search that was quickest. It looks at the effect of each as long as anybody. Printed are the mean
times over SEEDS, as `ADULT` in `games/dough/levels.py` has them, and the strokes. WORDs choose among the titles.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[1]))

from games.dough import GAME, fresh, hints
from games.dough.grain import SWIFT, Grain
from games.dough.rules import DoughRules
from games.kit.block import Block
from games.kit.fingers import strokes
from games.kit.game import BOARD, Level
from games.kit.geometry import Vec
from games.kit.task import Outcome, Rep
from games.launcher.hand import Form, Hand, Skill, played, playing, shaping

ROOM = Vec(217, 114)
SEEDS = range(1, 5)
ADULT = Skill(throughput=5.2, pace=1.155, care=1.0, overhead=0.15, reaction=0.2, unevenness=0.05)
BETWEEN_CUTS = 0.15  # s; where the next cut goes is known: it need not look at the last one
RESTS = 1.2  # s; as long as a hole takes to open
RICH = replace(SWIFT, likely=6, lengths=(0.5, 0.75, 1.0, 1.25), bulges=3, lines=4, hint_stride=3.0, presses=8)
SEARCHES = (SWIFT, RICH, replace(RICH, likely=4, lengths=(0.4, 0.7, 1.0), bulges=0))


def rounds(level: Level, size: Vec, form: Form) -> dict[str, list[tuple[Rep, int]]]:
    """Of each form of the level: its reps by the quickest search for each seed, and the movements of the hand in each."""
    out: dict[str, list[tuple[Rep, int]]] = {}
    for seed in SEEDS:
        for tries in zip(*(once(level, size, form, seed, grain) for grain in SEARCHES), strict=False):
            done = [one for one in tries if one[1].outcome is Outcome.DONE] or list(tries)
            name, rep, count = min(done, key=lambda one: seconds(one[1]))
            out.setdefault(name, []).append((rep, count))
    return out


def once(level: Level, size: Vec, form: Form, seed: int, grain: Grain) -> list[tuple[str, Rep, int]]:
    """One round of the adult: the name of each shape, its rep, and the movements of the hand."""
    fresh.grain_of = lambda _edition: grain
    hints.AT_ONCE = 1000
    playing.LOOK, shaping.RESTS = BETWEEN_CUTS if level.settings.knife else shaping.LOOK, RESTS
    block = played(Block(GAME, level, seed, size, ("tap",)), Hand(ADULT, seed, form=form, rate=60), 30.0, 200.0)
    assert isinstance(block.rules, DoughRules)
    names = block.rules.names
    return [(names[k % len(names)], rep, movements(rep, block.played)) for k, rep in enumerate(block.table.reps)]


def movements(rep: Rep, samples: Sequence) -> int:
    """How often the hand moved; fingers that move at the same time are one movement."""
    count, until = 0, -1.0
    times = [(one[0][0], one[-1][0]) for one in strokes(samples, rep.fingers, rep.began, rep.let_go)]
    for start, end in sorted(times):
        count += start > until
        until = max(until, end)
    return count


def seconds(rep: Rep) -> float:
    """What a rep took, with the time to react."""
    return ADULT.reaction + rep.let_go - rep.began


def main(words: Sequence[str]) -> None:
    """Print what is found of each level."""
    tables = [(level, ROOM) for level in GAME.levels] + [(level, BOARD) for level in (*GAME.tests, *GAME.challenges)]
    for level, size in tables:
        if words and not any(word.lower() in level.title.lower() for word in words):
            continue
        one, two = (rounds(level, size, form) for form in ("drag", "pinch"))
        names = level.settings.forms.split(",")
        known = [name for name in names if one.get(name) and two.get(name)]
        print(f"{level.title}: {','.join(known)}", flush=True)
        alone = {name: fmean(seconds(rep) for rep, _ in one[name]) for name in known}
        pairs = {name: min(alone[name], fmean(seconds(rep) for rep, _ in two[name])) for name in known}
        for word, found, means in (("quick", one, alone), ("together", two, pairs)):
            times = ",".join(f"{means[name]:.2f}" for name in known)
            counts = ", ".join(f"{fmean(n for _, n in found[name]):.1f}" for name in known)
            missed = sum(rep.outcome is not Outcome.DONE for name in known for rep, _ in found[name])
            print(f"  {word} ({times})   strokes {counts}   not done {missed}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
