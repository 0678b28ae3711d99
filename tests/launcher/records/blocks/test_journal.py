"""The journal of a running block: what is recovered from it, wherever it was cut off or damaged."""

from __future__ import annotations

import json
import os
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from blocks import stored

from games.kit.fingers import Reading
from games.launcher.devices.system.files import SharedFiles
from games.launcher.records.blocks import journal as module
from games.launcher.records.blocks.journal import Journal, recover, waiting, whose
from games.launcher.records.disk.files import Files, OneProcess
from games.launcher.records.errors import StoreError
from games.launcher.records.models import Record

FILES = SharedFiles()


@cache
def head() -> Record:
    return stored()[0].model_copy(update={"reps": (), "status": "partial", "steps": 0})


@cache
def trace() -> list[Reading]:
    return stored()[1]


class Put:
    """Takes what is recovered, and notes it: (id, readings, steps)."""

    def __init__(self, *known: str) -> None:
        self.known = known
        self.found: list[tuple[str, int, int]] = []

    def __call__(self, folder: Path) -> list[Path]:
        def whole(record: Record, readings: list[Reading], steps: int, deals: list[dict[str, Any]]) -> Record:
            self.deals = deals
            self.found.append((record.id, len(readings), steps))
            return record

        return recover(folder, lambda one: one in self.known, lambda record, _: Path(record.id), whole, FILES)


def written(folder: Path, number: int = 1, *parts: tuple[int, int, int]) -> Path:
    """A journal that nobody writes any more: notes of the readings from one to another, after so many steps."""
    record = head().model_copy(update={"id": f"{number:032x}"})
    one = Journal.begin(folder, record, FILES)
    for start, end, steps in parts:
        one.note(trace()[start:end], steps, 0)
    one.close(remove=False)
    return one.path


def test_what_was_dealt_is_read_back_rep_by_rep_and_the_movement_after_them_last(tmp_path: Path) -> None:
    journal = Journal.begin(tmp_path, head(), FILES)
    for reps, deals in enumerate(([{"w": 9}], [{"w": 8}, {"w": 7}], [{"w": 7}], [{"w": 7}, {"w": 6}, {"w": 5.5}])):
        journal.note(trace()[:5], 10 + reps, reps, deals)
    journal.close(remove=False)
    put = Put()
    put(tmp_path)
    assert put.deals == [{"w": 8}, {"w": 7}, {"w": 6}, {"w": 5.5}]


def test_all_notes_are_read_back_in_their_order_with_the_last_count_of_steps(tmp_path: Path) -> None:
    path = written(tmp_path, 1, (0, 5, 60), (5, 5, 90), (5, 12, 120))
    put = Put()
    assert put(tmp_path) == [Path(f"{1:032x}")]
    assert put.found == [(f"{1:032x}", 12, 120)]
    assert not path.exists()


def test_blocks_are_recovered_one_by_one_in_the_order_of_their_names(tmp_path: Path) -> None:
    for number in (3, 1, 2):
        written(tmp_path, number, (0, number, 60))
    put = Put(f"{2:032x}")
    assert put(tmp_path) == [Path(f"{1:032x}"), Path(f"{3:032x}")]
    assert [count for _, count, _ in put.found] == [1, 3]
    assert list(tmp_path.iterdir()) == [], "the one that is stored already is removed too"


def test_a_journal_in_which_nothing_was_touched_leaves_nothing(tmp_path: Path) -> None:
    written(tmp_path, 1, (0, 0, 60))
    written(tmp_path, 2)
    put = Put()
    assert put(tmp_path) == put.found == []
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_is_being_written_is_nobody_elses(tmp_path: Path) -> None:
    running = Journal.begin(tmp_path, head(), FILES)
    running.note(trace()[:3], 60, 0)
    assert Put()(tmp_path) == waiting(tmp_path, FILES) == []
    assert whose(running.path, FILES) is None
    running.close(remove=False)
    assert waiting(tmp_path, FILES) == [running.path]
    assert whose(running.path, FILES) == head().profile
    assert len(Put()(tmp_path)) == 1
    assert whose(running.path, FILES) is None, "it is gone"


