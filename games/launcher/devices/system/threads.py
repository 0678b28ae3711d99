"""Background work on threads of this process."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

# Any: the caller knows the type of its result
from typing import Any


class InTurn:
    """Runs work in order on one thread; closing waits for work that was begun."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, "scoring")

    def begin(self, work: Callable[[], Any]) -> Future[Any]:
        """Run this after everything begun before."""
        return self._worker.submit(work)

    def close(self) -> None:
        """Wait for the work that was begun, and end the thread."""
        self._worker.shutdown()


def apart(work: Callable[[], Any]) -> Future[Any]:
    """Run this on a thread of its own, which is abandoned when the program ends."""
    future: Future[Any] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="apart", daemon=True).start()
    return future


class Retries:
    """Retries, in order on another thread, what was refused on the drawing thread (the one that made this object)."""

    def __init__(self) -> None:
        self._frames = threading.get_ident()
        self._due: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    def waits_here(self) -> bool:
        """Whether the calling thread may wait: every one except the drawing thread."""
        return threading.get_ident() != self._frames

    def later(self, act: Callable[[], None]) -> None:
        """Run this as soon as everything before it is done. `act` must not raise."""
        self._due.put(act)
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="renames", daemon=True)
            self._worker.start()

    def close(self) -> None:
        """Wait until everything due is done, or given up."""
        if self._worker is not None:
            self._due.put(None)
            self._worker.join()
            self._worker = None

    def _work(self) -> None:
        while (act := self._due.get()) is not None:
            act()
