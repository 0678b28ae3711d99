"""Pictures that a player keeps: named by their day, never written over, nothing left behind where it does not work."""

from __future__ import annotations

from pathlib import Path

import pytest

from games.launcher.records.folders import Folders
from games.launcher.records.pictures.saved import pictures_folder, save_picture


def test_pictures_of_a_day_are_numbered_and_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pictures"
    paths = [save_picture(lambda path, n=n: path.write_text(str(n)), folder, "2026-11-23") for n in range(3)]
    assert [path.name for path in paths] == [f"Painting 2026-11-23 {n}.png" for n in (1, 2, 3)]
    assert [path.read_text() for path in paths] == ["0", "1", "2"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    def full(path: Path) -> None:
        path.write_text("half")
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        save_picture(full, tmp_path, "2026-11-23")
    assert list(tmp_path.iterdir()) == []


def test_pictures_lie_with_the_rest_where_a_place_was_chosen(tmp_path: Path) -> None:
    assert pictures_folder(Folders.standard(tmp_path)) == tmp_path / "pictures"
    system = Folders(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert pictures_folder(system).name == "Handplay"