@pytest.mark.parametrize("files", [FILES, OneProcess()], ids=["shared", "alone"])
def test_a_journal_that_is_written_belongs_to_its_block_and_is_free_once_that_is_closed(
    tmp_path: Path, files: Files
) -> None:
    running = Journal.begin(tmp_path, head(), files)
    running.note(trace()[:3], 60, 2)
    assert files.take(running.path) is None
    running.close(remove=False)
    assert running.flushed == 2
    file = files.take(running.path)
    assert file is not None
    assert files.take(running.path) is None
    files.let_go(file)
    again = files.take(running.path)
    assert again is not None
    files.let_go(again)


def test_without_threads_a_note_is_on_the_disk_when_it_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = Journal.begin(tmp_path, head(), OneProcess())
    flushed: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (flushed.append(file), real(file)))
    running.note(trace()[:3], 60, 1)
    assert (len(flushed), running.flushed) == (1, 1)

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    running.note(trace()[3:5], 90, 2)
    assert running.flushed == 1, "what is not on the disk is not said to be"
    running.close(remove=True)


def test_a_block_that_is_stored_takes_its_journal_along(tmp_path: Path) -> None:
    one = Journal.begin(tmp_path, head(), FILES)
    one.note(trace()[:3], 60, 0)
    one.close(remove=True)
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_before_a_tear_is_read_wherever_it_is_torn(tmp_path: Path) -> None:
    path = written(tmp_path, 1, (0, 5, 60), (5, 12, 120))
    content = path.read_bytes()
    first, second = (i for i, byte in enumerate(content[:-1]) if byte == 10)
    for end, found in ((second + 1, 5), (second + 40, 5), (len(content) - 2, 5), (len(content), 12), (first + 9, None)):
        path.write_bytes(content[:end])
        put = Put()
        put(tmp_path)
        assert [count for _, count, _ in put.found] == ([] if found is None else [found]), end


def test_a_line_that_was_changed_ends_what_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, 1, (0, 5, 60), (5, 9, 90), (9, 12, 120))
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2][:20] + b"A" + lines[2][21:]
    path.write_bytes(b"\n".join(lines))
    put = Put()
    put(tmp_path)
    assert put.found == [(f"{1:032x}", 5, 60)]


def line(said: object) -> bytes:
    content = json.dumps(said).encode()
    return b"%08x " % zlib.crc32(content) + content + b"\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\n",
        line({"no": "head"}),
        line(["no", "head"]),
        b"%08x " % zlib.crc32(b"{") + b"{\n",
        b"HEAD" + line({"trace": "no base64!", "steps": 1}),
        b"HEAD" + line({"steps": 1}),
        b"HEAD" + line({"trace": 5, "steps": 1}),
        b"HEAD" + line({"trace": "AAAA", "steps": 1}),
    ],
    ids=str,
)
def test_what_cannot_be_understood_is_set_aside_and_nothing_lost(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, 1)
    content = content.replace(b"HEAD", path.read_bytes())
    path.write_bytes(content)
    put = Put()
    assert put(tmp_path) == put.found == []
    aside = path.with_suffix(".unreadable")
    assert aside.read_bytes() == content
    assert waiting(tmp_path, FILES) == [aside]
    assert Put()(tmp_path) == []


def test_a_head_that_a_kill_cut_short_is_removed_because_nothing_was_played_yet(tmp_path: Path) -> None:
    path = written(tmp_path, 1)
    whole = path.read_bytes()
    assert whole.count(b"\n") == 1
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert Put()(tmp_path) == list(tmp_path.iterdir()) == []


