"""Nobody else on this computer can open what a player has done, whatever the umask, and whatever an earlier version left."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from blocks import play, stored

from games.launcher.cli.play import PrivateLog, keep_log
from games.launcher.people.everybody import People
from games.launcher.records.felt import Felt, keep
from games.launcher.records.folders import Folders
from games.launcher.records.pictures.saved import pictures_folder, save_picture
from games.launcher.records.store import Store
from games.launcher.reports import saving

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps a person's folders to that person by itself")


def test_a_log_that_cannot_be_written_says_nothing_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: str) -> None:
        raise OSError(28, "No space left on device")

    log = PrivateLog(tmp_path / "handplay.log", encoding="utf-8", delay=True)
    with monkeypatch.context() as patched:
        patched.setattr(log, "stream", SimpleNamespace(write=full, flush=lambda: None))
        log.emit(logging.makeLogRecord({"msg": "a line"}))
    log.close()
    assert capsys.readouterr().err == ""


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277, 0o777])
def umask(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    before = os.umask(request.param)
    yield int(request.param)
    os.umask(before)


def modes(folder: Path) -> set[tuple[bool, int]]:
    """Of all that lies in a folder, and of itself: whether it is a folder, and its mode."""
    return {(path.is_dir(), path.stat().st_mode & 0o777) for path in (folder, *folder.rglob("*"))}


def test_all_that_the_program_writes_into_its_folders_is_private(umask: int, tmp_path: Path) -> None:
    folders = Folders.standard(tmp_path / "all")
    store = Store.open(folders)
    keep_log(folders, "debug")
    logging.getLogger("handplay").error("a line")
    for handler in [one for one in logging.getLogger().handlers if type(one).__name__ == "PrivateLog"]:
        logging.getLogger().removeHandler(handler)
        handler.emit(logging.makeLogRecord({"msg": "a line"}))
        handler.close()
    people = People(store)
    maria, ben = people.add("boat", "Maria"), people.add("kite", "Ben")
    play(store, maria.id, 1)
    keep(store, maria.id, Felt(t_utc_ms=1, tz_min=0, when="before", pain=1))
    record, trace = stored(number=2, profile=maria.id)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    journal.close(remove=False)
    store.screens.keep("x11 1280x800", 7.25)
    save_picture(lambda path: path.write_bytes(b"a picture") and None, pictures_folder(folders), "2026-11-23")
    for what in ("report", "table", "all"):
        saving.save(store, maria.id, what, date(2026, 11, 23), 12)
    people.erase(ben.id)
    assert modes(folders.data) == {(True, 0o700), (False, 0o600)}


def test_what_an_earlier_version_left_open_is_closed_at_the_next_start(tmp_path: Path) -> None:
    folders = Folders.standard(tmp_path / "all")
    maria = People(Store.open(folders)).add("boat", "Maria")
    pictures = folders.data / "profiles" / maria.id / "pictures"
    for folder in (pictures, folders.state / "log"):
        folder.mkdir(mode=0o755)
        (folder / "one").write_bytes(b"")
        (folder / "one").chmod(0o644)
        folder.chmod(0o755)
    (folders.cache / "index.sqlite").chmod(0o644)
    Store.open(folders)
    assert modes(folders.data) == {(True, 0o700), (False, 0o600)}
