"""`doctor`: what this machine offers to Handplay, and what to do about what is missing."""

from __future__ import annotations

import os
import platform
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from games import VERSION
from games.launcher.records.folders import Folders
from games.launcher.records.unread import unread_lines

PACKAGES = ("pygame-ce", "pydantic", "platformdirs", "jinja2")


def doctor(data_dir: Path | None) -> int:
    """Print everything; 1 when something keeps Handplay from saving."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from games.launcher.device.facts import facts

    folders = Folders.standard(data_dir)
    why = folders.writable()
    lines = [("handplay", VERSION), ("python", f"{platform.python_version()} on {platform.platform(terse=True)}")]
    lines += [(name, _version(name)) for name in PACKAGES[1:]]
    lines += facts()
    lines += [("data", str(folders.data)), ("state", str(folders.state)), ("cache", str(folders.cache))]
    if why is None:
        free = shutil.disk_usage(folders.data).free
        lines += unread_lines(folders)
        lines.append(("free", f"{free // 1_000_000} MB{'' if folders.free() is None else ' (50 MB are needed)'}"))
    lines.append(("saving", "works" if why is None else why))
    width = max(len(name) for name, _ in lines)
    for name, words in lines:
        print(f"{name:{width}}  {words}")
    return 0 if why is None else 1


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing: run `python3 run.py` once"
