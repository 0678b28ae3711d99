"""All that is stored of one person as one JSON file, and the way back: any JSON that says the same, nothing believed unchecked."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from games.kit.fingers import Reading
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import Felt, keep, kept
from games.launcher.records.folders import open_private
from games.launcher.records.json_stream import JsonStream, same_value
from games.launcher.records.models import Profile, Record
from games.launcher.records.reading import shown
from games.launcher.records.store import Store
from games.launcher.records.trace import unpacked
from games.launcher.records.vault import first_of, read_packed
from games.launcher.reports.verifying import Verifier

Heard = Callable[[int, int], None]
FORMAT = 1
LONGEST_IMPORT = 20_000_000_000  # bytes; it is read a block at a time
FIRST = '{"handplay": %d, "profile": '


@dataclass(frozen=True)
class Taken:
    """What an import did: whose it is now, how many blocks are new, were there already, or could not be read."""

    profile: str
    name: str | None
    new: int
    known: int
    damaged: int
    unverified: int = 0  # of the new ones: their recordings were not played again, or gave something else


def write_everything(store: Store, profile: str, path: Path, heard: Heard | None = None) -> int:
    """Write the profile, its settings and all its blocks with their traces; returns how many blocks.

    One block stands on each line, so that ten years need no more memory than one block. FileExistsError rather than
    write over; ValueError where there is no such profile. What cannot be read is left out, and told by the index as
    `unread`. What is half-written when something goes amiss is removed.
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
    """Store what such a file holds: in the profile it came from, made anew if it is not here, or in the one named.

    Blocks that are stored already are left as they are. Somebody who was erased here comes back only with `erased_too`:
    ValueError without. Unreadable with one sentence for a file that is none of ours.
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
    """The profile, and how that hand felt, wherever in the file they stand."""
    raw: dict[str, Any] = {}
    name = shown(path.name)
    with _stream(path) as stream:
        for key, value in stream.members():
            if key != "blocks":
                raw[key] = value
            elif raw.keys() >= {"handplay", "profile", "felt"}:
                break  # all the rest of ours are blocks
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
    """The sentence that asks, once, before somebody comes back."""
    day = store.gone.day(person.id)
    when = "" if day is None else f" on {day}"
    who = "a person" if person.name is None else repr(person.name)
    return f"{shown(path.name)} is of {who} who was erased here{when}: nothing was taken in; with --erased-too they come back"


def _owner(store: Store, person: Profile, into: str | None) -> Profile:
    """Whose the blocks become."""
    if into is not None:
        return store.profile(into)
    return store.people.get(person.id) or store.people.put(person.model_copy(update={"joined": None}))


def _blocks(stream: JsonStream) -> Iterator[Any]:
    """What stands in the list of blocks; None for each that is damaged, and for all that comes after what is no JSON."""
    try:
        for key, value in stream.members():
            if key == "blocks":
                yield from value
    except Unreadable:
        yield None


def _block(element: Any) -> tuple[Record, list[Reading]] | None:
    """The block that this says; None where it is not one."""
    try:
        record = Record.model_validate_json(same_value(element["record"], "a block"))
        return record, unpacked(base64.b64decode(element["trace"], validate=True))
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return None
