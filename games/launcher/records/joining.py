"""In the index: all blocks of whoever was joined to somebody are that person's; whose they were first is kept beside."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


def apply(base: sqlite3.Connection, joined: Mapping[str, str]) -> None:
    """Let the blocks be whose they are now: `joined` says who is whom. Those of people who are no longer joined go back."""
    for (profile,) in base.execute("SELECT DISTINCT profile FROM first").fetchall():
        own = "id IN (SELECT id FROM first WHERE profile = ?)"
        base.execute(f"UPDATE block SET profile = ? WHERE {own}", (joined.get(profile, profile), profile))
        if profile not in joined:
            # of blocks that are out of sight it is still known: an erased person may be brought back
            base.execute("DELETE FROM first WHERE profile = ? AND id IN (SELECT id FROM block)", (profile,))
    for profile, person in joined.items():
        base.execute("INSERT OR REPLACE INTO first SELECT id, profile FROM block WHERE profile = ?", (profile,))
        base.execute("UPDATE block SET profile = ? WHERE profile = ?", (person, profile))
