"""All data of one person as one JSON file, and importing it again; an imported file is fully validated."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

# Any: what JSON holds, until pydantic has checked it
from typing import Any, TypeVar

from games.launcher.records.blocks.trace_checked import Checked, checked
from games.launcher.records.blocks.vault import first_of, read_packed
from games.launcher.records.disk.json_stream import PASSED, JsonStream, same_value
from games.launcher.records.disk.reading import refuse_too_deep, shown
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import Felt, keep, kept
from games.launcher.records.folders import open_private
from games.launcher.records.models import Frozen, Profile, Record
from games.launcher.records.store import Store
from games.launcher.reports.verifying import Verifier

Heard = Callable[[int, int], None]
Result = TypeVar("Result")
Share = tuple[int, int]  # what is done, of how much
FORMAT = 1
LONGEST_IMPORT = 20_000_000_000  # bytes; it is read one block at a time
AT_ONCE = 256  # blocks that wait for the disk together
BEGINNING = re.compile(r'{"record":{"v":[0-9]+,"id":"([0-9a-f]{32})",')  # of a block as it is written here
FIRST = '{"handplay": %d, "profile": '


class Element(Frozen):
    """One of the list of blocks: a record, and its packed trace as base64."""

    record: Record
    trace: str


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
    """All steps of `writing`; returns the number of blocks."""
    return _to_the_end(writing(store, profile, path), heard)


def writing(store: Store, profile: str, path: Path) -> Generator[Share, None, int]:
    """Write the profile, its settings and all its blocks with their traces, one block after another; returns the number
    of blocks.

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
                yield number, len(names)
            file.write("\n]}\n")
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
    return written


def read_everything(
    store: Store, path: Path, into: str | None = None, heard: Heard | None = None, erased_too: bool = False
) -> Taken:
    """All steps of `reading`."""
    return _to_the_end(reading(store, path, into, erased_too), heard)


def reading(
    store: Store, path: Path, into: str | None = None, erased_too: bool = False
) -> Generator[Share, None, Taken]:
    """Import such a file, one block after another, into the profile it came from (created if missing), or into the one
    named.

    Blocks that are already stored are left unchanged. Somebody who was erased here comes back only with `erased_too`;
    without it ValueError is raised. Raises Unreadable with one sentence for any other file.
    """
    person, said = _head(path)
    if store.gone.has(person.id):
        if not erased_too:
            raise ValueError(_erased_here(store, person, path))
        store.gone.forget(person.id)
    taking = Taking(store, _owner(store, person, into))
    there = {(felt.t_utc_ms, felt.when) for felt in kept(store, taking.owner.id)}
    for felt in said:
        if (felt.t_utc_ms, felt.when) not in there:
            keep(store, taking.owner.id, felt)
    whole = path.stat().st_size
    with _stream(path, taking.known_by) as stream:
        for element in _blocks(stream):
            taking.take(element)
            yield min(whole, stream.place), whole
    return taking.done()


def of_erased(store: Store, path: Path) -> bool:
    """Whether the person of such a file was erased here. Raises Unreadable with one sentence for any other file."""
    return store.gone.has(_head(path)[0].id)


def _to_the_end(steps: Generator[Share, None, Result], heard: Heard | None) -> Result:
    while True:
        try:
            said = next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
        if heard is not None:
            heard(*said)


class Taking:
    """Blocks that come in, stored many at a time: nothing is told of any before all are stored."""

    def __init__(self, store: Store, owner: Profile) -> None:
        self._store, self.owner = store, owner
        self._ids, self._verifier = store.index.ids(), Verifier()
        self._waiting: list[tuple[Record, bytes]] = []
        self._new = self._known = self._damaged = self._unverified = 0

    def known_by(self, beginning: str) -> bool:
        """Whether the block that begins like this is stored already."""
        found = BEGINNING.match(beginning)
        return found is not None and found[1] in self._ids

    def take(self, element: object) -> None:
        """Take in one element of the list of blocks; None if it is damaged. Raises StoreError if it cannot be stored."""
        found = _block(element) if isinstance(element, str) else None
        if element is PASSED or (found is not None and found[0].id in self._ids):
            self._known += 1
        elif found is None:
            self._damaged += 1
        else:
            record, trace = found
            self._new += 1
            self._unverified += not self._verifier.verified(record, trace)
            self._ids.add(record.id)
            self._waiting.append((record.model_copy(update={"profile": self.owner.id}), trace.content))
            if len(self._waiting) == AT_ONCE:
                self._put()

    def done(self) -> Taken:
        """Store what is left, and say what came of all."""
        self._put()
        return Taken(self.owner.id, self.owner.name, self._new, self._known, self._damaged, self._unverified)

    def _put(self) -> None:
        if self._waiting:
            self._store.save_many(self._waiting)
        self._waiting = []


def _stream(path: Path, known: Callable[[str], bool] = lambda _: False) -> JsonStream:
    return JsonStream(path, LONGEST_IMPORT, "blocks", '{"record":', known)


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


def _block(element: str) -> tuple[Record, Checked] | None:
    """The block in an element that is valid JSON; None if it is not a block."""
    try:
        refuse_too_deep(element, "a block")
        said = Element.model_validate_json(element)
        return said.record, checked(base64.b64decode(said.trace, validate=True))
    except (ValueError, RecursionError, binascii.Error):
        return None
