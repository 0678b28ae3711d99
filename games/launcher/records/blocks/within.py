"""Builds a model from measured values: a value that the model does not allow is replaced, and the rest is kept."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache

# Any: what JSON holds, until pydantic has checked it
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

TRIES = 8  # replacing a value takes up to three tries, and values can be nested
Place = tuple[int | str, ...]
M = TypeVar("M", bound=BaseModel)


def within(model: type[M], values: Any) -> M:
    """The model made of these values, with invalid values replaced.

    A sequence that is too long is cut; a number out of bounds becomes the nearest allowed one; any other invalid value
    becomes None, the field's default or 0, whichever is valid first. So a round is never lost because of one measured
    number. Each kind of replacement is logged once.

    Raises ValidationError for what cannot be repaired like this, which is a bug in the program.
    """
    tried: dict[Place, int] = {}
    for _ in range(TRIES):
        try:
            return model.model_validate(values)
        except ValidationError as error:
            mended: set[Place] = set()  # a union type reports an error for each of its members
            for problem in error.errors(include_url=False):
                place, value = _found(values, problem["loc"])
                if place not in mended or problem["type"] == "missing":
                    values = _mended(model, values, problem, place, value, tried)
                    mended.add(place)
    return model.model_validate(values)


def _mended(
    model: type[BaseModel], values: Any, problem: Any, place: Place, value: Any, tried: dict[Place, int]
) -> Any:
    """A copy of the values with one of them replaced."""
    if problem["type"] == "missing":
        return _placed(values, problem["loc"], 0)
    if not place:
        return values
    if place not in tried:
        tried[place] = 0
        _note(model.__name__, ".".join(part for part in place if isinstance(part, str)), problem["msg"])
    bounds = problem.get("ctx", {})
    limit = bounds.get("le", bounds.get("ge"))
    if "max_length" in bounds and len(place) == len(problem["loc"]):
        return _placed(values, place, _cut(value, bounds["max_length"]))
    if limit is not None and len(place) == len(
        problem["loc"]
    ):  # a union type, such as a measure, has no nearest allowed value
        return _placed(values, place, limit)
    if value is not None:
        return _placed(values, place, None)
    tried[place] += 1
    if tried[place] == 1 and isinstance(place[-1], str):
        return _placed(values, place, None, leave_out=True)
    return _placed(values, place, 0)


def _found(values: Any, location: Sequence[int | str]) -> tuple[Place, Any]:
    """The part of an error's location that exists in the values, and the value there; union types add names to a location."""
    place: Place = ()
    for part in location:
        try:
            values = values[part]
        except (LookupError, TypeError):
            break
        place = (*place, part)
    return place, values


def _placed(values: Any, place: Sequence[int | str], new: Any, leave_out: bool = False) -> Any:
    """A copy with a new value at a place, or without the value there."""
    if not place:
        return new
    part, rest = place[0], place[1:]
    if isinstance(values, dict):
        if leave_out and not rest:
            return {key: value for key, value in values.items() if key != part}
        return {**values, part: _placed(values.get(part), rest, new, leave_out)}
    copy = list(values)
    copy[int(part)] = _placed(copy[int(part)], rest, new, leave_out)
    return tuple(copy)


def _cut(value: Any, most: int) -> Any:
    return dict(list(value.items())[:most]) if isinstance(value, dict) else value[:most]


@lru_cache(maxsize=512)
def _note(model: str, field: str, why: str) -> None:
    logging.getLogger(__name__).warning("%s.%s is not stored as it came about: %s", model, field, why)
