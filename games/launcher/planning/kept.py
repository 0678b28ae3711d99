"""The plans of a person: one small file for each, never changed, so that plans made on several devices come together."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from games.launcher.planning.plan import Plan
from games.launcher.records.disk.reading import content_of
from games.launcher.records.disk.sealed import sealed, unsealed
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Unreadable

if TYPE_CHECKING:
    from games.launcher.records.store import Store

LARGEST = 65_536  # bytes of such a file
FOLDER = "plans"


def keep(store: Store, profile: str, plan: Plan, instead: Path | None = None) -> Path:
    """Store a plan, which then holds from its first day on; returns its file. `instead`: the file of a plan that was only
    a step on the way to this one and is deleted afterwards. Raises StoreError if the plan cannot be stored."""
    name = f"{plan.made_utc_ms:015d}-{secrets.token_hex(4)}.json"
    path = store.folders.data / "profiles" / profile / FOLDER / name
    write_whole(path, sealed(plan.model_dump_json().encode()))
    if instead is not None:
        with contextlib.suppress(OSError):
            instead.unlink()
    return path


def kept(store: Store, profile: str) -> list[Plan]:
    """All plans of a person and of profiles joined to them, in the order in which they were made; files that cannot be
    read are left out."""
    found = [plan for path in _files(store, profile) if (plan := _read(path)) is not None]
    return sorted(found, key=lambda plan: (plan.made_utc_ms, plan.model_dump_json()))


def refused(store: Store, profile: str) -> list[Path]:
    """The files of plans that cannot be read; they are left unchanged."""
    return [path for path in _files(store, profile) if _read(path) is None]


def plan_on(plans: Sequence[Plan], day: str) -> Plan | None:
    """The plan that held on a day (YYYY-MM-DD): of those that had begun by then, the one made last. None if there was
    none, or an empty one. A plan made later never changes what was asked before its first day."""
    held = next((plan for plan in reversed(plans) if plan.since <= day), None)
    return None if held is None or held.empty else held


def _files(store: Store, profile: str) -> list[Path]:
    folders = [store.folders.data / "profiles" / one / FOLDER for one in store.ids_of(profile)]
    return [path for folder in folders for path in sorted(folder.glob("*.json"))]


def _read(path: Path) -> Plan | None:
    try:
        return Plan.model_validate_json(unsealed(content_of(path, LARGEST)))
    except (OSError, Unreadable, ValidationError):
        return None
