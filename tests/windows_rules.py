"""The file rules of Windows on another system: an open file, or a folder that holds one, can be neither removed, renamed
nor replaced, and there are no locks of POSIX. For the tests of the player's files; on before the program is imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SWITCH = "HANDPLAY_TESTS_WINDOWS_RULES"  # an environment variable: tests/conftest.py asks for it
STEP = 11 if os.environ.get(SWITCH) else 1  # where each file call in turn goes amiss, so many are passed over here
REFUSED = "The process cannot access the file because it is being used by another process"


def open_here(path: str | os.PathLike[str]) -> bool:
    """Whether a process has the file open, or one in this folder. Asked thousands of times: plain strings, no Paths."""
    wanted = os.path.realpath(path)
    inside = wanted + os.sep
    for process in _near():
        folder = f"/proc/{process}/fd/"
        try:
            files = os.listdir(folder)  # noqa: PTH208
        except OSError:
            continue
        for file in files:
            try:
                there = os.readlink(folder + file)  # noqa: PTH115
            except OSError:
                continue
            if there == wanted or there.startswith(inside):
                return True
    return False


def _near() -> list[str]:
    """This process, the one that started it, and those that it started: as far as our tests go."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    return ["self", str(os.getppid()), *(children.read_text().split() if children.exists() else [])]


def refusing(real: Callable[..., Any], names: int) -> Callable[..., Any]:
    """A file call whose first `names` arguments may not be open."""

    def call(*args: Any, **kwargs: Any) -> Any:
        if not any(kwargs.get(key) is not None for key in ("dir_fd", "src_dir_fd", "dst_dir_fd")):
            for path in args[:names]:
                if isinstance(path, str | Path) and open_here(path):
                    raise PermissionError(13, REFUSED, str(path))
        return real(*args, **kwargs)

    return call


def switch_on() -> None:
    """From now on, in this process."""
    sys.modules["fcntl"] = None  # type: ignore[assignment]
    for name in ("unlink", "remove", "rmdir"):
        setattr(os, name, refusing(getattr(os, name), 1))
    for name in ("rename", "replace"):
        setattr(os, name, refusing(getattr(os, name), 2))
