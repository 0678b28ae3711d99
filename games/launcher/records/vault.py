"""The truth: one immutable file for each block, written whole, checked whenever it is read."""

from __future__ import annotations

import json
import os
import re
import stat
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from games.kit.fingers import Reading
from games.launcher.records.errors import StoreError, Unreadable
from games.launcher.records.models import FORMAT, Header, Record, RepRecord
from games.launcher.records.trace import packed, unpacked
from games.launcher.records.writing import write_whole

NAME = re.compile(r"\A[0-9]{8}T[0-9]{9}Z-([0-9a-f]{32})\.hps\Z")
LONGEST_HEADER = 65_536
LONGEST_FILE = 64_000_000
LONGEST_REPS = 200_000_000  # unpacked
REPS = TypeAdapter(tuple[RepRecord, ...])
STALE = 86_400.0  # s; a half-written file older than this is nobody's


class Vault:
    """The folder of all profiles' files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self) -> None:
        """Make it ready. Unreadable when a newer program has made it and this one must not write."""
        mark = self.folder / "vault.json"
        if not mark.exists():
            write_whole(mark, b'{"format": 1, "min_reader": 1}\n')
            return
        try:
            least = json.loads(mark.read_bytes()[:1000]).get("min_reader", 1)
        except (ValueError, AttributeError):
            return
        if isinstance(least, int) and least > FORMAT:
            raise Unreadable(f"{self.folder} was made by a newer version of Handplay: please update")

    def put(self, record: Record, trace: Sequence[Reading]) -> Path:
        """Store a block for good; when this returns it survives a power cut. StoreError when it cannot."""
        path = self.path_of(record)
        write_whole(path, encoded(record, trace))
        return path

    def path_of(self, record: Header) -> Path:
        """Where a block lies; built from checked ids and numbers only."""
        when = datetime.fromtimestamp(record.started_utc_ms // 1000, UTC)
        stamp = f"{when:%Y%m%dT%H%M%S}{record.started_utc_ms % 1000:03d}Z"
        month = f"{when:%Y-%m}"
        return self.folder / "profiles" / record.profile / "sessions" / month / f"{stamp}-{record.id}.hps"

    def path_named(self, profile: str, name: str) -> Path:
        """Where the block of a profile that is in a file of this name lies."""
        return self.folder / "profiles" / profile / "sessions" / f"{name[:4]}-{name[4:6]}" / name

    def files(self) -> Iterator[Path]:
        """All files that bear the name of a block, in the order of their times; others are not ours."""
        found = self.named()
        for name in sorted(found):
            yield self.folder / found[name] / name

    def named(self) -> dict[str, str]:
        """The same as names, each with the folder that it lies in: ten years of paths take longer to make than to find."""
        found: dict[str, str] = {}
        for months in sorted(self.folder.glob("profiles/*/sessions/*")):
            if months.is_dir() and re.fullmatch(r"[0-9]{4}-[0-9]{2}", months.name):
                folder = str(months.relative_to(self.folder))
                found |= {name: folder for name in _names(months) if NAME.match(name)}
        return found

    def sweep(self, now: float) -> None:
        """Remove what was left half-written more than a day ago."""
        for leftover in self.folder.glob("profiles/*/sessions/*/.*.tmp"):
            try:
                if now - leftover.stat().st_mtime > STALE:
                    leftover.unlink()
            except OSError:
                continue


def encoded(record: Record, trace: Sequence[Reading]) -> bytes:
    """The bytes of a block's file: checksum and header in one line, then reps and trace."""
    reps = zlib.compress(REPS.dump_json(record.reps), 6)
    body = reps + packed(trace)
    header = record.model_dump(mode="json", exclude={"reps"})
    header |= {"reps_len": len(reps), "trace_len": len(body) - len(reps)}
    header["body"] = blake2b(body, digest_size=16).hexdigest()
    line = json.dumps(header, separators=(",", ":"), allow_nan=False).encode()
    if len(line) > LONGEST_HEADER:
        raise StoreError(f"the header of this block has {len(line)} bytes: {LONGEST_HEADER} are allowed")
    return b"%08x " % zlib.crc32(line) + line + b"\n" + body