def test_a_journal_of_no_size_that_a_round_has_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, 1, (0, 5, 60))
    size = path.stat().st_size
    monkeypatch.setattr(module, "LONGEST_JOURNAL", size - 1)
    put = Put()
    assert put(tmp_path) == put.found == []
    path.with_suffix(".unreadable").rename(path)
    monkeypatch.setattr(module, "LONGEST_JOURNAL", size)
    assert len(put(tmp_path)) == 1


def test_a_line_longer_than_any_note_ends_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(trace())
    path = written(tmp_path, 1, (0, 5, 60), (5, count, 90))
    content = path.read_bytes()
    longest = max(len(one) for one in content.split(b"\n"))
    assert len(content.split(b"\n")[2]) == longest
    for limit, found in ((longest, count), (longest - 1, 5)):
        path.write_bytes(content)
        monkeypatch.setattr(module, "LONGEST_LINE", limit)
        put = Put()
        put(tmp_path)
        assert [readings for _, readings, _ in put.found] == [found]


def test_a_journal_is_whose_its_head_says_if_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jrn"
    for content, profile in (
        (line({"profile": "a" * 32}), "a" * 32),
        (line({"profile": 5}), None),
        (line({}), None),
        (line([]), None),
        (b"what is this", None),
        (b"%08x " % zlib.crc32(b"{") + b"{\n", None),
        (b"", None),
    ):
        path.write_bytes(content)
        assert whose(path, FILES) == profile
    assert whose(tmp_path / "none.jrn", FILES) is None


def test_a_journal_that_cannot_be_begun_is_one_sentence(tmp_path: Path) -> None:
    written(tmp_path, 1)
    with pytest.raises(StoreError, match=r"^could not write in .*exists"):
        written(tmp_path, 1)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="could not write in"):
        written(tmp_path / "file" / "journal", 2)


def test_a_begin_that_fails_halfway_leaves_nothing_in_the_way_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = OneProcess()
    with monkeypatch.context() as patched:

        def full(_: Path) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr(module, "sync_folder", full)
        with pytest.raises(StoreError, match="No space left on device"):
            Journal.begin(tmp_path, head(), files)
    assert list(tmp_path.iterdir()) == []
    assert files._taken == {}, "and it is locked no more"
    Journal.begin(tmp_path, head(), files).close(remove=True)


def test_what_is_set_aside_or_left_is_noted_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    torn, held = tmp_path / "torn.jrn", tmp_path / "held.jrn"
    torn.write_bytes(b"nothing of ours")
    held.mkdir()
    assert Put()(tmp_path) == []
    told = [record.getMessage() for record in caplog.records]
    assert any(line.startswith("the journal torn.jrn is set aside: torn.jrn has no whole line") for line in told)
    assert any(line.startswith("the journal held.jrn is left for the next start:") for line in told)


def test_a_line_that_is_no_object_ends_what_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, 1, (0, 5, 10))
    content = json.dumps([1, 2]).encode()
    with path.open("ab") as file:
        file.write(b"%08x " % zlib.crc32(content) + content + b"\n")
    put = Put()
    put(tmp_path)
    assert put.found == [(f"{1:032x}", 5, 10)]


def test_other_files_beside_the_journals_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "folder.jrn").mkdir()
    assert Put()(tmp_path) == waiting(tmp_path, FILES) == []
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "folder.jrn").is_dir()
    assert Put()(tmp_path / "none") == waiting(tmp_path / "none", FILES) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes has none to wait for")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_left_where_it_lies_and_nobody_waits_for_it(kind: str, tmp_path: Path) -> None:
    there = tmp_path / f"{2:032x}.jrn"
    if kind == "pipe":
        os.mkfifo(there)
    elif kind == "device":
        there.symlink_to("/dev/zero")
    else:
        there.mkdir()
    good, put = written(tmp_path, 3, (0, 5, 10)), Put()
    assert put(tmp_path) == [Path(good.stem)]
    assert there.exists()
    assert there not in waiting(tmp_path, FILES)
