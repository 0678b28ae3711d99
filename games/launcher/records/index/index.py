"""An index of all blocks for quick queries: a small database that can be rebuilt from the files at any time."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from games.launcher.records.blocks.vault import Vault
from games.launcher.records.disk.reading import sentence
from games.launcher.records.index import joining
from games.launcher.records.index.coached import ALONE, Coached, Fine, cleared, coached, fine
from games.launcher.records.index.file import busy, ready
from games.launcher.records.index.kinds import COMPARED, BestKey, alike
from games.launcher.records.index.rows import GAPS, Found, Unread, Waiting, enter, insert, note_bad, take_in
from games.launcher.records.models import Record

_log = logging.getLogger(__name__)
Rows = list[tuple[object, ...]]


class Entry(NamedTuple):
    """One line of a board: the block's file, its day, its points, when in ms since 1970 (UTC), and its reps."""

    file: str
    day: str
    score: int
    t: int
    reps: int = 0


class Index:
    """The database; rebuilt whenever it is missing, outdated or damaged."""

    def __init__(self, folder: Path, vault: Vault, at_once: int | None = None) -> None:
        """`at_once`: of new files only the newest so many are read at once, the others wait, see `waiting`; None: all."""
        self._path, self._vault, self._at_once = folder / "index.sqlite", vault, at_once
        self.waiting: dict[
            str, Waiting
        ] = {}  # files that are still to be read, by the ids of their blocks, newest first
        self._open: sqlite3.Connection | None = None
        self._joined: dict[str, str] = {}
        self._made_anew = False

    def add(self, record: Record, path: Path) -> None:
        """Add a block that was just stored."""
        self.add_all([(record, path)])

    def add_all(self, stored: Sequence[tuple[Record, Path]]) -> None:
        """Add blocks that were just stored."""
        with self.asking() as base, base:
            for record, path in stored:
                insert(base, record, path.name)
            if any(record.profile in self._joined for record, _ in stored):
                joining.apply(base, self._joined)

    def best(self, key: BestKey, but: str | None = None) -> int | None:
        """The most points of complete blocks of this kind, without simulations and without the block `but`."""
        where, asked = alike(key)
        rule = f"SELECT max(score) FROM block WHERE {where} AND {COMPARED} AND id != :but"
        with self.asking() as base:
            row = base.execute(rule, {**asked, "but": but or ""}).fetchone()
        return None if row[0] is None else int(row[0])

    def board(self, key: BestKey, most: int) -> list[Entry]:
        """The newest `most` complete blocks of this kind, without simulations, newest first."""
        return self._entries(key, "t DESC", most)

    def best_entry(self, key: BestKey) -> Entry | None:
        """The block of this kind with the most points; of equals the oldest."""
        return next(iter(self._entries(key, "score DESC, t", 1)), None)

    def kinds(self, key: BestKey) -> list[tuple[str, str]]:
        """The pairs (input, form) with which blocks of this kind were played, most recent first."""
        where, asked = alike(key)
        rule = f"SELECT input, form FROM block WHERE {where} AND {COMPARED} GROUP BY input, form ORDER BY max(t) DESC"
        with self.asking() as base:
            return [(str(by), str(form)) for by, form in base.execute(rule, asked)]

    def _entries(self, key: BestKey, order: str, most: int) -> list[Entry]:
        where, asked = alike(key)
        rule = f"SELECT file, day, score, t, reps FROM block WHERE {where} AND {COMPARED} ORDER BY {order} LIMIT :most"
        with self.asking() as base:
            return [Entry(*row) for row in base.execute(rule, {**asked, "most": most})]

    def today(self, profile: str, day: str) -> tuple[int, float]:
        """Repetitions and minutes of one day, warm-ups included."""
        rule = "SELECT total(reps), total(ms) FROM block WHERE profile = ? AND day = ? AND input != 'simulated'"
        with self.asking() as base:
            reps, ms = base.execute(rule, (profile, day)).fetchone()
        return int(reps), ms / 60_000

    def tallest(self, profile: str, game: str, days: int) -> list[tuple[str, float]]:
        """The highest tower of each of the last `days` days on which one was built: (day, mm), oldest first."""
        rule = "SELECT day, max(tall) FROM block WHERE profile = ? AND game = ? AND input != 'simulated' AND tall > 0"
        with self.asking() as base:
            rows = base.execute(f"{rule} GROUP BY day ORDER BY day DESC LIMIT ?", (profile, game, days)).fetchall()
        return [(str(day), float(tall)) for day, tall in reversed(rows)]

    def last(self, profile: str) -> tuple[str, str, int] | None:
        """Game, mode and level of the newest block that was not a warm-up."""
        rule = f"SELECT game, mode, level FROM block WHERE profile = ? AND {ALONE} AND input != 'simulated'"
        with self.asking() as base:
            row = base.execute(f"{rule} ORDER BY t DESC LIMIT 1", (profile,)).fetchone()
        return None if row is None else (str(row[0]), str(row[1]), int(row[2]))

    def coached(self, profile: str, game: str, side: str) -> Coached:
        """Where the coach left off for this game and hand."""
        with self.asking() as base:
            return coached(base, profile, game, side)

    def fine(self, profile: str, game: str, side: str, level: int | None = None) -> list[Fine]:
        """How fine a hand mastered its coached rounds of a level, or of the whole game, newest first."""
        with self.asking() as base:
            return fine(base, profile, game, side, level)

    def cleared(self, profile: str, game: str, side: str, precision: float) -> set[int]:
        """The practice levels of which a hand has played a whole round with at least this precision."""
        with self.asking() as base:
            return cleared(base, profile, game, side, precision)

    def finished(self, profile: str, game: str, most: int) -> list[str]:
        """Files of a profile's newest complete blocks of a game, newest first; no warm-ups and no simulations."""
        rule = f"SELECT file FROM block WHERE profile = ? AND game = ? AND {COMPARED} ORDER BY t DESC LIMIT ?"
        with self.asking() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, game, most))]

    def challenged(self, profile: str, since: str) -> list[str]:
        """Files of a profile's complete challenge blocks since a day, oldest first; no simulations."""
        rule = f"SELECT file FROM block WHERE profile = ? AND mode = 'challenge' AND day >= ? AND {COMPARED} ORDER BY t"
        with self.asking() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, since))]

    def played(self) -> dict[str, int]:
        """When each profile last played, in ms since 1970 (UTC)."""
        rule = "SELECT profile, max(t) FROM block WHERE input != 'simulated' GROUP BY profile"
        with self.asking() as base:
            return {str(profile): int(t) for profile, t in base.execute(rule)}

    def counts(self, profile: str) -> tuple[int, int]:
        """The number of a profile's blocks and of their reps; empty simulated blocks do not count."""
        rule = "SELECT count(*), total(reps) FROM block WHERE profile = ? AND (reps > 0 OR input != 'simulated')"
        with self.asking() as base:
            blocks, reps = base.execute(rule, (profile,)).fetchone()
        return int(blocks), int(reps)

    def has(self, block_id: str) -> bool:
        """Whether a block of this id is stored."""
        with self.asking() as base:
            known = base.execute("SELECT 1 FROM block WHERE id = ?", (block_id,)).fetchone() is not None
        return known or block_id in self.waiting

    def ids(self) -> set[str]:
        """The ids of all blocks."""
        with self.asking() as base:
            return {str(one) for (one,) in base.execute("SELECT id FROM block")} | self.waiting.keys()

    def unread(self, profile: str | None = None) -> list[Unread]:
        """Files that could not be read at the last try, of everybody or of one profile, in order of time."""
        rule = "SELECT file, why, folder, profile FROM bad WHERE :profile IS NULL OR profile = :profile ORDER BY file"
        with self.asking() as base:
            return [Unread(*map(str, row)) for row in base.execute(rule, {"profile": profile})]

    def note_unread(self, profile: str, path: Path, why: BaseException) -> None:
        """Note that an indexed block can no longer be read; it is tried again at the next start."""
        what = Unread(path.name, sentence(why), str(path.parent.relative_to(self._vault.folder)), profile)
        with self.asking() as base, base:
            note_bad(base, what, "")

    def bad(self) -> list[tuple[str, str]]:
        """Files that could not be read, and why; they are left unchanged."""
        with self.asking() as base:
            return [(str(file), str(why)) for file, why in base.execute("SELECT file, why FROM bad ORDER BY file")]

    def free(self, profile: str, game: str) -> list[tuple[str, str]]:
        """(file, day) of a profile's free blocks of a game that have at least one rep, newest first; no warm-ups."""
        rule = "SELECT file, day FROM block WHERE profile = ? AND game = ? AND mode = 'free' AND endless AND reps > 0"
        with self.asking() as base:
            return [(str(file), str(day)) for file, day in base.execute(f"{rule} ORDER BY t DESC", (profile, game))]

    def forget(self, profile: str, file: str | None = None) -> Rows:
        """Remove all blocks of a profile, or the one in this file, from the index; returns what `restore` needs."""
        which, asked = ("", (profile,)) if file is None else (" AND file = ?", (profile, file))
        with self.asking() as base, base:
            rows = base.execute(f"SELECT * FROM block WHERE profile = ?{which}", asked).fetchall()
            base.execute(f"DELETE FROM block WHERE profile = ?{which}", asked)
        return rows

    def restore(self, rows: Rows) -> None:
        """Put back what `forget` removed, without reading the files again."""
        with self.asking() as base, base:
            base.executemany(f"INSERT OR REPLACE INTO block VALUES ({GAPS})", rows)

    def catch_up(self) -> None:
        """Add files that have appeared since, and remove those that are gone."""
        try:
            self._made_anew = False
            with self.asking() as base:
                if not self._made_anew:
                    self._wait(take_in(base, self._vault, None, self._at_once))
                with base:
                    joining.apply(base, self._joined)
        except sqlite3.Error as error:  # such as a full disk: queries still work on what is there
            self._give_up(error)
            self._open = self._in_memory(error)

    def enter(self, read: Sequence[Found]) -> None:
        """Add files that waited and have been read; those that are gone meanwhile are left out."""
        with self.asking() as base, base:
            for one in read:
                if (self._vault.folder / one.waiting.folder / one.waiting.file).exists():
                    enter(base, one)
            if self._joined:
                joining.apply(base, self._joined)
        for one in read:
            self.waiting.pop(one.waiting.id, None)

    def _wait(self, left: Sequence[Waiting]) -> None:
        self.waiting = {one.id: one for one in left}

    def join(self, joined: Mapping[str, str]) -> None:
        """Count the blocks of joined people as one person's: `joined` maps a profile to the one it was joined to."""
        self._joined = dict(joined)
        try:
            with self.asking() as base, base:
                joining.apply(base, self._joined)
        except sqlite3.Error as error:
            self._give_up(error)
            self._open = self._in_memory(error)

    def close(self) -> None:
        """Close the database; it is opened again when it is next asked."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def drop(self) -> None:
        """Delete the database."""
        self.close()
        for name in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + name).unlink()

    @contextlib.contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """The open database. If a query fails, the database is rebuilt once; a second failure is raised."""
        try:
            base = self._connected()
            base.execute("SELECT count(*) FROM block").fetchone()
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            base = self._connected()
        try:
            yield base
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            raise

    def _connected(self) -> sqlite3.Connection:
        """The database, ready for queries. If no file can hold it, it is built in memory for this run."""
        if self._open is None:
            try:
                self._open = self._ready(self._path)
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)
                try:
                    self._open = self._ready(self._path)
                except (sqlite3.Error, OSError) as again:
                    self._open = self._in_memory(again)
        return self._open

    def _give_up(self, error: Exception) -> None:
        """Close an unusable database and delete it, unless another program is using it."""
        if not busy(error):
            self.drop()
        elif self._open is not None:
            self._open.close()
            self._open = None

    def _in_memory(self, why: Exception) -> sqlite3.Connection:
        _log.warning("%s cannot be used, the index is kept in memory: %s", self._path.name, why)
        return self._ready(None)

    def _ready(self, path: Path | None) -> sqlite3.Connection:
        base, left = ready(path, self._vault, self._at_once)
        if left is not None:
            self._made_anew = True
            self._wait(left)
        try:
            with base:
                joining.apply(base, self._joined)
        except sqlite3.Error:
            base.close()
            raise
        return base
