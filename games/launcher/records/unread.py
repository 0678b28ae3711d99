"""Block files that could not be read: the sentence that tells how many and which are left out."""

from __future__ import annotations

from collections.abc import Sequence

from games.launcher.records.index.rows import Unread
from games.launcher.records.store import Store

MOST_NAMED = 10


def unread_of(store: Store, profile: str) -> list[Unread]:
    """Unreadable files of a person and of profiles joined to them, in order of time."""
    of_theirs = {one.file: one for whose in store.ids_of(profile) for one in store.index.unread(whose)}
    return [of_theirs[file] for file in sorted(of_theirs)]


def said_of(left: Sequence[Unread]) -> str:
    """One sentence that names the files, each with the reason."""
    count = (
        "1 file could not be read and is left out"
        if len(left) == 1
        else f"{len(left)} files could not be read and are left out"
    )
    named = "; ".join(one.why if one.file in one.why else f"{one.file}: {one.why}" for one in left[:MOST_NAMED])
    more = "" if len(left) <= MOST_NAMED else f"; and {len(left) - MOST_NAMED} more"
    return f"{count}: {named}{more}"
