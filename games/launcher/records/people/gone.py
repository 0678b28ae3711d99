"""Who was erased here: an id and a time, nothing else, so that a copy from elsewhere brings nobody back unasked.

The guest is never listed: the guest of another machine is a different person.
"""

from __future__ import annotations

import contextlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path

from games.launcher.records.disk.reading import content_of, json_of
from games.launcher.records.disk.sealed import sealed, unsealed
from games.launcher.records.disk.writing import remove, sync_folder, write_whole
from games.launcher.records.errors import Unreadable

NAME = re.compile(r"\A([0-9a-f]{32})\.json\Z")
LONGEST = 1000  # bytes


class Gone:
    """One small file for each erased person, so that none is lost when two data folders are merged file by file."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "gone"

    def ids(self) -> frozenset[str]:
        """The ids of all erased people, taken from the names of the files."""
        try:
            found = [path.name for path in self._folder.iterdir()]
        except OSError:
            return frozenset()
        return frozenset(match.group(1) for match in map(NAME.match, found) if match is not None)

    def has(self, profile_id: str) -> bool:
        """Whether this person was erased."""
        return self._path(profile_id).exists()

    def day(self, profile_id: str) -> str | None:
        """The day (UTC, YYYY-MM-DD) on which this person was erased; None if it cannot be read."""
        try:
            when = json_of(unsealed(content_of(self._path(profile_id), LONGEST)), "the mark")["t_utc_ms"]
            return datetime.fromtimestamp(when / 1000, UTC).date().isoformat()
        except (OSError, Unreadable, ValueError, KeyError, TypeError, OverflowError):
            return None

    def note(self, profile_id: str, now: float) -> None:
        """Note that this person is erased; `now` is in s since 1970. Raises StoreError if that cannot be written."""
        said = {"v": 1, "id": profile_id, "t_utc_ms": int(now * 1000)}
        write_whole(self._path(profile_id), sealed(json.dumps(said).encode()))

    def forget(self, profile_id: str) -> None:
        """Remove the note: this person may come back. Raises OSError if that fails."""
        if self.has(profile_id):
            remove(self._path(profile_id))
            sync_folder(self._folder)
            with contextlib.suppress(OSError):
                self._folder.rmdir()

    def _path(self, profile_id: str) -> Path:
        return self._folder / f"{profile_id}.json"
