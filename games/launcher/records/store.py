"""The single entry point to the player's files, for screens and commands."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from games.kit.fingers import Reading
from games.launcher.records.blocks import anew
from games.launcher.records.blocks.journal import Finished, Journal, recover
from games.launcher.records.blocks.vault import Vault, read_played
from games.launcher.records.disk import files as machine
from games.launcher.records.disk.files import Files
from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import Folders, close_to_others
from games.launcher.records.index.coached import Coached
from games.launcher.records.index.index import Index, Rows
from games.launcher.records.index.kinds import BestKey
from games.launcher.records.index.outdated import note_as_is, outdated
from games.launcher.records.index.practised import Practised
from games.launcher.records.index.rows import Found, Waiting, found
from games.launcher.records.models import Header, Profile, Record
from games.launcher.records.people.erasing import Erasures
from games.launcher.records.people.gone import Gone
from games.launcher.records.people.profiles import GUEST, Profiles
from games.launcher.records.screens import Screens
from games.launcher.scoring.score import MEASURES_VERSION


class Store:
    """Profiles, blocks and journals in one set of folders; `files` are taken from others as far as the machine can.

    `at_once`: an index that must be made anew reads only the newest so many blocks at once, the others wait.
    """

    def __init__(self, folders: Folders, files: Files, at_once: int | None = None) -> None:
        self.folders, self._files = folders, files
        self.screens = Screens(folders.state)
        self.device_id = self.screens.device()
        self.vault = Vault(folders.data, MEASURES_VERSION)
        self.vault.open()
        self.vault.sweep(time.time())
        self.people = Profiles(folders.data, self.device_id)
        self._erasures = Erasures(folders, self.device_id, files)
        self._forgotten: dict[Path, Rows] = {}  # index rows of what this run erased, for undo
        self._erasures.settle()  # first of all: finishes or undoes erasures of earlier runs
        self._erasures.again()
        for folder in (folders.cache, folders.state / "log", *folders.data.glob("profiles/*/pictures")):
            close_to_others(folder)
        self.index = Index(folders.cache, self.vault, at_once)
        self._joined: dict[str, str] = {}
        self._catch_up()
        self.practised = Practised(self.index)

    @staticmethod
    def open(folders: Folders, files: Files | None = None, at_once: int | None = None) -> Store:
        """The store in these folders; without `files` only this process may use them. `at_once`: see the class.

        Raises OSError or ValueError with one sentence if nothing can be stored there.
        """
        why = folders.writable()
        if why is not None:
            raise OSError(why)
        return Store(folders, machine.ALONE if files is None else files, at_once)

    def new_id(self) -> str:
        """A new unique id."""
        return secrets.token_hex(16)

    def profile(self, name: str | None) -> Profile:
        """The profile of this name, created if it is new; for None the guest."""
        return self.people.named(name, self.new_id()) if name else self.people.get(GUEST) or self.people.guest()

    @property
    def gone(self) -> Gone:
        """Who was erased here."""
        return self._erasures.gone

    def ids_of(self, profile: str) -> list[str]:
        """The profile ids under which a person's files lie: their own and those joined to it."""
        return [profile, *sorted(one for one, person in self._joined.items() if person == profile)]

    def person_of(self, profile: str) -> str:
        """The id of the person that a profile belongs to: another one if it was joined."""
        return self._joined.get(profile, profile)

    def join(self, profile: str, other: str) -> None:
        """Join `other` to this person. Raises StoreError if it cannot be stored, ValueError if they are not two people."""
        joined = self.people.get(other)
        if profile == other or GUEST in (profile, other) or joined is None or self.people.get(profile) is None:
            raise ValueError("only two people who both play here can be joined")
        self.people.put(joined.model_copy(update={"joined": profile}))
        self._see_joined()

    def separate(self, profile: str) -> None:
        """Undo that this profile was joined to another. Raises StoreError if it cannot be stored."""
        joined = self.people.get(profile)
        if joined is not None and joined.joined is not None:
            self.people.put(joined.model_copy(update={"joined": None}))
        self._see_joined()

    def _catch_up(self) -> None:
        self.index.catch_up()
        self._see_joined()

    def _see_joined(self) -> None:
        """Notice joins that another window or a copied folder has brought."""
        joined = self.people.joins()
        if joined or self._joined:
            self._joined = joined
            self.index.join(joined)

    def begin(self, head: Record) -> Journal:
        """Start the journal of a running block."""
        return Journal.begin(self.folders.state / "journal", head, self._files)

    def save(self, record: Record, trace: Sequence[Reading]) -> Path:
        """Store a block durably. Raises StoreError if that fails; then nothing is left half-written."""
        path = self.vault.put(record, trace)
        with self._index_or_none():
            self.index.add(record, path)
        return path

    def save_many(self, blocks: Sequence[tuple[Record, bytes]]) -> None:
        """Store blocks with their packed traces, with one wait for the disk. Raises StoreError if that fails; then each
        of them is stored whole or not at all, and the index knows them at the next start."""
        paths = self.vault.put_many(blocks, self._files)
        with self._index_or_none():
            self.index.add_all([(record, path) for (record, _), path in zip(blocks, paths, strict=True)])

    def recover(self, whole: Finished) -> list[Path]:
        """Store the blocks that an ended process left in its journals; returns the files."""
        return recover(self.folders.state / "journal", self.index.has, self.save, whole, self._files)

    def best(self, key: BestKey, but: str | None = None) -> int | None:
        """The most points of a block of this kind so far, without the block `but`."""
        return self.index.best(key, but)

    def block(self, profile: str, file: str) -> tuple[Record, list[Reading]]:
        """The stored block of this file name by the present measures, where it was measured anew, and its trace. Raises
        Unreadable or OSError if it cannot be read."""
        return self.read(self.path_of(profile, file))

    def read(self, path: Path) -> tuple[Record, list[Reading]]:
        """The same of the block in this file."""
        return anew.current_block(path, self.vault.version)

    def read_waiting(self, waiting: Waiting) -> Found:
        """What is in a file that the index waits for. Any thread may call this."""
        return found(self.vault, waiting)

    def record(self, profile: str, file: str) -> Record:
        """The same without its trace, which takes ten times as long to unpack."""
        return anew.current(self.path_of(profile, file), self.vault.version)

    def outdated(self) -> list[Path]:
        """The files of all blocks that older measures judged, newest first."""
        return [self.path_of(profile, file) for profile, file in outdated(self.index, MEASURES_VERSION)]

    def put_anew(self, path: Path, record: Record) -> bool:
        """Store what the present measures say of the block in this file; False if it was erased meanwhile, and then nothing
        stays behind. Any thread may call this. Raises StoreError if it cannot be stored."""
        if path.exists():
            anew.put(path, record)
        if path.exists():
            return True
        for one in anew.beside(path):
            one.unlink(missing_ok=True)
        return False

    def note_anew(self, path: Path, record: Record | None) -> None:
        """Count the block in this file by its new measures from now on; None: it stays as it was stored."""
        with self._index_or_none():
            if record is None:
                note_as_is(self.index, path.name, MEASURES_VERSION)
            elif path.exists():
                self.index.add(record, path)

    def path_of(self, profile: str, file: str) -> Path:
        """The path of a person's block file of this name."""
        places = [self.vault.path_named(one, file) for one in self.ids_of(profile)]
        return next((place for place in places if place.exists()), places[0])

    def played_block(self, profile: str, file: str) -> tuple[Header, list[Reading]]:
        """The header of a stored block and its trace, without reps. Raises Unreadable or OSError if it cannot be read."""
        return read_played(self.path_of(profile, file))

    def coached(self, profile: str, game: str, side: str) -> Coached:
        """Where the coach left off for this game and hand."""
        return self.index.coached(profile, game, side)

    def today(self, profile: str, day: str) -> tuple[int, float]:
        """Repetitions and minutes of one day."""
        return self.index.today(profile, day)

    def finished(self, profile: str, game: str, most: int = 200) -> list[Header]:
        """Headers of a profile's newest complete blocks of a game, newest first; unreadable files are left out."""
        found = []
        for name in self.index.finished(profile, game, most):
            with contextlib.suppress(OSError, Unreadable):
                found.append(anew.current_header(self.path_of(profile, name), self.vault.version))
        return found

    def tallest(self, profile: str, game: str, days: int) -> list[tuple[str, float]]:
        """The highest tower of each of the last `days` days on which one was built: (day, mm), oldest first."""
        return self.index.tallest(profile, game, days)

    @property
    def challenges(self) -> Path:
        """The folder of received challenges."""
        return self.folders.data / "challenges"

    def challenged(self, profile: str, since: str) -> list[Header]:
        """Headers of a profile's complete challenge blocks since a day (YYYY-MM-DD), oldest first."""
        found = []
        for name in self.index.challenged(profile, since):
            with contextlib.suppress(OSError, Unreadable):
                found.append(anew.current_header(self.path_of(profile, name), self.vault.version))
        return found

    def played(self) -> dict[str, int]:
        """When each profile last played, in ms since 1970 (UTC)."""
        return self.index.played()

    def counts(self, profile: str) -> tuple[int, int]:
        """The number of a profile's blocks, and of their reps."""
        return self.index.counts(profile)

    def erase(self, profile: str) -> Path:
        """Move all files of a profile (except the guest's settings) into the trash; returns its folder. Raises StoreError."""
        trash = self._erasures.erase(profile, along=self.ids_of(profile)[1:])
        with self._index_or_none():
            self._forgotten[trash] = self.index.forget(profile)
            self._catch_up()
        return trash

    def erase_block(self, profile: str, file: str, beside: Sequence[Path]) -> Path:
        """Move one block and the files beside it into the trash; returns its folder. Raises StoreError if that fails."""
        path = self.path_of(profile, file)
        trash = self._erasures.erase(profile, [path, *anew.beside(path), *beside])
        with self._index_or_none():
            self._forgotten[trash] = self.index.forget(profile, file)
        return trash

    def restore(self, trash: Path) -> None:
        """Bring back what was erased. Raises StoreError if that fails."""
        self._erasures.undo(trash)
        with self._index_or_none():
            self.index.restore(self._forgotten.pop(trash, []))
            self._catch_up()

    def finish_erasing(self) -> str | None:
        """Destroy what was erased. Returns None, or one sentence if something is left for the next start."""
        left = self._erasures.settle()
        self._forgotten.clear()
        with self._index_or_none():
            self._catch_up()
        return left

    def last(self, profile: str) -> tuple[str, str, int] | None:
        """Game, mode and level that a profile played last."""
        return self.index.last(profile)

    @contextlib.contextmanager
    def _index_or_none(self) -> Iterator[None]:
        """Update the index after files have changed; if that fails, it is rebuilt at the next query."""
        try:
            yield
        except sqlite3.Error:
            self.index.drop()
