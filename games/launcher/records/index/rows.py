"""The rows of the index: what it stores of each block, and how it adds new files."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from games.launcher.records.blocks.anew import current
from games.launcher.records.blocks.vault import Listed, Vault
from games.launcher.records.disk.reading import sentence
from games.launcher.records.errors import Misplaced, Newer
from games.launcher.records.index.movements import MOVEMENTS, farthest, movements
from games.launcher.records.models import Record, RepRecord

VERSION = 10  # increase it also when files become readable that were not: all are then tried again
COUNTED = ", ".join(f"{name} INT NOT NULL" for name in MOVEMENTS)
TABLES = f"""
CREATE TABLE block(id TEXT PRIMARY KEY, file TEXT NOT NULL, profile TEXT NOT NULL, game TEXT NOT NULL,
  game_version INT NOT NULL, mode TEXT NOT NULL, level INT NOT NULL, side TEXT NOT NULL, input TEXT NOT NULL,
  form TEXT NOT NULL, calibrated INT NOT NULL, width REAL NOT NULL, height REAL NOT NULL, status TEXT NOT NULL,
  measures_version INT NOT NULL, t INT NOT NULL, day TEXT NOT NULL, ms INT NOT NULL, reps INT NOT NULL,
  score INT NOT NULL, coached INT NOT NULL, bits REAL, tempo REAL, hits REAL, tall REAL NOT NULL,
  precision REAL NOT NULL, speed REAL, smoothness REAL, range REAL, endless INT NOT NULL, certain INT NOT NULL,
  word TEXT, fine REAL, more INT, turns INT, fine_spread REAL,
  {COUNTED}) STRICT;
CREATE INDEX best ON block(profile, game, mode, level, score);
CREATE INDEX day ON block(profile, day, input, reps, ms);
CREATE INDEX newest ON block(profile, t, input, mode);
CREATE INDEX moved ON block(profile, input, day, side, {", ".join(MOVEMENTS)});
CREATE INDEX course ON block(profile, game, side, input, t);
CREATE TABLE bad(file TEXT PRIMARY KEY, why TEXT NOT NULL, folder TEXT NOT NULL, profile TEXT NOT NULL,
  seen TEXT NOT NULL) STRICT;
