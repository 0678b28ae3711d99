"""An index that is made anew is read in slices beside the frames: the newest rounds at once, the others while Home answers,
and what is read stays read if the program is killed in between."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from blocks import play

from games.kit.fingers import Command
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.records.blocks.vault import Vault
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.shell import places, wiring
from games.launcher.shell.desk import Wish
from games.launcher.shell.display import Display
from games.launcher.shell.earlier import indexing
from games.launcher.shell.earlier.indexing import Indexing
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, Loading, Who, running
from games.launcher.shell.work import Done

ROUNDS = 14
HOW = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
SIZE = Vec(217, 136)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Rounds on the disk, and no index of them."""
    made = Folders.standard(tmp_path)
    store = Store.open(made)
    for number in range(1, ROUNDS + 1):
        play(store, GUEST, number)
    store.index.drop()
    return made


def failing(error: BaseException) -> None:
    raise error


def rows(store: Store) -> list[tuple[Any, ...]]:
    with store.index.asking() as base:
        return base.execute("SELECT * FROM block ORDER BY id").fetchall()


def test_the_newest_are_there_at_once_and_the_others_are_known_by_their_names(folders: Folders) -> None:
    store = Store.open(folders, at_once=5)
    assert store.counts(GUEST)[0] == 5
    assert [one.file for one in store.index.waiting.values()] == sorted(
        (path.name for path in store.vault.files()), reverse=True
    )[5:]
    assert store.index.ids() == {f"{number:032x}" for number in range(1, ROUNDS + 1)}
    assert all(store.index.has(f"{number:032x}") for number in range(1, ROUNDS + 1))
    newest = {f"{number:032x}" for number in range(ROUNDS - 4, ROUNDS + 1)}
    assert {row[0] for row in rows(store)} == newest


def test_read_in_slices_it_is_what_it_is_when_read_at_once(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "ALONE", 2)
    broken = next(Vault(folders.data).files())
    broken.write_bytes(broken.read_bytes()[:-9])
    whole = Store.open(folders)
    expected, bad = rows(whole), whole.index.bad()
    whole.index.drop()
    store = Store.open(folders, at_once=3)
    work, left = Indexing(store, Done, failing), []
    assert not work.frame(busy=True)
    assert work.left == ROUNDS - 3
    while work.left:
        left.append(work.left)
        ended = work.frame(busy=False)
    assert ended
    assert left == list(range(ROUNDS - 3, 0, -2))
    assert rows(store) == expected
    assert [name for name, _ in store.index.bad()] == [name for name, _ in bad] == [broken.name]
    assert not work.frame(busy=False)


def test_a_round_that_is_erased_meanwhile_is_not_missed(folders: Folders) -> None:
    store = Store.open(folders, at_once=3)
    work = Indexing(store, Done, failing)
    gone = list(store.index.waiting.values())[4]
    (store.vault.folder / gone.folder / gone.file).unlink()
    while work.left:
        work.frame(busy=False)
    assert store.counts(GUEST)[0] == ROUNDS - 1
    assert store.index.bad() == []


def test_a_full_disk_leaves_the_rest_for_the_next_start(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    store, reported = Store.open(folders, at_once=3), list[BaseException]()
    work = Indexing(store, Done, reported.append)

    def full(_read: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.index, "enter", full)
    while work.left:
        work.frame(busy=False)
    assert len(reported) == 1
    store.index.close()
    assert Store.open(folders).counts(GUEST)[0] == ROUNDS


def slowly(folders: Folders, saying: Any) -> None:
    """What a process does until it is killed: read one round after the other, and say so."""
    indexing.ALONE = 1
    store = Store.open(folders, at_once=1)
    work = Indexing(store, Done, failing)
    saying.send(work.left)
    while work.left:
        work.frame(busy=False)
        saying.send(work.left)


def test_killed_in_the_middle_it_goes_on_and_loses_nothing(folders: Folders) -> None:
    left, runs = ROUNDS, 0
    while left > 0:
        heard, saying = HOW.Pipe(duplex=False)
        worker = HOW.Process(target=slowly, args=(folders, saying), daemon=True)
        worker.start()
        saying.close()
        try:
            first = heard.recv()
            for _ in range(3):
                now = heard.recv()
        except EOFError:
            now = 0
        worker.kill()
        worker.join()
        assert first < left  # what an earlier run had read stays read
        left, runs = now, runs + 1
    assert runs >= 3
    last = Store.open(folders)
    assert last.counts(GUEST)[0] == ROUNDS
    assert last.index.bad() == []


def test_home_answers_while_rounds_are_read_and_says_how_far_it_is(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "FIRST", 2)
    monkeypatch.setattr(indexing, "ALONE", 1)
    here = Host(Display("test", SIZE, 5.0, True), lambda: 7, Tell())
    with running(here, Wish(), Loading(here, folders, Who(guest=True))) as app:
        said = []

        def frame(number: int, *readings: Command) -> None:
            app.frame(number / 60, readings)
            canvas = Recording(SIZE)
            canvas.begin()
            app.draw(canvas)
            said.append(" ".join(str(part) for one in canvas.drawn for part in one if isinstance(part, str)))

        frame(0)
        app.after_first_frame()
        for number in range(1, 5):
            frame(number)
        done, whole = app.desk.indexed
        assert whole == ROUNDS - 2
        assert 0 < done < whole
        assert f"Your data are being put together: {100 * done // whole} %" in said[-1]
        assert app.lively
        app.go(places.Scores("beans", "practice", 1))
        frame(5)
        frame(6)
        assert app.screen.name != "home"
        assert 0 < app.desk.indexed[0] < whole
        for number in range(7, 30):
            frame(number)
        assert app.desk.indexed == (0, 0)
        assert app.desk.store.counts(GUEST)[0] == ROUNDS
        assert "are being put together" not in said[-1]
