"""One reader for the files of others: what is no file, too long or too deep is one sentence, at once."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
from pathlib import Path

import pytest
from forging import forged, played, put, said

from games.launcher.cli.commands import main
from games.launcher.records.blocks.vault import read
from games.launcher.records.disk.reading import DEEPEST, content_of, json_of, refuse_too_deep, sentence, shown
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import kept
from games.launcher.records.folders import Folders
from games.launcher.records.index import file
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store

NAMES = ("folder", "pipe", "zero", "socket")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder of things that are no files."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    made = socket.socket(socket.AF_UNIX)
    made.bind(str(tmp_path / "socket"))
    made.close()
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "words", [["replay"], ["import"], ["challenge", "verify"], ["challenge", "export"]], ids=" ".join
)
def test_a_command_refuses_what_is_no_file_and_waits_for_nothing(
    odd: Path, name: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(odd / "data"), *words, str(odd / name)]) == 1
    assert f"{name} is not a file" in capsys.readouterr().err


def test_pipes_where_the_program_looks_for_its_own_files_do_not_hold_it_up(tmp_path: Path) -> None:
    folders = Folders.standard(tmp_path)
    one = folders.data / "profiles" / GUEST
    for place in (
        one / "profile" / f"00000001-{'d' * 32}.json",
        one / "felt" / "1-a.json",
        one / "sessions" / "2026-11" / f"20261123T120000000Z-{1:032x}.hps",
        folders.state / "device.json",
        folders.data / "vault.json",
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(place)
    (folders.state / "device.json").unlink()  # it is written over: nothing else can be done with it
    store = Store.open(folders)
    assert store.profile(None).id == GUEST
    assert kept(store, GUEST) == []
    assert len(store.index.unread()) == 1


def test_a_file_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long"
    with path.open("wb") as file:
        file.truncate(10**12)  # none of it is on the disk
    with pytest.raises(Unreadable, match="10000 are allowed"):
        content_of(path, 10_000)
    assert content_of(path, 10**13, 5) == b"\0" * 5


@pytest.mark.parametrize(
    "content",
    ["[" * 150 + "]" * 150, '{"a":' * 150 + "1" + "}" * 150, "[" * 10**6, '["]]]]", ' + "[" * 99 + "]" * 99 + "]"],
    ids=["lists", "objects", "cut off", "beside words"],
)
def test_what_is_nested_too_deeply_is_not_parsed(content: str) -> None:
    with pytest.raises(Unreadable, match="deep"):
        json_of(content, "x.json")


def test_what_is_wide_and_what_only_looks_deep_is_read() -> None:
    wide = [[index, {"a": []}] for index in range(5000)]
    assert json_of(json.dumps(wide), "x") == wide
    assert json_of(json.dumps("[" * 1000 + '\\"' * 9), "x") == "[" * 1000 + '\\"' * 9
    refuse_too_deep("[" * DEEPEST + "]" * DEEPEST, "x")


@pytest.mark.parametrize(
    "content", ['{"a": 1, "a": 2}', "[NaN]", "[-Infinity]", '{"v": 1' + "0" * 5000 + "}", "", "\ufeff{}"]
)
def test_what_two_readers_would_read_differently_is_refused(content: str) -> None:
    with pytest.raises(Unreadable) as refused:
        json_of(content, "x.json")
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize("words", ["a\x1b[31mb", "a\nb", "\u202eabc", "a\x9bb", "\ud800"])
def test_what_moves_the_cursor_is_not_printed(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(words).isprintable()
    assert (
        main(
            ["--data-dir", str(tmp_path), "replay", str(tmp_path / f"{words.encode('utf-8', 'replace').decode()}.hps")]
        )
        == 1
    )
    assert capsys.readouterr().err.rstrip("\n").isprintable()
    (tmp_path / "a\x1b[2Jb.hps").write_bytes(b"x")
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / "a\x1b[2Jb.hps")
    assert str(refused.value).isprintable()


def test_an_error_of_the_system_says_which_file_and_what() -> None:
    with pytest.raises(OSError) as missing:  # noqa: PT011
        content_of(Path("/nowhere/x"), 10)
    assert sentence(missing.value) == "/nowhere/x: No such file or directory"


def test_reps_without_end_are_refused_in_bounded_room(tmp_path: Path) -> None:
    path = put(tmp_path, said(), forged(said(), b"[" + b"0," * 7_000_000 + b"0]"), 1)
    with pytest.raises(Unreadable, match="far too long"):
        read(path)
    path.write_bytes(forged(said(), b" " * 70_000_000))
    with pytest.raises(Unreadable, match="far too long"):
        read(path)


@pytest.mark.parametrize("content", [b"[" * 5000, b"null", b"", b'{"min_reader": "x"}', b'{"a":' * 200])
def test_a_mark_of_the_folder_that_says_nothing_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vault.json").write_bytes(content)
    Store.open(Folders.standard(tmp_path))
    assert (tmp_path / "vault.json").read_bytes() == content


def test_a_folder_that_is_nobodys_home_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", "~nosuchuser/x", "where"]) == 1
    assert "~nosuchuser" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["x" * 60, "x" * 300], ids=["600 in all", "300 in one name"])
def test_a_very_long_path_is_used_or_said(tmp_path: Path, part: str, capsys: pytest.CaptureFixture[str]) -> None:
    folders = Folders.standard(tmp_path.joinpath(*[part] * 10))
    if len(part) > 255:
        assert main(["--data-dir", str(folders.data), "export", "json"]) == 1
        assert "nothing can be saved" in capsys.readouterr().err
        return
    for _ in range(2):
        store = Store.open(folders)
        record, trace = played()
        store.save(record, list(trace))
        assert store.counts(GUEST) == (1, len(record.reps))


def spoilt(path: Path, how: str) -> sqlite3.Connection | None:
    if how == "a folder":
        path.unlink()
        (path / "x").mkdir(parents=True)
    elif how == "a pipe":
        path.unlink()
        os.mkfifo(path)
    elif how == "read-only":
        path.chmod(0o400)
    elif how == "locked":
        other = sqlite3.connect(path)
        other.execute("BEGIN EXCLUSIVE")
        return other
    else:
        with sqlite3.connect(path) as base:
            base.execute(
                {"without a column": "ALTER TABLE block DROP COLUMN hits", "without a table": "DROP TABLE bad"}.get(
                    how, how
                )
            )
    return None


@pytest.mark.parametrize(
    "how",
    [
        "a folder",
        "a pipe",
        "read-only",
        "locked",
        "without a column",
        "without a table",
        "CREATE TRIGGER t BEFORE INSERT ON block BEGIN SELECT RAISE(ABORT, 'no'); END",
        "CREATE VIEW v AS SELECT * FROM nowhere",
        "ALTER TABLE block RENAME COLUMN day TO d",
    ],
)
def test_whatever_became_of_the_index_the_blocks_are_there(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.1)  # a locked one stays so, however long it is waited for
    folders = Folders.standard(tmp_path)
    record, trace = played()
    written = Store.open(folders)
    written.save(record, list(trace))
    written.index.close()  # another program spoils what is not open here
    other = spoilt(folders.cache / "index.sqlite", how)
    for _ in range(2):
        store = Store.open(folders)
        assert store.counts(GUEST) == (1, len(record.reps))
        store.save(record.model_copy(update={"id": "b" * 32}), list(trace))
        assert store.counts(GUEST)[0] == 2
        store.index.drop()
        next(store.vault.folder.rglob("*bbbb.hps")).unlink()
    if other is not None:
        other.close()


def test_an_index_is_for_nobody_else(tmp_path: Path) -> None:
    folders = Folders.standard(tmp_path)
    Store.open(folders)
    assert (folders.cache / "index.sqlite").stat().st_mode & 0o777 == 0o600
