"""The index: what is compared and counted, whatever the form and the input, and fast with thousands of blocks."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest
from blocks import DAY, stored

from games.beans import GAME
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import BestKey
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.scoring.score import MEASURES_VERSION

KEY = BestKey(GUEST, "beans", GAME.version, "practice", 1, "right", False, MEASURES_VERSION)
FORMS = ("drag", "tap", "pinch", "dwell", "keys")
INPUTS = ("touch", "mouse", "keys", "mixed", "none")
MANY = 10_000
SOON = 0.02  # s; a frame of the home screen


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path))


def save(store: Store, number: int, **changes: object) -> None:
    record, trace = stored(number=number)
    store.save(Record.model_validate({**dict(record), "input": "touch", **changes}), trace)


def test_bests_of_each_form_and_input_are_their_own(store: Store) -> None:
    for number, (form, source) in enumerate(((f, i) for f in FORMS for i in INPUTS), 1):
        save(store, number, form=form, input=source, score=number)
    for again in (store, Store.open(store.folders)):
        assert again.best(KEY) == 25
        found = [again.best(replace(KEY, form=form, input=source)) for form in FORMS for source in INPUTS]
        assert found == list(range(1, 26))
        assert [again.best(replace(KEY, form=form)) for form in FORMS] == [5, 10, 15, 20, 25]
    assert store.index.bad() == []


def test_simulated_blocks_are_never_a_best_whatever_their_form(store: Store) -> None:
    for number, form in enumerate(FORMS, 1):
        save(store, number, form=form, input="simulated", score=900)
        assert store.best(replace(KEY, form=form)) is None
        assert store.best(replace(KEY, form=form, input="simulated")) is None
    assert store.played() == {}
    assert store.today(GUEST, DAY) == (0, 0.0)


def test_a_warm_up_counts_for_the_day_and_never_for_a_best(store: Store) -> None:
    save(store, 1, score=500, dur_ms=30_000)
    save(store, 2, mode="free", status="complete", score=900, dur_ms=60_000)
    save(store, 3, mode="free", status="partial", score=950, dur_ms=30_000)
    for again in (store, Store.open(store.folders)):
        assert again.today(GUEST, DAY) == (30, 2.0)
        assert again.best(KEY) == 500
        assert again.best(replace(KEY, mode="free")) is None
        assert again.last(GUEST) == ("beans", "practice", 1), "Start goes on where practice was left"
        assert again.counts(GUEST) == (3, 30)


def test_an_index_of_an_older_program_is_made_again(store: Store) -> None:
    save(store, 1, score=500)
    store.index._connected().execute("PRAGMA user_version = 1")
    store.index._connected().execute("DROP TABLE block")
    assert Store.open(store.folders).best(KEY) == 500


@pytest.fixture
def full(store: Store) -> Store:
    """Ten thousand blocks of five people over years; only their rows, for only they are asked."""
    save(store, 1)
    base = store.index._connected()
    with base:
        row = base.execute("SELECT * FROM block").fetchone()
        names = [each[1] for each in base.execute("PRAGMA table_info(block)")]
        for number in range(2, MANY):
            said = dict(zip(names, row, strict=True)) | {"id": f"{number:032x}", "file": str(number)}
            said |= {"profile": f"{number % 5:032x}", "t": row[names.index("t")] - number * 1_000_000}
            said |= {"day": DAY if number < 200 else f"20{10 + number % 16}-01-01", "score": number % 1000}
            base.execute(f"INSERT INTO block VALUES ({', '.join('?' * len(names))})", tuple(said.values()))
    return store


def test_what_home_asks_is_answered_at_once_among_ten_thousand_blocks(full: Store) -> None:
    asked = {
        "today": lambda: full.today(GUEST, DAY),
        "last": lambda: full.last(GUEST),
        "best": lambda: full.best(KEY),
        "counts": lambda: full.counts(GUEST),
        "played": full.played,
    }
    for name, ask in asked.items():
        spans = []
        for _ in range(5):
            start = time.perf_counter()
            ask()
            spans.append(time.perf_counter() - start)
        assert min(spans) < SOON, f"{name} took {min(spans) * 1000:.1f} ms"
    assert full.today(GUEST, DAY)[0] == 10 * 40
    assert len(full.played()) == 5


def test_today_reads_its_index_and_no_row(full: Store) -> None:
    base = sqlite3.connect(full.folders.cache / "index.sqlite")
    rule = "SELECT total(reps), total(ms) FROM block WHERE profile = ? AND day = ? AND input != 'simulated'"
    plan = " ".join(str(row[3]) for row in base.execute(f"EXPLAIN QUERY PLAN {rule}", (GUEST, DAY)))
    base.close()
    assert "COVERING INDEX day" in plan
