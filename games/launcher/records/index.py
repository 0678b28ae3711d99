"""What is asked often, in a small database that can be thrown away and made again from the files at any time."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from games.launcher.records import joining
from games.launcher.records.index_file import busy, ready
from games.launcher.records.index_rows import GAPS, Unread, insert, note_bad, take_in
from games.launcher.records.models import Record
from games.launcher.records.reading import sentence
from games.launcher.records.vault import Vault

# A warm-up has no points to beat, and where times are uncertain nobody knows the points.
COMPARED = "status = 'complete' AND mode != 'free' AND input != 'simulated' AND certain"
_log = logging.getLogger(__name__)
ALONE = "mode IN ('practice', 'test', 'challenge')"  # what is played for oneself, against no clock of two
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
        self._joined: dict[str, str] = {}

    def add(self, record: Record, path: Path) -> None:
        """Note a block that was just stored."""
        with self.asking() as base, base:
            insert(base, record, path.name)
            if record.profile in self._joined:
                joining.apply(base, self._joined)

    def best(self, key: BestKey, but: str | None = None) -> int | None:
        """Most points of whole, unsimulated blocks of this kind, leaving out the block `but`."""
        where, asked = _alike(key)
        rule = f"SELECT max(score) FROM block WHERE {where} AND {COMPARED} AND id != :but"
        with self.asking() as base:
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
        with self.asking() as base:
            return [(str(by), str(form)) for by, form in base.execute(rule, asked)]

    def _entries(self, key: BestKey, order: str, most: int) -> list[Entry]:
        where, asked = _alike(key)
        rule = f"SELECT file, day, score, t, reps FROM block WHERE {where} AND {COMPARED} ORDER BY {order} LIMIT :most"
        with self.asking() as base:
            return [Entry(*row) for row in base.execute(rule, {**asked, "most": most})]

    def today(self, profile: str, day: str) -> tuple[int, float]:
        """Repetitions and minutes of one day, warm-ups too."""
        rule = "SELECT total(reps), total(ms) FROM block WHERE profile = ? AND day = ? AND input != 'simulated'"
        with self.asking() as base:
            reps, ms = base.execute(rule, (profile, day)).fetchone()
        return int(reps), ms / 60_000

    def tallest(self, profile: str, game: str, days: int) -> list[tuple[str, float]]:
        """The highest that was built in a game on each of the last days on which anything was: (day, mm), in order."""
        rule = "SELECT day, max(tall) FROM block WHERE profile = ? AND game = ? AND input != 'simulated' AND tall > 0"
        with self.asking() as base:
            rows = base.execute(f"{rule} GROUP BY day ORDER BY day DESC LIMIT ?", (profile, game, days)).fetchall()
        return [(str(day), float(tall)) for day, tall in reversed(rows)]

    def last(self, profile: str) -> tuple[str, str, int] | None:
        """Game, mode and level of the newest block that was no warm-up."""
        rule = f"SELECT game, mode, level FROM block WHERE profile = ? AND {ALONE} AND input != 'simulated'"
        with self.asking() as base:
            row = base.execute(f"{rule} ORDER BY t DESC LIMIT 1", (profile,)).fetchone()
        return None if row is None else (str(row[0]), str(row[1]), int(row[2]))

    def coached(self, profile: str, game: str, level: int, side: str) -> Coached:
        """Where the coach of this level, game and hand stands."""
        own = f"FROM block WHERE profile = ? AND game = ? AND side = ? AND {ALONE} AND input != 'simulated'"
        with self.asking() as base:
            (days,) = base.execute(f"SELECT count(DISTINCT day) {own}", (profile, game, side)).fetchone()
            newest = base.execute(f"SELECT hits {own} ORDER BY t DESC LIMIT 1", (profile, game, side)).fetchone()
            rule = f"SELECT bits, tempo {own} AND level = ? AND coached = 1 ORDER BY t DESC LIMIT 1"
            last = base.execute(rule, (profile, game, side, level)).fetchone()
        bits, tempo = last or (None, None)
        return Coached(bits, tempo, int(days), None if newest is None else newest[0])

    def finished(self, profile: str, game: str, most: int) -> list[str]:
        """The files of a profile's newest whole blocks of a game that were no warm-up and no simulation, newest first."""
        rule = f"SELECT file FROM block WHERE profile = ? AND game = ? AND {COMPARED} ORDER BY t DESC LIMIT ?"
        with self.asking() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, game, most))]

    def challenged(self, profile: str, since: str) -> list[str]:
        """The files of a profile's whole blocks of challenges from a day on, simulations left out, oldest first."""
        rule = f"SELECT file FROM block WHERE profile = ? AND mode = 'challenge' AND day >= ? AND {COMPARED} ORDER BY t"
        with self.asking() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, since))]

    def played(self) -> dict[str, int]:
        """When each profile played last, in ms since 1970 (UTC)."""
        rule = "SELECT profile, max(t) FROM block WHERE input != 'simulated' GROUP BY profile"
        with self.asking() as base:
            return {str(profile): int(t) for profile, t in base.execute(rule)}

    def counts(self, profile: str) -> tuple[int, int]:
        """All blocks of a profile of which something came, and their reps."""
        rule = "SELECT count(*), total(reps) FROM block WHERE profile = ? AND (reps > 0 OR input != 'simulated')"
        with self.asking() as base:
            blocks, reps = base.execute(rule, (profile,)).fetchone()
        return int(blocks), int(reps)

    def has(self, block_id: str) -> bool:
        """Whether a block of this id is stored."""
        with self.asking() as base:
            return base.execute("SELECT 1 FROM block WHERE id = ?", (block_id,)).fetchone() is not None

    def unread(self, profile: str | None = None) -> list[Unread]:
        """Files that could not be read when they were last tried, of everybody or of one profile, in the order of their times."""
        rule = "SELECT file, why, folder, profile FROM bad WHERE :profile IS NULL OR profile = :profile ORDER BY file"
        with self.asking() as base:
            return [Unread(*map(str, row)) for row in base.execute(rule, {"profile": profile})]

    def note_unread(self, profile: str, path: Path, why: BaseException) -> None:
        """Note that a block that was taken in cannot be read any more; it is tried again at the next start."""
        what = Unread(path.name, sentence(why), str(path.parent.relative_to(self._vault.folder)), profile)
        with self.asking() as base, base:
            note_bad(base, what, "")

    def bad(self) -> list[tuple[str, str]]:
        """Files that could not be read, and why; they are left as they are."""
        with self.asking() as base:
            return [(str(file), str(why)) for file, why in base.execute("SELECT file, why FROM bad ORDER BY file")]

    def free(self, profile: str, game: str) -> list[tuple[str, str]]:
        """The files and days of a profile's free blocks of a game in which anything was done, newest first; no warm-ups."""
        rule = "SELECT file, day FROM block WHERE profile = ? AND game = ? AND mode = 'free' AND endless AND reps > 0"
        with self.asking() as base:
            return [(str(file), str(day)) for file, day in base.execute(f"{rule} ORDER BY t DESC", (profile, game))]

    def forget(self, profile: str, file: str | None = None) -> Rows:
        """Take out all blocks of a profile, or the one in this file; gives what `restore` puts back."""
        which, asked = ("", (profile,)) if file is None else (" AND file = ?", (profile, file))
        with self.asking() as base, base:
            rows = base.execute(f"SELECT * FROM block WHERE profile = ?{which}", asked).fetchall()
            base.execute(f"DELETE FROM block WHERE profile = ?{which}", asked)
        return rows

    def restore(self, rows: Rows) -> None:
        """Put back what was forgotten, without reading the files again."""
        with self.asking() as base, base:
            base.executemany(f"INSERT OR REPLACE INTO block VALUES ({GAPS})", rows)

    def catch_up(self) -> None:
        """Take in files that came from elsewhere, and forget those that went."""
        try:
            with self.asking() as base:
                take_in(base, self._vault)
                with base:
                    joining.apply(base, self._joined)
        except sqlite3.Error as error:  # such as a disk that is full: everything is there to be asked nevertheless
            self._give_up(error)
            self._open = self._in_memory(error)

    def join(self, joined: Mapping[str, str]) -> None:
        """From now on the blocks of each of these people are those of the other."""
        self._joined = dict(joined)
        try:
            with self.asking() as base, base:
                joining.apply(base, self._joined)
        except sqlite3.Error as error:
            self._give_up(error)
            self._open = self._in_memory(error)

    def drop(self) -> None:
        """Throw the database away."""
        if self._open is not None:
            self._open.close()
            self._open = None
        for name in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + name).unlink()

    @contextlib.contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """The open database; whatever is wrong with it, it is made again once and the question fails only then."""
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
        """The database, ready to be asked. Where no file can hold it, it is made of the blocks in memory for this run."""
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
        """Close what cannot be used, and throw it away, unless another program has it just now."""
        if not busy(error):
            self.drop()
        elif self._open is not None:
            self._open.close()
            self._open = None

    def _in_memory(self, why: Exception) -> sqlite3.Connection:
        _log.warning("%s cannot be used, the index is kept in memory: %s", self._path.name, why)
        return self._ready(None)

    def _ready(self, path: Path | None) -> sqlite3.Connection:
        base = ready(path, self._vault)
        try:
            with base:
                joining.apply(base, self._joined)
        except sqlite3.Error:
            base.close()
            raise
        return base


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
