"""What was practised, and how it went: the queries of progress and reports to the index. Simulations never count."""

from __future__ import annotations

from typing import NamedTuple

from games.launcher.records.index.coached import ALONE
from games.launcher.records.index.index import Index
from games.launcher.records.index.movements import MOVEMENTS

REAL = "profile = :profile AND input != 'simulated'"
SUMS = ", ".join(f"total({name})" for name in MOVEMENTS)
KIND = "game_version, measures_version, mode, level, input, form, calibrated, coached, width, height"


class Day(NamedTuple):
    """A day on which something was played."""

    day: str  # YYYY-MM-DD
    reps: int
    minutes: float


class Dose(NamedTuple):
    """What one hand did: repetitions, minutes, blocks, and the count of each of MOVEMENTS."""

    reps: int
    minutes: float
    blocks: int
    moved: dict[str, int]


class Kind(NamedTuple):
    """What blocks must have in common to be shown in one chart. The table is (0, 0) in practice, which uses the whole screen."""

    game_version: int
    measures_version: int
    mode: str
    level: int
    input: str
    form: str
    calibrated: bool
    coached: bool
    width: float
    height: float


class Played(NamedTuple):
    """One block as charts need it; None for a measure that it does not have."""

    file: str
    day: str
    t: int  # ms since 1970 (UTC)
    minutes: float
    reps: int
    status: str
    kind: Kind
    precision: float
    speed: float | None
    smoothness: float | None  # SPARC, median of its reps: the nearer to 0, the smoother
    range: float | None  # mm
    score: int


class Round(NamedTuple):
    """What was practised in one block."""

    day: str  # YYYY-MM-DD
    game: str
    mode: str
    level: int
    side: str
    reps: int
    minutes: float


