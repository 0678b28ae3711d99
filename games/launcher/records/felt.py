"""How a hand felt before and after playing: one small file for each answer."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, ValidationError

from games.launcher.records.disk.reading import content_of
from games.launcher.records.disk.sealed import sealed, unsealed
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Unreadable
from games.launcher.records.models import Frozen

if TYPE_CHECKING:
    from games.launcher.records.store import Store

LARGEST = 1000  # bytes of such a file
Face = Annotated[int, Field(ge=0, le=2)] | None


class Felt(Frozen):
    """Pain, tightness and tiredness: 0 none, 1 a little, 2 a lot, None if not answered."""

    t_utc_ms: Annotated[int, Field(ge=0, le=2**53)]
    tz_min: Annotated[int, Field(ge=-24 * 60, le=24 * 60)]
    when: Literal["before", "after"]
    pain: Face = None
    tight: Face = None
    tired: Face = None

    @property
    def said(self) -> bool:
        """Whether anything was answered."""
        return (self.pain, self.tight, self.tired) != (None, None, None)


def keep(store: Store, profile: str, felt: Felt) -> None:
    """Store an answer. Raises StoreError if that fails."""
    name = f"{felt.t_utc_ms:015d}-{secrets.token_hex(4)}.json"
    write_whole(store.folders.data / "profiles" / profile / "felt" / name, sealed(felt.model_dump_json().encode()))


def kept(store: Store, profile: str) -> list[Felt]:
    """All answers of a person, oldest first; files that cannot be read are left out."""
    found = [felt for path in _files(store, profile) if (felt := _read(path)) is not None]
    return sorted(found, key=lambda felt: felt.t_utc_ms)


def refused(store: Store, profile: str) -> list[Path]:
    """The files of answers that cannot be read; they are left unchanged."""
    return [path for path in _files(store, profile) if _read(path) is None]


def _files(store: Store, profile: str) -> list[Path]:
    """The files of a person and of profiles joined to them, each profile's in order."""
    folders = [store.folders.data / "profiles" / one / "felt" for one in store.ids_of(profile)]
    return [path for folder in folders for path in sorted(folder.glob("*.json"))]


def _read(path: Path) -> Felt | None:
    try:
        return Felt.model_validate_json(unsealed(content_of(path, LARGEST)))
    except (OSError, Unreadable, ValidationError):
        return None
