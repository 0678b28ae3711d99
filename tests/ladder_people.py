"""Twenty model people who practise for some weeks under the coach, by the real rules: what comes off, and where they stand.

    python tests/ladder_people.py [--sessions 15] [--people 20] [--seed 1] [GAME ...]

prints a table: for each game and kind of hand the share of successes in sessions 6 to 15, how many of the people were
within 6 of 75 in 100, the share that was done, and the level where they ended. Nobody's files are used.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from games.catalog import GAMES, named
from games.kit.block import Block
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, Skill, played
from games.launcher.progress.coach import TELLING, Coach, State, carried_over, target
from games.launcher.progress.standing import begins

ROOM = Vec(217.0, 114.0)  # mm
LONGEST = 240.0  # s of a round
FROM, TARGET, WITHIN = 5, 0.75, 0.06  # sessions that are left out; the wanted share; how near a person should come
KINDS = ("steady", "trembling", "weak", "slow", "improving", "tiring")


@dataclass(frozen=True)
class Person:
    """A kind of hand, and how it differs from the others of its kind: 0 is the best, 1 the weakest."""

    kind: str
    grade: float

    def skill(self, session: int) -> Skill:
        """The hand in this session, from 0 on."""
        if self.kind == "improving":
            gone = min(1.0, session / 14)
            return Skill(throughput=2.2 + (1.8 - self.grade) * gone, tremor=1.5 * (1 - gone), scatter=1.5 - 0.4 * gone)
        skill = HANDS[self.kind]
        return replace(
            skill,
            throughput=skill.throughput * (1.1 - 0.2 * self.grade),
            tremor=skill.tremor * (0.8 + 0.4 * self.grade),
            drops=skill.drops * (0.8 + 0.4 * self.grade),
            span=skill.span * (1.1 - 0.2 * self.grade),
        )


@dataclass(frozen=True)
class Practised:
    """One session: its level, what came off and what was done of how many reps, and where it ended in the band."""

    level: int
    trials: int
    successes: int
    done: int
    bits: float
    place: int


def people(count: int = 20) -> list[Person]:
    """So many people, as many of each kind as possible, of all grades."""
    each = [len(range(kind, count, len(KINDS))) for kind in range(len(KINDS))]
    return [
        Person(kind, k / max(1, number - 1)) for kind, number in zip(KINDS, each, strict=True) for k in range(number)
    ]


def practises(game: AnyGame, person: Person, sessions: int = 15, seed: int = 1) -> Iterator[Practised]:
    """The sessions of a person who follows what the results page offers first."""
    assert game.fitting is not None
    stood: dict[int, State] = {}
    number, last = 1, None
    for session in range(sessions):
        level = game.levels[number - 1]
        coach = Coach(game.fitting, target(session, last), begins(game, number, stood))
        mine = seed * 1000 + session
        block = Block(game, level, mine, ROOM, ("tap",), coach)
        played(block, Hand(person.skill(session), mine, rate=60), 30.0, LONGEST)
        tried = [rep for rep in block.table.reps if rep.outcome is not Outcome.INTERRUPTED]
        done = [rep.outcome for rep in tried].count(Outcome.DONE)
        yield Practised(number, coach.trials, coach.successes, done, coach.state.bits, coach.place)
        last = done / len(tried) if len(tried) >= TELLING else None
        stood.pop(number, None)
        stood = {number: carried_over(coach.state), **stood}
        if coach.place == 1 and number < len(game.levels):
            number += 1
        elif coach.place == -1 and number > 1:
            number -= 1


def share(sessions: Sequence[Practised], what: str = "successes") -> float:
    """The share of all reps of these sessions that were a success, or done."""
    return sum(getattr(one, what) for one in sessions) / max(1, sum(one.trials for one in sessions))


def main(said: Sequence[str] | None = None) -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sessions", type=int, default=15)
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("games", nargs="*")
    wants = asked.parse_args(said)
    print(f"{'':10}{'':10}  success  within 6   done   level   each person")
    for game in [named(one) for one in wants.games] or GAMES:
        if game.fitting is None:
            continue
        near = count = 0
        for kind in KINDS:
            shares, dones, levels = [], [], []
            for person in [one for one in people(wants.people) if one.kind == kind]:
                later = list(practises(game, person, wants.sessions, wants.seed))[FROM:]
                shares.append(share(later))
                dones.append(share(later, "done"))
                levels.append(later[-1].level)
            if not shares:
                continue
            fine = sum(abs(one - TARGET) <= WITHIN + 1e-9 for one in shares)
            near, count = near + fine, count + len(shares)
            each = " ".join(f"{100 * one:.0f}" for one in shares)
            head = f"{game.id:10}{kind:10}{100 * fmean(shares):8.1f} %{fine:5}/{len(shares)}{100 * fmean(dones):8.0f} %"
            print(f"{head}{fmean(levels):7.1f}   {each}", flush=True)
        print(f"{game.id:10}{'all':10}{'':10}{near:5}/{count}", flush=True)


if __name__ == "__main__":
    main()
