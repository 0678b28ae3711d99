"""Every test runs without a screen, a sound card, a network, or the player's own files."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The same inputs on every machine and every run: a test that fails here fails for everybody.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
# No test cuts the power, so none waits for a disk: where the system has a folder in memory, the tests' files lie there.
MEMORY = Path("/dev/shm")
ROOM = 1 << 30  # bytes that must be free in it
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent / "launcher" / "records"))
sys.path.insert(0, str(Path(__file__).parent / "launcher" / "reports"))
sys.path.insert(0, str(Path(__file__).parent / "launcher" / "words"))
sys.path.insert(0, str(Path(__file__).parent / "launcher"))
sys.path.insert(0, str(Path(__file__).parents[1]))

import windows_rules  # noqa: E402

if os.environ.get(windows_rules.SWITCH):
    windows_rules.switch_on()


@pytest.fixture(autouse=True)
def nobodys_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own folders for each test, and no way out of this machine."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("HANDPLAY_DATA", raising=False)

    def refused(*args: object, **kwargs: object) -> None:
        raise AssertionError("Handplay must not open a connection")

    monkeypatch.setattr(socket.socket, "connect", refused)
