"""Folders that a person knows: which there are, and that a file goes there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from games.launcher.devices.system import spots
from games.launcher.shell.outbox import Give, Pick
from games.launcher.shell.spots import Given, Spot


def test_a_file_goes_under_a_free_name_and_nothing_is_overwritten(tmp_path: Path) -> None:
    file, goal = tmp_path / "data.json", tmp_path / "stick"
    goal.mkdir()
    file.write_text("new")
    (goal / "data.json").write_text("old")
    given = spots.given(Spot("drive", goal, "stick"), file)
    assert given == Given(goal / "data 2.json")
    assert [path.read_text() for path in sorted(goal.iterdir())] == ["new", "old"]


def test_half_a_file_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "data.json"
    file.write_text("all of it")

    def full(_file: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    goal = tmp_path / "stick"
    goal.mkdir()
    given = spots.given(Spot("drive", goal), file)
    assert given.why is not None
    assert list(goal.iterdir()) == []


def test_a_stick_that_was_pulled_out_gives_no_files_and_takes_none(tmp_path: Path) -> None:
    gone = Spot("drive", tmp_path / "gone")
    assert spots.files(gone, (".json",)) == []
    file = tmp_path / "data.json"
    file.write_text("x")
    assert spots.given(gone, file).why is not None


def test_the_newest_file_comes_first_and_others_are_not_shown(tmp_path: Path) -> None:
    for number, name in enumerate(("b.json", "a.json", "c.JSON", ".hidden.json", "letter.txt")):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (1000 + number, 1000 + number))
    (tmp_path / "folder.json").mkdir()
    assert [path.name for path in spots.files(Spot("drive", tmp_path), (".json",))] == ["c.JSON", "a.json", "b.json"]


def test_only_folders_that_can_be_written_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    downloads, stick = tmp_path / "Downloads", tmp_path / "STICK"
    downloads.mkdir()
    stick.mkdir()
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(downloads))
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "nowhere"))
    monkeypatch.setattr(spots, "removable", lambda: [stick, tmp_path / "not there"])
    monkeypatch.setattr(Path, "is_mount", lambda _path: True)
    assert spots.found() == [Spot("drive", stick, "STICK"), Spot("downloads", downloads)]


def test_a_request_is_answered_from_another_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []
    monkeypatch.setattr(spots, "apart", begun.append)
    file = tmp_path / "data.json"
    file.write_text("x")
    given: list[Given] = []
    found: list[list[Path]] = []
    spots.carry(Give(Spot("drive", tmp_path), file, given.append))
    spots.carry(Pick(Spot("drive", tmp_path), (".json",), found.append))
    assert given == found == []
    for work in begun:
        work()
    assert given[0].path == tmp_path / "data 2.json"
    assert len(found[0]) == 2
