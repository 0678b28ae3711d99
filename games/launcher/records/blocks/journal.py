"""The journal of a running block: a line after each rep and each second, so that a crash loses a second at most."""

from __future__ import annotations

import base64
import contextlib
import json
import logging
import os
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

# Any: what JSON holds, until pydantic has checked it
from typing import Any

from pydantic import ValidationError

from games.kit.fingers import Reading, Sample
from games.launcher.records.blocks.trace import packed, unpacked
from games.launcher.records.disk.files import Files
from games.launcher.records.disk.writing import move, remove, sync_folder, write_all
from games.launcher.records.errors import StoreError, Unreadable
from games.launcher.records.folders import make_folder, open_private
from games.launcher.records.models import Record

LONGEST_LINE = 4_000_000
LONGEST_JOURNAL = 64_000_000
CUT_SHORT = re.compile(rb"[0-9a-f]{0,8}|[0-9a-f]{8} [^\n]*")  # a first line whose end was never written


class Journal:
    """One running block on the disk. Once `note` has returned, its content survives the end of this process."""

    def __init__(self, path: Path, file: int, files: Files) -> None:
        self.path, self._file, self._files = path, file, files
        self._length = os.fstat(file).st_size  # bytes of complete lines
        self._flushing = files.flushing(file)  # each flush that is due is known by the reps there are after it

    @property
    def flushed(self) -> int:
        """Number of reps that are flushed to the disk and survive a power cut."""
        return self._flushing.flushed

    @staticmethod
    def begin(folder: Path, head: Record, files: Files) -> Journal:
        """Start the journal of this block; it stays locked while this process lives. Raises StoreError if that fails."""
        path, file = folder / f"{head.id}.jrn", None
        try:
            make_folder(folder)
            file = open_private(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND)
            files.lock(file)
            write_all(file, _line(head.model_dump(mode="json")))
            sync_folder(folder)
        except OSError as error:
            if file is not None:  # an incomplete journal would block the next try
                files.let_go(file)
                with contextlib.suppress(OSError):
                    path.unlink()
            raise StoreError(f"could not write in {folder}: {error.strerror or error}") from error
        return Journal(path, file, files)

    def note(self, readings: Sequence[Reading], steps: int, reps: int, deals: Sequence[dict[str, Any]] = ()) -> None:
        """Append the readings since the last note; `steps` and `reps` are the block's counts so far.

        `deals`: the settings of each rep since then and, last, of the running movement, where they are not those of
        the level. The operating system has the line when this returns. The flush to the disk may follow on another
        thread, so that no frame waits for it; `flushed` says how far it has come. Raises StoreError if writing fails.
        """
        chunk = base64.b64encode(packed(readings)).decode()
        try:
            said: dict[str, Any] = {"trace": chunk, "steps": steps, "reps": reps}
            write_all(self._file, _line(said | ({"deals": list(deals)} if deals else {})))
        except OSError as error:
            with contextlib.suppress(OSError):  # an incomplete line would hide all lines after it
                os.ftruncate(self._file, self._length)
            raise StoreError(f"could not write {self.path.name}: {error.strerror or error}") from error
        self._length = os.fstat(self._file).st_size
        self._flushing.due(reps)

    def close(self, remove: bool) -> None:
        """Stop writing; with `remove`, delete the journal because its block is stored. If that fails, the next start does it."""
        self._flushing.close()
        self._files.let_go(self._file)  # first: Windows removes no open file
        if remove:
            with contextlib.suppress(OSError):
                self.path.unlink()


Finished = Callable[[Record, list[Reading], int, list[dict[str, Any]]], Record]


def recover(
    folder: Path,
    known: Callable[[str], bool],
    put: Callable[[Record, list[Reading]], Path],
    whole: Finished,
    files: Files,
) -> list[Path]:
    """Store the blocks of journals that no process holds any more; returns the files written.

    `known` says whether a block of this id is already stored; `whole` replays and scores (head, trace, steps, deals). A
    journal without any touch is removed, and so is one whose process ended while it wrote the head; one that cannot be
    parsed or replayed is set aside. One that can be neither read nor removed now is left for the next start.
    """
    made = []
    for path in sorted(folder.glob("*.jrn")):
        try:
            file = files.take(path)
            if file is None:
                continue
            try:
                found = _read(file, path)
                head, trace, steps, deals = found or (None, [], 0, [])
                if head and trace and not known(head.id):
                    record = whole(head, trace, steps, deals)
                    if record.reps or any(isinstance(one, Sample) and one.phase == "down" for one in trace):
                        made.append(put(record, trace))
                understood = True
            except OSError:  # such as a full disk: the next start tries again
                raise
            except Exception as error:  # also from the rules of a game: no old file may prevent a start
                logging.getLogger("handplay").warning("the journal %s is set aside: %s", path.name, error)
                understood = False
            finally:
                files.let_go(file)  # before it is renamed: Windows neither removes nor renames an open file
            if understood:
                remove(path)
            else:
                move(path, path.with_suffix(".unreadable"))
        except OSError as error:
            logging.getLogger("handplay").warning("the journal %s is left for the next start: %s", path.name, error)
    return made


def waiting(folder: Path, files: Files) -> list[Path]:
    """Journals of rounds that are neither running nor stored: left behind, or set aside as unreadable."""
    found = []
    for path in sorted(folder.glob("*")):
        if path.suffix == ".unreadable":
            found.append(path)
        elif path.suffix == ".jrn":
            with contextlib.suppress(OSError):
                file = files.take(path)
                if file is not None:
                    files.let_go(file)
                    found.append(path)
    return found


def whose(path: Path, files: Files) -> str | None:
    """The profile that a journal belongs to; None if it does not say, or while its block runs. Raises OSError if it
    cannot be read."""
    try:
        file = files.take(path)
    except FileNotFoundError:
        return None
    if file is None:
        return None
    try:
        content = os.read(file, LONGEST_LINE)
        first = next(_whole_lines(content), {})
        profile = first.get("profile")
        return profile if isinstance(profile, str) else None
    except (ValueError, RecursionError):
        return None
    finally:
        files.let_go(file)


def _read(file: int, path: Path) -> tuple[Record, list[Reading], int, list[dict[str, Any]]] | None:
    """The head, the trace and the number of steps up to the last complete line; and the settings of each rep and of the
    movement after them, where they are not those of the level. None if the head was never written to its end: the
    block had not begun then, and nothing of it was told."""
    size = os.fstat(file).st_size
    if size > LONGEST_JOURNAL:
        raise Unreadable(f"{path.name} has {size} bytes: {LONGEST_JOURNAL} are allowed")
    content = b""
    while part := os.read(file, 1 << 20):
        content += part
    if CUT_SHORT.fullmatch(content):
        return None
    lines = _whole_lines(content)
    first = next(lines, None)
    if first is None:
        raise Unreadable(f"{path.name} has no whole line")
    try:
        head = Record.model_validate_json(json.dumps(first))
        trace: list[Reading] = []
        steps, deals = 0, list[dict[str, Any]]()
        for line in lines:
            trace += unpacked(base64.b64decode(line["trace"], validate=True))
            steps = int(line["steps"])
            deals = [*deals[:-1], *(dict(one) for one in line.get("deals", ()))]
    except (ValidationError, KeyError, TypeError) as error:
        raise Unreadable(f"{path.name} is not a journal of Handplay: {error}") from error
    return head, trace, steps, deals


def _whole_lines(content: bytes) -> Iterator[dict[str, Any]]:
    """The lines whose checksum fits, up to the first incomplete or damaged one."""
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
