"""What is asked often, in a small database that can be thrown away and made again from the files at any time."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import make_folder
from games.launcher.records.models import Record
from games.launcher.records.vault import Vault, read_record

VERSION = 3
TABLES = """
CREATE TABLE block(id TEXT PRIMARY KEY, file TEXT NOT NULL, profile TEXT NOT NULL, game TEXT NOT NULL,
  game_version INT NOT NULL, mode TEXT NOT NULL, level INT NOT NULL, side TEXT NOT NULL, input TEXT NOT NULL,
  form TEXT NOT NULL, calibrated INT NOT NULL, width REAL NOT NULL, height REAL NOT NULL, status TEXT NOT NULL,
  measures_version INT NOT NULL, t INT NOT NULL, day TEXT NOT NULL, ms INT NOT NULL, reps INT NOT NULL,
  score INT NOT NULL, coached INT NOT NULL, bits REAL, tempo REAL, hits REAL, tall REAL NOT NULL) STRICT;
CREATE INDEX best ON block(profile, game, mode, level, score);
CREATE INDEX day ON block(profile, day, input, reps, ms);
CREATE INDEX newest ON block(profile, t, input, mode);
CREATE TABLE bad(file TEXT PRIMARY KEY, why TEXT NOT NULL) STRICT;
"""
COMPARED = "status = 'complete' AND mode != 'free' AND input != 'simulated'"  # a warm-up has no points to beat
ALONE = "mode IN ('practice', 'test', 'challenge')"  # what is played for oneself, against no clock of two
GAPS = ", ".join("?" * 25)
Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class BestKey:
    """What two blocks must share for their points to be compared."""

    profile: str
    game: str
    game_version: int
    mode: str
    level: int
    side: str
    calibrated: bool
    measures_version: int
    input: str | None = None  # None: with anything
    form: str | None = None
    table: tuple[float, float] | None = None  # None in practice, which uses the whole screen
    coached: bool | None = None  # whether the level fitted itself to the hand; None: either


class Coached(NamedTuple):
    """What a coach goes on from: bits and tempo of the last block of a level that had one, days the game was played on, and
    the share that came off in its last block."""

    bits: float | None
    tempo: float | None
    sessions: int
    hits: float | None


class Entry(NamedTuple):
    """One line of a board: the block's file, its day, its points, when in ms since 1970 (UTC), and its reps."""

    file: str
    day: str
    score: int
    t: int
    reps: int = 0


