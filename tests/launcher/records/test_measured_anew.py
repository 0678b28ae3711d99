"""Rounds that older measures judged are measured anew from their traces: nothing is lost, mixed or counted twice."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from blocks import play, stored

from games.beans import GAME
from games.launcher.cli.commands import main
from games.launcher.progress.practising import practice
from games.launcher.records.blocks import anew
from games.launcher.records.blocks.vault import read_record
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import BestKey
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.round.anew import measured_anew
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.shell.earlier.rescoring import Rescoring
from games.launcher.shell.work import Done

OLD = MEASURES_VERSION - 1
NOW = BestKey(GUEST, "beans", GAME.version, "practice", 1, "right", False, MEASURES_VERSION)
HOW = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")


def old(store: Store, number: int = 1, **changes: Any) -> Path:
    """A stored round that an older version judged, by which it had 7 points."""
    return play(store, GUEST, number, **{"measures_version": OLD, "score": 7, "precision": 1.0, **changes})


def opened(folder: Path) -> Store:
    return Store.open(Folders.standard(folder))


def all_anew(store: Store) -> None:
    for path in store.outdated():
        record = measured_anew(path)
        assert record is None or store.put_anew(path, record)
        store.note_anew(path, record)


def test_an_old_round_gets_the_points_that_its_trace_is_worth_today(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path, points = old(store), stored()[0].score
    before = path.read_bytes()
    assert store.best(NOW) is None
    assert store.outdated() == [path]
    all_anew(store)
    assert store.best(NOW) == store.block(GUEST, path.name)[0].score == points
    assert store.best(replace(NOW, measures_version=OLD)) is None
    assert store.outdated() == []
    assert path.read_bytes() == before
    assert store.block(GUEST, path.name)[1] == stored()[1]


def test_a_round_by_the_present_measures_is_left_alone(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path = play(store, GUEST, 1)
    assert store.outdated() == []
    assert measured_anew(path) is None


@pytest.mark.parametrize(
    "changes", [{"game_version": 99}, {"game": "marbles"}, {"edition": 99}, {"steps": 300}, {"seed": 12345}]
)
def test_a_round_that_cannot_be_played_again_as_it_was_stays_as_it_was(tmp_path: Path, changes: dict[str, Any]) -> None:
    store = opened(tmp_path)
    path = old(store, **changes)
    all_anew(store)
    assert store.block(GUEST, path.name)[0].score == 7
    assert store.outdated() == []  # and is not tried again by this version
    assert anew.beside(path) == []


def test_the_index_can_be_made_again_from_the_files(tmp_path: Path) -> None:
    store = opened(tmp_path)
    old(store)
    all_anew(store)
    store.index.drop()
    assert store.best(NOW) == stored()[0].score
    assert store.outdated() == []
    assert store.counts(GUEST)[0] == 1


def test_what_another_window_measured_anew_is_counted_here_at_the_next_start(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path = old(store)
    record = measured_anew(path)
    assert record is not None
    store.put_anew(path, record)  # and the process is killed before it could note it
    store.index.close()
    later = opened(tmp_path)
    assert later.outdated() == []
    assert later.best(NOW) == stored()[0].score


def test_programs_of_three_versions_share_a_folder_and_each_sees_its_own_points(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path = old(store)
    all_anew(store)
    newest = stored()[0].model_copy(update={"measures_version": MEASURES_VERSION + 1, "score": 9})
    anew.put(path, newest)
    assert {one.name.split(".")[1] for one in anew.beside(path)} == {str(MEASURES_VERSION), str(MEASURES_VERSION + 1)}
    points = {version: anew.current(path, version).score for version in (OLD, MEASURES_VERSION, MEASURES_VERSION + 1)}
    assert points == {OLD: 7, MEASURES_VERSION: stored()[0].score, MEASURES_VERSION + 1: 9}
    store.note_anew(path, newest)  # the newest program uses the same index
    store.index.close()
    later = opened(tmp_path)
    assert later.best(NOW) == stored()[0].score
    assert later.counts(GUEST)[0] == 1


def test_two_computers_of_one_version_write_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        store = opened(tmp_path / name)
        path = old(store)
        all_anew(store)
        made.append(anew.place(path, MEASURES_VERSION).read_bytes())
    assert made[0] == made[1]


def test_measures_that_were_changed_on_the_way_are_not_believed(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path = old(store)
    all_anew(store)
    beside = anew.place(path, MEASURES_VERSION)
    beside.write_bytes(beside.read_bytes().replace(b'"score":', b'"score":9'))
    store.index.drop()
    assert store.block(GUEST, path.name)[0].score == 7
    assert store.outdated() == [path]
    all_anew(store)
    assert store.best(NOW) == stored()[0].score


def test_measures_of_another_round_are_not_believed(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one, two = old(store, 1), old(store, 2)
    all_anew(store)
    anew.place(one, MEASURES_VERSION).replace(anew.place(two, MEASURES_VERSION))
    assert store.block(GUEST, two.name)[0].score == 7


def test_who_is_erased_takes_the_measures_along_and_work_in_progress_leaves_nothing_behind(tmp_path: Path) -> None:
    store = opened(tmp_path)
    person = store.profile("Anna").id
    path = play(store, person, 1, measures_version=OLD, score=7)
    late = play(store, person, 2, measures_version=OLD, score=7)
    record = measured_anew(path)
    assert record is not None
    store.put_anew(path, record)
    other = measured_anew(late)
    assert other is not None
    store.erase(person)
    assert not store.put_anew(late, other)
    store.note_anew(late, other)
    store.finish_erasing()
    assert list((tmp_path / "profiles").rglob("*.hpm")) == []
    assert store.counts(person) == (0, 0)


def test_a_round_erased_while_its_measures_are_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    person = store.profile("Anna").id
    path, put = play(store, person, 1, measures_version=OLD, score=7), anew.put
    record = measured_anew(path)
    assert record is not None

    def late(where: Path, what: Record) -> None:
        store.erase(person)
        put(where, what)

    monkeypatch.setattr(anew, "put", late)
    assert not store.put_anew(path, record)
    assert list(tmp_path.rglob("*.hpm")) == []
    store.finish_erasing()
    assert not (tmp_path / "profiles" / person).exists()


def test_one_erased_round_takes_its_measures_along_and_brings_them_back(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path = old(store)
    all_anew(store)
    trash = store.erase_block(GUEST, path.name, [])
    assert anew.beside(path) == []
    store.restore(trash)
    assert store.best(NOW) == stored()[0].score


def test_measures_whose_round_is_gone_are_swept_away_after_a_day(tmp_path: Path) -> None:
    store = opened(tmp_path)
    path = old(store)
    all_anew(store)
    path.unlink()
    beside = anew.place(path, MEASURES_VERSION)
    store.vault.sweep(beside.stat().st_mtime + 60)
    assert beside.exists()
    store.vault.sweep(beside.stat().st_mtime + 100_000)
    assert not beside.exists()


def test_an_exchange_with_another_computer_doubles_nothing(tmp_path: Path) -> None:
    here, there = opened(tmp_path / "here"), opened(tmp_path / "there")
    person = here.profile("Anna").id
    path = play(here, person, 1, measures_version=OLD, score=7)
    record = measured_anew(path)
    assert record is not None
    here.put_anew(path, record)
    here.note_anew(path, record)
    write_everything(here, person, tmp_path / "all.json")
    for _ in range(2):
        read_everything(there, tmp_path / "all.json")
    all_anew(there)
    read_everything(there, tmp_path / "all.json")
    assert there.counts(person)[0] == here.counts(person)[0] == 1
    key = replace(NOW, profile=person)
    assert there.best(key) == here.best(key) == record.score


def test_a_chart_shows_the_old_measures_or_the_new_ones_and_never_both(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for number in range(1, 6):
        old(store, number)
    seen = []
    for path in [*store.outdated(), None]:
        found = practice(store, GUEST, "beans", "right", date(1970, 1, 1), date(2100, 1, 1))
        seen.append({(block.kind.measures_version, block.precision) for block in found.blocks})
        assert len(found.kinds) == 1
        if path is not None:
            record = measured_anew(path)
            assert record is not None
            store.put_anew(path, record)
            store.note_anew(path, record)
    assert all(len(one) == 1 for one in seen)
    versions = [next(iter(one))[0] for one in seen]
    assert versions == sorted(versions)
    assert (versions[0], versions[-1]) == (OLD, MEASURES_VERSION)


# ---- beside the frames, and by command


def test_a_frame_waits_for_one_round_at_most_without_threads_and_none_while_somebody_plays(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for number in range(1, 4):
        old(store, number)
    work = Rescoring(store, measured_anew, Done, lambda _error: None)
    assert (work.left, work.whole) == (3, 3)
    assert not work.frame(busy=True)
    assert len(store.outdated()) == 3
    left = []
    while work.left:
        last = work.frame(busy=False)
        left.append(work.left)
    assert last
    assert left == sorted(left, reverse=True)
    assert len(left) >= 3
    assert store.outdated() == []
    assert not work.frame(busy=False)


def test_a_full_disk_leaves_the_round_for_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, reported = opened(tmp_path), []
    path = old(store)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(anew, "put", full)
    work = Rescoring(store, measured_anew, Done, reported.append)
    while work.left:
        work.frame(busy=False)
    assert len(reported) == 1
    monkeypatch.undo()
    assert store.outdated() == [path]


def test_work_apart_waits_while_somebody_plays(tmp_path: Path) -> None:
    from games.launcher.devices.system.threads import apart

    store, begun = opened(tmp_path), []

    def slowly(path: Path, between: Callable[[], None]) -> Record | None:
        begun.append(path)
        between()
        return measured_anew(path, between)

    for number in range(1, 4):
        old(store, number)
    work = Rescoring(store, slowly, apart, lambda _error: None)
    work.frame(busy=False)
    work.frame(busy=True)
    assert work.left == 3  # nothing is counted while somebody plays, whatever the other thread had just ended
    while work.left:
        work.frame(busy=False)
    assert store.outdated() == []
    assert len(begun) == 3


def endlessly(folder: Path, saying: Any) -> None:
    """What a process does until it is killed: measure anew, and say so after each round."""
    store = opened(folder)
    saying.send("begun")
    for path in store.outdated():
        record = measured_anew(path)
        assert record is not None
        store.put_anew(path, record)
        store.note_anew(path, record)
        saying.send(path.name)


def test_killed_in_the_middle_it_goes_on_where_it_was(tmp_path: Path) -> None:
    store = opened(tmp_path)
    paths = [old(store, number) for number in range(1, 13)]
    before = {path: path.read_bytes() for path in paths}
    store.index.close()
    left, runs = len(paths), 0
    while left:
        heard, saying = HOW.Pipe(duplex=False)
        worker = HOW.Process(target=endlessly, args=(tmp_path, saying), daemon=True)
        worker.start()
        saying.close()
        said = 0
        while said < 4:  # "begun" and three rounds; then it is somewhere within the fourth
            try:
                heard.recv()
            except EOFError:
                break
            said += 1
        worker.kill()
        worker.join()
        again = opened(tmp_path)
        now = len(again.outdated())
        assert now <= left - (said - 1)  # what was said is done
        left, runs = now, runs + 1
        again.index.close()
    assert runs >= 3
    last = opened(tmp_path)
    assert last.index.bad() == []
    assert last.counts(GUEST)[0] == 12
    points = stored()[0].score
    assert {last.record(GUEST, path.name).score for path in paths} == {points}
    assert {path: path.read_bytes() for path in paths} == before
    assert all(read_record(path).score == 7 for path in paths)


def test_the_command_counts_what_it_did_and_finds_nothing_the_second_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = opened(tmp_path)
    old(store, 1)
    old(store, 2)
    old(store, 3, game_version=99)
    assert main(["rescore", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "2 rounds measured anew, 1 as before\n"
    assert main(["rescore", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 rounds measured anew, 0 as before\n"
