"""Full disks, slow disks, tiny windows, stalled frames, one short tap: what was played is kept, and said truly."""

from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from visitor import Visit

from games.catalog import GAMES, named
from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.devices.system.files import SharedFiles
from games.launcher.hand import HANDS, Hand
from games.launcher.records.disk import files
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import BestKey
from games.launcher.records.store import Store
from games.launcher.round.record import Circumstances, record_of, recovered, rescored
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.screens.home import Home
from games.launcher.screens.play.play import Play
from games.launcher.shell import places
from games.launcher.shell.clock import Moment
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Rescale, TakePicture
from games.launcher.words.saying import Words

say = Words().say

SIZE = Vec(217, 136)


class Disk:
    """Writes and flushes that go amiss, or wait, while it says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self.open = threading.Event()  # flushes go through
        self.open.set()
        write, fsync = os.write, os.fsync

        def writing(file: int, content: bytes) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return write(file, content)

        def flushing(file: int) -> None:
            self.open.wait(20)
            fsync(file)

        monkeypatch.setattr(os, "write", writing)
        monkeypatch.setattr(os, "fsync", flushing)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def at(visit: Visit, game: str, mode: str = "practice", number: int = 1) -> Play:
    visit.app.go(places.Playing(game, mode, number))
    visit.frame()
    play = visit.app.screen
    assert isinstance(play, Play)
    return play


def some_reps(visit: Visit, count: int = 2) -> Play:
    """Play on until so many reps are done."""
    play = visit.app.screen
    assert isinstance(play, Play)
    who, start = Hand(HANDS["hasty"], 3), visit.t
    for _ in range(3000):
        if len(play.block.table.reps) >= count:
            return play
        readings: list[Reading] = [
            Sample(one.t + start, one.finger, one.phase, one.at + play.origin, one.device)
            for one in who.readings(play.block, visit.t + 1 / 60 - start)
            if isinstance(one, Sample)
        ]
        visit.frame(*readings, drawn=False)
    raise AssertionError("the hand came to nothing")


def stored(visit: Visit) -> int:
    assert visit.desk.store is not None
    return len(list(visit.desk.store.vault.files()))


def test_a_round_that_finds_the_disk_full_waits_across_screens_and_is_stored_when_there_is_room(
    tmp_path: Path, disk: Disk
) -> None:
    visit = Visit(tmp_path, SIZE)
    at(visit, "beans")
    disk.full = True
    some_reps(visit)
    for _ in range(200):
        visit.frame(drawn=False)
    visit.press("stop")
    assert stored(visit) == 0
    assert visit.lines("stored") == []
    assert len(visit.errors) == 3  # the journal once, what was learnt once, the file once
    visit.press("home")
    assert any("1 round waits" in words for words in visit.words())
    visit.press("settings")
    assert any("1 round waits" in words for words in visit.words())
    for _ in range(60 * 40):
        visit.frame(drawn=False)
    assert len(visit.errors) == 3
    told_before = len(visit.lines("rep"))
    disk.full = False
    for _ in range(60 * 31):
        visit.frame(drawn=False)
    visit.frame()
    assert stored(visit) == 1
    assert (told_before, len(visit.lines("rep"))) == (0, 2)
    assert len(visit.lines("stored")) == 1
    assert visit.desk.unsaved == []
    assert not any("to be saved" in words for words in visit.words())


def test_what_waits_is_tried_a_last_time_when_the_program_ends(tmp_path: Path, disk: Disk) -> None:
    visit = Visit(tmp_path, SIZE)
    for _ in range(2):
        at(visit, "pegs")
        disk.full = True
        some_reps(visit, 1)
        visit.press("stop")
        visit.press("home")
    assert any("2 rounds wait" in words for words in visit.words())
    disk.full = False
    visit.frame(Command(visit.t, "quit"))
    assert stored(visit) == 2


def test_a_left_journal_on_a_full_disk_does_not_keep_the_program_from_opening(tmp_path: Path, disk: Disk) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "beans")
    some_reps(visit)
    journal = play.session._journal
    assert journal is not None
    journal.close(remove=False)  # as if the process had ended
    folders = Folders.standard(tmp_path / "data")
    disk.full = True
    store = Store.open(folders)
    assert store.recover(recovered) == []
    disk.full = False
    made = Store.open(folders).recover(recovered)
    assert len(made) == 1
    assert len(Store.open(folders).block(visit.desk.player.id, made[0].name)[0].reps) == 2  # type: ignore[union-attr]


def test_a_journal_that_could_not_begin_begins_later(tmp_path: Path, disk: Disk) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "beans")
    disk.full = True
    some_reps(visit, 1)
    disk.full = False
    for _ in range(90):
        visit.frame(drawn=False)
    some_reps(visit, 2)
    assert play.session._journal is not None
    assert len(visit.errors) == 1


def test_a_rep_is_told_only_once_it_is_flushed_and_no_frame_waits_for_that(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ALONE", SharedFiles())  # a computer's: flushed on another thread
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "beans")
    some_reps(visit, 1)
    journal = play.session._journal
    assert journal is not None
    disk.open.clear()  # the disk is slow beyond all measure
    asked = len(visit.lines("asked"))
    some_reps(visit, 3)
    assert len(visit.lines("rep")) <= 1
    assert len(visit.lines("asked")) <= asked + 1  # what follows a rep is not told before it
    disk.open.set()
    for _ in range(500):
        if journal.flushed == 3:
            break
        threading.Event().wait(0.01)
    visit.frame()
    assert len(visit.lines("rep")) == 3
    kinds = [next(iter(json.loads(line))) for line in visit.told.read_text().splitlines()]
    assert kinds[-1] == "asked"


@pytest.mark.parametrize("hovering", [False, True])
def test_a_round_opened_and_stopped_untouched_is_not_stored_and_is_no_day_of_practice(
    tmp_path: Path, hovering: bool
) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "pennies")
    for number in range(150):
        hover = [Sample(visit.t, 0, "hover", play.origin + Vec(20 + number % 9, 20), "mouse")] if hovering else []
        visit.frame(*hover, drawn=False)
    visit.press("stop")
    assert visit.app.screen.name == "home"
    assert stored(visit) == 0
    assert visit.desk.store is not None
    assert list((visit.desk.store.folders.state / "journal").glob("*")) == []
    assert visit.desk.store.practised.days(visit.desk.player.id) == []  # type: ignore[union-attr]


def test_stop_asks_in_a_test_and_the_clock_stands_still(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "pegs", "test")
    some_reps(visit, 1)
    visit.press("stop")
    assert visit.app.screen is play
    assert visit.ids() == ["carry on", "stop"]
    assert "Stop this test?" in visit.words()
    before = play.block.now
    for _ in range(100):
        visit.frame()
    assert play.block.now == before
    visit.press("carry on")
    for _ in range(60 * 4):
        visit.frame(drawn=False)
    assert not play.block.paused
    visit.press("pause")
    assert "start again" in visit.ids()  # the usual card of a pause
    visit.press("stop")
    assert visit.app.screen.name == "results"


def test_stop_ends_other_rounds_at_once(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    at(visit, "pegs")
    some_reps(visit, 1)
    visit.press("stop")
    assert visit.app.screen.name == "results"


class Later:
    """Work that takes some frames, as on another thread."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work, self._looks = work, 0

    def done(self) -> bool:
        self._looks += 1
        return self._looks > 3

    def result(self) -> Any:
        return self._work()


