"""Files that cannot be read: tried again when they have changed, found where they were put, and named where they are not counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from forging import forged, played, put, said

from games.launcher.cli.commands import main
from games.launcher.records.folders import Folders
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.records.unread import said_of


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.standard(tmp_path / "all")


def three(folders: Folders) -> list[Path]:
    return [put(folders.data, said(number)) for number in (1, 2, 3)]


def blocks(folders: Folders, profile: str = GUEST) -> int:
    return Store.open(folders).counts(profile)[0]


@pytest.mark.parametrize("how", ["half synced", "empty", "another time", "same size"])
def test_a_file_that_became_whole_is_read(folders: Folders, how: str) -> None:
    whole = forged(said(1))
    begun = {"half synced": whole[: len(whole) // 2], "empty": b""}.get(how, whole[:-1] + b"?")
    path = put(folders.data, said(1), begun)
    assert blocks(folders) == 0
    assert [one.file for one in Store.open(folders).index.unread()] == [path.name]
    path.write_bytes(whole)
    if how == "another time":
        os.utime(path, (1, 1))
    assert blocks(folders) == 1
    assert Store.open(folders).index.unread() == []


def test_a_file_that_is_unchanged_is_not_read_again(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folders.data, said(1), b"x")
    assert blocks(folders) == 0

    def read(path: Path, _version: int | None) -> Record:
        raise AssertionError("it was read again")

    monkeypatch.setattr("games.launcher.records.index.rows.current", read)
    assert [one.why for one in Store.open(folders).index.unread()] == [
        f"20261123T120000000Z-{1:032x}.hps is not a block of Handplay: it has no header"
    ]


def test_a_file_that_may_not_be_opened_is_tried_at_every_start(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folders.data, said(1))
    with monkeypatch.context() as refusing:

        def refused(path: Path, _version: int | None) -> Record:
            raise PermissionError(13, "Permission denied", str(path))

        refusing.setattr("games.launcher.records.index.rows.current", refused)
        (left,) = Store.open(folders).index.unread()
        assert left.why.endswith("Permission denied")
    assert blocks(folders) == 1


@pytest.mark.parametrize("name", ["November", "2026-11 (1)", "2027-01", "old/2026-11"])
def test_blocks_in_a_folder_of_another_name_count_and_open(folders: Folders, name: str) -> None:
    paths = three(folders)
    month = paths[0].parent
    (month.parent / name).parent.mkdir(exist_ok=True)
    month.rename(month.parent / name)
    store = Store.open(folders)
    assert store.counts(GUEST)[0] == 3
    for path in paths:
        assert store.block(GUEST, path.name)[0].score == played()[0].score
    assert len(store.finished(GUEST, "beans") + store.practised.files(GUEST)) >= 3
    store.erase_block(GUEST, paths[0].name, [])
    assert blocks(folders) == 2


@pytest.mark.parametrize("name", ["a" * 32, "backup of Anna"])
def test_blocks_in_the_folder_of_somebody_else_are_named_and_not_counted(
    folders: Folders, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = three(folders)
    paths[0].parents[2].rename(paths[0].parents[2].with_name(name))
    store = Store.open(folders)
    assert store.counts(GUEST)[0] == store.counts(name)[0] == 0
    assert [one.file for one in store.index.unread(GUEST)] == [path.name for path in paths]
    words = ["--data-dir", str(folders.data)]
    assert main([*words, "export", "json", "--to", str(folders.data / "all.json")]) == 1
    assert "3 files could not be read" in capsys.readouterr().err
    assert main([*words, "doctor"]) == 0
    assert name in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_an_export_says_what_is_not_in_it(folders: Folders, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, _ = three(folders)
    one.write_bytes(one.read_bytes()[:-1])
    words = ["--data-dir", str(folders.data), "export", kind, "--to", str(folders.data / "x")]
    assert main(words) == 1
    told = capsys.readouterr()
    assert told.err.startswith("handplay: 1 file could not be read and is left out: ")
    assert one.name in told.err
    assert "changed on the way" in told.err
    assert two.name not in told.err
    assert main(["--data-dir", str(folders.data), "report", "--to", str(folders.data / "y")]) == 0
    assert one.name in capsys.readouterr().err


def test_a_whole_export_says_nothing(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    three(folders)
    assert main(["--data-dir", str(folders.data), "export", "json", "--to", str(folders.data / "x")]) == 0
    assert capsys.readouterr().err == ""


def test_many_are_named_as_ten_and_more(folders: Folders) -> None:
    for number in range(1, 15):
        put(folders.data, said(number), b"x")
    told = said_of(Store.open(folders).index.unread(GUEST))
    assert told.startswith("14 files could not be read")
    assert told.endswith("; and 4 more")
    assert told.count(".hps") == 10
