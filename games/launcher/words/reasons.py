"""Why something could not be saved, in words for a player: no folder and no file name, those are in the log."""

from __future__ import annotations

import errno

from games.kit.words import Say

REASONS = {
    errno.ENOSPC: "why full",
    errno.EDQUOT: "why full",
    errno.EACCES: "why forbidden",
    errno.EPERM: "why forbidden",
    errno.EROFS: "why forbidden",
    errno.ENOENT: "why gone",
    errno.ENOTDIR: "why gone",
    errno.EIO: "why drive",
    errno.ENODEV: "why drive",
    errno.ENXIO: "why drive",
}


def reason(say: Say, error: BaseException) -> str:
    """The sentence that follows "Not saved yet." What caused `error` counts, if it says more."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in REASONS:
            return say(REASONS[seen.errno])
        seen = seen.__cause__
    return say("why other")