CREATE TABLE as_is(file TEXT PRIMARY KEY, version INT NOT NULL) STRICT;
CREATE TABLE first(id TEXT PRIMARY KEY, profile TEXT NOT NULL) STRICT;
"""
COLUMNS = 36 + len(MOVEMENTS)
GAPS = ", ".join("?" * COLUMNS)
Heard = Callable[[int, int], None]  # called with how many new files are added so far, and how many there are


class Unread(NamedTuple):
    """A file that could not be read: why, its folder (relative to the data folder), and its profile, "" if unknown."""

    file: str
    why: str
    folder: str
    profile: str


def insert(base: sqlite3.Connection, record: Record, file: str) -> None:
    """Add a block. A block without any rep, which older versions stored even if nobody touched the table, is marked as
    a simulation, so that it does not count anywhere."""
    reps = record.reps[record.carried_reps :]
    coach, moved = record.coach, [name for rep in reps for name in movements(rep)]
    fine = record.mastered
    far = [one for rep in reps if (one := farthest(rep)) is not None]
    base.execute(
        f"INSERT OR REPLACE INTO block VALUES ({GAPS})",
        (
            record.id,
            file,
            record.profile,
            record.game,
            record.game_version,
            record.mode,
            record.level,
            record.fit.side,
            record.input if record.reps else "simulated",
            record.form,
            int(record.calibrated),
            record.table[0],
            record.table[1],
            record.status,
            record.measures_version,
            record.started_utc_ms,
            record.local_date,
            max(0, record.dur_ms - record.carried_ms),
            len([rep for rep in reps if rep.outcome != "interrupted"]),
            record.score,
            int(coach is not None),
            None if coach is None else coach.end,
            None if coach is None else coach.tempo,
            record.measures.get("hits"),
            tall(record.reps),
            record.precision,
            record.speed,
            record.measures.get("sparc"),
            max(far, default=None),
            int(record.whole_reps is None and record.whole_seconds is None),
            int(record.timing is None and record.barred is None),
            *((None,) * 5 if fine is None else (fine.word, fine.value, int(fine.more), fine.turns, fine.spread)),
            *(moved.count(name) for name in MOVEMENTS),
        ),
    )


class Waiting(NamedTuple):
    """A file that is not in the index yet, and its folder relative to the data folder."""

    folder: str
    file: str

    @property
    def id(self) -> str:
        """The id of its block, as its name says it."""
        return self.file[-36:-4]


class Found(NamedTuple):
    """What was read of such a file: its block, or why there is none; and what it looked like, see `mark`."""

    waiting: Waiting
    record: Record | None
    unread: Unread | None
    seen: str


def take_in(
    base: sqlite3.Connection, vault: Vault, heard: Heard | None = None, most: int | None = None
) -> list[Waiting]:
    """Bring the index up to date in one pass over the file names; `most`: read the newest so many files only. Returns
    those that are left, newest first.

    Only new files are opened, unreadable ones that have changed since, and blocks that have been measured anew. Files
    that are gone are removed from the index. A file that cannot be read is noted as such; only errors of the database
    itself are raised.
    """
    with base:
        fresh = _news(base, vault)
        cut = 0 if most is None else max(0, len(fresh) - most)
        for number, waiting in enumerate(fresh[cut:], 1):
            enter(base, found(vault, waiting))
            if heard is not None:
                heard(number, len(fresh) - cut)
    return fresh[:cut][::-1]


def _news(base: sqlite3.Connection, vault: Vault) -> list[Waiting]:
    """The files that must be read, oldest first; those that are gone are removed."""
    listed = vault.listed()
    there = listed.blocks
    noted = dict(base.execute("SELECT file, seen FROM bad").fetchall())
    known = {name for (name,) in base.execute("SELECT file FROM block")} | noted.keys()
    for name in known - there.keys():
        base.execute("DELETE FROM block WHERE id = ? AND file = ?", (name[-36:-4], name))
        base.execute("DELETE FROM bad WHERE file = ?", (name,))
    changed = [
        name for name, seen in noted.items() if name in there and seen != mark(vault.folder / there[name] / name)
    ]
    fresh = sorted((there.keys() - known) | set(changed) | set(_measured_anew(base, vault, listed)))
    return [Waiting(there[name], name) for name in fresh]


def _measured_anew(base: sqlite3.Connection, vault: Vault, listed: Listed) -> list[str]:
    """The blocks whose row holds other measures than the wanted ones, although these lie beside them; and those whose row
    was made by a program with newer measures."""
    wanted, anew = vault.version, listed.anew
    if wanted is None or not anew:
        return []
    rows = base.execute("SELECT file, measures_version FROM block WHERE measures_version != ?", (wanted,))
    return [
        str(file)
        for file, version in rows
        if file in listed.blocks and (wanted if version < wanted else version) in anew.get(file, ())
    ]


def found(vault: Vault, waiting: Waiting) -> Found:
    """Read this file; any thread may do that."""
    path, lies = vault.folder / waiting.folder / waiting.file, Path(waiting.folder).parts
    seen = mark(path)
    try:
        record = current(path, vault.version)
        if len(lies) > 1 and lies[1] != record.profile:
            raise Misplaced(f"{waiting.file} lies in another profile's folder: it is not counted", record.profile)
    except Exception as error:  # files can hold anything
        profile = error.profile if isinstance(error, Misplaced) else lies[1] if len(lies) > 1 else ""
        # A file without permission may be readable later, and one from a newer version after an update.
        seen = "" if isinstance(error, OSError | Newer) else seen
        return Found(waiting, None, Unread(waiting.file, sentence(error), waiting.folder, profile), seen)
    return Found(waiting, record, None, seen)


def enter(base: sqlite3.Connection, one: Found) -> None:
    """Put what was read into the index."""
    unread = one.unread
    if one.record is not None:
        try:
            insert(base, one.record, one.waiting.file)
        except sqlite3.OperationalError:
            raise  # the database failed, not this file
        except Exception as error:  # such as a number that no column holds
            unread = Unread(one.waiting.file, sentence(error), one.waiting.folder, one.record.profile)
    if unread is not None:
        note_bad(base, unread, one.seen)
        return
    base.execute("DELETE FROM bad WHERE file = ?", (one.waiting.file,))


def note_bad(base: sqlite3.Connection, what: Unread, seen: str) -> None:
    """Note that a file cannot be read; `seen` is its `mark`, or "" to try it again next time."""
    base.execute("DELETE FROM block WHERE file = ?", (what.file,))
    said = (word.encode("utf-8", "replace").decode() for word in (*what, seen))
    base.execute("INSERT OR REPLACE INTO bad VALUES (?, ?, ?, ?, ?)", tuple(said))


def mark(path: Path) -> str:
    """A string of size and times that differs as soon as a file has been changed."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


def tall(reps: Sequence[RepRecord]) -> float:
    """The height of the tower in mm. A building game's outlines have y = 0 at the foot and negative y upwards."""
    return max((-y for rep in reps for outline in rep.made for _, y in outline if y < 0), default=0.0)