def read(path: Path) -> tuple[Record, list[Reading]]:
    """A stored block and its trace. Unreadable with one sentence for anything that is not one, OSError if it is not there."""
    record, trace = _checked(path)
    return record, unpacked(trace)


def read_played(path: Path) -> tuple[Header, list[Reading]]:
    """What a stored block was and what was read in it, without its reps: enough to play it again; errors as `read`."""
    header, _, trace = _parts(path)
    return header, unpacked(trace)


def read_record(path: Path) -> Record:
    """A stored block without its trace, which takes ten times as long to unpack; errors as `read`."""
    return _checked(path)[0]


def read_packed(path: Path) -> tuple[Record, bytes]:
    """A stored block and its trace as it lies in the file, its checksum checked; errors as `read`."""
    return _checked(path)


def _parts(path: Path) -> tuple[Header, bytes, bytes]:
    """The header, the packed reps and the packed trace of a file whose checksums fit."""
    content = _content(path, LONGEST_FILE)
    header, raw, body = _split(content, path.name)
    match = NAME.match(path.name)
    if match is not None and match.group(1) != header.id:
        raise Unreadable(f"{path.name} holds another block than its name says")
    if path.parent.parent.name == "sessions" and path.parent.parent.parent.name != header.profile:
        raise Unreadable(f"{path.name} lies in another profile's folder")
    reps_len, trace_len = raw.get("reps_len"), raw.get("trace_len")
    if not (isinstance(reps_len, int) and isinstance(trace_len, int) and reps_len + trace_len == len(body)):
        raise Unreadable(f"{path.name} is not as long as it says")
    if raw.get("body") != blake2b(body, digest_size=16).hexdigest():
        raise Unreadable(f"{path.name} is damaged: its checksum does not fit")
    return header, body[:reps_len], body[reps_len:]


def _checked(path: Path) -> tuple[Record, bytes]:
    """The record and the packed trace of a file whose checksums fit."""
    header, packed_reps, trace = _parts(path)
    try:
        opener = zlib.decompressobj()
        listed = opener.decompress(packed_reps, LONGEST_REPS)
        if not opener.eof:
            raise Unreadable(f"the reps of {path.name} are cut off or far too long")
        reps = REPS.validate_json(listed)
        record = Record(**{name: getattr(header, name) for name in Header.model_fields}, reps=reps)
    except zlib.error as error:
        raise Unreadable(f"the reps of {path.name} are damaged: {error}") from error
    except (ValidationError, RecursionError) as error:
        raise Unreadable(f"the reps of {path.name} are not what they should be: {_first(error)}") from error
    return record, trace


def read_header(path: Path) -> Header:
    """Only what the first line says; errors as `read`."""
    content = _content(path, LONGEST_HEADER + 10)
    return _split(content, path.name)[0]


def _content(path: Path, most: int) -> bytes:
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise Unreadable(f"{path} is not a file")
    if state.st_size > LONGEST_FILE:
        raise Unreadable(f"{path.name} has {state.st_size} bytes: {LONGEST_FILE} are allowed")
    with path.open("rb") as file:
        return file.read(most)


def _split(content: bytes, name: str) -> tuple[Header, dict[str, Any], bytes]:
    line, newline, _ = content[: LONGEST_HEADER + 10].partition(b"\n")
    if not newline:
        raise Unreadable(f"{name} is not a block of Handplay: it has no header")
    if line[:9] != b"%08x " % zlib.crc32(line[9:]):
        raise Unreadable(f"{name} is damaged or not a block of Handplay: its header's checksum does not fit")
    try:
        raw = json.loads(line[9:])
        if isinstance(raw, dict) and isinstance(raw.get("v"), int) and raw["v"] > FORMAT:
            raise Unreadable(f"{name} was made by a newer version of Handplay")
        header = Header.model_validate_json(line[9:])
    except (ValidationError, ValueError, RecursionError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"the header of {name} is not what it should be: {_first(error)}") from error
    return header, raw, content[len(line) + 1 :]


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error)[:200]


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
