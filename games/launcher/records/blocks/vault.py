"""The block files, from which all else can be rebuilt: one immutable file for each, checked whenever it is read.

Measures by a newer version of scoring lie in a file beside it (see anew.py).
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

# Any: what JSON holds, until pydantic has checked it
from typing import Annotated, Any, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from games.kit.fingers import Reading
from games.launcher.records.blocks.trace import packed, unpacked
from games.launcher.records.disk.files import Files
from games.launcher.records.disk.many import write_many
from games.launcher.records.disk.reading import content_of, json_of, refuse_too_deep, shown
from games.launcher.records.disk.sealed import first_line, sealed
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Misplaced, Newer, StoreError, Unreadable
from games.launcher.records.models import FORMAT, MOST_REPS, Header, Record, RepRecord

NAME = re.compile(r"\A[0-9]{8}T[0-9]{9}Z-([0-9a-f]{32})\.hps\Z")
ANEW = re.compile(r"\A([0-9]{8}T[0-9]{9}Z-[0-9a-f]{32})\.([0-9]{1,5})\.hpm\Z")  # measured anew by this version
LONGEST_MARK = 65_536
LONGEST_HEADER = 65_536
LONGEST_FILE = 64_000_000
LONGEST_NAME = 80  # characters of a file name in a message
LONGEST_REPS = 64_000_000  # unpacked: a day of painting has a third of it
MOST_VALUES = 6_000_000  # values in the list of reps; parsing allocates memory before anything can be validated
DEEPEST_FOLDER = 4  # levels below a profile's folder in which files are searched
REPS = TypeAdapter(Annotated[tuple[RepRecord, ...], Field(max_length=MOST_REPS, fail_fast=True)])
STALE = 86_400.0  # s; a half-written file older than this was abandoned


class Listed(NamedTuple):
    """All blocks: file name -> folder, and file name -> versions of the measures that lie beside it."""

    blocks: dict[str, str]
    anew: dict[str, set[int]]


class Vault:
    """The folder of all profiles' files. `version`: of the measures that are wanted of each block, where there are any;
    None: those that were stored with it."""

    def __init__(self, folder: Path, version: int | None = None) -> None:
        self.folder, self.version = folder, version

    def open(self) -> None:
        """Create or check the folder. Raises Unreadable if a newer version made it and this one must not write to it."""
        mark = self.folder / "vault.json"
        if not mark.exists():
            write_whole(mark, b'{"format": 1, "min_reader": 1}\n')
            return
        try:
            said = json_of(content_of(mark, LONGEST_MARK), mark.name)
        except (Unreadable, OSError):
            return  # an unreadable mark is ignored: each file has its own version
        least = said.get("min_reader") if isinstance(said, dict) else None
        if isinstance(least, int) and least > FORMAT:
            raise Unreadable(f"{self.folder} was made by a newer version of Handplay: please update")

    def put(self, record: Record, trace: Sequence[Reading]) -> Path:
        """Store a block; when this returns, it survives a power cut. Raises StoreError if that fails."""
        path = self.path_of(record)
        write_whole(path, encoded(record, trace))
        return path

    def put_many(self, blocks: Sequence[tuple[Record, bytes]], files: Files) -> list[Path]:
        """Store blocks with their packed traces, with one wait for the disk; as `put` otherwise."""
        paths = [self.path_of(record) for record, _ in blocks]
        write_many([(path, joined(*block)) for path, block in zip(paths, blocks, strict=True)], files)
        return paths

    def path_of(self, record: Header) -> Path:
        """The path of a block, made from validated ids and numbers only."""
        when = datetime.fromtimestamp(record.started_utc_ms // 1000, UTC)
        stamp = f"{when:%Y%m%dT%H%M%S}{record.started_utc_ms % 1000:03d}Z"
        month = f"{when:%Y-%m}"
        return self.folder / "profiles" / record.profile / "sessions" / month / f"{stamp}-{record.id}.hps"

    def path_named(self, profile: str, name: str) -> Path:
        """The path of a profile's block file of this name, even if its folder was renamed."""
        own = self.folder / "profiles" / profile
        path = own / "sessions" / f"{name[:4]}-{name[4:6]}" / name
        if path.exists():
            return path
        return next((folder / name for folder, names, _ in _walked(own) if name in names), path)

    def files(self) -> Iterator[Path]:
        """All files that are named like a block, in order of time; other files are ignored."""
        found = self.listed().blocks
        for name in sorted(found):
            yield self.folder / found[name] / name

    def listed(self) -> Listed:
        """The names of all files; strings, because making Path objects for ten years of blocks is slow."""
        found = Listed({}, {})
        for folder, names, beside in _walked(self.folder / "profiles"):
            lies = str(folder.relative_to(self.folder))
            found.blocks.update(dict.fromkeys(names, lies))
            for name, version in beside:
                found.anew.setdefault(f"{name}.hps", set()).add(version)
        return found

    def sweep(self, now: float) -> None:
        """Remove half-written files that are more than a day old, and measures whose block is gone as long."""
        months = self.folder.glob("profiles/*/sessions/*")
        for leftover in (*self.folder.glob("profiles/*/sessions/*/.*.tmp"), *_orphans(months)):
            try:
                if now - leftover.lstat().st_mtime > STALE:
                    leftover.unlink()
            except OSError:
                continue


def encoded(record: Record, trace: Sequence[Reading]) -> bytes:
    """The bytes of a block file. Raises ValueError for a trace that no block leaves."""
    return joined(record, packed(trace))


