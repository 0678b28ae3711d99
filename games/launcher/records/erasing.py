"""Erasing in two steps: out of sight at once by renames, destroyed later; a crash anywhere undoes or completes it."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders, make_folder
from games.launcher.records.journal import lock, whose
from games.launcher.records.profiles import GUEST
from games.launcher.records.writing import move, sync_folder, write_whole

NAME = re.compile(r"\A([0-9a-f]{32})-([0-9a-f]{32})-([0-9a-f]{16})\Z")  # whose, on which device, which erasure
FILES, HELD, WHOLE = "files", "held", "whole"  # what went, the lock of the process that may undo it, the mark of an end
PART = "part"  # the mark of an erasure of some files only: whose they were stays
STALE = 86_400.0  # s; another device's erasure in a shared folder is left to that device for so long


class Erasures:
    """The trash in a data folder: one folder for each erasure.

    Its files are moved in, then the mark `whole` is written. Without the mark
    an erasure that no process holds is undone, with it the files are destroyed.
    """

    def __init__(self, folders: Folders, device: str) -> None:
        self._trash, self._profiles = folders.data / "erased", folders.data / "profiles"
        self._journals, self._device = folders.state / "journal", device
        self._held: dict[Path, int] = {}

    def erase(self, profile_id: str, only: Sequence[Path] = ()) -> Path:
        """Move all that is a profile's out of sight; of the guest, all but settings; or `only` these files of the profile.
        StoreError, and all is as before, if it cannot."""
        entry = self._trash / f"{profile_id}-{self._device}-{secrets.token_hex(8)}"
        try:
            make_folder(entry)
            if not self._hold(entry):
                raise OSError("another window is tidying up: try again")
            if only:
                write_whole(entry / PART, b"")
            for folder in (entry, self._trash, self._trash.parent):
                sync_folder(folder)
            if only:
                self._move_files(profile_id, entry, only)
            else:
                self._move_out(profile_id, entry)
            write_whole(entry / WHOLE, b"")
            sync_folder(self._trash)
        except OSError as error:
            with contextlib.suppress(OSError):  # if this fails too, the next start does it
                self._bring_back(entry)
            if (entry / WHOLE).exists():  # the disk took the mark and gives it back no more: it is erased after all
                return entry
            self._let_go(entry)
            raise StoreError(f"could not erase in {self._profiles}: {error.strerror or error}") from error
        return entry

    def undo(self, entry: Path) -> None:
        """Bring back what was erased. StoreError when it cannot, or when it is destroyed."""
        if entry not in self._held:
            raise StoreError("what was erased is gone for good")
        try:
            self._bring_back(entry)
        except OSError as error:
            raise StoreError(f"could not bring back from {entry}: {error.strerror or error}") from error

    def settle(self) -> str | None:
        """Destroy what this process erased and what earlier ones left, undo what they left half done.

        None, or one sentence where something could not be done now.
        """
        left = None
        for entry in self._entries():
            try:
                if entry not in self._held and not self._hold(entry):
                    continue
                if (entry / WHOLE).exists():
                    self._destroy(entry)
                else:
                    self._bring_back(entry)
            except OSError as error:
                left = f"could not finish erasing in {self._trash}: {error.strerror or error}"
            self._let_go(entry)
        with contextlib.suppress(OSError):
            self._trash.rmdir()
        return left

    def _entries(self) -> list[Path]:
        """The erasures that are this device's, or were left so long by another that it will not come back for them."""
        found = []
        for entry in sorted(self._trash.glob("*")):
            match = NAME.match(entry.name)
            if match is None:
                continue
            with contextlib.suppress(OSError):
                if match.group(2) == self._device or time.time() - entry.stat().st_mtime > STALE:
                    found.append(entry)
        return found

    def _move_files(self, profile_id: str, entry: Path, files: Sequence[Path]) -> None:
        home = self._profiles / profile_id
        for path in files:
            goal = entry / FILES / path.relative_to(home)
            make_folder(goal.parent)
            move(path, goal)
            sync_folder(goal.parent)
            sync_folder(path.parent)
        sync_folder(entry)

    def _move_out(self, profile_id: str, entry: Path) -> None:
        home = self._profiles / profile_id
        for path in self._journals_of(profile_id):
            os.rename(path, path.with_name(f"{path.name}.{_token(entry)}"))
        if self._journals.exists():
            sync_folder(self._journals)
        if profile_id != GUEST:
            if home.exists():
                move(home, entry / FILES)
                sync_folder(self._profiles)
        elif home.exists():
            make_folder(entry / FILES)
            for path in sorted(home.iterdir()):
                if path.name != "profile":
                    move(path, entry / FILES / path.name)
            sync_folder(entry / FILES)
            sync_folder(home)
        sync_folder(entry)

    def _bring_back(self, entry: Path) -> None:
        """The mark goes first: a crash from here on is completed by the next start."""
        if (entry / WHOLE).exists():
            (entry / WHOLE).unlink()
            sync_folder(entry)
        home = self._profiles / _profile(entry)
        if (entry / FILES).exists():
            make_folder(self._profiles)
            _merge(entry / FILES, home)
            sync_folder(home)
            sync_folder(self._profiles)
        for path in sorted(self._journals.glob(f"*.{_token(entry)}")):
            os.rename(path, path.with_suffix(""))
        if self._journals.exists():
            sync_folder(self._journals)
        self._remove(entry)

    def _destroy(self, entry: Path) -> None:
        profile_id = _profile(entry)
        _remove_tree(entry / FILES)
        if (entry / PART).exists():
            self._remove(entry)
            return
        if profile_id != GUEST:  # what another window, still open, has written since
            _remove_tree(self._profiles / profile_id)
            for path in self._journals_of(profile_id):
                path.unlink()
        for path in self._journals.glob(f"*.{_token(entry)}"):
            path.unlink()
        for folder in (self._journals, self._profiles, entry):
            if folder.exists():
                sync_folder(folder)
        self._remove(entry)

    def _remove(self, entry: Path) -> None:
        """Remove an entry from which all is gone; the mark goes last but for the lock."""
        for path in entry.glob(".*.tmp"):
            path.unlink()
        (entry / WHOLE).unlink(missing_ok=True)
        (entry / PART).unlink(missing_ok=True)  # after the other: without it, a whole profile would be meant
        self._let_go(entry)
        with contextlib.suppress(OSError):  # an empty entry harms nobody, and the next start removes it
            (entry / HELD).unlink(missing_ok=True)
            entry.rmdir()
            sync_folder(self._trash)

    def _journals_of(self, profile_id: str) -> list[Path]:
        """Journals of a profile that no running block writes, also those that were set aside."""
        found = [p for p in self._journals.glob("*") if p.suffix in (".jrn", ".unreadable")]
        return sorted(path for path in found if whose(path) == profile_id)

    def _hold(self, entry: Path) -> bool:
        """Take an entry for this process; False when another one has it and may still undo it."""
        if os.name == "nt":  # has no such locks, but does not remove what is open
            try:
                (entry / HELD).unlink(missing_ok=True)
            except PermissionError:
                return False
        file = os.open(entry / HELD, os.O_RDWR | os.O_CREAT, 0o600)
        if not lock(file):
            os.close(file)
            return False
        self._held[entry] = file
        return True

    def _let_go(self, entry: Path) -> None:
        file = self._held.pop(entry, None)
        if file is not None:
            os.close(file)


def _profile(entry: Path) -> str:
    return entry.name[:32]


def _token(entry: Path) -> str:
    return entry.name[-16:]


def _merge(source: Path, goal: Path) -> None:
    """Move a folder; into one that is there, file by file."""
    if not (goal.is_dir() and source.is_dir()):
        move(source, goal)
        return
    for path in sorted(source.iterdir()):
        _merge(path, goal / path.name)
    sync_folder(goal)
    source.rmdir()


def _remove_tree(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
