"""Joined people in the index: their blocks count as one person's; the original profile is kept in a table of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


def apply(base: sqlite3.Connection, joined: Mapping[str, str]) -> None:
    """Reassign blocks after a change: `joined` maps profiles to the one they are joined to; others get theirs back."""
    for (profile,) in base.execute("SELECT DISTINCT profile FROM first").fetchall():
        own = "id IN (SELECT id FROM first WHERE profile = ?)"
        base.execute(f"UPDATE block SET profile = ? WHERE {own}", (joined.get(profile, profile), profile))
        if profile not in joined:
            # rows of erased blocks are kept in `first`: the person may be brought back
            base.execute("DELETE FROM first WHERE profile = ? AND id IN (SELECT id FROM block)", (profile,))
    for profile, person in joined.items():
        base.execute("INSERT OR REPLACE INTO first SELECT id, profile FROM block WHERE profile = ?", (profile,))
        base.execute("UPDATE block SET profile = ? WHERE profile = ?", (person, profile))
