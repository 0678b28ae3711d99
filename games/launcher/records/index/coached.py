"""Where the coach left off at each level of a game, for one hand."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

ALONE = "mode IN ('practice', 'test', 'challenge')"  # played by one person, not a shared round
MOST_FINE = 2000  # newest rounds that are looked at


class Stood(NamedTuple):
    """Where the coach left off at a level: the last coached block's bits and tempo, and the reps of all of them."""

    level: int
    bits: float
    tempo: float | None
    trials: int


class Fine(NamedTuple):
    """How fine a round was mastered, as in its record; its day; by which input and in which form it was played."""

    word: str
    value: float
    more: bool
    turns: int
    spread: float | None
    day: str
    by: str
    form: str


class Coached(NamedTuple):
    """What the coach knows of a hand at a game: where it left off at each level, newest first; days with the game;
    share of successes and reps of the last block."""

    stood: tuple[Stood, ...]
    sessions: int
    hits: float | None
    reps: int


def coached(base: sqlite3.Connection, profile: str, game: str, side: str) -> Coached:
    """What the coach knows of this person's hand at this game. Simulations never count."""
    own = f"FROM block WHERE profile = ? AND game = ? AND side = ? AND {ALONE} AND input != 'simulated'"
    (days,) = base.execute(f"SELECT count(DISTINCT day) {own}", (profile, game, side)).fetchone()
    newest = base.execute(f"SELECT hits, reps {own} ORDER BY t DESC LIMIT 1", (profile, game, side)).fetchone()
    # Bits and tempo are those of the newest row of each level: SQLite takes them from the row with the max.
    rule = f"SELECT level, bits, tempo, total(reps), max(t) AS last {own} AND coached = 1"
    rows = base.execute(f"{rule} GROUP BY level ORDER BY last DESC", (profile, game, side)).fetchall()
    stood = tuple(Stood(int(level), bits, tempo, int(reps)) for level, bits, tempo, reps, _ in rows)
    hits, reps = newest or (None, 0)
    return Coached(stood, int(days), hits, int(reps))


def fine(base: sqlite3.Connection, profile: str, game: str, side: str, level: int | None) -> list[Fine]:
    """How fine a hand mastered its coached rounds of a level, or of the whole game, newest first. No simulations, and no
    round of which fewer than nine in ten movements were made in one form."""
    rule = f"""SELECT word, fine, more, turns, fine_spread, day, input, form FROM block WHERE profile = :profile AND game = :game
      AND side = :side AND {ALONE} AND input != 'simulated' AND certain AND form != 'mixed' AND word IS NOT NULL
      AND (:level IS NULL OR level = :level) ORDER BY t DESC LIMIT {MOST_FINE}"""
    asked = {"profile": profile, "game": game, "side": side, "level": level}
    return [
        Fine(str(word), value, bool(more), int(turns), spread, str(day), str(by), str(form))
        for word, value, more, turns, spread, day, by, form in base.execute(rule, asked)
    ]


def cleared(base: sqlite3.Connection, profile: str, game: str, side: str, precision: float) -> set[int]:
    """The practice levels of which a hand has played a whole round with at least this precision."""
    rule = """SELECT DISTINCT level FROM block WHERE profile = ? AND game = ? AND side = ? AND mode = 'practice'
      AND status = 'complete' AND input != 'simulated' AND certain AND precision >= ?"""
    return {int(level) for (level,) in base.execute(rule, (profile, game, side, precision))}
