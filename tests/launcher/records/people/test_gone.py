"""Whoever was erased stays erased, whatever copies are merged in; asked once where a file of theirs is imported by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from blocks import play, stored

from games.launcher.people.everybody import People, Person
from games.launcher.records.felt import Felt, keep
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.round.record import recovered

FELT = Felt(t_utc_ms=1_795_000_000_000, tz_min=60, when="before", pain=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path / "here"))


def furnished(store: Store, name: str = "Maria") -> Person:
    """Somebody with a profile, rounds also of a challenge, a feeling, a picture, and a round left in its journal."""
    maria = People(store).add("boat", name)
    play(store, maria.id, 1)
    play(store, maria.id, 2, mode="challenge")
    keep(store, maria.id, FELT)
    pictures = store.folders.data / "profiles" / maria.id / "pictures"
    pictures.mkdir()
    (pictures / "one.png").write_bytes(b"a picture")
    record, trace = stored(number=3, profile=maria.id)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    journal.close(remove=False)
    return maria


def erased(store: Store, person: Person) -> None:
    people = People(store)
    people.erase(person.id)
    assert people.finish_erasing() is None


def test_a_merged_copy_brings_nobody_back(store: Store, tmp_path: Path) -> None:
    maria, ben = furnished(store), People(store).add("kite", "Ben")
    play(store, ben.id, 4)
    shutil.copytree(store.folders.data, tmp_path / "there")
    erased(store, maria)
    for _ in range(2):
        shutil.copytree(tmp_path / "there", store.folders.data, dirs_exist_ok=True)
        again = Store.open(store.folders)
        assert again.recover(recovered) == []
        assert People(again).all() == [ben]
        assert again.counts(maria.id) == (0, 0)
        assert list(again.played()) == [ben.id]
        assert People(again).get(maria.id) is None
        assert not (store.folders.data / "profiles" / maria.id).exists()
        assert not list((store.folders.state / "journal").glob("*"))
        assert not (store.folders.data / "erased").exists()


def test_the_other_machine_learns_of_it_by_the_same_merge(store: Store, tmp_path: Path) -> None:
    maria = furnished(store)
    shutil.copytree(store.folders.data, tmp_path / "there")
    erased(store, maria)
    shutil.copytree(store.folders.data, tmp_path / "there", dirs_exist_ok=True)
    there = Store.open(Folders.standard(tmp_path / "there"))
    assert People(there).all() == []
    assert there.counts(maria.id) == (0, 0)


def test_a_copy_that_is_merged_while_the_program_runs_is_not_seen(store: Store, tmp_path: Path) -> None:
    maria = furnished(store)
    shutil.copytree(store.folders.data, tmp_path / "there")
    erased(store, maria)
    shutil.copytree(tmp_path / "there" / "profiles", store.folders.data / "profiles", dirs_exist_ok=True)
    assert People(store).all() == []
    assert People(store).get(maria.id) is None


def test_undo_takes_the_mark_away(store: Store) -> None:
    maria, people = furnished(store), People(store)
    trash = people.erase(maria.id)
    assert store.gone.ids() == {maria.id}
    assert people.undo(trash) == maria
    assert store.gone.ids() == frozenset()
    assert not (store.folders.data / "gone").exists()
    again = Store.open(store.folders)
    assert People(again).all() == [maria]
    assert again.counts(maria.id)[0] == 2


def test_of_an_erased_person_an_id_and_a_moment_are_left(store: Store) -> None:
    maria = furnished(store, "Maria Curie")
    erased(store, maria)
    (mark,) = (store.folders.data / "gone").iterdir()
    assert mark.stem == maria.id
    assert b"Curie" not in mark.read_bytes()
    assert len(mark.read_bytes()) < 100
    assert store.gone.day(maria.id) is not None
    mark.write_bytes(b"damaged")
    assert (store.gone.has(maria.id), store.gone.day(maria.id)) == (True, None)


def test_the_guest_can_always_come_back(store: Store) -> None:
    play(store, GUEST, 1)
    People(store).erase(GUEST)
    People(store).finish_erasing()
    assert store.gone.ids() == frozenset()


def test_a_file_of_an_erased_person_is_taken_in_only_when_that_is_said(store: Store, tmp_path: Path) -> None:
    maria, file = furnished(store), tmp_path / "all.json"
    write_everything(store, maria.id, file)
    erased(store, maria)
    for into in (None, "Ben"):
        with pytest.raises(
            ValueError, match=r"all\.json is of 'Maria' who was erased here on .*: nothing was taken in"
        ):
            read_everything(store, file, into)
    assert People(store).all() == []
    assert read_everything(store, file, erased_too=True).new == 2
    assert [one.name for one in People(store).all()] == ["Maria"]
    again = Store.open(store.folders)
    assert (again.counts(maria.id)[0], again.gone.ids()) == (2, frozenset())
    assert read_everything(again, file).known == 2, "it is asked once"


def test_who_was_brought_back_in_another_window_is_not_destroyed_with_what_was_erased(
    store: Store, tmp_path: Path
) -> None:
    maria, file = furnished(store), tmp_path / "all.json"
    write_everything(store, maria.id, file)
    people = People(store)
    people.erase(maria.id)
    read_everything(Store.open(store.folders), file, erased_too=True)
    assert people.finish_erasing() is None
    again = Store.open(store.folders)
    assert [one.name for one in People(again).all()] == ["Maria"]
    assert again.counts(maria.id)[0] == 2