class Index:
    """The database; made anew whenever it is missing, old or broken."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._path, self._vault = folder / "index.sqlite", vault
        self._open: sqlite3.Connection | None = None

    def add(self, record: Record, path: Path) -> None:
        """Note a block that was just stored."""
        with self._rebuilding() as base, base:
            _insert(base, record, path.name)

    def best(self, key: BestKey, but: str | None = None) -> int | None:
        """Most points of whole, unsimulated blocks of this kind, leaving out the block `but`."""
        where, asked = _alike(key)
        rule = f"SELECT max(score) FROM block WHERE {where} AND {COMPARED} AND id != :but"
        with self._rebuilding() as base:
            row = base.execute(rule, {**asked, "but": but or ""}).fetchone()
        return None if row[0] is None else int(row[0])

    def board(self, key: BestKey, most: int) -> list[Entry]:
        """The newest whole, unsimulated blocks of this kind, newest first."""
        return self._entries(key, "t DESC", most)

    def best_entry(self, key: BestKey) -> Entry | None:
        """The block of this kind with the most points, the oldest of equals."""
        return next(iter(self._entries(key, "score DESC, t", 1)), None)

    def kinds(self, key: BestKey) -> list[tuple[str, str]]:
        """With what, and how, blocks of this kind were played: (input, form), the one played last first."""
        where, asked = _alike(key)
        rule = f"SELECT input, form FROM block WHERE {where} AND {COMPARED} GROUP BY input, form ORDER BY max(t) DESC"
        with self._rebuilding() as base:
            return [(str(by), str(form)) for by, form in base.execute(rule, asked)]

    def _entries(self, key: BestKey, order: str, most: int) -> list[Entry]:
        where, asked = _alike(key)
        rule = f"SELECT file, day, score, t, reps FROM block WHERE {where} AND {COMPARED} ORDER BY {order} LIMIT :most"
        with self._rebuilding() as base:
            return [Entry(*row) for row in base.execute(rule, {**asked, "most": most})]

    def today(self, profile: str, day: str) -> tuple[int, float]:
        """Repetitions and minutes of one day, warm-ups too."""
        rule = "SELECT total(reps), total(ms) FROM block WHERE profile = ? AND day = ? AND input != 'simulated'"
        with self._rebuilding() as base:
            reps, ms = base.execute(rule, (profile, day)).fetchone()
        return int(reps), ms / 60_000

    def tallest(self, profile: str, game: str, days: int) -> list[tuple[str, float]]:
        """The highest that was built in a game on each of the last days on which anything was: (day, mm), in order."""
        rule = "SELECT day, max(tall) FROM block WHERE profile = ? AND game = ? AND input != 'simulated' AND tall > 0"
        with self._rebuilding() as base:
            rows = base.execute(f"{rule} GROUP BY day ORDER BY day DESC LIMIT ?", (profile, game, days)).fetchall()
        return [(str(day), float(tall)) for day, tall in reversed(rows)]

    def last(self, profile: str) -> tuple[str, str, int] | None:
        """Game, mode and level of the newest block that was no warm-up."""
        rule = f"SELECT game, mode, level FROM block WHERE profile = ? AND {ALONE} AND input != 'simulated'"
        with self._rebuilding() as base:
            row = base.execute(f"{rule} ORDER BY t DESC LIMIT 1", (profile,)).fetchone()
        return None if row is None else (str(row[0]), str(row[1]), int(row[2]))

    def coached(self, profile: str, game: str, level: int, side: str) -> Coached:
        """Where the coach of this level, game and hand stands."""
        own = f"FROM block WHERE profile = ? AND game = ? AND side = ? AND {ALONE} AND input != 'simulated'"
        with self._rebuilding() as base:
            (days,) = base.execute(f"SELECT count(DISTINCT day) {own}", (profile, game, side)).fetchone()
            newest = base.execute(f"SELECT hits {own} ORDER BY t DESC LIMIT 1", (profile, game, side)).fetchone()
            rule = f"SELECT bits, tempo {own} AND level = ? AND coached = 1 ORDER BY t DESC LIMIT 1"
            last = base.execute(rule, (profile, game, side, level)).fetchone()
        bits, tempo = last or (None, None)
        return Coached(bits, tempo, int(days), None if newest is None else newest[0])

    def finished(self, profile: str, game: str, most: int) -> list[str]:
        """The files of a profile's newest whole blocks of a game that were no warm-up and no simulation, newest first."""
        rule = f"SELECT file FROM block WHERE profile = ? AND game = ? AND {COMPARED} ORDER BY t DESC LIMIT ?"
        with self._rebuilding() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, game, most))]

    def challenged(self, profile: str, since: str) -> list[str]:
        """The files of a profile's whole blocks of challenges from a day on, simulations left out, oldest first."""
        rule = f"SELECT file FROM block WHERE profile = ? AND mode = 'challenge' AND day >= ? AND {COMPARED} ORDER BY t"
        with self._rebuilding() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, since))]

    def played(self) -> dict[str, int]:
        """When each profile played last, in ms since 1970 (UTC)."""
        rule = "SELECT profile, max(t) FROM block WHERE input != 'simulated' GROUP BY profile"
        with self._rebuilding() as base:
            return {str(profile): int(t) for profile, t in base.execute(rule)}

    def counts(self, profile: str) -> tuple[int, int]:
        """All blocks of a profile, and their reps."""
        rule = "SELECT count(*), total(reps) FROM block WHERE profile = ?"
        with self._rebuilding() as base:
            blocks, reps = base.execute(rule, (profile,)).fetchone()
        return int(blocks), int(reps)

    def has(self, block_id: str) -> bool:
        """Whether a block of this id is stored."""
        with self._rebuilding() as base:
            return base.execute("SELECT 1 FROM block WHERE id = ?", (block_id,)).fetchone() is not None

    def bad(self) -> list[tuple[str, str]]:
        """Files that could not be read, and why; they are left as they are."""
        with self._rebuilding() as base:
            return [(str(file), str(why)) for file, why in base.execute("SELECT file, why FROM bad ORDER BY file")]

    def forget(self, profile: str) -> Rows:
        """Take out all blocks of a profile; gives what `restore` puts back."""
        with self._rebuilding() as base, base:
            rows = base.execute("SELECT * FROM block WHERE profile = ?", (profile,)).fetchall()
            base.execute("DELETE FROM block WHERE profile = ?", (profile,))
        return rows

    def restore(self, rows: Rows) -> None:
        """Put back what was forgotten, without reading the files again."""
        with self._rebuilding() as base, base:
            base.executemany(f"INSERT OR REPLACE INTO block VALUES ({GAPS})", rows)

    def catch_up(self) -> None:
        """Take in files that came from elsewhere, and forget those that went."""
        with self._rebuilding() as base:
            _take_in(base, self._vault)

    def drop(self) -> None:
        """Throw the database away."""
        if self._open is not None:
            self._open.close()
            self._open = None
        for name in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + name).unlink()

    @contextlib.contextmanager
    def _rebuilding(self) -> Iterator[sqlite3.Connection]:
        """The open database; whatever is wrong with it, it is made again once and the question fails only then."""
        try:
            base = self._connected()
            base.execute("SELECT count(*) FROM block").fetchone()
        except sqlite3.DatabaseError:
            self.drop()
            base = self._connected()
        try:
            yield base
        except sqlite3.DatabaseError:
            self.drop()
            raise

    def _connected(self) -> sqlite3.Connection:
        if self._open is None:
            make_folder(self._path.parent)
            self._open = sqlite3.connect(self._path, check_same_thread=False, timeout=5.0)
            self._open.execute("PRAGMA secure_delete = ON")  # what is erased leaves nothing readable behind
            if self._open.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                with self._open as base:
                    names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
                    for (name,) in names:
                        base.execute(f'DROP TABLE "{name}"')
                    base.executescript(TABLES)
                    base.execute(f"PRAGMA user_version = {VERSION}")
                _take_in(self._open, self._vault)
        return self._open