class Practised:
    """Queries about one profile. Days are YYYY-MM-DD, both ends included."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def days(self, profile: str, since: str = "", until: str = "9") -> list[Day]:
        """The days on which something was played, in order."""
        rule = f"SELECT day, total(reps), total(ms) FROM block WHERE {REAL} AND day >= :since AND day <= :until"
        with self._index.asking() as base:
            asked = {"profile": profile, "since": since, "until": until}
            rows = base.execute(f"{rule} GROUP BY day ORDER BY day", asked).fetchall()
        return [Day(str(day), int(reps), ms / 60_000) for day, reps, ms in rows]

    def rounds(self, profile: str, since: str = "", until: str = "9") -> list[Round]:
        """What was practised in each block, in order of time."""
        rule = (
            f"SELECT day, game, mode, level, side, reps, ms FROM block WHERE {REAL} AND day >= :since AND day <= :until"
        )
        asked = {"profile": profile, "since": since, "until": until}
        with self._index.asking() as base:
            rows = base.execute(f"{rule} ORDER BY t, file", asked).fetchall()
        return [
            Round(day, game, mode, level, side, reps, ms / 60_000) for day, game, mode, level, side, reps, ms in rows
        ]

    def level(self, profile: str, game: str, side: str) -> int | None:
        """The level of a game that was practised last with this hand; None if none was."""
        rule = f"SELECT level FROM block WHERE {REAL} AND game = :game AND side = :side AND mode = 'practice'"
        with self._index.asking() as base:
            asked = {"profile": profile, "game": game, "side": side}
            row = base.execute(f"{rule} AND {ALONE} ORDER BY t DESC LIMIT 1", asked).fetchone()
        return None if row is None else int(row[0])

    def doses(self, profile: str, since: str = "", until: str = "9") -> dict[str, Dose]:
        """What each hand did, "left" and "right"."""
        rule = f"SELECT side, total(reps), total(ms), count(*), {SUMS} FROM block WHERE {REAL}"
        asked = {"profile": profile, "since": since, "until": until}
        with self._index.asking() as base:
            rows = base.execute(f"{rule} AND day >= :since AND day <= :until GROUP BY side", asked).fetchall()
        found = {
            str(side): Dose(int(reps), ms / 60_000, int(n), dict(zip(MOVEMENTS, map(int, sums), strict=True)))
            for side, reps, ms, n, *sums in rows
        }
        nothing = Dose(0, 0.0, 0, dict.fromkeys(MOVEMENTS, 0))
        return {side: found.get(side, nothing) for side in ("left", "right")}

    def games(self, profile: str, since: str = "", until: str = "9") -> list[tuple[str, str, int]]:
        """(game, side, number of blocks) for each game and hand, most blocks first. No warm-ups."""
        rule = f"SELECT game, side, count(*) FROM block WHERE {REAL} AND {ALONE}"
        asked = {"profile": profile, "since": since, "until": until}
        with self._index.asking() as base:
            grouped = (
                f"{rule} AND day >= :since AND day <= :until GROUP BY game, side ORDER BY count(*) DESC, game, side"
            )
            return [(str(game), str(side), int(n)) for game, side, n in base.execute(grouped, asked)]

    def blocks(self, profile: str, game: str, side: str, since: str = "", until: str = "9") -> list[Played]:
        """The blocks of a game and hand that have a score, in order."""
        rule = f"""SELECT file, day, t, ms, reps, status, precision, speed, smoothness, range, score, {KIND} FROM block
          WHERE {REAL} AND game = :game AND side = :side AND {ALONE} AND reps > 0
          AND day >= :since AND day <= :until ORDER BY t"""
        asked = {"profile": profile, "game": game, "side": side, "since": since, "until": until}
        with self._index.asking() as base:
            kinds: dict[tuple[object, ...], Kind] = {}  # few, and each of thousands of blocks
            return [_played(row, kinds) for row in base.execute(rule, asked)]

    def learning(self, profile: str, game: str, side: str, days: int) -> list[str]:
        """The first `days` days on which a game was played with this hand."""
        rule = f"SELECT DISTINCT day FROM block WHERE {REAL} AND game = :game AND side = :side AND {ALONE}"
        with self._index.asking() as base:
            asked = {"profile": profile, "game": game, "side": side, "days": days}
            return [str(day) for (day,) in base.execute(f"{rule} ORDER BY day LIMIT :days", asked)]

    def highest(self, profile: str, game: str, but: str) -> float:
        """The highest tower ever built in a game, in mm, without that of the block `but`; 0 if there is none."""
        rule = f"SELECT max(tall) FROM block WHERE {REAL} AND game = :game AND id != :but"
        with self._index.asking() as base:
            row = base.execute(rule, {"profile": profile, "game": game, "but": but}).fetchone()
        return float(row[0] or 0.0)

    def tests(self, profile: str, game: str, version: int, level: int, side: str, most: int) -> list[str]:
        """The files of the newest `most` whole tests of a game with this hand, by these rules of it, newest first."""
        rule = f"""SELECT file FROM block WHERE {REAL} AND mode = 'test' AND game = :game AND game_version = :version
          AND level = :level AND side = :side AND status = 'complete' AND reps > 0 ORDER BY t DESC LIMIT :most"""
        asked = {"profile": profile, "game": game, "version": version, "level": level, "side": side, "most": most}
        with self._index.asking() as base:
            return [str(file) for (file,) in base.execute(rule, asked)]

    def files(self, profile: str, since: str = "", until: str = "9") -> list[str]:
        """The files of all blocks, simulations included, in order of time."""
        rule = "SELECT file FROM block WHERE profile = ? AND day >= ? AND day <= ? ORDER BY t, file"
        with self._index.asking() as base:
            return [str(file) for (file,) in base.execute(rule, (profile, since, until))]


def _played(row: tuple[object, ...], kinds: dict[tuple[object, ...], Kind]) -> Played:
    file, day, t, ms, reps, status, precision, speed, smoothness, far, score, *_ = row
    kind = kinds.get(row[11:])
    if kind is None:
        kind = kinds[row[11:]] = _kind(row[11:])
    return Played(file, day, t, ms / 60_000, reps, status, kind, precision, speed, smoothness, far, score)  # type: ignore[arg-type,operator]


def _kind(row: tuple[object, ...]) -> Kind:
    version, measures, mode, level, by, form, calibrated, coached, width, height = row
    table = (0.0, 0.0) if mode == "practice" else (width, height)
    return Kind(version, measures, mode, level, by, form, bool(calibrated), bool(coached), *table)  # type: ignore[arg-type]
