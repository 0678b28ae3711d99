"""File calls that go amiss, or at which the program is killed."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import pytest

CALLS = ("open", "write", "fsync", "replace", "rename", "close", "mkdir", "unlink", "rmdir")
KILLED = 9


class Faults:
    """Counts our file calls and lets the n-th go amiss; "dead": all from there on, "kill": the program ends before it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, kind: str) -> None:
        self.count, self.at, self.kind, self.struck = 0, at, kind, False
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            self.count += 1
            if self.count == self.at or (self.kind == "dead" and self.count > self.at):
                self.struck = True
                if self.kind == "kill":
                    os._exit(KILLED)
                if self.kind == "short" and name == "write":
                    return real(args[0], bytes(args[1])[:3])  # type: ignore[call-overload]
                if self.kind == "full" and name not in ("close", "unlink", "rmdir"):
                    raise OSError(errno.ENOSPC, "No space left on device")
                if self.kind == "io" and name in ("write", "fsync"):
                    raise OSError(errno.EIO, "Input/output error")
                if self.kind in ("refused", "dead") and name != "close":
                    raise OSError(errno.EIO, "Input/output error")
            return real(*args, **kwargs)

        return call
