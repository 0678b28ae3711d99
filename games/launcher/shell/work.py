"""Something that is worked out beside the frames, where the device can; at once where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Work(Protocol):
    """Something that is being worked out."""

    def done(self) -> bool:
        """Whether the answer is there."""

    def result(self) -> Any:  # whatever the work gives: each asker knows what that is
        """The answer; waits for it. Raises what the work raised."""


class Done:
    """Work that was done at once."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._found = work()

    def done(self) -> bool:
        return True

    def result(self) -> Any:
        return self._found


Beside = Callable[[Callable[[], Any]], Work]  # begins some work; work that was begun before is done before
