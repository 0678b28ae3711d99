"""Challenges of the day, and from and for friends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.kit.fingers import Reading
    from games.launcher.challenge.exchange import Received as ReceivedChallenge
    from games.launcher.records.models import Record


@dataclass(frozen=True)
class Today:
    """The challenges of a day; without one, of today."""

    day: str | None = None


@dataclass(frozen=True)
class Friends:
    """Challenges that were sent as files, and the way to enter a code."""


@dataclass(frozen=True)
class CodeEntry:
    """A code of twelve signs is entered."""


@dataclass(frozen=True)
class Received:
    """A challenge from somebody: found already, or in a file to be read, or none, and why."""

    found: ReceivedChallenge | None = None
    path: Path | None = None
    why: str | None = None


@dataclass(frozen=True)
class Challenging:
    """A friend is challenged with this round: its code, its file."""

    record: Record
    trace: Sequence[Reading]
