"""Work beside the frames, on threads of this process."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


class InTurn:
    """Works one thing after another on one thread; closing it waits for what was begun."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, "scoring")

    def begin(self, work: Callable[[], Any]) -> Future[Any]:
        """Have this done after all that was begun before."""
        return self._worker.submit(work)

    def close(self) -> None:
        """No more work: waits for what was begun."""
        self._worker.shutdown()


def apart(work: Callable[[], Any]) -> Future[Any]:
    """Have this done on a thread of its own, which nobody waits for when the program ends."""
    future: Future[Any] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="apart", daemon=True).start()
    return future


class Retries:
    """What the thread that made this was refused, done on another one, in order: the one of the frames waits for no file."""

    def __init__(self) -> None:
        self._frames = threading.get_ident()
        self._due: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    def waits_here(self) -> bool:
        """Whether whoever asks may wait: all but the thread of the frames."""
        return threading.get_ident() != self._frames

    def later(self, act: Callable[[], None]) -> None:
        """Have this done, as soon as what is due before it is done. It raises nothing."""
        self._due.put(act)
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="renames", daemon=True)
            self._worker.start()

    def close(self) -> None:
        """What is still due is done when this returns, or given up."""
        if self._worker is not None:
            self._due.put(None)
            self._worker.join()
            self._worker = None

    def _work(self) -> None:
        while (act := self._due.get()) is not None:
            act()
