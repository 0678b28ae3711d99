"""Data that is taken along and brought in by screens: without doubles, and the same there as here."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from blocks import play
from visitor import Visit

from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec
from games.launcher.records.blocks.vault import read
from games.launcher.records.folders import Folders
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.shell.outbox import Give, Pick, Request
from games.launcher.shell.spots import Given, Spot

SIZE = Vec(217, 136)


def visit_with(folder: Path, *numbers: int) -> Visit:
    """Somebody at a device where the guest has played these rounds."""
    folder.mkdir()
    store = Store.open(Folders.standard(folder / "data"))
    for number in numbers:
        play(store, GUEST, number)
    return Visit(folder, SIZE)


def rounds(visit: Visit) -> dict[str, tuple[Record, tuple[Reading, ...]]]:
    """All rounds of a device, with what fingers did."""
    return {
        path.name: (lambda record, trace: (record, tuple(trace)))(*read(path))
        for path in (visit.desk.store.folders.data).rglob("*.hps")
    }


def test_rounds_go_from_one_device_to_another_and_back_without_doubles(tmp_path: Path) -> None:
    one, two = visit_with(tmp_path / "one", 1, 2), visit_with(tmp_path / "two", 3)
    one.stick.mkdir()
    one.go("settings", "your data", "take along", "spot 0")
    assert any(words.startswith("It lies in stick: Handplay ") for words in one.words())
    two.stick = one.stick
    two.desk.spots = lambda: [Spot("drive", one.stick, "stick")]
    two.go("settings", "your data", "bring in", "file 0")
    two.wait()
    assert "Guest: 2 new rounds." in two.words()
    assert len(rounds(two)) == 3
    two.go("back", "take along", "spot 0", "back")
    (first, second), told = sorted(one.stick.iterdir(), key=lambda path: len(path.name)), []
    assert len(second.name) > len(first.name)
    one.go("back", "bring in")
    for number in range(2):
        one.go(f"file {number}")
        one.wait()
        told += one.words()
    assert {"Guest: 1 new round.", "2 rounds were here already."} <= set(told)
    assert rounds(one) == rounds(two)
    assert one.errors == two.errors == []


def test_the_file_that_was_put_together_is_gone_when_the_page_is_left(tmp_path: Path) -> None:
    visit = visit_with(tmp_path / "one", 1)
    visit.go("settings", "your data", "take along")
    given = visit.desk.store.folders.cache / "given"
    assert [path.suffix for path in given.iterdir()] == [".json"]
    visit.go("back")
    assert not given.exists()


def test_a_stick_without_room_is_said_so_and_another_place_can_be_chosen(tmp_path: Path) -> None:
    visit = visit_with(tmp_path / "one", 1)
    visit.carry = lambda request: full(request)  # type: ignore[method-assign]
    visit.go("settings", "your data", "take along", "spot 0")
    assert "It is not saved. There is no room left on this device." in visit.words()
    assert {"spot 0", "spot 1"} <= set(visit.ids())


def full(request: Request) -> None:
    if isinstance(request, Give):
        request.told(Given(why=OSError(errno.ENOSPC, "no room")))


def test_with_a_sheet_the_system_saves_and_chooses_and_a_closed_one_is_no_failure(tmp_path: Path) -> None:
    one, two = visit_with(tmp_path / "one", 1), visit_with(tmp_path / "two")
    for visit in (one, two):
        visit.desk.spots = lambda: [Spot("sheet")]
    asked: list[Request] = []
    one.carry = two.carry = asked.append  # type: ignore[method-assign]
    one.go("settings", "your data", "take along", "spot 0")
    given = asked.pop()
    assert isinstance(given, Give)
    content = given.file.read_bytes()
    assert one.app.lively
    given.told(Given(left=True))
    one.frame()
    assert "It was not saved yet." in one.words()
    one.go("spot 0")
    given = asked.pop()
    assert isinstance(given, Give)
    given.told(Given())
    one.frame()
    assert "It is handed over." in one.words()

    two.go("settings", "your data", "bring in", "choose")
    pick = asked.pop()
    assert isinstance(pick, Pick)
    pick.take([])
    two.frame()
    assert "Which file?" in two.words()
    two.go("choose")
    pick = asked.pop()
    assert isinstance(pick, Pick)
    (tmp_path / "picked.json").write_bytes(content)
    pick.take([tmp_path / "picked.json"])
    two.frame()
    two.wait()
    assert rounds(two) == rounds(one)


@pytest.mark.parametrize("content", [b"", b"{}", b"a letter", b'{"handplay": 99}'])
def test_a_file_that_holds_no_data_is_refused_kindly(tmp_path: Path, content: bytes) -> None:
    visit = visit_with(tmp_path / "one")
    visit.stick.mkdir()
    (visit.stick / "letter.json").write_bytes(content)
    visit.go("settings", "your data", "bring in", "file 0")
    visit.wait()
    assert "This file cannot be taken in." in visit.words()
    assert rounds(visit) == {}


def test_somebody_who_was_erased_here_comes_back_only_when_asked(tmp_path: Path) -> None:
    visit = visit_with(tmp_path / "one")
    visit.stick.mkdir()
    person = visit.desk.people.add("boat")
    play(visit.desk.store, person.id, 5)
    visit.desk.become(person)
    visit.go("settings", "your data", "take along", "spot 0", "back", "back", "back")
    visit.desk.become(visit.desk.people.guest())
    visit.desk.store.gone.note(person.id, 0.0)
    visit.go("settings", "your data", "bring in", "file 0")
    visit.wait()
    assert visit.app.screen.name == "question"
    visit.go("no")
    assert visit.desk.store.gone.has(person.id)
    visit.go("file 0", "yes")
    assert not visit.desk.store.gone.has(person.id)


def test_where_nothing_is_kept_a_press_leads_to_the_file_and_a_round_waits_for_it(tmp_path: Path) -> None:
    visit = visit_with(tmp_path / "one", 1)
    visit.go("pegs", "start")
    assert visit.app.waiting
    visit.frame(Command(visit.t, "take along"))
    visit.frame()
    assert visit.app.screen.name == "take along"
    visit.go("back")
    assert visit.app.screen.name == "play"
    assert "carry on" in visit.ids()


def test_the_file_holds_all_that_was_asked_for(tmp_path: Path) -> None:
    visit = visit_with(tmp_path / "one", 1, 2)
    visit.stick.mkdir()
    visit.go("settings", "your data", "take along", "spot 0", "spot 0")
    files = sorted(visit.stick.iterdir())
    assert len(files) == 2
    assert all(len(json.loads(path.read_text())["blocks"]) == 2 for path in files)


def test_where_nobody_reaches_a_folder_what_is_saved_is_handed_over(tmp_path: Path) -> None:
    visit, asked = visit_with(tmp_path / "one", 1), list[Request]()
    visit.desk.sheet = Spot("sheet")
    visit.carry = asked.append  # type: ignore[method-assign]
    visit.go("progress", "page report", "save report")
    visit.frame()
    visit.go("save table")
    visit.frame()
    given = [one for one in asked if isinstance(one, Give)]
    assert [one.file.suffix for one in given] == [".html", ".zip"]
    assert any(words.startswith("Handed over: Tables ") for words in visit.words())
    for one in given:
        assert one.file.is_file()
        one.told(Given())
        assert not one.file.exists()


def test_where_nobody_reaches_a_folder_a_friends_file_is_chosen_in_the_sheet(tmp_path: Path) -> None:
    visit, asked = visit_with(tmp_path / "one"), list[Request]()
    visit.desk.sheet = Spot("sheet")
    visit.carry = asked.append  # type: ignore[method-assign]
    visit.go("today", "friend", "choose")
    pick = next(one for one in asked if isinstance(one, Pick))
    assert pick.endings == (".hpc",)
    pick.take([])
    visit.frame()
    assert visit.app.screen.name == "challenge files"
    pick.take([tmp_path / "nothing.hpc"])
    visit.frame()
    visit.frame()
    assert visit.app.screen.name == "received"
