"""Under the file rules of Windows: what is open is closed before it is removed, and what stays keeps no start from going on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from blocks import stored
from windows_rules import REFUSED, SWITCH, open_here

from games.launcher.devices.pygame.opening import quiet
from games.launcher.devices.system.threads import Retries
from games.launcher.people.everybody import People
from games.launcher.records.blocks.vault import read
from games.launcher.records.disk import writing
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.round.record import recovered

HERE = Path(__file__).parent
# Not again: what only works on bytes, what only reads and counts, and a child that is killed and knows nothing of these
# rules.
ELSEWHERE = ("windows", "challenge_files", "trace", "kill", "index", "practised", "sealed", "typed")
LEFT_OUT = tuple(f"test_{name}" for name in ELSEWHERE)
ROUND = """
import sys
sys.path[:0] = {paths!r}
import windows_rules
windows_rules.switch_on()
from pathlib import Path
from blocks import stored
from games.launcher.devices.system.files import SharedFiles
from games.launcher.round.record import recovered
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
store = Store.open(Folders.standard(Path({folder!r})), SharedFiles())
store.recover(recovered)
record, trace = stored(number={number})
journal = store.begin(record.model_copy(update=dict(reps=())))
journal.note(trace, record.steps, 10)
store.save(record, trace)
journal.close(remove=True)
print(len(list((store.folders.state / "journal").glob("*"))), len(list(store.vault.files())))
"""

linux_only = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the rules are made from /proc")


@linux_only
def test_the_records_suite_holds_under_the_rules_of_windows() -> None:
    chosen = [str(path) for path in sorted(HERE.rglob("test_*.py")) if not path.stem.startswith(LEFT_OUT)]
    words = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *chosen]
    done = subprocess.run(
        [*words, "-k", "not in_any_order and not flipped_byte"],
        env={**os.environ, SWITCH: "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


@linux_only
def test_after_a_stored_round_the_program_starts_again_and_again(tmp_path: Path) -> None:
    paths = [str(HERE), str(HERE.parents[1]), str(HERE.parents[2])]
    for number in (1, 2, 3):
        code = ROUND.format(paths=paths, folder=str(tmp_path), number=number)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.split()) == (0, ["0", str(number)]), done.stderr


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path / "all"))


def left_behind(store: Store, *numbers: int) -> None:
    """Journals that no process holds."""
    for number in numbers:
        record, trace = stored(number=number)
        journal = store.begin(record.model_copy(update={"reps": ()}))
        journal.note(trace, record.steps, 10)
        journal.close(remove=False)


def refused_for(monkeypatch: pytest.MonkeyPatch, call: str, path: Callable[[str], bool], times: int) -> list[str]:
    """The first calls for such a path are refused, as while a scanner looks; gives the threads that were refused."""
    real, threads = getattr(os, call), list[str]()

    def refusing(first: str | Path, *rest: object, **more: object) -> object:
        if path(str(rest[0] if rest else first)) and len(threads) < times:
            threads.append(threading.current_thread().name)
            raise PermissionError(13, REFUSED, str(first))
        return real(first, *rest, **more)

    monkeypatch.setattr(os, call, refusing)
    return threads


def test_a_journal_is_closed_before_it_is_removed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    open_then: list[bool] = []
    real = os.unlink
    monkeypatch.setattr(os, "unlink", lambda path, **more: (open_then.append(open_here(path)), real(path, **more))[1])
    record, trace = stored(number=1)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    journal.close(remove=True)
    left_behind(store, 2)
    store.recover(recovered)
    assert open_then == [False, False]
    assert not list((store.folders.state / "journal").iterdir())


@pytest.mark.parametrize("stays", [1, 2, 3])
def test_a_journal_that_cannot_be_removed_keeps_no_start_and_no_other_journal(
    store: Store, monkeypatch: pytest.MonkeyPatch, stays: int
) -> None:
    left_behind(store, 1, 2, 3)
    monkeypatch.setattr(writing, "RETRIES", ())
    with monkeypatch.context() as patch:
        refused_for(patch, "unlink", lambda path: path.endswith(f"{stays:032x}.jrn"), 99)
        assert len(store.recover(recovered)) == 3
    assert [path.stem for path in (store.folders.state / "journal").iterdir()] == [f"{stays:032x}"]
    again = Store.open(store.folders)
    assert again.recover(recovered) == [], "it is stored already"
    assert not list((store.folders.state / "journal").iterdir())
    assert len(list(again.vault.files())) == 3


def test_what_is_no_journal_and_cannot_be_set_aside_keeps_no_start(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(store, 2)
    (store.folders.state / "journal" / f"{1:032x}.jrn").write_bytes(b"what is this")
    monkeypatch.setattr(writing, "RETRIES", ())
    refused_for(monkeypatch, "replace", lambda path: path.endswith(".unreadable"), 99)
    assert len(store.recover(recovered)) == 1


def test_what_is_locked_for_a_moment_is_written_after_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "RETRIES", (0.001,) * 3)
    refused_for(monkeypatch, "replace", lambda path: path.endswith(".hps"), 3)
    record, trace = stored()
    assert read(store.save(record, trace)) == (record, trace)


def test_the_thread_of_the_frames_waits_for_no_file_and_the_file_comes_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slept(pause: float) -> None:
        assert threading.current_thread().name == "renames"
        real(pause / 100)

    real = time.sleep
    people = People(store)
    maria = people.add("boat", "Maria")
    monkeypatch.setattr(writing.time, "sleep", slept)
    beside = writing.Beside()
    monkeypatch.setattr(writing, "BESIDE", beside)
    tries = iter(range(99))

    def locked(path: str) -> bool:
        """To the frames always, beside them for three tries."""
        here = threading.current_thread() is threading.main_thread()
        return path.endswith((".hps", ".json")) and (here or next(tries) < 3)

    refused = refused_for(monkeypatch, "replace", locked, 99)
    record, trace = stored()
    with beside.frames(Retries()):
        for act in (lambda: store.save(record, trace), lambda: people.take_side(maria.id, "left")):
            with pytest.raises(StoreError, match="not saved yet"):
                act()
    assert (refused.count("MainThread"), refused.count("renames")) == (2, 3)
    monkeypatch.undo()
    again = Store.open(store.folders)
    assert [read(path) for path in again.vault.files()] == [(record, trace)]
    assert [(one.name, one.side) for one in People(again).all()] == [("Maria", "left")]
    assert not list(store.folders.data.rglob("*.tmp"))


@pytest.mark.parametrize("call", ["replace", "unlink"])
def test_erasing_tries_again_what_is_locked_for_a_moment(
    store: Store, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    people = People(store)
    maria = people.add("boat", "Maria")
    record, trace = stored(number=1, profile=maria.id)
    store.save(record, trace)
    left = stored(number=2, profile=maria.id)
    journal = store.begin(left[0].model_copy(update={"reps": ()}))
    journal.note(left[1], left[0].steps, 10)
    journal.close(remove=False)
    monkeypatch.setattr(writing, "RETRIES", (0.001,) * 5)
    refused_for(monkeypatch, call, lambda path: "erased" in path or ".jrn" in path, 4)
    assert people.undo(people.erase(maria.id)) == maria
    people.erase(maria.id)
    assert people.finish_erasing() is None
    assert not list((store.folders.state / "journal").iterdir())


def test_without_a_console_the_screen_is_looked_for_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(file: int) -> int:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    seen = []
    with quiet():
        seen.append("a console's numbers")
    with monkeypatch.context() as patch:
        patch.setattr(os, "dup", none)
        with quiet():
            seen.append("no numbers either")
    assert len(seen) == 2


NO_CONSOLE = """
import os, sys
sys.stdout = sys.stderr = None
for number in (0, 1, 2):
    os.close(number)
from games.launcher.cli.commands import main
from games.launcher.devices.pygame import window
window.Window.drive = lambda self, app: None
os._exit(main(["--data-dir", {folder!r}, "--size", "800x480"]))
"""


def test_the_program_runs_without_a_console(tmp_path: Path) -> None:
    code = NO_CONSOLE.format(folder=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE.parents[2], capture_output=True, check=False)
    assert done.returncode == 0
