"""Which blocks older measures judged, and which of them have to stay so."""

from __future__ import annotations

from games.launcher.records.index.index import Index


def outdated(index: Index, version: int) -> list[tuple[str, str]]:
    """(profile, file) of all blocks with repetitions that older measures than these judged, newest first; without those
    that are known to stay so."""
    rule = """SELECT profile, file FROM block WHERE measures_version < :version AND reps > 0
      AND file NOT IN (SELECT file FROM as_is WHERE version = :version) ORDER BY t DESC"""
    with index.asking() as base:
        return [(str(profile), str(file)) for profile, file in base.execute(rule, {"version": version})]


def note_as_is(index: Index, file: str, version: int) -> None:
    """Note that this version cannot measure this block anew: it stays as it was stored."""
    with index.asking() as base, base:
        base.execute("INSERT OR REPLACE INTO as_is VALUES (?, ?)", (file, version))
