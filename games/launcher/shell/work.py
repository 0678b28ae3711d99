"""Work on another thread if the device has one, otherwise done at once, or a little in each frame."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter

# Any: the caller knows the type of its result
from typing import Any, Protocol, TypeVar

Found = TypeVar("Found")
Heard = Callable[[int, int], None]  # how many of how many parts are done
Steps = Generator[
    tuple[int, int], None, Found
]  # work that stops after each part, and says how many of how many are done
SLICE = 0.012  # s of such work in a frame


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


def to_the_end(steps: Steps[Found], heard: Heard | None = None) -> Found:
    """Take all steps; returns their result."""
    while True:
        try:
            done, whole = next(steps)
        except StopIteration as end:
            found: Found = end.value
            return found
        if heard is not None:
            heard(done, whole)


class InSteps:
    """Work of which a little is done whenever somebody asks whether it is done, where there are no threads."""

    def __init__(self, steps: Steps[Any], heard: Heard) -> None:
        self._steps, self._heard = steps, heard
        self._over, self._found = False, None
        self._error: Exception | None = None

    def done(self) -> bool:
        """Go on for a moment; whether that was the end."""
        until = perf_counter() + SLICE
        while not self._over and perf_counter() < until:
            try:
                self._heard(*next(self._steps))
            except StopIteration as end:
                self._over, self._found = True, end.value
            except Exception as error:
                self._over, self._error = True, error
        return self._over

    def result(self) -> Any:
        while not self._over:
            self.done()
        if self._error is not None:
            raise self._error
        return self._found


def begun(beside: Beside, steps: Steps[Any], heard: Heard) -> Work:
    """Start work in steps: on another thread if there is one, otherwise a little in each frame."""
    return InSteps(steps, heard) if beside is Done else beside(lambda: to_the_end(steps, heard))
