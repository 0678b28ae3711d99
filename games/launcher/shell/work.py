"""Work on another thread if the device has one, otherwise done at once."""

from __future__ import annotations

from collections.abc import Callable

# Any: the caller knows the type of its result
from typing import Any, Protocol


class Work(Protocol):
    """Work in progress, possibly on another thread."""

    def done(self) -> bool:
        """Whether the result is there."""

    def result(self) -> Any:  # Any: the caller knows the type of its result
        """The result; waits for it. Raises what the work raised."""


class Done:
    """Work that was done at once."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._found = work()

    def done(self) -> bool:
        return True

    def result(self) -> Any:
        return self._found


Beside = Callable[[Callable[[], Any]], Work]  # starts work; work is done in the order in which it was started
