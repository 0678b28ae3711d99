"""The journal of a running block: a line for each rep and each second, so that a crash costs a second at most."""

from __future__ import annotations

import base64
import contextlib
import json
import logging
import os
import queue
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from games.kit.fingers import Reading, Sample
from games.launcher.records.errors import StoreError, Unreadable
from games.launcher.records.folders import make_folder
from games.launcher.records.models import Record
from games.launcher.records.trace import packed, unpacked
from games.launcher.records.writing import sync_folder, write_all

LONGEST_LINE = 4_000_000
LONGEST_JOURNAL = 64_000_000


class Journal:
    """One running block on the disk. What `note` has returned from survives the end of this process."""

    def __init__(self, path: Path, file: int) -> None:
        self.path, self._file = path, file
        self._length = os.fstat(file).st_size  # of its whole lines
        self.flushed = 0  # so many reps are on the disk: a power cut takes none of them
        self._due: queue.SimpleQueue[int | None] = queue.SimpleQueue()  # how many reps there are after the next flush
        self._writer = threading.Thread(target=self._sync, name="journal", daemon=True)
        self._writer.start()

    @staticmethod
    def begin(folder: Path, head: Record) -> Journal:
        """Start the journal of this block; it stays locked while this process lives. StoreError when it cannot."""
        path, file = folder / f"{head.id}.jrn", None
        try:
            make_folder(folder)
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
            lock(file)
            write_all(file, _line(head.model_dump(mode="json")))
            sync_folder(folder)
        except OSError as error:
            if file is not None:  # half a journal would be in the way of the next try
                os.close(file)
                with contextlib.suppress(OSError):
                    os.unlink(path)
            raise StoreError(f"could not write in {folder}: {error.strerror or error}") from error
        return Journal(path, file)

    def note(self, readings: Sequence[Reading], steps: int, reps: int) -> None:
        """Add what was read since the last note, after so many steps and reps. StoreError when it cannot.

        The line is with the system when this returns; the flush to the disk
        follows on a thread, so that no frame waits for it: `flushed` says how
        far it has come.
        """
        chunk = base64.b64encode(packed(readings)).decode()
        try:
            write_all(self._file, _line({"trace": chunk, "steps": steps, "reps": reps}))
        except OSError as error:
            with contextlib.suppress(OSError):  # half a line would hide all that follows it
                os.ftruncate(self._file, self._length)
            raise StoreError(f"could not write {self.path.name}: {error.strerror or error}") from error
        self._length = os.fstat(self._file).st_size
        self._due.put(reps)

    def close(self, remove: bool) -> None:
        """Stop writing; remove the journal when its block is stored for good."""
        self._due.put(None)
        self._writer.join()
        if remove:
            with contextlib.suppress(OSError):
                os.unlink(self.path)
        os.close(self._file)

    def _sync(self) -> None:
        while (reps := self._due.get()) is not None:
            with contextlib.suppress(OSError):
                os.fsync(self._file)
                self.flushed = reps


Finished = Callable[[Record, list[Reading], int], Record]


def recover(
    folder: Path, known: Callable[[str], bool], put: Callable[[Record, list[Reading]], Path], whole: Finished
) -> list[Path]:
    """Make blocks of the journals that no process holds any more; returns the files made.

    `known` says whether a block of this id is stored already; `whole` replays
    and scores (head, trace, steps). A journal in which nothing was touched is
    removed; one that cannot be understood is set aside.
    """
    made = []
    for path in sorted(folder.glob("*.jrn")):
        try:
            file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError:
            continue
        try:
            if not lock(file):
                continue
            head, trace, steps = _read(file, path)
            if trace and not known(head.id):
                record = whole(head, trace, steps)
                if record.reps or any(isinstance(reading, Sample) and reading.phase == "down" for reading in trace):
                    made.append(put(record, trace))
            os.unlink(path)
        except OSError as error:  # a full disk: it is tried again at the next start
            logging.getLogger(__name__).warning("%s waits to be stored: %s", path.name, error)
        except Exception as error:  # also where the rules of a game break off: no left file keeps a start
            logging.getLogger(__name__).warning("%s is set aside: %s: %s", path.name, type(error).__name__, error)
            with contextlib.suppress(OSError):
                os.replace(path, path.with_suffix(".unreadable"))
        finally:
            os.close(file)
    return made


def whose(path: Path) -> str | None:
    """The profile that a journal on the disk belongs to; None when nobody can tell, or while its block runs. OSError when it cannot be read."""
    try:
        file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    try:
        if not lock(file):
            return None
        content = os.read(file, LONGEST_LINE)
        first = next(_whole_lines(content), {})
        profile = first.get("profile")
        return profile if isinstance(profile, str) else None
    except (ValueError, RecursionError):
        return None
    finally:
        os.close(file)


def _read(file: int, path: Path) -> tuple[Record, list[Reading], int]:
    """The head, the trace and the steps up to the last whole line."""
    size = os.fstat(file).st_size
    if size > LONGEST_JOURNAL:
        raise Unreadable(f"{path.name} has {size} bytes: {LONGEST_JOURNAL} are allowed")
    content = b""
    while part := os.read(file, 1 << 20):
        content += part
    lines = _whole_lines(content)
    first = next(lines, None)
    if first is None:
        raise Unreadable(f"{path.name} has no whole line")
    try:
        head = Record.model_validate_json(json.dumps(first))
        trace: list[Reading] = []
        steps = 0
        for line in lines:
            trace += unpacked(base64.b64decode(line["trace"], validate=True))
            steps = int(line["steps"])
    except (ValidationError, KeyError, TypeError) as error:
        raise Unreadable(f"{path.name} is not a journal of Handplay: {error}") from error
    return head, trace, steps


def _whole_lines(content: bytes) -> Iterator[dict[str, Any]]:
    """Lines whose checksum fits, up to the first that is torn."""
    for line in content.split(b"\n"):
        if len(line) > LONGEST_LINE or line[:9] != b"%08x " % zlib.crc32(line[9:]):
            return
        said = json.loads(line[9:])
        if not isinstance(said, dict):
            return
        yield said


def _line(said: dict[str, Any]) -> bytes:
    content = json.dumps(said, separators=(",", ":"), allow_nan=False).encode()
    return b"%08x " % zlib.crc32(content) + content + b"\n"


def lock(file: int) -> bool:
    """Take the file for this process; False when another one has it. Windows keeps open files from being removed by itself."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
