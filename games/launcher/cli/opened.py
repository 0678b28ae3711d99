"""The player's files for a command, which may run while a window is open: both heed the locks of this computer."""

from __future__ import annotations

import argparse

from games.launcher.devices.system.files import SharedFiles
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store


def opened(asked: argparse.Namespace) -> Store:
    """The store in the folders that were asked for. OSError or ValueError with one sentence where nothing can be kept."""
    return Store.open(Folders.standard(getattr(asked, "data_dir", None)), SharedFiles())
