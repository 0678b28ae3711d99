"""Which hand movements a repetition consists of: derived from its record once, when the block is indexed."""

from __future__ import annotations

from games.launcher.records.models import RepRecord

MOVEMENTS = ("grip", "release", "spread", "lift", "carry", "trace", "tap")
AREAS = ("follow", "fill")


def movements(rep: RepRecord) -> tuple[str, ...]:
    """The movements of one repetition, out of MOVEMENTS; none for an interrupted one.

    A piece carried between two fingers is gripped, carried and (unless it slipped) released: three movements. A carry
    by taps counts as taps, because nothing is carried.
    """
    if rep.outcome == "interrupted":
        return ()
    kind, several = rep.task.kind, len(rep.fingers) > 1
    measures = rep.measures or {}
    if kind == "carry":
        if measures.get("tapped"):
            return ("tap",)
        let_go = ("release",) if several and rep.outcome != "dropped" else ()
        return ("grip", "carry", *let_go) if several else ("carry",)
    if kind == "grip":
        if _number(rep.task.fields.get("goal")) > _number(rep.task.fields.get("start")):
            return ("spread",)
        return ("grip", "release") if measures.get("returned") is not None else ("grip",)
    if kind == "track":
        curve = rep.task.fields.get("curve")
        first = curve[0][1] if isinstance(curve, list | tuple) and curve and len(curve[0]) > 1 else None
        return ("trace",) if isinstance(first, list | tuple) else ("grip",)
    if kind == "shape":
        return ("grip",) if several else ("trace",)
    return ("trace",) if kind in AREAS else ("lift",) if kind == "lift" else ()


def farthest(rep: RepRecord) -> float | None:
    """The range of the movement in mm: how far the fingers opened or closed, or how far a piece was carried to its goal.
    None if neither is known."""
    measures = rep.measures or {}
    if rep.outcome == "interrupted" or measures.get("valid") is False or measures.get("tapped"):
        return None
    if rep.task.kind == "grip":
        return _known(measures.get("range"))
    return _known(measures.get("distance")) if rep.task.kind == "carry" and rep.outcome == "done" else None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0


def _known(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
