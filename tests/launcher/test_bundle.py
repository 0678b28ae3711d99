"""What a bundle and a wheel hold: everything that the program reads, and nothing that only its makers need."""

from __future__ import annotations

import os
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from games.launcher.cli.desktop_file import command
from games.launcher.devices.bundle import making
from games.launcher.devices.bundle.contents import ASSETS, options
from games.launcher.devices.bundle.licences import notices

ROOT = Path(__file__).resolve().parents[2]


def test_a_bundle_and_a_wheel_hold_all_assets_but_their_sources() -> None:
    folders = {path.name for path in (ROOT / "assets").iterdir() if path.is_dir()} - {"sources"}
    assert set(ASSETS) == folders
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {Path(name).name for name in included} - {"CREDITS.md"} == folders
    assert all(goal == f"games/{name}" for name, goal in included.items())


def test_a_bundle_has_no_console_and_all_that_is_named_is_there(tmp_path: Path) -> None:
    words = options(ROOT, tmp_path, tmp_path / "made")
    assert "--windowed" in words
    assert "--onedir" in words
    sources = [word.split(os.pathsep)[0] for before, word in pairwise(words) if before == "--add-data"]
    assert len(sources) == len(ASSETS) + 1
    assert all(Path(source).exists() for source in [*sources, words[-1]])


def test_every_file_beside_the_code_that_is_not_code_goes_into_a_bundle(tmp_path: Path) -> None:
    words = " ".join(options(ROOT, tmp_path, tmp_path))
    for path in (ROOT / "games").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".pyc", ".md") and "web" not in path.parts:
            assert str(path) in words, path


def test_the_licences_of_others_come_with_their_words(tmp_path: Path) -> None:
    about = tmp_path / "segno-1.6.6.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Name: segno\nVersion: 1.6.6\nLicense: BSD\n")
    (about / "LICENSE").write_text("All rights but these")
    said = notices(tmp_path)
    assert "segno 1.6.6: BSD" in said
    assert "All rights but these" in said


def test_an_installed_copy_makes_no_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(making, "ROOT", tmp_path)
    with pytest.raises(OSError, match="from the source"):
        making.make(None)


def test_the_menu_entry_of_a_bundle_starts_the_bundle_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Handplay/Handplay")
    assert command() == (Path("/opt/Handplay/Handplay"), ())
