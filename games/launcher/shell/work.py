"""Something that is worked out beside the frames, where the device can; at once where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Work(Protocol):
    """Work in progress, possibly on another thread."""

    def done(self) -> bool:
        """Whether the result is there."""

    def result(self) -> Any:  # whatever the work gives: each asker knows what that is
        """The result; waits for it. Raises what the work raised."""


class Done:
    """Work that was done at once."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._found = work()

    def done(self) -> bool:
        return True

    def result(self) -> Any:
        return self._found


Beside = Callable[[Callable[[], Any]], Work]  # begins some work; work that was begun before is done before
