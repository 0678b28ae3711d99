"""A plan as a file, `.hpp`: with its notes, to be sent by any way that carries files."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from games.launcher.planning.plan import Plan
from games.launcher.records.disk.reading import content_of
from games.launcher.records.disk.sealed import sealed, unsealed
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Unreadable

ENDING = ".hpp"
LARGEST = 65_536  # bytes of such a file
WHAT = "plan"


def write(path: Path, plan: Plan) -> None:
    """Write a plan to a file. Raises StoreError if that fails."""
    write_whole(path, content(plan))


def content(plan: Plan) -> bytes:
    """What stands in the file of a plan."""
    return sealed(json.dumps({"handplay": WHAT, **plan.model_dump(mode="json")}, ensure_ascii=False).encode())


def read(path: Path, since: str, made_utc_ms: int) -> Plan:
    """The plan of a file, which holds from a day (YYYY-MM-DD) on. Raises Unreadable with one sentence if it is none."""
    try:
        said = content_of(path, LARGEST)
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be read: {error.strerror}") from error
    return plan_in(said, path.name, since, made_utc_ms)


def plan_in(said: bytes, name: str, since: str, made_utc_ms: int) -> Plan:
    """The plan in the content of a file of this name. Raises Unreadable with one sentence if there is none."""
    try:
        found = json.loads(unsealed(said))
        if not isinstance(found, dict) or found.get("handplay") != WHAT:
            raise Unreadable(f"{name} is not a plan of Handplay")
        plan = Plan.model_validate_json(json.dumps(found))
    except Unreadable as error:
        raise Unreadable(f"{name} cannot be taken as a plan: {error}") from error
    except (ValueError, RecursionError, ValidationError) as error:
        raise Unreadable(f"{name} is not a plan of Handplay, or it was changed on the way") from error
    return plan.model_copy(update={"since": since, "made_utc_ms": made_utc_ms})
