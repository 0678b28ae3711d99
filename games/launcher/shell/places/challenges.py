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
    """The challenges of a day; None: today."""

    day: str | None = None


@dataclass(frozen=True)
class Friends:
    """Challenges received as files, and the key to enter a code."""


@dataclass(frozen=True)
class CodeEntry:
    """Entering a code of twelve characters."""


@dataclass(frozen=True)
class Received:
    """A received challenge: already read, or in a file to be read, or the reason why there is none."""

    found: ReceivedChallenge | None = None
    path: Path | None = None
    why: str | None = None


@dataclass(frozen=True)
class Challenging:
    """Challenging a friend with this round: its code and file."""

    record: Record
    trace: Sequence[Reading]
