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

from games.launcher.records.blocks.journal import whose
from games.launcher.records.disk.files import Files
from games.launcher.records.disk.writing import move, remove, sync_folder, write_whole
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders, make_folder, open_private
from games.launcher.records.people.gone import Gone
from games.launcher.records.people.profiles import GUEST

NAME = re.compile(r"\A([0-9a-f]{32})-([0-9a-f]{32})-([0-9a-f]{16})\Z")  # profile, device, erasure
FILES, ALONG, HELD, WHOLE = (
    "files",
    "along",
    "held",
    "whole",
)  # erased folders, also of joined profiles; the lock of the process that may still undo it; the mark "whole"
PART = "part"  # marks an erasure of some files only: the profile itself stays
STALE = 86_400.0  # s; in a shared folder, another device's erasure is left alone for this long


class Erasures:
    """The trash in a data folder: one folder for each erasure.

    Files are moved into it, then the mark `whole` is written. If the program ends before the mark is there, the
    erasure is undone at the next start; if it ends afterwards, the files are destroyed.
    """

    def __init__(self, folders: Folders, device: str, files: Files) -> None:
        self._trash, self._profiles = folders.data / "erased", folders.data / "profiles"
        self._journals, self._device = folders.state / "journal", device
        self.gone, self._files = Gone(folders.data), files
        self._held: dict[Path, int] = {}

    def erase(self, profile_id: str, only: Sequence[Path] = (), along: Sequence[str] = ()) -> Path:
        """Move all files of a profile into the trash; of the guest, all but the settings.

        `along`: profiles that were joined to it and go too. `only`: move just these files of the profile. Returns the
        trash folder. Raises StoreError, with everything as before, if it is not possible.
        """
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
                self._move_out(profile_id, entry / FILES)
                for one in along:
                    make_folder(entry / ALONG)
                    self._move_out(one, entry / ALONG / one)
                sync_folder(entry)
                for one in (profile_id, *along):
                    if one != GUEST:
                        self.gone.note(one, time.time())
            write_whole(entry / WHOLE, b"")
            sync_folder(self._trash)
        except OSError as error:
            with contextlib.suppress(OSError):  # if this fails too, the next start does it
                self._bring_back(entry)
            if (entry / WHOLE).exists():  # the mark is on the disk and cannot be removed: the erasure stands
                return entry
            self._let_go(entry)
            raise StoreError(f"could not erase in {self._profiles}: {error.strerror or error}") from error
        return entry

    def undo(self, entry: Path) -> None:
        """Bring back what was erased. Raises StoreError if that fails or the files are already destroyed."""
        if entry not in self._held:
            raise StoreError("what was erased is gone for good")
        try:
            self._bring_back(entry)
        except OSError as error:
            raise StoreError(f"could not bring back from {entry}: {error.strerror or error}") from error

    def again(self) -> None:
        """Erase people again who were erased here and came back with a copy of their files from elsewhere."""
        back = False
        for profile_id in sorted(self.gone.ids()):
            if (self._profiles / profile_id).exists() or self._journals_of(profile_id):
                with contextlib.suppress(OSError):  # they stay hidden, and the next start tries again
                    self.erase(profile_id)
                    back = True
        if back:
            self.settle()

    def settle(self) -> str | None:
        """Destroy what this process erased and what earlier processes left; undo erasures that were left half done.

        Returns None, or one sentence about what could not be done now.
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
        """This device's erasures, and those of other devices that are older than STALE."""
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
        for path in files:
            whose, *rest = path.relative_to(self._profiles).parts
            goal = Path(entry / FILES if whose == profile_id else entry / ALONG / whose, *rest)
            make_folder(goal.parent)
            move(path, goal)
            sync_folder(goal.parent)
            sync_folder(path.parent)
        sync_folder(entry)

    def _move_out(self, profile_id: str, goal: Path) -> None:
        home = self._profiles / profile_id
        for path in self._journals_of(profile_id):
            move(path, path.with_name(f"{path.name}.{_token(goal)}"))
        if self._journals.exists():
            sync_folder(self._journals)
        if profile_id != GUEST:
            if home.exists():
                move(home, goal)
                sync_folder(self._profiles)
        elif home.exists():
            make_folder(goal)
            for path in sorted(home.iterdir()):
                if path.name != "profile":
                    move(path, goal / path.name)
            sync_folder(goal)
            sync_folder(home)
        sync_folder(goal.parent)

    def _bring_back(self, entry: Path) -> None:
        """Move everything back. The marks are removed first, so that the next start completes it after a crash."""
        places = _places(entry)
        if not (entry / PART).exists():
            for profile_id in places:
                self.gone.forget(profile_id)
        if (entry / WHOLE).exists():
            remove(entry / WHOLE)
            sync_folder(entry)
        for profile_id, place in places.items():
            if place.exists():
                home = self._profiles / profile_id
                make_folder(self._profiles)
                _merge(place, home)
                sync_folder(home)
                sync_folder(self._profiles)
        for path in sorted(self._journals.glob(f"*.{_token(entry)}")):
            move(path, path.with_suffix(""))
        if self._journals.exists():
            sync_folder(self._journals)
        self._remove(entry)

    def _destroy(self, entry: Path) -> None:
        places = _places(entry)
        for place in places.values():
            _remove_tree(place)
        if (entry / PART).exists():
            self._remove(entry)
            return
        for profile_id in places:
            if self.gone.has(profile_id):  # another open window has written files meanwhile
                _remove_tree(self._profiles / profile_id)
                for path in self._journals_of(profile_id):
                    remove(path)
        for path in self._journals.glob(f"*.{_token(entry)}"):
            remove(path)
        for folder in (self._journals, self._profiles, entry):
            if folder.exists():
                sync_folder(folder)
        self._remove(entry)

    def _remove(self, entry: Path) -> None:
        """Remove an empty entry: the marks last, and the lock after them."""
        for path in entry.glob(".*.tmp"):
            remove(path)
        with contextlib.suppress(FileNotFoundError):
            (entry / ALONG).rmdir()
        remove(entry / WHOLE)
        remove(entry / PART)  # after WHOLE: without PART, the entry would mean a whole profile
        self._let_go(entry)
        with contextlib.suppress(OSError):  # an empty entry harms nobody, and the next start removes it
            (entry / HELD).unlink(missing_ok=True)
            entry.rmdir()
            sync_folder(self._trash)

    def _journals_of(self, profile_id: str) -> list[Path]:
        """Journals of a profile that no running block writes, including those set aside as unreadable."""
        found = [p for p in self._journals.glob("*") if p.suffix in (".jrn", ".unreadable")]
        return sorted(path for path in found if whose(path, self._files) == profile_id)

    def _hold(self, entry: Path) -> bool:
        """Lock an entry for this process; False if another process holds it and may still undo it."""
        with contextlib.suppress(FileExistsError):
            os.close(open_private(entry / HELD, os.O_RDWR | os.O_CREAT | os.O_EXCL))
        file = self._files.take(entry / HELD)
        if file is not None:
            self._held[entry] = file
        return file is not None

    def _let_go(self, entry: Path) -> None:
        file = self._held.pop(entry, None)
        if file is not None:
            self._files.let_go(file)


def _places(entry: Path) -> dict[str, Path]:
    """The profile ids whose files an erasure holds, and the folder of each within it."""
    along = sorted((entry / ALONG).glob("*"))
    return {entry.name[:32]: entry / FILES, **{path.name: path for path in along}}


def _token(place: Path) -> str:
    """The suffix of journals in the trash: the last part of the name of the erasure."""
    entry = next(one for one in (place, *place.parents) if NAME.match(one.name))
    return entry.name[-16:]


def _merge(source: Path, goal: Path) -> None:
    """Move a folder; if the goal exists, move the files into it one by one."""
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
