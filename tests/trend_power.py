"""How often the rule of progress/trend.py speaks, to players who change and to players who do not. Not in the suite.

    python tests/trend_power.py                      400 players of each kind, a table
    python tests/trend_power.py --players 50 --seed 3

Model players make blocks that scatter by 15 %, on seven or three days a week; their days have moods of 10 %: each day its
own, or carried on from day to day or from week to week (eight tenths of it, AR(1)). `practised` is used by the suite, too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from games.launcher.progress.trend import Change, judged, weeks_of

START = date(2026, 1, 5)  # a Monday
LASTS = 0.8  # of a mood is carried on


@dataclass(frozen=True)
class Player:
    """How somebody practises and changes. `lasting`: "" (each day its own mood), "days" or "weeks".

    `gain` is reached evenly in `over` weeks, then it stays. `odd`: the share of blocks that are a tenth or four times
    what they should be.
    """

    weeks: int
    gain: float = 0.0
    over: int = 8
    mood: float = 0.10
    lasting: str = ""
    days: int = 7
    blocks: int = 5  # a day
    noise: float = 0.15  # of a block
    odd: float = 0.0


def practised(rng: Random, who: Player) -> list[tuple[str, float]]:
    """The blocks of this player: (day, value)."""
    out: list[tuple[str, float]] = []
    mood = rng.gauss(0, who.mood)
    for day in range(who.weeks * 7):
        if day and (who.lasting != "weeks" or day % 7 == 0):
            kept = LASTS if who.lasting else 0.0
            mood = kept * mood + rng.gauss(0, who.mood) * (1 - kept * kept) ** 0.5
        if day % 7 not in ((0, 2, 4) if who.days == 3 else range(who.days)):
            continue
        level = 50.0 * (1 + who.gain * min(1.0, day / (who.over * 7)))
        when = (START + timedelta(days=day)).isoformat()
        for _ in range(who.blocks):
            value = level * (1 + mood + rng.gauss(0, who.noise))
            out.append((when, value * rng.choice((0.1, 4.0)) if rng.random() < who.odd else value))
    return out


def said(blocks: Sequence[tuple[str, float]]) -> list[Change]:
    """What is said at the end of each week."""
    weeks = weeks_of(blocks)
    return [judged(weeks[: n + 1]) for n in range(len(weeks))]


FLAT = {
    "each day its own mood": Player(52),
    "moods last for days": Player(52, lasting="days"),
    "moods last for weeks": Player(52, lasting="weeks"),
    "three days a week, two blocks": Player(52, days=3, blocks=2),
    "three days a week, moods last for weeks": Player(52, days=3, blocks=2, lasting="weeks"),
    "odd blocks, moods last for weeks": Player(52, lasting="weeks", odd=0.02),
}
CHANGING = {
    "20 % more in 8 weeks, told in week 12": Player(12, 0.2),
    "20 % more in 12 weeks, told in week 12": Player(12, 0.2, 12),
    "20 % less in 8 weeks, told in week 12": Player(12, -0.2),
    "10 % more in 52 weeks, told in week 52": Player(52, 0.1, 52),
    "20 % more in 8 weeks, odd blocks": Player(12, 0.2, odd=0.02),
    "20 % more in 8 weeks, moods last for days": Player(12, 0.2, lasting="days"),
    "20 % more in 8 weeks, three days a week": Player(12, 0.2, days=3, blocks=3),
}


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--players", type=int, default=400, help="of each kind (400)")
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from (1)")
    asked = parser.parse_args()
    print(f"{'without change, a year':45s} {'of weeks':>9s} {'of players, ever':>17s}")
    for name, who in FLAT.items():
        rng = Random(asked.seed)
        heard = [[one in (Change.MORE, Change.LESS) for one in said(practised(rng, who))] for _ in range(asked.players)]
        weeks = sum(map(sum, heard)) / sum(map(len, heard))
        print(f"{name:45s} {weeks:9.1%} {sum(map(any, heard)) / len(heard):17.0%}", flush=True)
    print(f"\n{'with change':45s} {'told so':>9s} {'the reverse':>17s}")
    for name, who in CHANGING.items():
        rng = Random(asked.seed)
        last = [judged(weeks_of(practised(rng, who))) for _ in range(asked.players)]
        right, wrong = (Change.MORE, Change.LESS) if who.gain > 0 else (Change.LESS, Change.MORE)
        print(f"{name:45s} {last.count(right) / len(last):9.0%} {last.count(wrong) / len(last):17.0%}", flush=True)


if __name__ == "__main__":
    main()
