"""Each file call of erasing, undoing and finishing goes amiss, or is the program's last: a person is whole or gone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from blocks import stored
from faults import KILLED, Faults
from windows_rules import STEP

from games.kit.fingers import Reading
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store

MARIA = "a" * 32
MOST = 120  # file calls of one act
WHO = pytest.mark.parametrize("who", [MARIA, GUEST], ids=["somebody", "the guest"])


@cache
def round_of(number: int) -> tuple[Record, list[Reading]]:
    record, trace = stored(number=number)
    return record.model_copy(update={"input": "touch"}), trace


def play(store: Store, who: str, number: int) -> None:
    record, trace = round_of(number)
    store.save(record.model_copy(update={"profile": who}), trace)


TEMPLATE: list[Path] = []


@pytest.fixture(scope="session", autouse=True)
def template(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Made once and copied for every call that goes amiss."""
    TEMPLATE[:] = [tmp_path_factory.mktemp("furnished") / "data"]
    furnish(TEMPLATE[0])


def furnished(folder: Path) -> Store:
    """A store with a person and the guest, each with two blocks of two months, and a journal that was left behind."""
    shutil.copytree(TEMPLATE[0], folder)
    return Store.open(Folders.standard(folder))


def furnish(folder: Path) -> None:
    store = Store.open(Folders.standard(folder))
    store.people.put(store.people.fresh(MARIA).model_copy(update={"picture": "boat"}))
    store.people.put(store.people.guest())
    for start, who in ((1, MARIA), (4, GUEST)):
        play(store, who, start)
        later, trace = round_of(start + 1)
        moved = later.model_copy(update={"profile": who, "started_utc_ms": later.started_utc_ms + 3_000_000_000})
        store.save(moved, trace)
        head = round_of(start + 2)[0].model_copy(update={"profile": who, "reps": ()})
        journal = store.begin(head)
        journal.note(trace[:50], 60, 1)
        journal.close(remove=False)


def theirs(store: Store, who: str) -> dict[str, bytes]:
    """Every file of somebody that would be lost."""
    home = store.folders.data / "profiles" / who
    found = [path for path in home.rglob("*") if path.is_file() and (who != GUEST or "sessions" in path.parts)]
    own = {f"{n:032x}" for n in range(10)} & {p.stem for p in (store.folders.state / "journal").glob("*.jrn")}
    first = 1 if who == MARIA else 4
    found += [store.folders.state / "journal" / f"{n}.jrn" for n in own if first <= int(n, 16) < first + 3]
    return {str(path.relative_to(store.folders.data)): path.read_bytes() for path in found}


def whole_or_gone(store: Store, who: str, before: dict[str, bytes]) -> bool:
    """Whether somebody is there, as before; if not, nothing of theirs is."""
    now = theirs(store, who)
    there = bool(now)
    assert now == (before if there else {})
    assert store.counts(who) == ((2, 20) if there else (0, 0))
    assert [p.id for p in store.people.all()] == ([MARIA] if there or who == GUEST else [])
    other = GUEST if who == MARIA else MARIA
    assert store.counts(other) == (2, 20), "nobody else's are touched"
    assert len(theirs(store, other)) == (3 if other == GUEST else 4)
    return there


@contextmanager
def killed_at(monkeypatch: pytest.MonkeyPatch, at: int, act: Callable[[], Callable[[], object]]) -> Iterator[bool]:
    """Run an act in a process of its own that is killed before its n-th file call; gives whether it was."""
    child = os.fork()
    if child == 0:
        try:
            then = act()
            Faults(monkeypatch, at, "kill")
            then()
        finally:
            os._exit(0)
    yield os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@WHO
@pytest.mark.parametrize("act", ["erase", "undo", "finish"])
def test_a_kill_anywhere_leaves_somebody_whole_or_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, who: str
) -> None:
    outcomes = []
    for at in range(1, MOST, STEP):
        folder = tmp_path / str(at)
        before = theirs(furnished(folder), who)

        def prepared(folder: Path = folder) -> Callable[[], object]:
            store = Store.open(Folders.standard(folder))
            if act == "erase":
                return lambda: store.erase(who)
            trash = store.erase(who)
            return store.finish_erasing if act == "finish" else lambda: store.restore(trash)

        with killed_at(monkeypatch, at, prepared) as killed:
            store = Store.open(Folders.standard(folder))  # the next start
        outcomes.append(whole_or_gone(store, who, before))
        assert not (folder / "erased").exists()
        if not killed:
            break
    assert not killed, "the sweep reached the end"
    assert STEP * len(outcomes) > 5
    assert outcomes[-1] is (act == "undo")
    if act == "finish":
        assert not any(outcomes)
    else:  # it turns at one call, and never back
        assert outcomes == sorted(outcomes, reverse=act == "erase")
        assert len(set(outcomes)) == 2


@WHO
@pytest.mark.parametrize("kind", ["full", "io", "refused", "dead"])
def test_a_disk_that_refuses_is_one_sentence_and_somebody_is_whole_or_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, who: str
) -> None:
    refusals = 0
    for at in range(1, MOST, STEP):
        store = furnished(tmp_path / str(at))
        before, refused = theirs(store, who), ""
        with monkeypatch.context() as patch:
            faults = Faults(patch, at, kind)
            try:
                trash = store.erase(who)
            except StoreError as error:
                refused = str(error)
        refusals += bool(refused)
        if refused:
            assert refused.startswith("could not erase")
            assert whole_or_gone(Store.open(store.folders), who, before), "what was refused was not done"
        else:
            assert not whole_or_gone(store, who, before)
            store.restore(trash)
            assert whole_or_gone(store, who, before)
        assert not (store.folders.data / "erased" / "files").exists()
        if not faults.struck:
            break
    assert not faults.struck
    assert STEP * refusals > 3


@WHO
@pytest.mark.parametrize("act", ["undo", "finish"])
def test_what_a_disk_refuses_to_undo_or_finish_is_done_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, who: str
) -> None:
    for at in range(1, MOST, STEP):
        store = furnished(tmp_path / str(at))
        before, refused = theirs(store, who), ""
        trash = store.erase(who)
        with monkeypatch.context() as patch:
            faults = Faults(patch, at, "refused")
            if act == "finish":
                refused = store.finish_erasing() or ""
            else:
                try:
                    store.restore(trash)
                except StoreError as error:
                    refused = str(error)
        if refused and act == "undo":
            assert refused.startswith("could not bring back")
            store.restore(trash)
        elif refused:
            assert refused.startswith("could not finish erasing")
            store = Store.open(store.folders)
        assert whole_or_gone(store, who, before) is (act == "undo")
        if not faults.struck:
            break
    assert not faults.struck


def test_erasing_somebody_who_has_nothing_here_and_undoing_it_changes_nothing(tmp_path: Path) -> None:
    store = Store.open(Folders.standard(tmp_path))
    trash = store.erase("b" * 32)
    store.restore(trash)
    store.erase(GUEST)
    assert store.finish_erasing() is None
    assert not (tmp_path / "erased").exists()
