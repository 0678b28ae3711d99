"""All that is stored of one person as one JSON file, and the way back: read line by line, nothing believed unchecked."""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from games.kit.fingers import Reading
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import Felt, keep, kept
from games.launcher.records.folders import open_private
from games.launcher.records.models import Profile, Record
from games.launcher.records.store import Store
from games.launcher.records.trace import unpacked
from games.launcher.records.vault import LONGEST_FILE, read_packed

Heard = Callable[[int, int], None]
FORMAT = 1
LONGEST_LINE = 2 * LONGEST_FILE  # characters
LONGEST_HEAD = 4_000_000  # characters: twenty years of saying daily how a hand feels
FIRST = '{"handplay": %d, "profile": '


@dataclass(frozen=True)
class Taken:
    """What an import did: whose it is now, how many blocks are new, were there already, or could not be read."""

    profile: str
    name: str | None
    new: int
    known: int
    damaged: int


def write_everything(store: Store, profile: str, path: Path, heard: Heard | None = None) -> int:
    """Write the profile, its settings and all its blocks with their traces; returns how many blocks.

    One block stands on each line, so that ten years need no more memory than one block. FileExistsError rather than
    write over; ValueError where there is no such profile. What is half-written when something goes amiss is removed.
    """
    person = store.people.get(profile)
    if person is None:
        raise ValueError("this profile cannot be read")
    names = store.practised.files(profile)
    written = 0
    with open(path, "x", encoding="utf-8", newline="\n", opener=open_private) as file:
        try:
            said = "[" + ", ".join(felt.model_dump_json() for felt in kept(store, profile)) + "]"
            file.write(FIRST % FORMAT + person.model_dump_json() + ', "felt": ' + said + ', "blocks": [')
            for number, name in enumerate(names, 1):
                try:
                    record, trace = read_packed(store.path_of(profile, name))
                except (Unreadable, OSError):
                    continue
                line = {"record": record.model_dump(mode="json"), "trace": base64.b64encode(trace).decode()}
                file.write((",\n" if written else "\n") + json.dumps(line, separators=(",", ":"), allow_nan=False))
                written += 1
                if heard is not None:
                    heard(number, len(names))
            file.write("\n]}\n")
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
    return written


def read_everything(
    store: Store, path: Path, into: str | None = None, heard: Heard | None = None, erased_too: bool = False
) -> Taken:
    """Store what such a file holds: in the profile it came from, made anew if it is not here, or in the one named.

    Blocks that are stored already are left as they are. Somebody who was erased here comes back only with `erased_too`:
    ValueError without. Unreadable with one sentence for a file that is none of ours.
    """
    whole = path.stat().st_size
    with path.open(encoding="utf-8", errors="strict", newline="\n") as file:
        person, said = _head(file, path.name)
        if store.gone.has(person.id):
            if not erased_too:
                raise ValueError(_erased_here(store, person, path))
            store.gone.forget(person.id)
        owner = _owner(store, person, into)
        there = {(felt.t_utc_ms, felt.when) for felt in kept(store, owner.id)}
        for felt in said:
            if (felt.t_utc_ms, felt.when) not in there:
                keep(store, owner.id, felt)
        new = known = damaged = 0
        for line in _lines(file):
            found = _block(line, owner.id)
            if found is None:
                damaged += 1
            elif store.index.has(found[0].id):
                known += 1
            else:
                store.save(*found)
                new += 1
            if heard is not None:
                heard(min(whole, os.lseek(file.fileno(), 0, os.SEEK_CUR)), whole)
    return Taken(owner.id, owner.name, new, known, damaged)


def _head(file: IO[str], name: str) -> tuple[Profile, list[Felt]]:
    """The profile on the first line, and how that hand felt."""
    try:
        line = file.readline(LONGEST_HEAD)
        if not line.endswith('"blocks": [\n'):
            raise Unreadable(f"{name} is not data of Handplay")
        raw = json.loads(line.rstrip() + "]}")
        version = raw.get("handplay") if isinstance(raw, dict) else None
        if isinstance(version, int) and version > FORMAT:
            raise Unreadable(f"{name} was made by a newer version of Handplay: please update")
        if version != FORMAT:
            raise Unreadable(f"{name} is not data of Handplay")
        said = raw.get("felt", [])
        if not isinstance(said, list):
            raise Unreadable(f"{name} is not data of Handplay, or damaged")
        felts = [Felt.model_validate_json(json.dumps(one)) for one in said]
        return Profile.model_validate_json(json.dumps(raw.get("profile"))), felts
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name} is not data of Handplay, or damaged") from error


def _erased_here(store: Store, person: Profile, path: Path) -> str:
    """The sentence that asks, once, before somebody comes back."""
    day = store.gone.day(person.id)
    when = "" if day is None else f" on {day}"
    who = "a person" if person.name is None else repr(person.name)
    return f"{path.name} is of {who} who was erased here{when}: nothing was taken in; with --erased-too they come back"


def _owner(store: Store, person: Profile, into: str | None) -> Profile:
    """Whose the blocks become."""
    if into is not None:
        return store.profile(into)
    return store.people.get(person.id) or store.people.put(person.model_copy(update={"joined": None}))


def _lines(file: IO[str]) -> Iterator[str]:
    """The lines of blocks, without the commas between them. A damaged letter ends the file there."""
    while True:
        try:
            line = file.readline(LONGEST_LINE)
        except UnicodeDecodeError:
            yield ""
            return
        if not line or line.startswith("]}"):
            return
        yield line.strip().removesuffix(",")


def _block(line: str, owner: str) -> tuple[Record, list[Reading]] | None:
    """The block on a line, now its owner's; None where it is not one."""
    try:
        raw: Any = json.loads(line)
        record = Record.model_validate_json(json.dumps(raw["record"]))
        trace = unpacked(base64.b64decode(raw["trace"], validate=True))
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return None
    return record.model_copy(update={"profile": owner}), trace
