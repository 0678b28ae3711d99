"""Erasing somebody: out of sight, brought back exactly, or gone for good; with other windows and other devices about."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from blocks import DAY, everything, play, stored
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from games.beans import GAME
from games.launcher.people.everybody import Erased, People
from games.launcher.people.settings import Settings
from games.launcher.records.blocks.vault import read
from games.launcher.records.disk.sealed import unsealed
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import BestKey
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.round.record import recovered
from games.launcher.scoring.score import MEASURES_VERSION


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.standard(tmp_path / "all")


@pytest.fixture
def store(folders: Folders) -> Store:
    return Store.open(folders)


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


def key(profile: str) -> BestKey:
    return BestKey(profile, "beans", GAME.version, "practice", 1, "right", False, MEASURES_VERSION)


def test_erasing_puts_all_out_of_sight_and_undo_brings_all_back(people: People, store: Store) -> None:
    maria, ben = people.add("boat", "Maria"), people.add("kite", "Ben")
    play(store, ben.id, 1)
    path = play(store, maria.id, 2)
    play(store, maria.id, 3, mode="free")
    path.with_name(path.name.replace(f"{2:032x}", f"{9:032x}")).write_bytes(b"a broken file")
    record, trace = stored(number=4, profile=maria.id)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    journal.close(remove=False)
    profiles, state = store.folders.data / "profiles", store.folders.state
    before, asked = everything(profiles, state), (store.best(key(maria.id)), store.today(maria.id, DAY))
    assert people.counts(maria.id) == (2, 20)
    erased = people.erase(maria.id)
    assert (erased.person, erased.blocks, erased.reps) == (maria, 2, 20)
    assert people.all() == [ben]
    assert people.last() == ben
    assert people.counts(maria.id) == (0, 0)
    assert store.today(maria.id, DAY) == (0, 0.0)
    assert store.best(key(maria.id)) is store.last(maria.id) is None
    assert store.index.bad() == []
    assert store.recover(recovered) == []
    assert not (profiles / maria.id).exists()
    assert people.undo(erased) == maria
    assert everything(profiles, state) == before
    assert (store.best(key(maria.id)), store.today(maria.id, DAY)) == asked
    assert len(store.index.bad()) == 1
    assert people.last() == maria
    assert not (store.folders.data / "erased" / erased.trash.name).exists()
    with pytest.raises(StoreError, match="gone for good"):
        people.undo(erased)


def test_finishing_leaves_nothing_behind(people: People, store: Store) -> None:
    maria, ben = people.add("boat", "Maria"), people.add("kite", "Ben")
    play(store, ben.id, 1)
    left = everything(store.folders.data)
    play(store, maria.id, 2)
    record, trace = stored(number=4, profile=maria.id)
    for aside in (False, True):
        journal = store.begin(record.model_copy(update={"id": f"{40 + aside:032x}", "reps": ()}))
        journal.note(trace, record.steps, 10)
        journal.close(remove=False)
        if aside:
            journal.path.rename(journal.path.with_suffix(".unreadable"))
    erased = people.erase(maria.id)
    assert people.finish_erasing() is None
    maria_left = set(everything(store.folders.data)) - set(left)
    (gone,) = maria_left
    assert json.loads(unsealed(Path(gone).read_bytes())).keys() == {"v", "id", "t_utc_ms"}, "who and when, nothing else"
    assert not (store.folders.data / "erased").exists()
    assert maria.id.encode() not in (store.folders.cache / "index.sqlite").read_bytes()
    assert [read(path)[0].profile for path in store.vault.files()] == [ben.id]
    with pytest.raises(StoreError, match="gone for good"):
        people.undo(erased)
    with pytest.raises(StoreError, match="no longer exists"):
        people.keep(maria.id, Settings())


def test_erasing_the_guest_clears_what_was_played_but_not_the_settings(people: People, store: Store) -> None:
    people.keep(GUEST, Settings(text=150))
    play(store, GUEST, 1)
    erased = people.erase(GUEST)
    assert people.counts(GUEST) == (0, 0)
    assert people.guest().settings.text == 150
    play(store, GUEST, 2)
    people.undo(erased)
    assert people.counts(GUEST) == (2, 20)
    people.erase(GUEST)
    play(store, GUEST, 3)
    assert people.finish_erasing() is None
    assert people.counts(GUEST) == (1, 10)
    assert people.guest().settings.text == 150


def test_another_window_neither_destroys_nor_revives_what_may_still_be_undone(
    people: People, store: Store, folders: Folders
) -> None:
    maria = people.add("boat", "Maria")
    play(store, maria.id, 1)
    erased = people.erase(maria.id)
    other = People(Store.open(folders))
    assert other.finish_erasing() is None
    assert other.all() == []
    for change in (lambda: other.keep(maria.id, Settings()), lambda: other.erase(maria.id)):
        with pytest.raises(StoreError, match="no longer exists"):
            change()
    assert people.undo(erased) == maria
    assert other.all() == [maria]
    assert other.counts(maria.id) == (1, 10)


def test_what_another_window_still_writes_for_somebody_erased_goes_too(
    people: People, store: Store, folders: Folders
) -> None:
    maria = people.add("boat", "Maria")
    other = Store.open(folders)
    play(store, maria.id, 1)
    people.erase(maria.id)
    play(other, maria.id, 2)
    assert people.finish_erasing() is None
    assert list(store.vault.files()) == []
    assert store.counts(maria.id) == (0, 0)


def test_another_devices_erasure_in_a_shared_folder_is_left_to_it_for_a_day(
    people: People, store: Store, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria = people.add("boat", "Maria")
    erased = people.erase(maria.id)
    renamed = erased.trash.with_name(erased.trash.name.replace(store.device_id, "e" * 32))
    store._erasures._let_go(erased.trash)  # what is held cannot be renamed everywhere
    erased.trash.rename(renamed)
    del people, store
    Store.open(folders)
    assert renamed.exists()
    later = renamed.stat().st_mtime + 90_000
    monkeypatch.setattr("games.launcher.records.people.erasing.time.time", lambda: later)
    (renamed / "held").unlink()  # the lock of a process on another machine is not seen here
    Store.open(folders)
    assert not renamed.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_running_process_can_undo_what_another_start_has_seen(folders: Folders) -> None:
    maria = People(Store.open(folders)).add("boat", "Maria")
    play(Store.open(folders), maria.id, 1)
    before = everything(folders.data / "profiles")
    (said, saying), (go, going) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        failed = 1
        try:
            people = People(Store.open(folders))
            erased = people.erase(maria.id)
            os.write(saying, b"erased")
            os.read(go, 2)
            people.undo(erased)
            failed = 0
        finally:
            os._exit(failed)
    assert os.read(said, 6) == b"erased"
    here = People(Store.open(folders))
    assert here.all() == []
    assert here.finish_erasing() is None
    os.write(going, b"go")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert here.all() == [maria]
    assert everything(folders.data / "profiles") == before
    for file in (said, saying, go, going):
        os.close(file)


ACTS = st.lists(st.sampled_from(["play", "erase", "undo", "finish", "restart"]), max_size=12)


@trials(deadline=None, max_examples=40)
@given(ACTS, st.sampled_from(["somebody", "the guest"]))
def test_in_any_order_the_blocks_are_those_played_and_not_erased(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str], who: str
) -> None:
    folders = Folders.standard(tmp_path_factory.mktemp("any"))
    people, store = opened(folders)
    person = people.guest() if who == "the guest" else people.add("boat")
    there, bin_, played = set[int](), list[tuple[Erased, set[int]]](), 0
    for act in acts:
        listed = who == "the guest" or person in people.all()
        if act == "play" and listed:
            played += 1
            play(store, person.id, played)
            there.add(played)
        elif act == "erase" and listed:
            bin_.append((people.erase(person.id), there))
            there = set()
        elif act == "undo" and bin_:
            erased, back = bin_.pop()
            people.undo(erased)
            there |= back
        elif act in ("finish", "restart"):
            assert people.finish_erasing() is None
            bin_.clear()
            if act == "restart":
                people, store = opened(folders)
        assert {int(read(path)[0].id, 16) for path in store.vault.files()} == there
        assert people.counts(person.id) == (len(there), 10 * len(there))


def opened(folders: Folders) -> tuple[People, Store]:
    store = Store.open(folders)
    return People(store), store
