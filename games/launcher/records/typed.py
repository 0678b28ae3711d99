"""Validation of stored tasks and measures, generated from the kit's task classes and the measures themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from types import NoneType, UnionType

# Any: type hints have no common type
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from games.kit.geometry import Vec
from games.kit.task import Task
from games.launcher.scoring.block import MEASURES
from games.launcher.scoring.measured import units_of

Number = Annotated[float, Field(allow_inf_nan=False)] | None  # None: it was NaN or infinite
Whole = Annotated[int, Field(ge=-(2**53), le=2**53)] | None
OTHERS = {"yes or no": (bool,), "words": (str,)}  # every other measure is a number
KINDS: dict[str, tuple[type, ...]] = {
    name: OTHERS.get(unit, (int, float)) for _, kind in MEASURES.values() for name, unit in units_of(kind).items()
}


def _stored(hint: Any) -> Any:
    """The type that a value of the kit has in JSON."""
    if hint is Vec:
        return Annotated[list[Number], Field(min_length=2, max_length=2)]
    if hint in (float, int):
        return Number if hint is float else Whole
    kind, parts = get_origin(hint), get_args(hint)
    if kind in (Union, UnionType):
        return Union[tuple(NoneType if part is NoneType else _stored(part) for part in parts)]  # noqa: UP007
    if kind is tuple and parts[-1] is Ellipsis:
        return list[_stored(parts[0])]  # type: ignore[misc]
    if kind is tuple:
        both: Any = Union[tuple(_stored(part) for part in parts)]  # noqa: UP007
        return Annotated[list[both], Field(min_length=len(parts), max_length=len(parts))]
    raise TypeError(f"{hint} cannot be stored")


def _model(task: type) -> type[BaseModel]:
    """A strict pydantic model with the fields of a task class."""
    hints = get_type_hints(task)
    needed = {one.name: ... if one.default is MISSING else None for one in fields(task)}
    said: dict[str, Any] = {name: (_stored(hints[name]), default) for name, default in needed.items()}
    return create_model(task.__name__, __config__=ConfigDict(strict=True, extra="ignore"), **said)


TASKS = {task.__name__.lower(): _model(task) for task in get_args(Task)}


def task_fields(kind: str | None, said: Mapping[str, Any]) -> dict[str, Any]:
    """The valid fields of a task of this kind, without fields of later versions. ValueError if they do not fit."""
    model = TASKS.get(kind or "")
    if model is None:
        raise ValueError(f"there is no task {kind!r}")
    try:
        made = model.model_validate(said)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"{place} of a {kind}: {first['msg']}") from None
    return {name: value for name, value in made.__dict__.items() if name in made.model_fields_set}


def refuse_untyped(measures: Mapping[str, Any]) -> None:
    """Raise ValueError for a measure of the wrong type (number, bool or text). Measures of later versions may be any."""
    for name, value in measures.items():
        kinds = KINDS.get(name)
        if value is None or kinds is None:
            continue
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise ValueError(f"the measure {name} cannot be {value!r:.40}")
