"""`doctor` says what cannot be read, who was erased, and what waits to be stored; and nothing keeps it from saying so."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocks import play, stored

from games.launcher.cli import commands
from games.launcher.cli.doctor import records
from games.launcher.devices.system.files import SharedFiles
from games.launcher.people.everybody import People
from games.launcher.planning import kept as plans
from games.launcher.planning.ready import READY, plan_from
from games.launcher.records.felt import Felt, keep
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path), SharedFiles())


def told(store: Store) -> dict[str, str]:
    return {name: words for name, words in records(store.folders) if name}


def test_where_all_is_well_it_says_so(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(store) == {"unreadable": "none", "erased": "nobody", "unsaved": "none"}
    assert commands.main(["doctor", "--data-dir", str(store.folders.data)]) == 0
    assert "unreadable    none" in capsys.readouterr().out


def test_each_damaged_file_is_named(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    people = People(store)
    maria = people.add("boat", "Maria")
    people.take_side(maria.id, "left")
    path = play(store, maria.id, 1)
    path.with_name(path.name.replace(f"{1:032x}", f"{9:032x}")).write_bytes(b"what is this")
    keep(store, maria.id, Felt(t_utc_ms=1, tz_min=0, when="before", pain=1))
    plans.keep(store, maria.id, plan_from(READY[0], "2026-11-23", 1))
    for name in ("felt", "plans", "profile"):
        next((store.folders.data / "profiles" / maria.id / name).iterdir()).write_bytes(b"{")
    assert told(store)["unreadable"] == "files: 4"
    assert commands.main(["doctor", "--data-dir", str(store.folders.data)]) == 0
    said = capsys.readouterr().out
    assert f"{9:032x}.hps" in said
    assert said.count("damaged, or made by a newer version") == 3


def test_erased_people_and_rounds_that_wait_are_counted(store: Store) -> None:
    people = People(store)
    people.erase(people.add("boat", "Maria").id)
    people.finish_erasing()
    record, trace = stored(number=2)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    assert told(store)["unsaved"] == "none", "it is being played"
    journal.close(remove=False)
    journal.path.with_name("x.unreadable").write_bytes(b"")
    said = told(store)
    assert said["erased"].startswith("people: 1;")
    assert said["unsaved"] == "rounds: 2; tried again at the next start"


def test_a_data_folder_of_a_newer_version_is_said(store: Store) -> None:
    (store.folders.data / "vault.json").write_text('{"min_reader": 99}')
    assert "newer version" in told(store)["records"]