def _take_in(base: sqlite3.Connection, vault: Vault) -> None:
    """One pass over the names; only new files are opened."""
    there = {path.name: path for path in vault.files()}
    with base:
        known = {name for (name,) in base.execute("SELECT file FROM block UNION SELECT file FROM bad")}
        for name in known - there.keys():
            base.execute("DELETE FROM block WHERE id = ? AND file = ?", (name[-36:-4], name))
            base.execute("DELETE FROM bad WHERE file = ?", (name,))
        for name in sorted(there.keys() - known):
            try:
                record = read_record(there[name])
            except (Unreadable, OSError) as error:
                base.execute("INSERT OR REPLACE INTO bad VALUES (?, ?)", (name, str(error)))
                continue
            _insert(base, record, name)


def _insert(base: sqlite3.Connection, record: Record, file: str) -> None:
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
            record.input,
            record.form,
            int(record.calibrated),
            record.table[0],
            record.table[1],
            record.status,
            record.measures_version,
            record.started_utc_ms,
            record.local_date,
            record.dur_ms,
            _reps(record),
            record.score,
            int(record.coach is not None),
            None if record.coach is None else record.coach.end,
            None if record.coach is None else record.coach.tempo,
            record.measures.get("hits"),
            _tall(record),
        ),
    )


def _alike(key: BestKey) -> tuple[str, dict[str, object]]:
    """What a question asks for, and its values, to find the blocks of one kind."""
    asked: dict[str, object] = {"profile": key.profile, "game": key.game, "game_version": key.game_version}
    asked |= {"mode": key.mode, "level": key.level, "side": key.side, "calibrated": int(key.calibrated)}
    asked |= {"measures_version": key.measures_version}
    asked |= {name: value for name, value in (("input", key.input), ("form", key.form)) if value is not None}
    asked |= {} if key.coached is None else {"coached": int(key.coached)}
    if key.table is not None:
        asked |= {"width": key.table[0], "height": key.table[1]}
    return " AND ".join(f"{name} = :{name}" for name in asked), asked


def _reps(record: Record) -> int:
    return len([rep for rep in record.reps if rep.outcome != "interrupted"])


def _tall(record: Record) -> float:
    """How high it was built, in mm: a game that builds gives outlines whose y counts from the foot, upwards below 0."""
    return max((-y for rep in record.reps for outline in rep.made for _, y in outline if y < 0), default=0.0)
