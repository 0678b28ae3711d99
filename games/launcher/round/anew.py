"""Measures stored blocks anew: what was played stays as it is, the measures and points are those of the present version."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from games.launcher.records.blocks.vault import read
from games.launcher.records.errors import Unreadable
from games.launcher.records.models import Record
from games.launcher.round.differences import of_play
from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

_log = logging.getLogger(__name__)


def measured_anew(path: Path, between: Callable[[], None] = lambda: None) -> Record | None:
    """The record of the block in this file by the present measures; None if it has to stay as it was stored.

    That is so if this program has other rules for it, or if its trace, played again, does not give the movements that
    were stored. `between` is called now and then. Raises OSError if the file cannot be read just now.
    """
    try:
        stored, trace = read(path)
        second = rescored(stored, trace, between)
    except Unreadable:
        return None
    except OSError:
        raise
    except Exception as error:  # rules expect real hands; a made-up trace may make them raise
        _log.warning("%s stays as it was measured: %s", path.name, type(error).__name__)
        return None
    if stored.measures_version >= MEASURES_VERSION or next(of_play(stored, second), None) is not None:
        return None
    return second
