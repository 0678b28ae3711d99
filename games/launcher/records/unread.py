"""Files of blocks that could not be read: how many and which, for whoever is to know that something is left out."""

from __future__ import annotations

from collections.abc import Sequence

from games.launcher.records.folders import Folders
from games.launcher.records.index import Index
from games.launcher.records.index_rows import Unread
from games.launcher.records.store import Store
from games.launcher.records.vault import Vault

MOST_NAMED = 10


def unread_of(store: Store, profile: str) -> list[Unread]:
    """Those of a profile, in the order of their times."""
    return store.index.unread(profile)


def said_of(left: Sequence[Unread]) -> str:
    """One sentence that names them, each with why."""
    count = (
        "1 file could not be read and is left out"
        if len(left) == 1
        else f"{len(left)} files could not be read and are left out"
    )
    named = "; ".join(one.why if one.file in one.why else f"{one.file}: {one.why}" for one in left[:MOST_NAMED])
    more = "" if len(left) <= MOST_NAMED else f"; and {len(left) - MOST_NAMED} more"
    return f"{count}: {named}{more}"


def unread_lines(folders: Folders) -> list[tuple[str, str]]:
    """What a doctor says of them: a line with their number, and one for each, with the folder that it lies in."""
    index = Index(folders.cache, Vault(folders.data))
    index.catch_up()
    left = index.unread()
    lines = [("unreadable", f"{len(left)} files" if left else "none")]
    return lines + [("", f"{one.folder}: {one.why}") for one in left[:MOST_NAMED]]
