"""What was practised: movements, hands, days and the blocks of a chart; simulations never count."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocks import DAY, stored

from games.launcher.records.folders import Folders
from games.launcher.records.index.movements import MOVEMENTS, farthest, movements
from games.launcher.records.models import Record, RepRecord, TaskRecord
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store


def rep(
    kind: str, fingers: int = 1, outcome: str = "done", fields: dict | None = None, **measures: object
) -> RepRecord:
    return RepRecord.model_validate(
        {
            "i": 0,
            "slot": 0,
            "outcome": outcome,
            "asked": 0.0,
            "began": 0.0,
            "let_go": 1.0,
            "ended": 1.0,
            "fingers": tuple(range(fingers)),
            "offset": (0.0, 0.0),
            "task": TaskRecord(kind=kind, fields=fields or {}),
            "settings": None,
            "measures": measures,
        }
    )


@pytest.mark.parametrize(
    ("one", "moved"),
    [
        (rep("carry"), ("carry",)),
        (rep("carry", 2), ("grip", "carry", "release")),
        (rep("carry", 2, "missed"), ("grip", "carry", "release")),
        (rep("carry", 2, "dropped"), ("grip", "carry")),
        (rep("carry", tapped=True), ("tap",)),
        (rep("carry", outcome="interrupted"), ()),
        (rep("grip", 2, fields={"start": 60.0, "goal": 30.0}), ("grip",)),
        (rep("grip", 2, fields={"start": 60.0, "goal": 30.0}, returned=0.4), ("grip", "release")),
        (rep("grip", 5, fields={"start": 30.0, "goal": 60.0}), ("spread",)),
        (rep("lift", 5), ("lift",)),
        (rep("follow"), ("trace",)),
        (rep("fill"), ("trace",)),
        (rep("track", fields={"curve": [[0.0, [1.0, 2.0]]]}), ("trace",)),
        (rep("track", 2, fields={"curve": [[0.0, 40.0]]}), ("grip",)),
        (rep("shape", 2), ("grip",)),
        (rep("shape"), ("trace",)),
        (rep("something_new"), ()),
    ],
    ids=str,
)
def test_a_repetition_is_the_movements_that_the_hand_made(one: RepRecord, moved: tuple[str, ...]) -> None:
    assert movements(one) == moved
    assert set(moved) <= set(MOVEMENTS)


def test_range_is_how_far_the_fingers_or_a_landed_piece_went() -> None:
    assert farthest(rep("grip", 2, range=31.5, valid=True)) == 31.5
    assert farthest(rep("carry", distance=90.0)) == 90.0
    for one in (
        rep("carry", outcome="missed", distance=90.0),
        rep("carry", distance=90.0, tapped=True),
        rep("grip", 2, range=300.0, valid=False),
        rep("follow", length=50.0),
    ):
        assert farthest(one) is None


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path))


def save(store: Store, number: int, side: str = "right", **changes: object) -> Record:
    record, trace = stored(number=number)
    fit = record.fit.model_copy(update={"side": side})
    changed = record.model_copy(update={"input": "touch", "status": "complete", "fit": fit, **changes})
    store.save(changed, trace)
    return changed


def test_doses_count_each_hand_and_movement_of_the_days_asked_for(store: Store) -> None:
    one = save(store, 1, dur_ms=60_000)
    save(store, 2, "left", dur_ms=30_000, local_date="2026-11-20")
    save(store, 3, input="simulated")
    reps = len(one.reps)
    for again in (store, Store.open(store.folders)):
        doses = again.practised.doses(GUEST)
        assert (doses["right"].reps, doses["right"].minutes, doses["right"].blocks) == (reps, 1.0, 1)
        assert doses["right"].moved["carry"] + doses["right"].moved["tap"] == reps
        assert doses["left"].reps == reps
        today = again.practised.doses(GUEST, DAY, DAY)
        assert (today["right"].blocks, today["left"].blocks) == (1, 0)
        assert again.practised.days(GUEST) == [("2026-11-20", reps, 0.5), (DAY, reps, 1.0)]
        assert again.practised.days(GUEST, until="2026-11-20") == [("2026-11-20", reps, 0.5)]
        assert again.practised.games(GUEST) == [("beans", "left", 1), ("beans", "right", 1)]


def test_blocks_of_a_chart_have_a_score_and_know_what_they_may_be_compared_with(store: Store) -> None:
    save(store, 1, precision=70.0, speed=None)
    save(store, 2, mode="free")
    save(store, 3, input="mouse", precision=80.0)
    save(store, 4, "left")
    save(store, 5, reps=())
    first, second = store.practised.blocks(GUEST, "beans", "right")
    assert (first.precision, first.speed, second.precision) == (70.0, None, 80.0)
    assert first.kind != second.kind
    assert first.kind._replace(input="mouse") == second.kind
    assert (first.kind.width, first.kind.height) == (0.0, 0.0)  # practice uses the whole screen
    assert store.practised.learning(GUEST, "beans", "right", 2) == [DAY]
    assert len(store.practised.files(GUEST)) == 5
