"""Three hundred blocks that are well-formed and that nobody played: every page is drawn, and nothing is raised."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from forging import put, said
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from visitor import Visit

from games.catalog import GAMES
from games.kit.geometry import Vec
from games.launcher.cli.commands import main
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.records.typed import KINDS
from games.launcher.scoring.summary import UNITS

MANY, EACH, POOL = 300, 100, 80
REAL = st.floats(-1e9, 1e9) | st.sampled_from([0.0, -0.0, 1e-300, 1e9, -1e9]) | st.integers(-(10**9), 10**9)
SECONDS = st.floats(0, 86_400)
DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2100, 12, 31))
NUMBERS = st.dictionaries(st.sampled_from(sorted(UNITS)), st.none() | REAL, max_size=8)
PLACE = st.tuples(REAL, REAL)
TASK = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("carry"), "fields": st.fixed_dictionaries({"start": PLACE, "goal": PLACE, "width": REAL})}
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("follow"),
            "fields": st.fixed_dictionaries({"path": st.lists(PLACE, max_size=3), "width": REAL}),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("track"),
            "fields": st.fixed_dictionaries(
                {"curve": st.lists(st.tuples(REAL, REAL | PLACE), max_size=2), "width": REAL}
            ),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("grip"),
            "fields": st.fixed_dictionaries(
                {"centre": PLACE, "start": REAL, "goal": REAL, "width": REAL, "hold": REAL}
            ),
        }
    ),
)


def measure(name: str) -> st.SearchStrategy[Any]:
    kinds = KINDS[name]
    return st.none() | (st.booleans() if bool in kinds else st.text(max_size=5) if str in kinds else REAL)


MEASURES = st.lists(st.sampled_from(sorted(KINDS)), max_size=6, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: measure(name) for name in names})
)
REP = st.fixed_dictionaries(
    {
        "i": st.integers(0, 19_999),
        "slot": st.integers(0, 99),
        "outcome": st.sampled_from(["done", "missed", "dropped", "interrupted"]),
        "asked": SECONDS,
        "began": SECONDS,
        "let_go": SECONDS,
        "ended": SECONDS,
        "fingers": st.lists(st.integers(0, 10**9), max_size=3),
        "offset": PLACE,
        "task": TASK,
        "settings": st.none()
        | st.dictionaries(st.text(max_size=5), REAL | st.booleans() | st.text(max_size=5), max_size=3),
        "made": st.lists(st.lists(PLACE, max_size=3), max_size=2),
        "measures": st.none() | MEASURES,
    }
)
CHANGES = st.fixed_dictionaries(
    {
        "game": st.sampled_from([game.id for game in GAMES] + ["chess"]),
        "game_version": st.integers(1, 10_000) | st.integers(1, 3),
        "mode": st.sampled_from(["practice", "test", "challenge", "free", "duel", "together"]),
        "level": st.integers(1, 1000) | st.integers(1, 3),
        "whole_reps": st.none() | st.integers(1, 20_000),
        "whole_seconds": st.none() | st.floats(0.001, 86_400),
        "seed": st.integers(0, 2**63 - 1),
        "aids": st.lists(st.sampled_from(["tap", "dwell", "wings"]), max_size=3),
        "form": st.sampled_from(["drag", "tap", "pinch", "dwell", "keys"]),
        "input": st.sampled_from(["touch", "mouse", "keys", "mixed", "none"]),
        "started_utc_ms": st.integers(0, 4_102_444_800_000),
        "tz_min": st.integers(-840, 840),
        "local_date": DAYS.map(str),
        "dur_ms": st.integers(0, 86_400_000),
        "steps": st.integers(0, 86_400 * 120),
        "status": st.sampled_from(["complete", "partial", "recovered"]),
        "precision": st.floats(0, 100),
        "speed": st.none() | st.floats(0, 100),
        "score": st.integers(0, 1_000_000),
        "throughput": st.floats(0, 1e6),
        "measures_version": st.integers(1, 10_000) | st.just(2),
        "px_per_mm": st.floats(0, 100),
        "calibrated": st.booleans(),
        "measures": NUMBERS,
        "coach": st.none()
        | st.fixed_dictionaries(
            {"target": st.floats(0.01, 0.99), "start": REAL, "end": REAL, "tempo": st.none() | st.floats(1e-9, 1e6)}
        ),
        "carried_ms": st.integers(0, 86_400_000) | st.just(0),
        "carried_reps": st.integers(0, 20_000) | st.just(0),
        "reps": st.lists(st.integers(0, POOL - 1), min_size=1, max_size=4),  # of those that were made up
    }
)


@pytest.fixture(scope="module")
def blocks() -> list[dict[str, Any]]:
    """What so many blocks say."""
    reps = made_up(REP, POOL)
    found = []
    for number, changes in enumerate(made_up(CHANGES, MANY), 1):
        own = [reps[index] for index in changes["reps"]]
        found.append(said(number, **json.loads(json.dumps({**changes, "reps": own}))))
    return found


def made_up(kind: st.SearchStrategy[dict[str, Any]], many: int) -> list[dict[str, Any]]:
    """So many of a kind, the same ones every time."""
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=many,
        phases=[Phase.generate],
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(kind)
    def take(one: dict[str, Any]) -> None:
        if len(found) < many:
            found.append(one)

    take()
    assert len(found) == many
    return found


@pytest.mark.parametrize("part", range(MANY // EACH))
def test_pages_of_blocks_that_nobody_played_are_drawn(
    blocks: list[dict[str, Any]], part: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = Folders.standard(tmp_path / "data")
    own = blocks[part * EACH : (part + 1) * EACH]
    for block in own:
        put(folders.data, block)
    store = Store.open(folders)
    assert store.index.unread() == []
    assert store.counts(GUEST)[0] == EACH
    visit = Visit(tmp_path, Vec(217, 136))
    for path in (
        ("progress",),
        ("page movements", "in all"),
        ("page charts", "weeks", "weeks", "measure", "measure"),
        ("page report",),
        ("home",),
    ):
        for button in path:
            if button in visit.ids():
                visit.press(button)
    assert visit.errors == []
    words = ["--data-dir", str(folders.data)]
    assert main([*words, "report", "--weeks", "2000", "--to", str(tmp_path / "page.html")]) == 0
    assert main([*words, "export", "json", "--to", str(tmp_path / "all.json")]) == 0
    assert main([*words, "export", "csv", "--to", str(tmp_path / "tables")]) == 0
    assert "Traceback" not in capsys.readouterr().err
    assert len(json.loads((tmp_path / "all.json").read_text())["blocks"]) == EACH
