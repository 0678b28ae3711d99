"""The daily challenge: the same for everybody, whatever the machine, its clock's zone, its Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest

from games import beans
from games.catalog import GAMES
from games.kit.game import Game
from games.launcher.progress.challenges import (
    DAYS,
    MIX_SECONDS,
    SEEDS,
    Challenge,
    dailies,
    daily,
    last_days,
    lasting,
    mix,
)

ROOT = Path(__file__).parents[3]
# Two games as they may be a year from now: what is dealt of them on a day must never change for the same rules.
FIXED = (
    replace(beans.GAME, id="beans", version=2, challenges=beans.GAME.challenges[:1]),
    replace(beans.GAME, id="pegs", version=1, challenges=beans.GAME.challenges[:1] * 2),
)
YEAR = last_days("2027-06-30", 400)


def print_of(games: Sequence[Game], days: Sequence[str]) -> str:
    dealt = [(day, [(c.game, c.level, c.seed, c.rules) for _, c in dailies(day, games)]) for day in days]
    return blake2b(repr(dealt).encode(), digest_size=16).hexdigest()


def test_the_challenges_of_a_date_are_the_golden_ones() -> None:
    assert daily("2026-11-23", FIXED[0]) == Challenge("beans", 1, 197067, 2)
    assert daily("2026-11-23", FIXED[1]) == Challenge("pegs", 2, 102275, 1)
    assert print_of(FIXED, YEAR) == "7bae3c807defba71fc2f509ce34779de"


def test_every_time_zone_hash_seed_and_python_here_deals_the_same() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from games.catalog import GAMES\n"
        "from games.kit.block import Block\n"
        "from games.kit.game import BOARD\n"
        "from games.launcher.progress.challenges import dailies, mix\n"
        "for day in ('2026-11-23', '2027-02-28', '2028-02-29'):\n"
        "    for game, c in dailies(day, GAMES):\n"
        "        block = Block(game, game.challenges[c.level - 1], c.seed, BOARD)\n"
        "        print(c, block.table.asked)\n"
        "    print([game.id for game, _ in mix(day, GAMES)])\n"
    )
    others = filter(None, (shutil.which(f"python3.{minor}") for minor in (11, 12, 13, 14)))
    works = [one for one in others if subprocess.run([one, "--version"], capture_output=True).returncode == 0]
    pythons = [sys.executable, *works]
    said = set()
    for index, (python, zone) in enumerate((p, z) for p in pythons for z in ("Pacific/Apia", "Asia/Kolkata")):
        world = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(index), "LC_ALL": "C"}
        done = subprocess.run([python, "-c", script], env=world, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        said.add(done.stdout)
    assert len(said) == 1
    assert "Challenge" in said.pop()


def test_days_and_games_and_rules_differ() -> None:
    for game in GAMES:
        seeds = {challenge.seed for day in YEAR for _, challenge in dailies(day, [game])}
        assert len(seeds) >= len(YEAR) - 2
        assert all(0 <= seed < SEEDS for seed in seeds)
        assert daily(YEAR[0], game) != daily(YEAR[0], replace(game, version=game.version + 1))
    pegs = FIXED[1]
    assert {challenge.level for day in YEAR for _, challenge in dailies(day, [pegs])} == {1, 2}


def test_a_game_without_challenges_is_left_out() -> None:
    without = replace(beans.GAME, challenges=())
    assert daily("2026-11-23", without) is None
    assert dailies("2026-11-23", [without]) == mix("2026-11-23", [without]) == []


def test_the_mix_is_of_several_games_and_takes_about_five_minutes() -> None:
    firsts = set()
    for day in YEAR[:60]:
        chosen = mix(day, GAMES)
        assert len({game.id for game, _ in chosen}) == len(chosen) >= 2
        assert sum(lasting(game.challenges[one.level - 1]) for game, one in chosen) <= MIX_SECONDS
        assert all(daily(day, game) == one for game, one in chosen)
        firsts.add(chosen[0][0].id)
    assert len(firsts) == len(GAMES)


def test_adding_a_game_changes_no_other_games_day() -> None:
    more = [*GAMES, replace(beans.GAME, id="dough")]
    assert dailies("2026-11-23", more)[: len(GAMES)] == dailies("2026-11-23", GAMES)


def test_thirty_days_end_with_today() -> None:
    days = last_days("2028-03-01")
    assert len(days) == DAYS
    assert days[-2:] == ["2028-02-29", "2028-03-01"]
    assert last_days("0001-01-02") == ["0001-01-01", "0001-01-02"]


@pytest.mark.parametrize("day", ["", "2026-13-01", "20261123", "2026-W01-1", "2026-1-1", "x" * 500, "2026-11-23 "])
def test_what_is_no_date_is_refused_in_one_sentence(day: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        daily(day, beans.GAME)
