"""What is asked of the index: the newest, the best, where the coach stands, and what was forgotten and put back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from blocks import stored

from games.launcher.records.blocks.vault import Vault
from games.launcher.records.folders import Folders
from games.launcher.records.index.coached import Coached
from games.launcher.records.index.index import Entry, Index
from games.launcher.records.index.kinds import BestKey
from games.launcher.records.index.rows import take_in
from games.launcher.records.models import CoachRecord, Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store

OTHER = "a" * 32
T = 1_795_000_000_000  # ms; when the first block began


@cache
def played() -> Record:
    return stored()[0].model_copy(update={"input": "touch"})


KEY = BestKey(GUEST, "beans", played().game_version, "practice", 1, "right", False, played().measures_version)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    vault = Vault(Folders.standard(tmp_path).data)
    vault.open()
    return Index(tmp_path / "index", vault)


def add(index: Index, number: int, **changes: object) -> str:
    """A block that began this many seconds after the first; gives the name of its file."""
    about = {"id": f"{number:032x}", "profile": GUEST, "started_utc_ms": T + 1000 * number, **changes}
    file = f"{number:04}.hps"
    index.add(played().model_copy(update=about), Path(file))
    return file


def test_a_board_has_the_newest_first_and_no_more_than_asked_for(index: Index) -> None:
    for number, score in ((3, 300), (1, 900), (2, 500)):
        add(index, number, score=score, local_date=f"2026-11-0{number}")
    add(index, 4, status="partial")
    add(index, 5, input="simulated")
    add(index, 6, profile=OTHER)
    reps = len(played().reps)
    newest = [Entry(f"000{n}.hps", f"2026-11-0{n}", score, T + 1000 * n, reps) for n, score in ((3, 300), (2, 500))]
    assert index.board(KEY, 2) == newest
    assert [entry.score for entry in index.board(KEY, 9)] == [300, 500, 900]


def test_of_equals_the_oldest_is_the_best(index: Index) -> None:
    assert index.best_entry(KEY) is None
    for number, score in ((1, 500), (3, 900), (2, 900)):
        add(index, number, score=score)
    best = index.best_entry(KEY)
    assert best is not None
    assert (best.file, best.score) == ("0002.hps", 900)
    assert index.best(KEY) == 900
    assert index.best(KEY, but=f"{3:032x}") == 900
    add(index, 4, score=1200)
    assert index.best(KEY, but=f"{4:032x}") == 900


def test_only_what_was_played_alike_is_compared(index: Index) -> None:
    add(index, 1, score=100, table=(130.0, 76.0), coach=CoachRecord(target=0.75, start=0, end=0, tempo=None))
    add(index, 2, score=200, table=(130.0, 80.0))
    add(index, 3, score=300, table=(140.0, 76.0), calibrated=True)
    asked = [
        KEY,
        replace(KEY, table=(130.0, 76.0)),
        replace(KEY, table=(130.0, 80.0)),
        replace(KEY, table=(140.0, 76.0)),
        replace(KEY, coached=True),
        replace(KEY, coached=False),
        replace(KEY, calibrated=True),
        replace(KEY, side="left"),
        replace(KEY, level=2),
        replace(KEY, profile=OTHER),
        replace(KEY, game="pegs"),
        replace(KEY, mode="test"),
        replace(KEY, game_version=KEY.game_version + 1),
        replace(KEY, measures_version=KEY.measures_version + 1),
    ]
    assert [index.best(key) for key in asked] == [200, 100, 200, None, 100, 200, 300, *[None] * 7]


def test_the_kind_that_was_played_last_comes_first(index: Index) -> None:
    for number, source, form in ((1, "touch", "drag"), (2, "mouse", "tap"), (3, "touch", "drag"), (4, "keys", "keys")):
        add(index, number, input=source, form=form)
    add(index, 5, input="touch", form="pinch", mode="free")
    assert index.kinds(KEY) == [("keys", "keys"), ("touch", "drag"), ("mouse", "tap")]


def test_nothing_is_known_of_somebody_who_has_not_played(index: Index) -> None:
    assert index.coached(GUEST, "beans", "right") == Coached((), 0, None, 0)
    assert index.last(GUEST) is None
    assert index.counts(GUEST) == (0, 0)
    assert index.today(GUEST, "2026-11-23") == (0, 0.0)
    assert index.played() == {}
    assert not index.has(f"{1:032x}")


def coach(bits: float, tempo: float | None = None) -> CoachRecord:
    return CoachRecord(target=0.75, start=0.0, end=bits, tempo=tempo)


def test_a_coach_goes_on_from_its_level_and_counts_the_days_of_the_game(index: Index) -> None:
    add(index, 1, coach=coach(1.5, 2.0), local_date="2026-11-01", measures={"hits": 0.9})
    add(index, 2, coach=coach(1.2, 1.8), local_date="2026-11-01", measures={"hits": 0.8})
    add(index, 3, level=2, coach=coach(0.3), local_date="2026-11-02", measures={"hits": 0.4})
    add(index, 4, level=2, local_date="2026-11-03", measures={"hits": 0.6})  # the level was locked
    add(index, 5, game="pegs", coach=coach(9.0), local_date="2026-11-04", measures={"hits": 0.1})
    add(index, 6, mode="free", coach=coach(9.0), local_date="2026-11-05", measures={"hits": 0.1})
    add(index, 7, input="simulated", coach=coach(9.0), local_date="2026-11-06", measures={"hits": 0.1})
    told = index.coached(GUEST, "beans", "right")
    assert [(one.level, one.bits, one.tempo) for one in told.stood] == [(2, 0.3, None), (1, 1.2, 1.8)], "newest first"
    assert told.stood[1].trials == 2 * told.stood[0].trials > 0
    assert (told.sessions, told.hits) == (3, 0.6)
    assert index.coached(GUEST, "beans", "left") == Coached((), 0, None, 0)


def test_finished_and_challenged_blocks_are_found_by_their_files(index: Index) -> None:
    one, two, three = (add(index, n, mode=mode) for n, mode in ((1, "practice"), (2, "challenge"), (3, "test")))
    add(index, 4, mode="free")
    add(index, 5, status="partial")
    late = add(index, 6, mode="challenge", local_date="2026-12-24", game="pegs")
    assert index.finished(GUEST, "beans", 9) == [three, two, one]
    assert index.finished(GUEST, "beans", 2) == [three, two]
    assert index.challenged(GUEST, played().local_date) == [two, late]
    assert index.challenged(GUEST, "2026-12-24") == [late]
    assert index.challenged(GUEST, "2026-12-25") == []


def test_free_blocks_in_which_something_was_done_are_found_and_warm_ups_are_not(index: Index) -> None:
    endless = {"mode": "free", "whole_reps": None, "whole_seconds": None}
    one = add(index, 1, **endless, local_date="2026-11-01")
    two = add(index, 2, **endless, local_date="2026-11-02")
    add(index, 3, **endless, reps=())
    add(index, 4, mode="free", whole_reps=None, whole_seconds=60.0)
    add(index, 5, mode="free", whole_reps=10, whole_seconds=None)
    add(index, 6, mode="practice", whole_reps=None, whole_seconds=None)
    assert index.free(GUEST, "beans") == [(two, "2026-11-02"), (one, "2026-11-01")]


def test_what_was_forgotten_can_be_put_back_as_it_was(index: Index) -> None:
    for number in (1, 2):
        add(index, number, score=100 * number)
    add(index, 3, profile=OTHER)
    rows = index.forget(GUEST, "0002.hps")
    assert len(rows) == 1
    assert (index.best(KEY), index.counts(GUEST)[0], index.has(f"{2:032x}")) == (100, 1, False)
    rows += index.forget(GUEST)
    assert (index.best(KEY), index.counts(GUEST), index.counts(OTHER)[0]) == (None, (0, 0), 1)
    index.restore(rows)
    assert (index.best(KEY), index.counts(GUEST)[0], index.has(f"{2:032x}")) == (200, 2, True)
    assert index.forget(GUEST, "none.hps") == []


def test_everybody_has_a_last_time_and_a_last_level(index: Index) -> None:
    add(index, 1, level=3, mode="test")
    add(index, 2, mode="duel", level=4)
    add(index, 3, profile=OTHER, game="pegs", level=2)
    add(index, 9, profile="b" * 32, input="simulated")
    assert index.played() == {GUEST: T + 2000, OTHER: T + 3000}
    assert index.last(GUEST) == ("beans", "test", 3)
    assert index.last(OTHER) == ("pegs", "practice", 2)


def test_a_day_counts_what_was_done_on_it_without_what_was_carried_over(index: Index) -> None:
    reps = played().reps
    half = (reps[0], reps[1].model_copy(update={"outcome": "interrupted"}), *reps[2:5])
    add(index, 1, reps=half, dur_ms=90_000, local_date="2026-11-01")
    add(index, 2, reps=reps[:6], carried_reps=4, dur_ms=90_000, carried_ms=60_000, local_date="2026-11-01")
    add(index, 3, reps=reps[:1], dur_ms=10, carried_ms=60_000, local_date="2026-11-02")
    assert index.today(GUEST, "2026-11-01") == (4 + 2, 2.0)
    assert index.today(GUEST, "2026-11-02") == (1, 0.0)
    assert index.counts(GUEST) == (3, 7)


def test_the_tallest_of_each_day_comes_in_the_order_of_the_days(index: Index) -> None:
    def built(high: float) -> tuple[object, ...]:
        return (
            played().reps[0].model_copy(update={"made": (((0.0, 0.0), (1.0, -high / 2)), ((0.0, -high), (0.0, 3.0)))}),
        )

    for number, day, high in ((1, "01", 10.0), (2, "02", 30.0), (3, "02", 20.0), (4, "03", 0.0), (5, "04", 5.0)):
        add(index, number, local_date=f"2026-11-{day}", reps=built(high))
    add(index, 6, local_date="2026-11-01", reps=built(99.0), input="simulated")
    assert index.tallest(GUEST, "beans", 2) == [("2026-11-02", 30.0), ("2026-11-04", 5.0)]
    assert index.tallest(GUEST, "beans", 9)[0] == ("2026-11-01", 10.0)
    assert index.tallest(GUEST, "pegs", 9) == []


def test_a_question_that_fails_leaves_an_index_that_answers_the_next(index: Index) -> None:
    add(index, 1)
    with pytest.raises(sqlite3.DatabaseError, match="no such table"), index.asking() as base:
        base.execute("SELECT * FROM nobody")
    assert index.counts(OTHER) == (0, 0)


def test_where_no_file_can_hold_it_the_index_answers_from_memory(tmp_path: Path) -> None:
    (tmp_path / "index" / "index.sqlite" / "in the way").mkdir(parents=True)
    vault = Vault(Folders.standard(tmp_path).data)
    vault.open()
    index = Index(tmp_path / "index", vault)
    assert index.counts(GUEST) == (0, 0)
    add(index, 1, score=300)
    assert index.best(KEY) == 300
    assert (tmp_path / "index" / "index.sqlite" / "in the way").is_dir()
    index.drop()
    assert index.counts(GUEST) == (0, 0), "thrown away, it is made of the files again"


def test_a_block_that_can_no_longer_be_read_is_named_and_no_longer_counted(tmp_path: Path) -> None:
    vault = Vault(Folders.standard(tmp_path).data)
    vault.open()
    index = Index(tmp_path / "index", vault)
    files = [add(index, 1), add(index, 2), add(index, 3, profile=OTHER)]
    for file, profile in ((files[1], GUEST), (files[2], OTHER)):
        index.note_unread(profile, vault.folder / "rounds" / profile / file, ValueError("it is torn"))
    assert [(one.file, one.folder, one.profile) for one in index.unread()] == [
        (files[1], f"rounds/{GUEST}", GUEST),
        (files[2], f"rounds/{OTHER}", OTHER),
    ]
    assert [one.file for one in index.unread(OTHER)] == [files[2]]
    assert "it is torn" in index.unread(GUEST)[0].why
    assert (index.counts(GUEST)[0], index.counts(OTHER)[0]) == (1, 0)


def test_taking_files_in_is_heard_file_by_file_and_a_bad_one_is_of_whoever_it_lies_with(tmp_path: Path) -> None:
    store = Store.open(Folders.standard(tmp_path))
    paths = [store.save(*stored(number=number)) for number in (1, 2)]
    bad = paths[1].with_name(paths[1].name.replace(paths[1].name[-36:-4], "c" * 32))
    bad.write_bytes(b"what is this")
    store.index.drop()
    with store.index.asking():  # made again of the files
        pass
    assert store.index.counts(GUEST)[0] == 2
    assert [(one.file, one.profile) for one in store.index.unread()] == [(bad.name, GUEST)]
    heard: list[tuple[int, int]] = []
    with store.index.asking() as base, base:
        base.execute("DELETE FROM block")
        take_in(base, store.vault, lambda number, count: heard.append((number, count)))
    assert heard == [(1, 2), (2, 2)], "a bad one is tried again only when it has changed"
    bad.write_bytes(paths[1].read_bytes()[:-1] + b"x")
    paths[0].unlink()
    with store.index.asking() as base:
        take_in(base, store.vault, lambda number, count: heard.append((number, count)))
    assert heard[2:] == [(1, 1)]
    assert store.index.counts(GUEST)[0] == 1
    bad.unlink()
    store.index.catch_up()
    assert store.index.unread() == []
