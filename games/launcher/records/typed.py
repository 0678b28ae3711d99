"""Validation of stored tasks and measures, generated from the kit's task classes and the measures themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from types import NoneType, UnionType

# Any: type hints have no common type
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import core_schema

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


def _fields(task: type, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    """The fields of a task class as a dictionary; those with a default may be missing."""
    hints = get_type_hints(task)
    said = {
        one.name: core_schema.typed_dict_field(
            handler.generate_schema(_stored(hints[one.name])), required=one.default is MISSING
        )
        for one in fields(task)
    }
    return core_schema.typed_dict_schema(said, cls_name=task.__name__, config=STRICT)


TASKS = {task.__name__.lower(): task for task in get_args(Task)}
STRICT = core_schema.CoreConfig(strict=True, extra_fields_behavior="ignore")


class CheckedTask:
    """Annotates a stored task: read from a file, its fields are checked against the kit's task class, and fields of later
    versions are left out. Checked by pydantic's core alone, because a rebuild of the index reads hundreds of thousands."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        checked: dict[Any, core_schema.CoreSchema] = {
            kind: core_schema.typed_dict_schema(
                {
                    "kind": core_schema.typed_dict_field(core_schema.literal_schema([kind])),
                    "fields": core_schema.typed_dict_field(_fields(task, handler)),
                },
                cls_name=task.__name__,
                config=STRICT,
            )
            for kind, task in TASKS.items()
        }
        tagged = core_schema.tagged_union_schema(
            checked, "kind", custom_error_type="task", custom_error_message="there is no such task"
        )
        read = core_schema.no_info_after_validator_function(lambda said: source.model_construct(**said), tagged)
        made = handler(source)  # in memory: from the kit's own task
        return core_schema.json_or_python_schema(read, made, serialization=core_schema.simple_ser_schema("any"))


def refuse_untyped(measures: Mapping[str, Any]) -> None:
    """Raise ValueError for a measure of the wrong type (number, bool or text). Measures of later versions may be any."""
    if not _typed(tuple(measures), tuple(map(type, measures.values()))):
        name = next(name for name, value in measures.items() if not _typed((name,), (type(value),)))
        raise ValueError(f"the measure {name} cannot be {measures[name]!r:.40}")


@lru_cache(maxsize=4096)
def _typed(names: tuple[str, ...], kinds: tuple[type, ...]) -> bool:
    """Whether measures of these names may have values of these types. Kept: reps of one task have the same ones."""
    return all(kind is NoneType or kind in KINDS.get(name, (kind,)) for name, kind in zip(names, kinds, strict=True))