def joined(record: Record, trace: bytes) -> bytes:
    """The bytes of a block file: checksum and header in one line, then reps and packed trace."""
    reps = zlib.compress(REPS.dump_json(record.reps), 6)
    body = reps + trace
    header = record.model_dump(mode="json", exclude={"reps"})
    header |= {"reps_len": len(reps), "trace_len": len(body) - len(reps)}
    header["body"] = blake2b(body, digest_size=16).hexdigest()
    line = json.dumps(header, separators=(",", ":"), allow_nan=False).encode()
    if len(line) > LONGEST_HEADER:
        raise StoreError(f"the header of this block has {len(line)} bytes: {LONGEST_HEADER} are allowed")
    return sealed(line) + body


def read(path: Path) -> tuple[Record, list[Reading]]:
    """A stored block and its trace. Raises Unreadable with one sentence if it is not a block, OSError if it is missing."""
    record, trace = _checked(path)
    return record, unpacked(trace)


def read_played(path: Path) -> tuple[Header, list[Reading]]:
    """The header and the trace of a stored block, without reps: enough to replay it. Errors as in `read`."""
    header, _, trace = _parts(path)
    return header, unpacked(trace)


def read_record(path: Path) -> Record:
    """A stored block without its trace, which takes ten times as long to unpack. Errors as in `read`."""
    return _checked(path)[0]


def read_packed(path: Path) -> tuple[Record, bytes]:
    """A stored block and its trace as packed bytes, checksum verified. Errors as in `read`."""
    return _checked(path)


def _parts(path: Path) -> tuple[Header, bytes, bytes]:
    """The header, the packed reps and the packed trace of a file, checksums verified."""
    content, name = content_of(path, LONGEST_FILE), shown(path.name, LONGEST_NAME)
    header, raw, body = _split(content, name)
    match = NAME.match(path.name)
    if match is not None and match.group(1) != header.id:
        raise Unreadable(f"{name} holds another block than its name says")
    if path.parent.parent.name == "sessions" and path.parent.parent.parent.name != header.profile:
        raise Misplaced(f"{name} lies in another profile's folder: it is not counted", header.profile)
    reps_len, trace_len = raw.get("reps_len"), raw.get("trace_len")
    if not (type(reps_len) is int and type(trace_len) is int and reps_len >= 0 and reps_len + trace_len == len(body)):
        raise Unreadable(f"{name} was changed on the way: it is not as long as it says")
    if raw.get("body") != blake2b(body, digest_size=16).hexdigest():
        raise Unreadable(f"{name} was changed on the way: its checksum does not fit")
    return header, body[:reps_len], body[reps_len:]


def _checked(path: Path) -> tuple[Record, bytes]:
    """The record and the packed trace of a file, checksums verified."""
    header, packed_reps, trace = _parts(path)
    name = shown(path.name, LONGEST_NAME)
    try:
        opener = zlib.decompressobj()
        listed = opener.decompress(packed_reps, LONGEST_REPS)
        if not opener.eof or listed.count(b",") > MOST_VALUES:
            raise Unreadable(f"the reps of {name} are cut off or far too long")
        refuse_too_deep(listed, f"the list of reps of {name}")
        reps = REPS.validate_json(listed)
        # The header was checked above, and its fields are a record's.
        record = Record.model_construct(_fields_set={*header.model_fields_set, "reps"}, **header.__dict__, reps=reps)
    except zlib.error as error:
        raise Unreadable(f"the reps of {name} cannot be unpacked: {error}") from error
    except (ValidationError, RecursionError) as error:
        raise Unreadable(f"the reps of {name} are not what they should be: {first_of(error)}") from error
    return record, trace


def read_header(path: Path) -> Header:
    """The header on the first line only. Errors as in `read`."""
    content = content_of(path, LONGEST_FILE, LONGEST_HEADER + 10)
    return _split(content, shown(path.name, LONGEST_NAME))[0]


def _split(content: bytes, name: str) -> tuple[Header, dict[str, Any], bytes]:
    line, body = first_line(content, LONGEST_HEADER, name, "a block")
    try:
        raw = json_of(line, f"the header of {name}")
        if isinstance(raw, dict) and type(raw.get("v")) is int and raw["v"] > FORMAT:
            raise Newer(f"{name} was made by a newer version of Handplay")
        header = Header.model_validate_json(line)
    except (ValidationError, RecursionError) as error:
        raise Unreadable(f"the header of {name} is not what it should be: {first_of(error)}") from error
    return header, raw, body


def first_of(error: Exception) -> str:
    """The first validation error of a model in one line: which field, and what is wrong."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        return shown(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}", 200)
    return shown(str(error), 200)


def _orphans(months: Iterable[Path]) -> Iterator[Path]:
    """Files with measures whose block is not there."""
    for month in months:
        for folder, names, beside in _walked(month, 0):
            there = set(names)
            yield from (folder / f"{name}.{v}.hpm" for name, v in beside if f"{name}.hps" not in there)


def _walked(folder: Path, depth: int = DEEPEST_FOLDER) -> Iterator[tuple[Path, list[str], list[tuple[str, int]]]]:
    """The folders below this one, the block files in each, and the measures beside them (name without .hps, version);
    folders may have been renamed."""
    names, beside, below = [], [], []
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if NAME.match(entry.name):
                    names.append(entry.name)
                elif (anew := ANEW.match(entry.name)) is not None:
                    beside.append((anew.group(1), int(anew.group(2))))
                elif depth and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                    below.append(entry.name)
    except OSError:
        return
    if names or beside:
        yield folder, names, beside
    for name in sorted(below):
        yield from _walked(folder / name, depth - 1)