@pytest.mark.parametrize("keys", [("p", "stop"), ("stop", "p"), ("p", "stop", "p"), ("f1", "stop"), ("p", "n", "stop")])
@pytest.mark.parametrize("mode", ["practice", "test"])
def test_pause_and_stop_in_one_frame_end_the_round_or_ask(tmp_path: Path, mode: str, keys: tuple[str, ...]) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.desk.beside = Later
    play = at(visit, "pegs", mode)
    some_reps(visit, 1)
    stop = next(button for button in visit.app.screen.controls if button.id == "stop").middle
    visit.frame(Sample(visit.t, 9, "down", stop))
    visit.t += 0.6
    visit.frame(*(Sample(visit.t, 9, "up", stop) if key == "stop" else Command(visit.t, "key", key) for key in keys))
    for _ in range(30):
        visit.frame()
    assert visit.app.screen.name in (("results", "help", "play", "test") if mode == "test" else ("results", "help"))
    visit.app.leave()
    assert stored(visit) == 1
    assert play.block.paused or play.block.finished


def resized(visit: Visit, width: float, height: float, scale: float) -> None:
    visit.canvas._whole = Vec(width / scale, height / scale)
    visit.app.resize(Display("test", Vec(width / scale, height / scale), scale, True))


@pytest.mark.parametrize(
    ("width", "height", "scale", "offered"),
    [
        (1, 1, 5.6, False),
        (30, 2000, 5.6, False),
        (2000, 30, 5.6, False),
        (800, 480, 13, True),
        (800, 480, 5000, True),
        (400, 300, 9, True),
        (100, 100, 0.1, False),
    ],
)
def test_a_window_too_small_for_a_table_says_so_and_nothing_is_lost(
    tmp_path: Path, width: float, height: float, scale: float, offered: bool
) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "beans")
    some_reps(visit, 1)
    resized(visit, width, height, scale)
    for _ in range(3):
        visit.frame(Sample(visit.t, 1, "down", Vec(0, 0)), Sample(visit.t, 1, "up", Vec(0, 0)))
    if scale == 0.1:  # coarse, but large enough
        return
    assert visit.app.screen.name == "too small"
    assert play.block.paused
    assert visit.errors == []
    assert bool(visit.ids()) == offered
    if offered:
        visit.press("smaller")
        (rescale,) = visit.asked(Rescale)
        larger = scale * rescale.factor
        resized(visit, width, height, larger)
    else:
        resized(visit, 217 * 5, 136 * 5, 5)
    visit.frame()
    assert visit.app.screen is play
    assert visit.errors == []
    visit.press("stop")
    assert stored(visit) == 1


