"""`challenge`: make, verify and import challenge files, read codes, list the challenges of a day; each answer is a JSON line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from games.catalog import GAMES, named
from games.launcher.challenge.choosing import best_round, free_name
from games.launcher.challenge.exchange import (
    Received,
    Verdict,
    code_of_record,
    export,
    head_of,
    keep,
    played_with,
    received,
)
from games.launcher.cli.opened import opened
from games.launcher.progress.challenges import Challenge, dailies, mix
from games.launcher.progress.codes import code_of, grouped, read_code, same_rules
from games.launcher.records.blocks.anew import current_block
from games.launcher.records.disk.reading import sentence
from games.launcher.round.levels import level_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.shell.clock import wall_moment

SAYS = {
    Verdict.VERIFIED: "this recording gives this score",
    Verdict.OTHER_RULES: "made with other rules",
    Verdict.NO_MATCH: "does not match",
}


def challenge(asked: argparse.Namespace) -> int:
    """Run one action; returns 0, or 1 if something is refused or does not match."""
    answer: dict[str, Callable[[argparse.Namespace], tuple[int, dict[str, object]]]] = {
        "export": _export,
        "verify": _verify,
        "import": _import,
        "code": _code,
        "daily": _daily,
    }
    try:
        status, said = answer[asked.action](asked)
    except (ValueError, OSError) as refused:
        status, said = 1, {"verdict": "refused", "says": sentence(refused)}
        print(f"handplay: {sentence(refused)}", file=sys.stderr)
    print(json.dumps(said))
    return status


def _export(asked: argparse.Namespace) -> tuple[int, dict[str, object]]:
    record, trace = current_block(_best(asked) if asked.file is None else asked.file, MEASURES_VERSION)
    to = Path.cwd() if asked.to is None else asked.to
    path = free_name(to, head_of(record, trace), record.local_date) if to.is_dir() else to
    if path.exists():
        raise FileExistsError(f"{path} exists already and is not overwritten")
    export(record, trace, path)
    code = code_of_record(record)
    return 0, {"file": str(path), "code": None if code is None else grouped(code), **_told(received(path))}


def _best(asked: argparse.Namespace) -> Path:
    """The stored round with the most points in a challenge, of the named profile or the guest."""
    game, number = named(asked.game or ""), asked.level
    level_of(game, "challenge", number)
    store = opened(asked)
    found = best_round(store, store.profile(asked.profile).id, game, number)
    if found is None:
        raise ValueError(f"there is no whole round yet of challenge {number} of {game.title}: play one first")
    return found


def _verify(asked: argparse.Namespace) -> tuple[int, dict[str, object]]:
    found = received(asked.file)
    return int(found.verdict is not Verdict.VERIFIED), {"file": str(asked.file), **_told(found)}


def _import(asked: argparse.Namespace) -> tuple[int, dict[str, object]]:
    found = received(asked.file)
    told = {"file": str(asked.file), **_told(found)}
    if found.verdict is not Verdict.VERIFIED:
        return 1, told
    store = opened(asked)
    return 0, {**told, "kept": str(keep(found, store.challenges))}


def _code(asked: argparse.Namespace) -> tuple[int, dict[str, object]]:
    found = read_code(" ".join(asked.code))
    game = next((game for game in GAMES if game.id == found.game), None)
    alike = game is not None and same_rules(found, game)
    told = _asked(found) | {"title": level_of(named(found.game), "challenge", found.level).title if alike else None}
    return int(not alike), told | {"same_rules": alike}


def _daily(asked: argparse.Namespace) -> tuple[int, dict[str, object]]:
    day = asked.date or wall_moment().local_date
    own = [_asked(challenge) | {"code": grouped(code_of(challenge))} for _, challenge in dailies(day, GAMES)]
    return 0, {"day": day, "challenges": own, "mix": [game.id for game, _ in mix(day, GAMES)]}


def _told(found: Received) -> dict[str, object]:
    """The result of the verification, and what is known of the recording: the hand and the input."""
    verdict, ghost = found.verdict, found.ghost
    told: dict[str, object] = {} if verdict is None else {"verdict": verdict.value, "says": SAYS[verdict]}
    told |= _asked(found.challenge) | {"rules": found.challenge.rules, "measures": found.challenge.measures}
    if ghost is not None:
        told |= {
            "side": ghost.fit.side,
            "input": played_with(ghost.trace),
            "readings": len(ghost.trace),
            "simulated": found.hand,
        }
    return told


def _asked(challenge: Challenge) -> dict[str, object]:
    return {
        "game": challenge.game,
        "level": challenge.level,
        "seed": challenge.seed,
        "points": challenge.points,
    }
