"""The store: bests, days, profiles, journals, and a database that can be thrown away."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from blocks import DAY, block, stored

from games.beans import GAME
from games.kit.fingers import Reading
from games.launcher.records.blocks.vault import read
from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import BestKey
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.round.record import recovered
from games.launcher.scoring.score import MEASURES_VERSION

KEY = BestKey(GUEST, "beans", GAME.version, "practice", 1, "right", False, MEASURES_VERSION)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.standard(tmp_path / "all")


def real(number: int, seed: int = 1, hand: str = "steady", **changes: object) -> tuple[Record, list[Reading]]:
    record, trace = stored(seed, number, hand)
    return record.model_copy(update={"input": "touch", **changes}), trace


def test_the_best_is_of_blocks_played_alike_and_not_of_simulated_ones(folders: Folders) -> None:
    store = Store.open(folders)
    assert store.best(KEY) is None
    store.save(*real(1, score=500))
    store.save(*real(2, score=700))
    store.save(*real(3, score=900, status="partial"))
    store.save(*real(4, score=950, input="simulated"))
    store.save(*real(5, score=960, level=2))
    assert store.best(KEY) == 700
    assert store.best(KEY, but=f"{2:032x}") == 500
    assert store.best(replace(KEY, side="left")) is None
    assert store.best(replace(KEY, form="tap")) is None
    assert store.best(replace(KEY, table=(217.0, 114.0))) == 700
    assert store.best(replace(KEY, calibrated=True)) is None


def test_today_counts_repetitions_and_minutes(folders: Folders) -> None:
    store = Store.open(folders)
    store.save(*real(1, dur_ms=30_000))
    store.save(*real(2, dur_ms=30_000, local_date="2026-11-22"))
    assert store.today(GUEST, DAY) == (10, 0.5)
    assert store.today("f" * 32, DAY) == (0, 0.0)
    assert store.last(GUEST) == ("beans", "practice", 1)
    assert list(store.played()) == [GUEST]


@pytest.mark.parametrize("damage", [b"", b"garbage" * 500, None])
def test_the_index_is_made_again_from_the_files(folders: Folders, damage: bytes | None) -> None:
    Store.open(folders).save(*real(1, score=500))
    gc.collect()  # closes the database: Windows removes no open file
    index = folders.cache / "index.sqlite"
    if damage is None:
        index.unlink()
    else:
        index.write_bytes(damage)
    assert Store.open(folders).best(KEY) == 500


def test_an_index_that_breaks_while_in_use_is_made_again(folders: Folders) -> None:
    store = Store.open(folders)
    store.save(*real(1, score=500))
    store.index.drop()
    assert store.best(KEY) == 500


def test_files_that_come_from_elsewhere_are_taken_in_and_bad_ones_listed(folders: Folders) -> None:
    store = Store.open(folders)
    path = store.save(*real(1, score=500))
    bad = path.with_name(path.name.replace(f"{1:032x}", f"{9:032x}"))
    bad.write_bytes(path.read_bytes()[:100])
    store.vault.put(*real(2, score=800))
    again = Store.open(folders)
    assert again.best(KEY) == 800
    assert [name for name, _ in again.index.bad()] == [bad.name]
    assert bad.exists()


def test_a_profile_is_found_by_name_or_made_and_keeps_its_hand(folders: Folders) -> None:
    store = Store.open(folders)
    maria = store.profile("Maria")
    assert store.profile("Maria").id == maria.id
    assert store.profile(None).id == GUEST
    changed = store.people.put(maria.model_copy(update={"side": "left"}))
    assert changed.lamport == maria.lamport + 1
    assert Store.open(folders).profile("Maria").side == "left"
    assert [person.name for person in store.people.all()] == ["Maria"]


def test_a_broken_revision_of_a_profile_is_passed_over(folders: Folders) -> None:
    store = Store.open(folders)
    maria = store.profile("Maria")
    (folders.data / "profiles" / maria.id / "profile" / f"00000009-{'a' * 32}.json").write_text("{")
    assert store.profile("Maria").id == maria.id


@pytest.mark.parametrize("name", ["", " ", "a" * 41, "x\u202ey", "x\x00y", "line\nbreak", "\ud800"])
def test_a_name_that_cannot_be_shown_is_refused(folders: Folders, name: str) -> None:
    if not name:
        assert Store.open(folders).profile(name).id == GUEST
        return
    with pytest.raises(Unreadable, match="name"):
        Store.open(folders).profile(name)


@pytest.mark.parametrize("name", ["Zoë", "李", "👩‍🦽", "O'Neil; DROP TABLE"])
def test_a_name_may_be_anything_that_people_are_called(folders: Folders, name: str) -> None:
    assert Store.open(folders).profile(name).name == name


def test_a_running_block_is_recovered_as_far_as_it_was_journalled(folders: Folders) -> None:
    store = Store.open(folders)
    head, _ = real(7)
    whole = block()
    head = head.model_copy(update={"reps": (), "status": "partial", "steps": 0})
    journal = store.begin(head)
    third = whole.table.reps[2]
    cut = next(i for i, r in enumerate(whole.trace) if r.t > third.ended)
    journal.note(whole.trace[: cut // 2], 60, 1)
    journal.note(whole.trace[cut // 2 : cut], int(third.ended * 120) + 1, 3)
    assert Store.open(folders).recover(recovered) == [], "a journal that is being written is nobody else's"
    journal.close(remove=False)
    with journal.path.open("ab") as file:
        file.write(b"0badc0de {torn")
    (path,) = Store.open(folders).recover(recovered)
    record, trace = read(path)
    assert record.status == "recovered"
    assert [rep.outcome for rep in record.reps] == ["done"] * 3
    assert trace == whole.trace[:cut]
    assert not journal.path.exists()
    assert Store.open(folders).recover(recovered) == []


def test_a_journal_of_a_stored_block_is_only_removed(folders: Folders) -> None:
    store = Store.open(folders)
    record, trace = real(7)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    journal.close(remove=False)
    store.save(record, trace)
    assert store.recover(recovered) == []
    assert not journal.path.exists()


def test_a_journal_that_makes_no_sense_is_set_aside(folders: Folders) -> None:
    store = Store.open(folders)
    folder = folders.state / "journal"
    folder.mkdir(parents=True)
    (folder / "x.jrn").write_bytes(b"what is this")
    assert store.recover(recovered) == []
    assert (folder / "x.unreadable").exists()


def test_a_folder_that_cannot_be_used_is_said_before_playing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="nothing can be saved"):
        Store.open(Folders.standard(tmp_path / "file" / "data"))


def test_a_measured_screen_is_remembered(folders: Folders) -> None:
    store = Store.open(folders)
    assert store.screens.px_per_mm_for("x11 1280x800") is None
    store.screens.keep("x11 1280x800", 7.25)
    again = Store.open(folders)
    assert again.screens.px_per_mm_for("x11 1280x800") == 7.25
    assert again.device_id == store.device_id
