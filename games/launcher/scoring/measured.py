"""What the measures of all tasks have in common, and their units."""

from __future__ import annotations

from dataclasses import fields

# Any: type hints have no common type
from typing import Annotated, Any, ClassVar, Protocol, get_args, get_type_hints

Mm = Annotated[float, "mm"]
Mm2 = Annotated[float, "mm2"]
Seconds = Annotated[float, "s"]
Speed = Annotated[float, "mm/s"]
Bits = Annotated[float, "bit"]
Units = Annotated[float, "lane widths"]  # of steering: length over width
PerSecond = Annotated[float, "1/s"]
Radians = Annotated[float, "rad"]
Hertz = Annotated[float, "Hz"]
Share = Annotated[float, "0 to 1"]
Percent = Annotated[float, "%"]
Plain = Annotated[float, "no unit"]
Count = Annotated[int, "count"]
YesNo = Annotated[bool, "yes or no"]
Words = Annotated[str, "words"]


class Measured(Protocol):
    """What scoring needs of the measures of one rep, a dataclass, whatever its task."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def tolerance(self) -> float:
        """R = width / 2, in mm."""

    @property
    def difficulty(self) -> float:
        """In bits or steering units; weighs the rep."""

    @property
    def quality(self) -> float:
        """0 to 1; 0 for every outcome but done."""

    @property
    def movement_time(self) -> float:
        """From the first touch to letting go, in s."""

    @property
    def valid(self) -> bool:
        """False for a movement that no hand can have made; `reason` says why."""


def units_of(kind: type) -> dict[str, str]:
    """The unit of each measure of a dataclass of measures."""
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: _unit(hints[field.name]) for field in fields(kind)}


def _unit(hint: Any) -> str:
    said = getattr(hint, "__metadata__", None)
    if said is not None:
        return str(said[0])
    inner = [_unit(one) for one in get_args(hint) if one is not type(None)]
    if not inner:
        raise TypeError(f"a measure needs a unit: {hint} has none")
    return inner[0]
