"""Files of blocks whose checksums fit, whatever they say."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from games.kit.fingers import Reading
from games.launcher.records.blocks.trace import packed
from games.launcher.records.blocks.vault import read
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST

TRACES = Path(__file__).parents[2] / "traces"


@lru_cache
def played(name: str = "beans_test_taps_left") -> tuple[Record, tuple[Reading, ...]]:
    """A recorded hand, the guest's, as if by touch."""
    record, trace = read(TRACES / f"{name}.hps")
    return record.model_copy(update={"profile": GUEST, "input": "touch", "hand": None}), tuple(trace)


def said(number: int = 1, **changes: Any) -> dict[str, Any]:
    """What such a block says, with other values."""
    return {**json.loads(played()[0].model_dump_json()), "id": f"{number:032x}", **changes}


def rep_with(**changes: Any) -> list[dict[str, Any]]:
    """Its reps, the first with other values."""
    first, *rest = json.loads(played()[0].model_dump_json())["reps"]
    return [{**first, **changes}, *rest]


def forged(block: dict[str, Any], reps: bytes | None = None) -> bytes:
    """The bytes of a file that says this."""
    head = {name: value for name, value in block.items() if name != "reps"}
    listed = zlib.compress(json.dumps(block["reps"]).encode() if reps is None else reps)
    body = listed + packed(played()[1])
    head |= {"reps_len": len(listed), "trace_len": len(body) - len(listed)}
    head["body"] = blake2b(body, digest_size=16).hexdigest()
    line = json.dumps(head).encode()
    return b"%08x " % zlib.crc32(line) + line + b"\n" + body


def put(data: Path, block: dict[str, Any], content: bytes | None = None, number: int | None = None) -> Path:
    """Such a file where a synchronised folder would put it."""
    name = f"20261123T120000000Z-{block['id'] if number is None else f'{number:032x}'}.hps"
    path = data / "profiles" / GUEST / "sessions" / "2026-11" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(forged(block) if content is None else content)
    return path