def test_a_program_that_starts_too_small_goes_on_where_it_was_asked_to(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(61.5, 36.9))
    assert visit.app.screen.name == "too small"
    resized(visit, 217 * 5, 136 * 5, 5)
    visit.frame()
    visit.frame()
    assert visit.app.screen.name == "home"
    assert visit.desk.store is not None


def test_closing_a_window_that_is_too_small_keeps_the_round(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    at(visit, "beans")
    some_reps(visit, 1)
    resized(visit, 1, 1, 5.6)
    visit.frame()
    visit.frame(Command(visit.t, "quit"))
    assert stored(visit) == 1


def carried(stall: float, own: bool) -> Block:
    """A bean carried while the frames stand still; the readings have their own times, or that of the frame."""
    game = named("beans")
    block = Block(game, replace(game.levels[0], reps=1), 1, Vec(217, 114), ("tap",))
    task = next(iter(block.table.asked.values()))
    start, goal, begun = task.start, task.goal, 1.0  # type: ignore[union-attr]
    for frame in range(61):
        block.advance(frame / 60, [])
    end = begun + stall
    places = [
        (begun + stall * part / 10, Vec(*(a + (b - a) * part / 10 for a, b in zip(start, goal, strict=True))))
        for part in range(11)
    ]
    phases = ["down", *["move"] * 9, "up"]
    readings = [
        Sample(t - 1e-3 if own else end, 1, phase, place)  # type: ignore[arg-type]
        for phase, (t, place) in zip(phases, places, strict=True)
    ]
    block.advance(end, readings)
    for frame in range(60):
        block.advance(end + frame / 60, [])
    return block


ABOUT = Circumstances("a" * 32, "practice", 1, Moment(1_795_000_000_000, 0, "2026-11-27", 9), profile="b" * 32)


@pytest.mark.parametrize("stall", [0.3, 0.9])
def test_a_carry_in_a_stalled_frame_keeps_its_time(stall: float) -> None:
    block = carried(stall, own=True)
    record = record_of(block, ABOUT)
    assert record.reps[0].outcome == "done"
    assert record.reps[0].let_go - record.reps[0].began == pytest.approx(stall, abs=0.01)
    assert (record.timing, record.reps[0].timing) == (None, None)


@pytest.mark.parametrize("stall", [0.3, 0.9])
def test_a_carry_whose_times_nobody_knows_is_uncertain_and_in_no_best(stall: float, tmp_path: Path) -> None:
    block = carried(stall, own=False)
    record = record_of(block, ABOUT)
    assert (record.timing, record.reps[0].timing) == ("uncertain", "uncertain")
    assert rescored(record, block.trace) == record
    store = Store.open(Folders.standard(tmp_path))
    store.save(record.model_copy(update={"input": "touch", "status": "complete", "score": 900}), block.trace)
    key = BestKey("b" * 32, "beans", record.game_version, "practice", 1, "right", False, MEASURES_VERSION)
    assert store.best(key) is None
    assert store.today("b" * 32, "2026-11-27")[0] == 1  # it was practised all the same


def test_a_frame_that_is_only_a_little_late_leaves_all_certain() -> None:
    assert record_of(carried(0.09, own=False), ABOUT).timing is None


@pytest.mark.parametrize(("game", "name"), [("paint", "Painting"), ("dough", "Playdough")])
def test_a_saved_picture_is_named_for_its_game(game: str, name: str, tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, game, "free")
    visit.paint()
    play.block.table.cue("save", Vec(0, 0))  # what a game says when its picture is to be saved
    visit.frame()
    (wanted,) = visit.asked(TakePicture)
    wanted.take(lambda path: path.touch())
    assert [path.name[: len(name)] for path in (tmp_path / "data" / "pictures").iterdir()] == [name]


def test_an_untouched_round_that_an_older_program_stored_counts_nowhere(tmp_path: Path) -> None:
    store, block = Store.open(Folders.standard(tmp_path)), carried(0.3, own=True)
    empty = Block(named("beans"), block.level, 1, Vec(217, 114))
    empty.advance(0.5)
    who = ABOUT.profile
    store.save(record_of(empty, ABOUT, "partial").model_copy(update={"input": "touch"}), [])
    assert store.practised.days(who) == []
    assert store.counts(who) == (0, 0)
    assert store.last(who) is None
    assert store.played() == {}
    assert store.today(who, "2026-11-27") == (0, 0)
    assert all(dose.blocks == 0 for dose in store.practised.doses(who).values())
    assert store.index.has(ABOUT.id)  # it is not taken in again and again


def test_beans_played_across_midnight_still_stand_on_home(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    day, ms = "2026-11-27", [1_795_000_000_000]
    visit.desk.clock = lambda: Moment(ms[0], 0, day, 23)
    at(visit, "beans")
    some_reps(visit, 3)
    visit.press("stop")
    day = "2026-11-28"
    visit.press("home")
    home = visit.app.screen
    assert isinstance(home, Home)
    assert home.today == 3
    ms[0] += 400_000  # long after, it is another day's sitting
    home.laid()
    assert home.today == 0


def test_a_round_whose_end_cannot_be_made_still_ends_on_the_calm_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = Visit(tmp_path, SIZE)
    play = at(visit, "beans")
    some_reps(visit, 1)
    monkeypatch.setattr(play.session, "end", lambda: 1 / 0)
    visit.press("stop")
    assert visit.app.screen.name == "stopped"


def test_every_game_is_named_for_its_pictures() -> None:
    assert all(say(f"{game.id}.picture") for game in GAMES if game.free_pictures is not None)
