"""Conversion between the kit's reps and tasks and their stored form."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass

from games.kit.geometry import Vec
from games.kit.task import Rep, Task
from games.launcher.records.blocks.within import within
from games.launcher.records.models import RepRecord, TaskRecord


def task_record(task: Task) -> TaskRecord:
    """A task as it is stored."""
    values = {field.name: _plain(getattr(task, field.name)) for field in fields(task)}
    return TaskRecord(kind=type(task).__name__.lower(), fields=values)


def settings_record(settings: object) -> dict[str, object] | None:
    """The settings of a level or a rep as they are stored; None for a game that has none."""
    return asdict(settings) if is_dataclass(settings) and not isinstance(settings, type) else None


def rep_record(
    i: int,
    rep: Rep,
    measures: Mapping[str, object] | None,
    known: dict[int, TaskRecord] | None = None,
    uncertain: bool = False,
) -> RepRecord:
    """A rep as it is stored.

    `measures`: by name, or None if the rep was not measured. `known`: tasks already converted, by their id, for
    blocks that ask for the same task again and again. A value that a record cannot hold is left out (see within.py).
    `uncertain`: the program was suspended meanwhile, so the times of the rep are not exact.
    """
    task = None if known is None else known.get(id(rep.task))
    if task is None:
        task = task_record(rep.task)
        if known is not None:
            known[id(rep.task)] = task
    settings = rep.settings
    return within(
        RepRecord,
        {
            "i": i,
            "slot": rep.slot,
            "outcome": rep.outcome.value,
            "asked": rep.asked,
            "began": rep.began,
            "let_go": rep.let_go,
            "ended": rep.ended,
            "fingers": rep.fingers,
            "offset": (rep.offset[0], rep.offset[1]),
            "task": task,
            "settings": settings_record(settings),
            "turned": rep.turned,
            "timing": "uncertain" if uncertain else None,
            "made": tuple(tuple((p[0], p[1]) for p in outline) for outline in rep.made),
            "measures": None if measures is None else dict(measures),
        },
    )


def _plain(value: object) -> object:
    """Points and paths as lists, NaN and infinity as None, everything else unchanged."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Vec | tuple):
        return [_plain(one) for one in value]
    return value
