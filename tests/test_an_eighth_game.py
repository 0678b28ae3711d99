"""A game that is added to the catalogue works everywhere: the null game as an eighth one, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import null_game

from games.catalog import GAMES

ROOT = Path(__file__).parents[1]


def told(*words: str) -> Any:
    """What a process says that has one game more."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "eighth_worker.py"), *words], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_it_lies_on_home_is_explained_played_counted_and_dealt_each_day(tmp_path: Path) -> None:
    seen = told("walk", str(tmp_path))
    game = null_game.GAME
    assert seen["errors"] == []
    assert seen["tile"]
    assert {game.title, *(one.title for one in GAMES)} <= set(seen["home"])
    own = [game.words[sentence] for _, sentence in game.help]
    assert "Help: Null" in seen["help"]
    assert set(own) <= set(seen["help"])
    assert seen["then"] == "results"
    assert "3 pieces moved" in seen["results"]
    assert game.title in seen["today"]
    assert seen["challenge"] == "play"
    assert not set(own[:1]) & set(seen["help from home"])


def test_the_challenges_of_a_day_have_a_code_each_and_one_of_them_is_its_own() -> None:
    day = told("challenge", "daily", "--date", "2026-11-23")
    assert [one["game"] for one in day["challenges"]] == [*(game.id for game in GAMES), "null"]
    codes = {one["game"]: one["code"] for one in day["challenges"]}
    assert len(set(codes.values())) == len(codes)
    assert told("challenge", "code", codes["null"])["game"] == "null"
    alone = subprocess.run(
        [sys.executable, "run.py", "--no-setup", "challenge", "code", codes["null"]], cwd=ROOT, capture_output=True
    )
    assert alone.returncode == 1, "a program without this game refuses its code, and says so"
