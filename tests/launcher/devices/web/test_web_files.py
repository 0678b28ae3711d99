"""Files in a browser: what counts as kept, and when it is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from web_page_stand_in import WebPage

from games.kit.canvas import Canvas
from games.launcher.devices.web import starting
from games.launcher.devices.web.disk.kept_files import KeptFiles, ToldWhenKept


def test_a_rep_counts_as_flushed_only_when_its_line_is_committed(tmp_path: Path) -> None:
    page, path = WebPage(), tmp_path / "journal"
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    flushing = KeptFiles(page).flushing(file)
    flushing.due(1)
    flushing.due(2)
    assert flushing.flushed == 0
    page.kept = 1
    assert flushing.flushed == 1
    page.kept = 2
    assert flushing.flushed == 2
    os.close(file)


def test_lines_for_a_script_wait_until_what_their_frame_changed_is_kept() -> None:
    page = WebPage()
    told = ToldWhenKept(page)
    told.write("stored\n")
    assert told.frame_over() == ""
    told.write("home\n")
    page.kept = 1
    assert told.frame_over() == "stored\n"
    page.kept = 2
    assert told.frame_over() == "home\n"


def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: WebPage, **asked: str) -> starting.WebWindow:
    monkeypatch.setattr(starting, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(starting, "FLEETING", tmp_path / "fleeting")
    return starting.start(page, 1280, 800, 1.0, json.dumps({"lang": "en", **asked}))


def test_the_program_starts_in_a_page_and_tells_its_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = WebPage()
    page.kept = 1_000_000
    window = started(monkeypatch, tmp_path, page, tell="")
    for frame in range(4):
        window.tick(1.0 + frame / 60, [], "")
    lines = [json.loads(line) for line in page.lines]
    assert lines[-1]["screen"] == "home"
    assert {"beans", "dough"} <= {control["id"] for control in lines[-1]["controls"]}
    assert page.frames


def test_all_of_the_players_files_lie_in_the_folder_that_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = started(monkeypatch, tmp_path, WebPage())
    for frame in range(4):
        window.tick(1.0 + frame / 60, [], "")
    assert (tmp_path / "kept" / "vault.json").is_file()
    assert not list((tmp_path / "kept").rglob("*.sqlite"))
    assert list((tmp_path / "fleeting").rglob("*.sqlite"))


def test_where_the_browser_keeps_nothing_one_sentence_says_so_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = WebPage()
    window = started(monkeypatch, tmp_path, page)
    page.why = "full"
    for frame in range(5):
        window.tick(1.0 + frame / 60, [], "")
    page.why = ""
    window.tick(2.0, [], "")
    first, second = page.notices
    assert "no room" in first
    assert second == ""


def test_the_screen_stays_awake_while_a_game_is_played_and_a_hidden_page_pauses_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = WebPage()
    page.kept = 1_000_000
    window = started(monkeypatch, tmp_path, page, tell="", game="beans", guest="")
    for frame in range(10):
        window.tick(1.0 + frame / 60, [], "")
    assert page.awakes[-1] is True
    window.lost(2.0)
    window.tick(2.1, [], "")
    screens = [told for line in page.lines if "screen" in (told := json.loads(line))]
    assert screens[-1]["screen"] == "play"
    assert "carry on" in {one["id"] for one in screens[-1]["controls"]}
    for frame in range(40):
        window.tick(3.0 + frame / 5, [], "")
    assert page.awakes[-1] is False, "a round that has paused lets the screen dim"


def test_the_end_of_the_program_says_that_the_page_can_be_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = WebPage()
    window = started(monkeypatch, tmp_path, page)
    for frame in range(4):
        window.tick(1.0 + frame / 60, [], "")
    window.tick(2.0, [], json.dumps([["down", "q", "ctrl"]]))
    assert window.closed
    assert page.said == "You can close this page."


def test_every_frame_of_home_names_only_texts_that_the_page_knows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = WebPage()
    window = started(monkeypatch, tmp_path, page)
    for frame in range(4):
        window.tick(1.0 + frame / 60, [], "")
    assert "Handplay" in page.texts or "Beans" in page.texts
    canvas: Canvas = window._canvas
    assert canvas.size.x == pytest.approx(1280 / 5.6)
