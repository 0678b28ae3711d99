"""The records' tests use the locks and threads of an ordinary computer, as the program does; all others use none."""

from __future__ import annotations

import pytest

from games.launcher.devices.system.files import SharedFiles
from games.launcher.records.disk import files


@pytest.fixture(autouse=True)
def shared_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that is opened without more has these."""
    monkeypatch.setattr(files, "ALONE", SharedFiles())
