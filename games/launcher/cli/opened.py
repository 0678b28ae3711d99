"""Opens the player's files for a command. A window may be open at the same time: both use the locks of this computer."""

from __future__ import annotations

import argparse

from games.launcher.devices.system.files import SharedFiles
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store


def opened(asked: argparse.Namespace) -> Store:
    """The store in the folders that were asked for. Raises OSError or ValueError with one sentence if it cannot be used."""
    return Store.open(Folders.standard(asked.data_dir), SharedFiles())
