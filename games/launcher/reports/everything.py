"""All data of one person as one JSON file, and importing it again; an imported file is fully validated."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Any: what JSON holds, until pydantic has checked it
from typing import Any

from games.kit.fingers import Reading
from games.launcher.records.blocks.trace import unpacked
from games.launcher.records.blocks.vault import first_of, read_packed
from games.launcher.records.disk.json_stream import JsonStream, same_value
from games.launcher.records.disk.reading import shown
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import Felt, keep, kept
from games.launcher.records.folders import open_private
from games.launcher.records.models import Profile, Record
from games.launcher.records.store import Store
from games.launcher.reports.verifying import Verifier

Heard = Callable[[int, int], None]
FORMAT = 1
LONGEST_IMPORT = 20_000_000_000  # bytes; it is read one block at a time
FIRST = '{"handplay": %d, "profile": '


@dataclass(frozen=True)
class Taken:
    """The result of an import: the profile, and how many blocks are new, already known, or damaged."""

    profile: str
    name: str | None
    new: int
    known: int
    damaged: int
    unverified: int = 0  # new blocks whose recordings were not replayed, or gave a different result


def write_everything(store: Store, profile: str, path: Path, heard: Heard | None = None) -> int:
    """Write the profile, its settings and all its blocks with their traces; returns the number of blocks.

    One block stands on each line, so that ten years need no more memory than one block. Files that cannot be read are
    left out (the index lists them as `unread`). A half-written file is removed after an error.

    Raises FileExistsError if the file exists, ValueError if there is no such profile.
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
                except (Unreadable, OSError) as error:
                    store.index.note_unread(profile, store.path_of(profile, name), error)
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
    """Import such a file into the profile it came from (created if missing), or into the one named.

    Blocks that are already stored are left unchanged. Somebody who was erased here comes back only with `erased_too`;
    without it ValueError is raised. Raises Unreadable with one sentence for any other file.
    """
    person, said = _head(path)
    if store.gone.has(person.id):
        if not erased_too:
            raise ValueError(_erased_here(store, person, path))
        store.gone.forget(person.id)
    with _stream(path) as stream:
        owner = _owner(store, person, into)
        there = {(felt.t_utc_ms, felt.when) for felt in kept(store, owner.id)}
        for felt in said:
            if (felt.t_utc_ms, felt.when) not in there:
                keep(store, owner.id, felt)
        new = known = damaged = unverified = 0
        whole, verifier = path.stat().st_size, Verifier()
        for element in _blocks(stream):
            found = _block(element)
            if found is None:
                damaged += 1
            elif store.index.has(found[0].id):
                known += 1
            else:
                unverified += not verifier.verified(*found)
                store.save(found[0].model_copy(update={"profile": owner.id}), found[1])
                new += 1
            if heard is not None:
                heard(min(whole, stream.place), whole)
    return Taken(owner.id, owner.name, new, known, damaged, unverified)


def _stream(path: Path) -> JsonStream:
    return JsonStream(path, LONGEST_IMPORT, "blocks", '{"record":')


def _head(path: Path) -> tuple[Profile, list[Felt]]:
    """The profile and the answers on how the hand felt, wherever they stand in the file."""
    raw: dict[str, Any] = {}
    name = shown(path.name)
    with _stream(path) as stream:
        for key, value in stream.members():
            if key != "blocks":
                raw[key] = value
            elif raw.keys() >= {"handplay", "profile", "felt"}:
                break  # in our own files only blocks follow
    version = raw.get("handplay")
    if type(version) is int and version > FORMAT:
        raise Unreadable(f"{name} was made by a newer version of Handplay: please update")
    said = raw.get("felt", [])
    if version != FORMAT or not isinstance(said, list):
        raise Unreadable(f"{name} is not data of Handplay")
    try:
        felts = [Felt.model_validate_json(same_value(one, name)) for one in said]
        return Profile.model_validate_json(same_value(raw.get("profile"), name)), felts
    except ValueError as error:
        raise Unreadable(f"{name} is not data of Handplay, or was changed on the way: {first_of(error)}") from error


def _erased_here(store: Store, person: Profile, path: Path) -> str:
    """The question to confirm before an erased person comes back."""
    day = store.gone.day(person.id)
    when = "" if day is None else f" on {day}"
    who = "a person" if person.name is None else repr(person.name)
    return f"{shown(path.name)} is of {who} who was erased here{when}: nothing was taken in; with --erased-too they come back"


def _owner(store: Store, person: Profile, into: str | None) -> Profile:
    """The profile that the blocks are imported into."""
    if into is not None:
        return store.profile(into)
    return store.people.get(person.id) or store.people.put(person.model_copy(update={"joined": None}))


def _blocks(stream: JsonStream) -> Iterator[Any]:
    """The elements of the list of blocks; None for each damaged one, and once for everything after invalid JSON."""
    try:
        for key, value in stream.members():
            if key == "blocks":
                yield from value
    except Unreadable:
        yield None


def _block(element: Any) -> tuple[Record, list[Reading]] | None:
    """The block in a JSON element; None if it is not valid."""
    try:
        record = Record.model_validate_json(same_value(element["record"], "a block"))
        return record, unpacked(base64.b64decode(element["trace"], validate=True))
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return None
