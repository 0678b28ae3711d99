"""The index under trouble: joined people, a damaged or a busy database, a full disk, files that lie elsewhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from blocks import stored

from games.kit.fingers import Reading
from games.launcher.records.blocks.vault import Vault
from games.launcher.records.folders import Folders
from games.launcher.records.index import file as index_file
from games.launcher.records.index import index as index_module
from games.launcher.records.index import rows
from games.launcher.records.index.index import Index
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST

OTHER = "a" * 32


@cache
def played() -> tuple[Record, list[Reading]]:
    record, trace = stored()
    return record.model_copy(update={"input": "touch"}), trace


class House:
    """A vault, and an index of it."""

    def __init__(self, folder: Path) -> None:
        self.vault = Vault(Folders.standard(folder).data)
        self.vault.open()
        self.path = folder / "index" / "index.sqlite"
        self.index = Index(folder / "index", self.vault)

    def put(self, number: int, profile: str = GUEST) -> Path:
        """Store a block without telling the index."""
        record, trace = played()
        about = {"id": f"{number:032x}", "profile": profile, "started_utc_ms": 1_795_000_000_000 + 1000 * number}
        return self.vault.put(record.model_copy(update=about), trace)

    def add(self, number: int, profile: str = GUEST) -> None:
        """Tell the index of a block."""
        record = played()[0].model_copy(update={"id": f"{number:032x}", "profile": profile})
        self.index.add(record, self.vault.path_of(record))

    def counts(self) -> tuple[int, int]:
        """The blocks of the guest and of the other."""
        return self.index.counts(GUEST)[0], self.index.counts(OTHER)[0]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_what_joined_people_play_is_the_persons_whenever_the_index_hears_of_it(house: House) -> None:
    house.add(1, OTHER)
    assert house.counts() == (0, 1)
    house.index.join({OTHER: GUEST})
    assert house.counts() == (1, 0)
    house.add(2, OTHER)
    house.add(3)
    assert house.counts() == (3, 0)
    house.index.close()
    assert house.counts() == (3, 0)
    house.index.join({})
    assert house.counts() == (1, 2)


def test_files_that_appear_are_counted_for_the_person_too(house: House) -> None:
    house.index.join({OTHER: GUEST})
    house.put(1, OTHER)
    house.index.catch_up()
    assert house.counts() == (1, 0)
    house.put(2, OTHER)
    house.index.drop()
    assert house.counts() == (2, 0), "and when it is made again of the files"


def test_a_damaged_database_is_made_again_of_the_files(house: House) -> None:
    house.put(1)
    house.index.catch_up()
    house.index.close()
    house.path.write_bytes(b"no database" * 1000)
    assert house.counts() == (1, 0)
    with closing(sqlite3.connect(house.path)) as base:
        base.execute("DROP TABLE block")
        base.commit()
    assert house.counts() == (1, 0), "also while it is open"


def test_a_database_of_another_schema_is_emptied_and_filled(house: House) -> None:
    house.put(1)
    house.path.parent.mkdir()
    with closing(sqlite3.connect(house.path)) as base:
        base.executescript('CREATE TABLE "odd ""one"(x); CREATE VIEW v AS SELECT 1; PRAGMA user_version = 3')
    assert house.counts() == (1, 0)
    with closing(sqlite3.connect(house.path)) as base:
        assert {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type != 'index'")} == {
            "block",
            "bad",
            "as_is",
            "first",
        }
        assert base.execute("PRAGMA user_version").fetchone() == (rows.VERSION,)


def test_a_database_that_another_program_holds_is_left_to_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_file, "PATIENCE", 0.0)
    house.put(1)
    assert house.counts() == (1, 0)
    house.index.close()
    whole = house.path.read_bytes()
    with closing(sqlite3.connect(house.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert house.counts() == (1, 0), "it is kept in memory meanwhile"
        assert house.path.read_bytes() == whole
    assert house.path.exists()


def test_a_database_that_becomes_busy_is_closed_and_not_deleted(house: House) -> None:
    house.add(1)
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorname = "SQLITE_BUSY"
    with pytest.raises(sqlite3.OperationalError), house.index.asking():
        raise error
    assert house.counts() == (1, 0), "nothing was thrown away: the block is in no file"


def test_one_that_fails_otherwise_is_thrown_away(house: House) -> None:
    house.add(1)
    with pytest.raises(sqlite3.DatabaseError), house.index.asking():
        raise sqlite3.DatabaseError("disk I/O error")
    assert house.counts() == (0, 0)


def full(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


def answers_from_memory(house: House) -> None:
    assert house.counts() == (1, 0)
    assert not house.path.exists()
    house.index.close()
    assert house.counts() == (1, 0)
    assert house.path.exists()


def test_while_the_disk_is_full_the_index_answers_from_memory(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.put(1)
    house.index.catch_up()
    with monkeypatch.context() as patched:
        patched.setattr(index_module, "take_in", full)
        house.index.catch_up()
    answers_from_memory(house)


def test_so_it_does_where_people_cannot_be_joined_for_want_of_room(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.put(1)
    house.index.catch_up()
    once, apply = iter([full]), index_module.joining.apply
    with monkeypatch.context() as patched:
        patched.setattr(index_module.joining, "apply", lambda *said: next(once, apply)(*said))
        house.index.join({})
    answers_from_memory(house)


def test_a_failing_database_is_no_fault_of_a_file(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.put(1)
    with house.index.asking() as base, monkeypatch.context() as patched:
        patched.setattr(rows, "insert", full)
        house.put(2)
        with pytest.raises(sqlite3.OperationalError, match="full"):
            rows.take_in(base, house.vault)
    assert house.index.unread() == []


def test_a_block_in_another_ones_folder_is_not_counted_and_named_as_its_owners(house: House) -> None:
    path = house.put(1)
    away = house.vault.folder / "profiles" / OTHER / "from a stick"
    away.mkdir(parents=True)
    path.rename(away / path.name)
    house.index.catch_up()
    assert house.counts() == (0, 0)
    (left,) = house.index.unread()
    assert left.why.endswith("lies in another profile's folder: it is not counted")
    assert (left.profile, left.folder) == (GUEST, f"profiles/{OTHER}/from a stick")


def test_a_file_that_lies_with_nobody_is_nobodys(house: House) -> None:
    path = house.put(1)
    torn = house.vault.folder / "profiles" / path.name
    path.rename(torn)
    house.index.catch_up()
    assert house.counts() == (1, 0)
    house.index.drop()
    torn.write_bytes(b"torn")
    house.index.catch_up()
    assert [one.profile for one in house.index.unread()] == [""]


def test_the_height_of_a_tower_is_that_of_its_top() -> None:
    def built(*heights: float) -> list[object]:
        rep = played()[0].reps[0]
        return [rep.model_copy(update={"made": (((0.0, y), (4.0, y)),)}) for y in heights]

    assert rows.tall(built(-3.0, -12.5, 2.0)) == 12.5  # type: ignore[arg-type]
    assert rows.tall(built(0.0, 40.0)) == 0.0  # type: ignore[arg-type]
    assert rows.tall([]) == 0.0
